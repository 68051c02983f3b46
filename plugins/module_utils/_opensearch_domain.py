# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How an OpenSearch domain tells its state, and how what it tells differs from what it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ._engine.context import Context
from ._engine.state import FAILED, GONE, PENDING, READY, State

_BROKEN = ("Isolated",)


def state(live: dict[str, Any]) -> State:
    """The state by several flags, for a domain has no single status word."""
    status = live.get("DomainProcessingStatus") or ""
    progress = live.get("ChangeProgressDetails") or {}
    if live.get("Deleted"):
        return State(GONE, status or "Deleting")
    if status in _BROKEN or progress.get("ConfigChangeStatus") == "ValidationFailed":
        return State(FAILED, status, progress.get("Message", "the service refused the change"))
    busy = live.get("Processing") or live.get("UpgradeProcessing") or not live.get("Created", True)
    if busy or not _has_endpoint(live):
        return State(PENDING, status or "Processing")
    return State(READY, status or "Active")


def _has_endpoint(live: dict[str, Any]) -> bool:
    return bool(live.get("Endpoint") or live.get("EndpointV2") or live.get("Endpoints"))


def observe(context: Context, live: dict[str, Any]) -> dict[str, Any]:
    """The live domain in the form of the create request: Auto-Tune tells a state where it takes a wish."""
    told = dict(live)
    tuning = live.get("AutoTuneOptions")
    if tuning and "State" in tuning:
        word = "ENABLED" if tuning["State"].startswith("ENABLE") else "DISABLED"
        told["AutoTuneOptions"] = {**tuning, "DesiredState": word}
    return told


def locked(context: Context, live: dict[str, Any], changes: dict[str, Any]) -> Iterable[str]:
    """A domain stays inside or outside a VPC for life."""
    before, after = changes.get("VPCOptions", (None, None))
    inside = bool((live.get("VPCOptions") or {}).get("SubnetIds"))
    return ["VPCOptions"] if after and inside != bool(after.get("SubnetIds")) else []


def upgrade(context: Context, live: dict[str, Any], version: str) -> None:
    """Bring the domain to another engine version (UpgradeDomain)."""
    context.api.call("UpgradeDomain", DomainName=live["DomainName"], TargetVersion=version)
