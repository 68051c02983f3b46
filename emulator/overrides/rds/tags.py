"""Tags of a cluster or an instance that is not there: none, says moto; AWS says that it is not there."""

from typing import Any

from moto.rds.exceptions import DBClusterNotFoundError, DBInstanceNotFoundError
from moto.rds.models import RDSBackend

from emulator.overrides.patch import around
from emulator.overrides.rds.clusters import is_gone

ERRORS = {"cluster": DBClusterNotFoundError, "db": DBInstanceNotFoundError}


def install() -> None:
    @around(RDSBackend, "_get_resource_for_tagging")
    def find(moto: Any, self: Any, arn: str) -> Any:
        resource = moto(arn)
        kind, _colon, name = arn.split(":", 5)[-1].partition(":")
        if kind in ERRORS and (resource is None or is_gone(resource)):
            raise ERRORS[kind](name)
        return resource
