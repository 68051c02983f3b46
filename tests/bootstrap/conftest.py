"""Scripts run on a copy of the checkout, with a PATH that holds only what a test puts there."""

import shutil
import stat
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
# Programs that the scripts may count on: POSIX and bash. No Python, no uv, no pip.
TOOLS = [
    "bash",
    "cat",
    "chmod",
    "cksum",
    "command",
    "dirname",
    "env",
    "find",
    "grep",
    "ln",
    "mkdir",
    "printf",
    "pwd",
    "rm",
    "sed",
    "sh",
    "sort",
    "tail",
    "true",
]


class Machine:
    """A machine with no Python until a test adds one. The checkout's path has a space in it."""

    def __init__(self, folder: Path):
        self.checkout = folder / "a clone"
        self.bin = folder / "bin"
        self.home = folder / "home"
        for path in (self.checkout, self.bin, self.home):
            path.mkdir()
        shutil.copytree(ROOT / "scripts", self.checkout / "scripts")
        for name in ("Makefile", "requirements.txt", "requirements-dev.txt"):
            shutil.copy(ROOT / name, self.checkout)
        for tool in TOOLS:
            if path := shutil.which(tool):
                (self.bin / tool).symlink_to(path)

    def program(self, name: str, script: str) -> Path:
        """Put a shell script on PATH, or anywhere below the home folder when `name` is a path."""
        path = self.home / name if "/" in name else self.bin / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"#!/bin/sh\n{script}\n")
        path.chmod(path.stat().st_mode | stat.S_IXUSR)
        return path

    def python(self, name: str, version: str, path: str = "") -> Path:
        """A program that answers the finder's question like a Python of this version."""
        return self.program(name, f'echo "{version.replace(".", " ")} {path or "$0"}"')

    def real_python(self, name: str = "python3") -> Path:
        """The Python that runs the tests."""
        return self.program(name, f'exec "{sys.executable}" "$@"')

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess:
        """Run a command in the checkout."""
        variables = {"PATH": str(self.bin), "HOME": str(self.home), "LC_ALL": "C", **environment}
        return subprocess.run(
            command, cwd=self.checkout, env=variables, text=True, capture_output=True, timeout=120, check=False
        )


@pytest.fixture
def machine(tmp_path) -> Machine:
    """A machine without Python."""
    return Machine(tmp_path)
