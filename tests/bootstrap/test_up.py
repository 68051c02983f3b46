"""scripts/up says in a few lines why it can't start the local cloud."""

import socket
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def test_port_in_use(machine):
    (machine.checkout / "emulator").symlink_to(ROOT / "emulator")
    (machine.checkout / ".venv/bin").mkdir(parents=True)
    machine.real_python("python").rename(machine.checkout / ".venv/bin/python")
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        result = machine.run("scripts/up", PORT=str(port))
    assert result.returncode == 1
    assert result.stdout == ""
    reason, advice = result.stderr.splitlines()
    assert f"port {port} " in reason
    assert advice == f"With make, another port is: make up PORT={port + 1}"
