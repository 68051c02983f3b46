"""Running a playbook as a user would, against a local cloud."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from typing import Any

import yaml

from tests.local_cloud import LocalCloud, environment_without_settings
from tests.modules.cases import ROOT

LONGEST_SECONDS = 300


def run(name: str, tasks: list[dict[str, Any]], variables: dict[str, Any], cloud: LocalCloud, around: Any) -> None:
    """Run tasks as the playbook I(name).yml. I(around) is (collections path, folder). AssertionError: a task failed."""
    collections, folder = around
    book = folder / f"{name}.yml"
    play = {
        "name": name,
        "hosts": "localhost",
        "connection": "local",
        "gather_facts": False,
        "vars": {"ansible_python_interpreter": "{{ ansible_playbook_python }}", **variables},
        "tasks": tasks,
    }
    book.write_text(yaml.safe_dump([play], sort_keys=False, width=120))
    environment = environment_without_settings() | cloud.environment()
    environment |= {
        "ANSIBLE_COLLECTIONS_PATH": str(collections),
        "ANSIBLE_HOME": str(folder / "ansible"),
        "ANSIBLE_LOCALHOST_WARNING": "false",
        "ANSIBLE_INVENTORY_UNPARSED_WARNING": "false",
        "ANSIBLE_PIPELINING": "true",
        "ANSIBLE_ACTION_PLUGINS": str(ROOT / "extensions/in_process"),
        "ANSIBLE_CALLBACKS_ENABLED": "bidops.platform.warm_up",
    }
    command = [str(Path(sys.executable).with_name("ansible-playbook")), "-i", "localhost,", str(book)]
    try:
        done = subprocess.run(
            command, cwd=folder, env=environment, capture_output=True, text=True, timeout=LONGEST_SECONDS, check=False
        )
    except subprocess.TimeoutExpired as late:
        said = (late.stdout or b"").decode(errors="replace")
        raise AssertionError(f"The playbook {book} took longer than {LONGEST_SECONDS} s:\n{said[-4000:]}") from late
    if done.returncode:
        raise AssertionError(f"The playbook {book} ended early:\n{done.stdout[-4000:]}\n{done.stderr}")
