"""The way of a user through the playbooks, step by step, with what each step printed and did to the cloud."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import boto3

from tests.local_cloud import ROOT, LocalCloud, environment_without_settings

# Three minutes are usual; a busy machine may take longer.
LONGEST_SECONDS = 1200
TOO_LATE = 124
"""The code of a run that took longer, as timeout(1) has it."""
CALLBACKS = Path(__file__).parent / "callback"
_RECAP = re.compile(r"^\S+\s+: ok=(\d+)\s+changed=(\d+)\s+unreachable=(\d+)\s+failed=(\d+)", re.MULTILINE)
_CHANGED_TASK = re.compile(r"^TASK \[(?P<name>[^\]]*)\](?:(?!^TASK \[).)*?^changed: ", re.MULTILINE | re.DOTALL)


@dataclass(frozen=True)
class Run:
    """One run of ansible-playbook."""

    code: int
    output: str
    writes: list[dict[str, Any]]
    calls: int
    """Requests to the cloud, those that read included."""

    @property
    def changed(self) -> int:
        """How many tasks changed something, by Ansible's own recap."""
        recap = _RECAP.search(self.output)
        assert recap, f"The run has no recap:\n{self.output[-3000:]}"
        return int(recap[2])

    @property
    def changed_tasks(self) -> list[str]:
        return [found["name"] for found in _CHANGED_TASK.finditer(self.output)]

    @property
    def end(self) -> str:
        """The last lines, for the message of a failed assertion."""
        return self.output[-4000:]


@dataclass
class Target:
    """An environment in a region of one cloud, and how to say so on the command line."""

    cloud: LocalCloud
    folder: Path
    collections: Path
    prefix: str = "bidops"
    environment: str = "local"
    region: str = "us-east-1"
    cidr: str = "10.0.0.0/16"
    extra: dict[str, Any] = field(default_factory=dict)
    runs: int = 0

    def play(self, playbook: str, *arguments: str, **environment: str) -> Run:
        """Run a playbook of the checkout. Every run has an access key of its own, so its requests can be told apart."""
        self.runs += 1
        key = f"AKIAEXAMPLE{self.environment}{self.region}{self.runs}".replace("-", "").upper()
        command = [str(Path(sys.executable).with_name("ansible-playbook")), "-i", "inventories/local", playbook]
        code, output = self._run([*command, *self._variables(), *arguments], self._environment(key) | environment)
        calls = sum(request["principal"] == key for request in self.cloud.requests())
        return Run(code, output, self.cloud.writes().get(key, []), calls)

    def results(self, fast: bool, *arguments: str) -> tuple[Run, list[dict[str, Any]]]:
        """A run of the site and the results of its tasks, with all that makes runs fast or as Ansible does it."""
        file = self.folder / "results.json"
        callbacks = ["task_results", *(["bidops.platform.warm_up"] if fast else [])]
        run = self.play(
            "site.yml",
            *("-e", f"platform_in_process={str(fast).lower()}"),
            *arguments,
            ANSIBLE_CALLBACK_PLUGINS=str(CALLBACKS),
            ANSIBLE_CALLBACKS_ENABLED=",".join(callbacks),
            TASK_RESULTS=str(file),
            # Older modules tell it in their results, which are to be compared.
            AWS_ACCESS_KEY_ID="AKIAEXAMPLEBOTHWAYS1",
        )
        return run, json.loads(file.read_text())

    @staticmethod
    def _run(command: list[str], environment: dict[str, str]) -> tuple[int, str]:
        settings: dict[str, Any] = {"cwd": ROOT, "env": environment, "capture_output": True, "check": False}
        try:
            done = subprocess.run(command, **settings, timeout=LONGEST_SECONDS)
        except subprocess.TimeoutExpired as late:
            told = (late.stdout or b"") + (late.stderr or b"")
            return TOO_LATE, f"{told.decode(errors='replace')}\nIt took longer than {LONGEST_SECONDS} s."
        return done.returncode, (done.stdout + done.stderr).decode(errors="replace")

    def client(self, service: str) -> Any:
        settings = self.cloud.environment()
        return boto3.client(
            service,
            region_name=self.region,
            endpoint_url=settings["AWS_ENDPOINT_URL"],
            aws_access_key_id=settings["AWS_ACCESS_KEY_ID"],
            aws_secret_access_key=settings["AWS_SECRET_ACCESS_KEY"],
        )

    def _variables(self) -> list[str]:
        given = {
            "platform_prefix": self.prefix,
            "platform_environment": self.environment,
            "platform_region": self.region,
            "network_vpc_cidr": self.cidr,
            **self.extra,
        }
        return ["-e", json.dumps(given)]

    def _environment(self, key: str) -> dict[str, str]:
        access = {name: value for name, value in self.cloud.environment(key).items() if name != "AWS_REGION"}
        home = {"HOME": str(self.folder), "ANSIBLE_HOME": str(self.folder / "ansible"), "ANSIBLE_NOCOLOR": "1"}
        return environment_without_settings() | access | home | {"ANSIBLE_COLLECTIONS_PATH": str(self.collections)}
