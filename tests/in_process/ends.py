"""An Ansible module that ends as it is told, after it has printed something."""

import os
import signal
import sys

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
if how == "wrong":
    raise ValueError("that went wrong")
module.exit_json(how=how)
