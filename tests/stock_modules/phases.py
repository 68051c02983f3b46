"""The stock modules of modules.yml, one after the other, through the phases of a platform's life."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from tests.local_cloud import LocalCloud
from tests.modules import playbook
from tests.modules.life import Outcome

COLLECTION = "amazon.aws"
LIST = Path(__file__).with_name("modules.yml")

# Phase -> whether it runs in check mode, in the order of a life. What removes goes from the last entry to the first.
MAKING = {"predict": True, "make": False, "again": False, "check": True}
REMOVING = {"predict-removal": True, "remove": False, "remove-again": False}


@dataclass(frozen=True)
class Entry:
    module: str
    name: str
    options: dict[str, Any] = field(default_factory=dict)
    gone: dict[str, Any] = field(default_factory=dict)
    lists: str = ""
    looks: bool = False

    @property
    def only_looks(self) -> bool:
        return self.looks or bool(self.lists)

    def task(self, phase: str, checking: bool, made: dict[str, str]) -> dict[str, Any]:
        removes = phase in REMOVING and not self.only_looks
        options = {**self.gone, "state": "absent"} if removes else self.options
        return {
            "name": f"{phase} {self.name}",
            f"{COLLECTION}.{self.module}": options,
            "check_mode": checking,
            "ignore_errors": True,
            "environment": {"AWS_ACCESS_KEY_ID": access_key(phase, self)},
            "vars": {"checking": checking, "made": made},
            "register": variable(phase, self),
        }


def entries() -> list[Entry]:
    listed = yaml.safe_load(LIST.read_text())
    return [Entry(name=entry.pop("as", entry["module"]), **entry) for entry in listed]


def live_through(
    cloud: LocalCloud, collections: Path, folder: Path, variables: dict[str, Any]
) -> dict[tuple[str, str], Outcome]:
    """The outcome by phase and entry's name. I(variables) are what the options of entries may name."""
    planned = list(_planned())
    kept = {f"{phase} {entry.name}": f"{{{{ {variable(phase, entry)} }}}}" for phase, entry, _task in planned}
    keep = {
        "name": "Keep the results",
        "ansible.builtin.copy": {"content": "{{ kept | to_json }}", "dest": str(folder / "kept.json"), "mode": "0600"},
        "vars": {"kept": kept},
    }
    playbook.run("stock", [*(task for _phase, _entry, task in planned), keep], variables, cloud, (collections, folder))
    results, writes = json.loads((folder / "kept.json").read_text()), cloud.writes()
    return {
        (phase, entry.name): Outcome(task["name"], results[task["name"]], writes.get(access_key(phase, entry), []))
        for phase, entry, task in planned
    }


def _planned() -> Iterator[tuple[str, Entry, dict[str, Any]]]:
    listed = entries()
    for phase, checking in MAKING.items():
        made = {entry.name: f"{{{{ {variable(phase, entry)} }}}}" for entry in listed}
        yield from ((phase, entry, entry.task(phase, checking, made)) for entry in listed)
    made = {entry.name: f"{{{{ {variable('make', entry)} }}}}" for entry in listed}
    for phase, checking in REMOVING.items():
        going = [entry for entry in reversed(listed) if entry.gone]
        looking = [entry for entry in listed if entry.only_looks]
        yield from ((phase, entry, entry.task(phase, checking, made)) for entry in [*going, *looking])


def access_key(phase: str, entry: Entry) -> str:
    return f"{phase}.{entry.name}"


def variable(phase: str, entry: Entry) -> str:
    return f"result_{phase}_{entry.name}".replace("-", "_")
