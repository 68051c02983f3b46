"""Runs an agent's entry point, and ends with the local cloud, however that ended: its end of the pipe then closes."""

import os
import runpy
import sys
import threading
from pathlib import Path


def end_with_parent() -> None:
    os.read(0, 1)  # not by sys.stdin, whose lock would be held when the agent ends by itself
    os._exit(0)


if __name__ == "__main__":
    threading.Thread(target=end_with_parent, daemon=True).start()
    entry_point = sys.argv[1]
    sys.argv = sys.argv[1:]
    sys.path[0] = str(Path(entry_point).resolve().parent)
    runpy.run_path(entry_point, run_name="__main__")
