"""CloudWatch Logs: keys of log groups."""

from typing import Any

from moto.logs.exceptions import ResourceNotFoundException
from moto.logs.responses import LogsResponse

from emulator.overrides.patch import add


def install() -> None:
    @add(LogsResponse, "associate_kms_key")
    def associate_kms_key(self: Any) -> str:
        find(self).kms_key_id = self._get_param("kmsKeyId")
        return "{}"

    @add(LogsResponse, "disassociate_kms_key")
    def disassociate_kms_key(self: Any) -> str:
        find(self).kms_key_id = None
        return "{}"


def find(response: Any) -> Any:
    """The log group that a request names, by name or ARN."""
    name = response._get_param("logGroupName") or response._get_param("resourceIdentifier", "")
    name = name.rsplit(":log-group:", 1)[-1].removesuffix(":*")
    group = response.logs_backend.groups.get(name)
    if group is None:
        raise ResourceNotFoundException()
    return group
