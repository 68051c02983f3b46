"""An Ansible module that ends as it is told, after it has printed something."""

import os
import signal
import subprocess
import sys
from pathlib import Path

from ansible.module_utils.basic import AnsibleModule

module = AnsibleModule({"how": {"type": "str", "required": True}})
how = module.params["how"]
print("said before", flush=True)
if how.startswith("SIG"):
    os.kill(os.getpid(), signal.Signals[how])
if how == "left":
    os._exit(4)
if how == "exited":
    sys.exit("a reason")
if how == "interrupted":
    raise KeyboardInterrupt
if how.startswith("/"):  # never by itself, and neither does what it has started; tells the processes in that file
    program = subprocess.Popen(["sleep", "600"])
    Path(how).write_text(f"{os.getpid()} {program.pid}\n")
    program.wait()
if how == "wrong":
    raise ValueError("that went wrong")
module.exit_json(how=how)
