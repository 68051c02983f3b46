"""`make` alone lists what can be made."""

import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# Steps of other targets, not for people to call.
STEPS = {"venv", "dev", "lint-python", "lint-yaml", "lint-ansible", "lint-docs", "lint-changelog"}


def test_help_lists_every_target():
    targets = set(re.findall(r"^([a-z][a-z0-9-]*):(?!=)", (ROOT / "Makefile").read_text(), re.M))
    output = subprocess.run(["make"], cwd=ROOT, check=True, capture_output=True, text=True).stdout
    listed = set(re.findall(r"^  make ([a-z0-9-]+) ", output, re.M))
    assert listed == targets - STEPS


def test_every_target_is_phony():
    text = (ROOT / "Makefile").read_text()
    assert set(re.findall(r"^([a-z][a-z0-9-]*):(?!=)", text, re.M)) == set(re.findall(r"^\.PHONY: (\S+)", text, re.M))
