"""Run a playbook as a user does, against a local cloud, and tell what it cost."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from bench.measure import Usage, run
from tests.local_cloud import ROOT, LocalCloud, environment_without_settings

HERE = Path(__file__).parent
INVENTORY = ROOT / "inventories/local"


@dataclass(frozen=True)
class Played:
    usage: Usage
    tasks: list[dict[str, Any]]
    startup_cpu_s: float
    requests: list[dict[str, Any]]

    def figures(self) -> dict[str, float]:
        return {
            "wall_s": self.usage.wall_s,
            "cpu_s": self.usage.cpu_s,
            "calls": len(self.requests),
            "tasks": sum(1 for task in self.tasks if task["hosts"]),
        }


@dataclass(frozen=True)
class Player:
    """A folder for what runs write, and what all of them are told."""

    folder: Path
    arguments: tuple[str, ...] = ()

    def play(
        self,
        cloud: LocalCloud,
        playbook: str | Path,
        *arguments: str,
        runner: bool = True,
        inventory: Path = INVENTORY,
        extra: dict[str, str] | None = None,
    ) -> Played:
        """One run of ansible-playbook, which must succeed; what it asks for is looked up in the log of requests."""
        program = str(Path(sys.executable).with_name("ansible-playbook"))
        switch = ("-e", f"platform_in_process={str(runner).lower()}")
        command = [program, "-i", str(inventory), str(playbook), *self.arguments, *switch, *arguments]
        costs = self.folder / "tasks.json"
        cloud.forget_requests()
        environment = self.environment(cloud) | {"BENCH_TASKS": str(costs)} | (extra or {})
        usage = run(command, environment, self.folder / "ansible.log")
        told = json.loads(costs.read_text())
        return Played(usage, told["tasks"], told["startup_cpu_s"], cloud.requests())

    def environment(self, cloud: LocalCloud) -> dict[str, str]:
        access = {name: value for name, value in cloud.environment().items() if name != "AWS_REGION"}
        ours = {
            "HOME": str(self.folder),
            "ANSIBLE_HOME": str(self.folder / "ansible"),
            "ANSIBLE_NOCOLOR": "1",
            "ANSIBLE_COLLECTIONS_PATH": str(ROOT / ".ansible/collections"),
            "ANSIBLE_CALLBACK_PLUGINS": str(HERE / "callback"),
            "ANSIBLE_CALLBACKS_ENABLED": "bidops.platform.warm_up,task_costs",
        }
        return environment_without_settings() | access | ours
