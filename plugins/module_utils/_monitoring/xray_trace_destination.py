# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a region has once for traces: where spans go, how many are indexed, and the key."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import Facet, Resource

Members = dict[str, Any]

_RULE = "Default"  # the one indexing rule that a region has


def _read_percentage(context: Context, _live: Members) -> float | None:
    rules = context.api.items("GetIndexingRules", "IndexingRules")
    told = {rule["Name"]: rule["Rule"].get("Probabilistic", {}) for rule in rules}
    return told.get(_RULE, {}).get("DesiredSamplingPercentage")


def _write_percentage(context: Context, _live: Members, _current: Any, wanted: float) -> None:
    context.api.call("UpdateIndexingRule", Name=_RULE, Rule={"Probabilistic": {"DesiredSamplingPercentage": wanted}})


def _read_encryption(context: Context, _live: Members) -> Members:
    config = context.api.call("GetEncryptionConfig")["EncryptionConfig"]
    return {name: value for name, value in config.items() if name != "Status"}


def _write_encryption(context: Context, _live: Members, _current: Any, wanted: Members) -> None:
    context.api.call("PutEncryptionConfig", **wanted)


def _same_encryption(wanted: Members, current: Members) -> bool:
    """Whether the key is the wanted one, which may be given by its id where the service tells an ARN."""
    key, told = str(wanted.get("KeyId", "")), str(current.get("KeyId", ""))
    return wanted["Type"] == current.get("Type") and key in (told, told.rsplit("/", 1)[-1])


RESOURCE = Resource(
    service="xray",
    noun="TraceSegmentDestination",
    returns="trace_destination",
    create="",
    delete="",
    listing="",
    status="Status",
    unreadable=("CloudWatchLogsConfiguration",),
    facets=(
        Facet(
            "desired_sampling_percentage",
            _read_percentage,
            _write_percentage,
            member="UpdateIndexingRule.Rule.Probabilistic.DesiredSamplingPercentage",
        ),
        Facet(
            "encryption_config",
            _read_encryption,
            _write_encryption,
            member="PutEncryptionConfig",
            same=_same_encryption,
        ),
    ),
    explain={
        "InvalidRequestException": "Spans go to CloudWatch Logs only when a resource policy of CloudWatch Logs lets "
        "xray.amazonaws.com write to aws/spans and /aws/application-signals/data.",
    },
)
