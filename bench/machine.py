"""The machine and the revision that figures are of."""

import os
import platform
import subprocess
from datetime import UTC, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

from tests.local_cloud import ROOT


def described() -> dict[str, Any]:
    return {
        "processor": _line("/proc/cpuinfo", "model name") or platform.processor(),
        "processors": len(os.sched_getaffinity(0)),
        "memory_gb": round(os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES") / 1024**3, 1),
        "system": platform.platform(),
        "python": platform.python_version(),
        "ansible_core": version("ansible-core"),
        "boto3": version("boto3"),
    }


def revision() -> str:
    """The commit, and whether files were changed since."""
    command = ["git", "describe", "--always", "--dirty"]
    told = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return told.stdout.strip() or "unknown"


def moment() -> dict[str, Any]:
    """When, and how busy the machine was then: processes that ran or wanted to, on average of five minutes."""
    return {"at": datetime.now(UTC).isoformat(timespec="seconds"), "load": round(os.getloadavg()[1], 2)}


def _line(file: str, name: str) -> str:
    lines = [line.partition(":")[2] for line in Path(file).read_text().splitlines() if line.startswith(name)]
    return lines[0].strip() if lines else ""
