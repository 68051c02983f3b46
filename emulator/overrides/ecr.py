"""ECR: scanning of the registry without rules."""

from typing import Any

from moto.ecr.models import ECRBackend

from emulator.overrides.patch import around


def install() -> None:
    @around(ECRBackend, "put_registry_scanning_configuration")
    def put(moto: Any, self: Any, scan_type: str | None, rules: list[dict[str, Any]] | None) -> None:
        moto(scan_type or "BASIC", rules or [])
