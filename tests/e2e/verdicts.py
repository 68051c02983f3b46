"""What the module platform_requirements_info finds, asked in this process: a run of Ansible for each is too slow."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from ansible_collections.bidops.platform.plugins.module_utils._engine.context import Context
from ansible_collections.bidops.platform.plugins.modules import platform_requirements_info

from tests.e2e.journey import Target
from tests.local_cloud import ROOT

Verdicts = dict[str, dict[str, Any]]


@dataclass
class _Module:
    """What the engine uses of AnsibleAWSModule."""

    target: Target
    check_mode: bool = False

    @property
    def params(self) -> dict[str, Any]:
        return {"platform": self.target.prefix, "environment": self.target.environment, "root": str(ROOT)}

    def client(self, service: str, **_config: Any) -> Any:
        return self.target.client(service)


class Verifier:
    """Asks again and again, with the same clients."""

    def __init__(self, target: Target) -> None:
        self._context = Context(_Module(target), platform_requirements_info.RESOURCE)

    def __call__(self) -> Verdicts:
        return {one["id"]: one for one in platform_requirements_info.verify(self._context)["requirements"]}


def broken(verdicts: Verdicts) -> dict[str, str]:
    """The requirements that are broken, and why."""
    return {one["id"]: one["reason"] for one in verdicts.values() if one["status"] == "broken"}
