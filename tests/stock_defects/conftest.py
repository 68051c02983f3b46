"""Runs tasks with stock modules and with ours, and gives what each came to."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.modules import playbook

Task = dict[str, Any]
Results = dict[str, dict[str, Any]]


@pytest.fixture
def play(local_cloud: Any, collections: Path, tmp_path: Path) -> Callable[[list[Task]], Results]:
    """Run tasks, each with a name, in their order; those that fail do not end the run."""

    def run(tasks: list[Task]) -> Results:
        kept = tmp_path / "results.json"
        results = {task["name"]: f"{{{{ result_{number} }}}}" for number, task in enumerate(tasks)}
        noted = [{**task, "register": f"result_{number}", "ignore_errors": True} for number, task in enumerate(tasks)]
        keep = {
            "name": "Keep the results",
            "ansible.builtin.copy": {"content": "{{ kept | to_json }}", "dest": str(kept), "mode": "0600"},
            "vars": {"kept": results},
        }
        playbook.run("defect", [*noted, keep], {}, local_cloud, (collections, tmp_path))
        return json.loads(kept.read_text())

    return run
