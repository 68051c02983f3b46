"""CloudTrail: trails are described by name, and a trail that is not there cannot be deleted."""

import json
from typing import Any

from moto.cloudtrail.models import CloudTrailBackend
from moto.cloudtrail.responses import CloudTrailResponse

from emulator.overrides.patch import around


def install() -> None:
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
