"""Runs a database server, and ends it with the local cloud, however that ended: its end of the pipe then closes.

Arguments: the server's temporary folder, which goes with it; user and group ids to run as, or none; the command.
"""

import os
import shutil
import signal
import subprocess
import sys
import threading

if __name__ == "__main__":
    folder, owner, *command = sys.argv[1:]
    user, group = (int(part) for part in owner.split(":")) if owner else (None, None)
    extra = None if user is None else []
    server = subprocess.Popen(command, stdin=subprocess.DEVNULL, user=user, group=group, extra_groups=extra)  # noqa: S603

    def end_with_parent() -> None:
        os.read(0, 1)
        server.send_signal(signal.SIGQUIT)  # at once: what is committed is in its log

    threading.Thread(target=end_with_parent, daemon=True).start()
    server.wait()
    shutil.rmtree(folder, ignore_errors=True)
