"""CloudTrail: a name is taken once, trails are described by it, and a trail that is not there cannot be deleted."""

import json
from typing import Any

from moto.cloudtrail.models import CloudTrailBackend
from moto.cloudtrail.responses import CloudTrailResponse
from moto.core.exceptions import JsonRESTError

from emulator.overrides.patch import around


def install() -> None:
    @around(CloudTrailBackend, "create_trail")
    def create(moto: Any, self: Any, name: str, *args: Any, **more: Any) -> Any:
        if name in self.trails:
            raise JsonRESTError(
                "TrailAlreadyExistsException", f"Trail {name} already exists for customer: {self.account_id}"
            )
        return moto(name, *args, **more)

    @around(CloudTrailResponse, "describe_trails")
    def describe(moto: Any, self: Any) -> str:
        named = set(self._get_param("trailNameList") or [])
        told = json.loads(moto())
        told["trailList"] = [
            trail for trail in told["trailList"] if not named or named & {trail["Name"], trail["TrailARN"]}
        ]
        return json.dumps(told)

    @around(CloudTrailBackend, "delete_trail")
    def delete(moto: Any, self: Any, name: str) -> None:
        # By its name or its ARN; moto knows the name only.
        moto(self.get_trail(name).trail_name)
