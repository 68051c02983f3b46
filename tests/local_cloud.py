"""A local cloud of one's own for tests: a process on a free port of 127.0.0.1, with nothing in it."""

import json
import os
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3

ROOT = Path(__file__).resolve().parents[1]
REGION = "us-east-1"
# Enough on a machine that is busy with other work; how fast it starts is tested elsewhere.
START_SECONDS = 180
# Operations that only look. Every other one may change something.
READS = ("Get", "List", "Describe", "Head", "BatchGet", "Lookup", "Retrieve", "Search", "Simulate", "Check")
# Likewise what a gateway is asked for, in the words of its protocol.
READS += ("initialize", "notifications/", "tools/list")


def environment_without_settings() -> dict[str, str]:
    """The environment of whoever runs this, without what AWS clients and Ansible would read in it."""
    return {name: value for name, value in os.environ.items() if not name.startswith(("AWS_", "ANSIBLE_"))}


@dataclass(frozen=True)
class LocalCloud:
    url: str

    def environment(self, access_key: str = "AKIAIOSFODNN7EXAMPLE") -> dict[str, str]:
        """Environment variables with which AWS clients talk to this cloud, and to nothing else."""
        return {
            "AWS_ENDPOINT_URL": self.url,
            "AWS_REGION": REGION,
            "AWS_ACCESS_KEY_ID": access_key,
            "AWS_SECRET_ACCESS_KEY": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
            "AWS_CONFIG_FILE": os.devnull,
            "AWS_SHARED_CREDENTIALS_FILE": os.devnull,
            "AWS_EC2_METADATA_DISABLED": "true",
        }

    def client(self, service: str) -> Any:
        """A boto3 client of this cloud."""
        key = self.environment()
        session = boto3.Session(key["AWS_ACCESS_KEY_ID"], key["AWS_SECRET_ACCESS_KEY"], region_name=REGION)
        return session.client(service, endpoint_url=self.url)

    def requests(self) -> list[dict[str, Any]]:
        """What was asked for so far, oldest first: service, operation, principal (access key), status, ..."""
        return self._control("GET", "requests")["requests"]

    def forget_requests(self) -> None:
        self._control("DELETE", "requests")

    def keep_contents(self, wanted: bool) -> None:
        """Whether the requests from now on are kept with what was sent."""
        self._control("PUT", "requests", {"contents": wanted})

    def now(self) -> float:
        """The time of its clock, which others may have put forward."""
        return self._control("GET", "clock")["now"]

    def writes(self) -> dict[str, list[dict[str, Any]]]:
        """The requests that may have changed something, by access key: all but reading ones, if they succeeded."""
        found: dict[str, list[dict[str, Any]]] = {}
        for entry in self.requests():
            looked = entry["only_looked"] or (entry["operation"] or "").startswith(READS)
            if entry["status"] < 400 and not looked:
                shown = {name: entry[name] for name in ("service", "operation", "status")}
                found.setdefault(entry["principal"], []).append(shown)
        return found

    def reset(self) -> None:
        self._control("POST", "reset")

    def faults(self, rules: list[dict[str, Any]]) -> None:
        """What shall go wrong from now on; the rules are described in emulator/faults.py."""
        self._control("PUT", "faults", rules)

    def _control(self, method: str, name: str, content: Any = None) -> Any:
        body = None if content is None else json.dumps(content).encode()
        request = urllib.request.Request(f"{self.url}/_local-cloud/{name}", body, method=method)
        with urllib.request.urlopen(request, timeout=30) as answer:
            return json.load(answer)


@contextmanager
def running(log: Path, time_scale: float = 0.0) -> Iterator[LocalCloud]:
    """A local cloud that ends with the context; what it prints goes to the file I(log)."""
    port = free_port()
    process = launched(log, port, "--time-scale", str(time_scale))
    try:
        yield LocalCloud(f"http://127.0.0.1:{port}")
    finally:
        process.terminate()
        process.wait(timeout=10)


def launched(log: Path, port: int, *options: str) -> subprocess.Popen:
    """A server of its own on the port, once it is healthy; what it prints is added to the file I(log)."""
    command = [sys.executable, "-m", "emulator", "serve", "--port", str(port), *options]
    with log.open("ab") as output:
        process = subprocess.Popen(command, cwd=ROOT, stdout=output, stderr=subprocess.STDOUT)
    cloud = LocalCloud(f"http://127.0.0.1:{port}")
    deadline = time.monotonic() + START_SECONDS
    while not is_healthy(cloud):
        if process.poll() is not None or time.monotonic() > deadline:
            process.kill()
            raise RuntimeError(f"The local cloud did not start:\n{log.read_text(errors='replace')}")
        time.sleep(0.02)
    return process


def is_healthy(cloud: LocalCloud) -> bool:
    try:
        with urllib.request.urlopen(f"{cloud.url}/health", timeout=1) as answer:
            return answer.status == 200
    except OSError:
        return False


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
