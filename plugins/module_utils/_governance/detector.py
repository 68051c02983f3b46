# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""GuardDuty's detector, one for an account and region."""

from __future__ import annotations

from typing import Any

from .._engine.api import Api
from .._engine.context import Context
from .._engine.resource import ByList, Facet, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]


def _arn(api: Api, live: Members) -> str:
    """No answer tells it; the service's role is in the account of the detector."""
    account = live["ServiceRole"].split(":")[4]
    meta = api.client.meta
    return f"arn:{meta.partition}:guardduty:{meta.region_name}:{account}:detector/{live['DetectorId']}"


def _observe(_context: Context, live: Members) -> Members:
    return {**live, "Enable": live.get("Status") == "ENABLED"}


def _read_features(context: Context, live: Members) -> list[Members]:
    """Those that the user speaks of, without the time of their last change."""
    asked = {feature.get("name") for feature in context.params["features"]}
    told = [feature for feature in live.get("Features") or [] if feature["Name"] in asked]
    return [{name: value for name, value in feature.items() if name != "UpdatedAt"} for feature in told]


def _write_features(context: Context, live: Members, _current: Any, wanted: list[Members]) -> None:
    context.api.call("UpdateDetector", DetectorId=live["DetectorId"], Features=wanted)


def _has_features(wanted: list[Members], current: list[Members] | None) -> bool:
    """Features that are not spoken of stay as they are; so does what belongs to a feature."""
    there = {feature["Name"]: feature for feature in current or []}
    return all(_has(feature, there.get(feature["Name"], {})) for feature in wanted)


def _has(wanted: Members, current: Members) -> bool:
    more = _has_features(wanted.get("AdditionalConfiguration") or [], current.get("AdditionalConfiguration"))
    return more and wanted.get("Status", current.get("Status")) == current.get("Status")


RESOURCE = Resource(
    service="guardduty",
    noun="Detector",
    returns="detector",
    find=ByList(),
    ids={"DetectorId": "DetectorId"},
    observe=_observe,
    update_sends="changed",
    facets=(Facet("features", _read_features, _write_features, member="UpdateDetector.Features", same=_has_features),),
    # What it says of a detector that is not there.
    missing=("BadRequestException",),
    # Disabled is what the user may want, not a state on the way to another.
    status="",
    computed=lambda context, live: {"detector_arn": _arn(context.api, live)} if "ServiceRole" in live else {},
    tagging=Tagging(target={"ResourceArn": _arn}, inline="Tags"),
)
