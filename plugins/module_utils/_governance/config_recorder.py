# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The recorder of AWS Config."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import ByKey, Facet, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]

_PUT = "PutConfigurationRecorder"
_ONLY_TOLD = ("arn", "recordingScope")


def _sendable(_context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    return {name: value for name, value in request.items() if name not in _ONLY_TOLD}


def _read_recording(context: Context, live: Members) -> bool:
    answer = context.api.call("DescribeConfigurationRecorderStatus", ConfigurationRecorderNames=[live["name"]])
    return bool(answer["ConfigurationRecordersStatus"][0]["recording"])


def _write_recording(context: Context, live: Members, _current: Any, wanted: bool) -> None:
    verb = "Start" if wanted else "Stop"
    context.api.call(f"{verb}ConfigurationRecorder", ConfigurationRecorderName=live["name"])


RESOURCE = Resource(
    service="config",
    noun="ConfigurationRecorder",
    returns="recorder",
    find=ByKey(),
    create=_PUT,
    read="DescribeConfigurationRecorders",
    update=_PUT,
    listing="",
    wrapper="ConfigurationRecorders",
    envelopes={_PUT: "ConfigurationRecorder"},
    ids={"ConfigurationRecorderNames": "name", "ConfigurationRecorderName": "name"},
    update_request=_sendable,
    compare={"resourceTypes": same_set},
    explain={"NoAvailableDeliveryChannelException": "Make one (config_delivery_channel), then run this again."},
    facets=(Facet("recording", _read_recording, _write_recording),),
    tagging=Tagging(target={"ResourceArn": "arn"}),
)
