# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""OpenSearch domains: how one tells its state, and how what it tells differs from what it is asked for."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from .._engine.context import Context
from .._engine.diff import same_given, same_policy, same_set
from .._engine.resource import Facet, Resource
from .._engine.state import FAILED, GONE, PENDING, READY, State
from .._engine.tags import Tagging

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
        return State(PENDING, status or "Processing", _progress(progress))
    return State(READY, status or "Active")


def _progress(progress: dict[str, Any]) -> str:
    """How far a change is: what the service says, and since when it says so."""
    told = [progress.get("ConfigChangeStatus"), progress.get("Message")]
    since = progress.get("LastUpdatedTime")
    return ", ".join([*filter(None, told), *([f"since {since:%H:%M:%S} UTC"] if since else [])])


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


def _read_access(context: Context, live: dict[str, Any]) -> list[str]:
    """The other accounts that may make VPC endpoints to the domain."""
    found = context.api.items("ListVpcEndpointAccess", "AuthorizedPrincipalList", DomainName=live["DomainName"])
    own = live["ARN"].split(":")[4]
    accounts = [entry["Principal"] for entry in found if entry.get("PrincipalType") == "AWS_ACCOUNT"]
    return [account for account in accounts if account != own]


def _write_access(context: Context, live: dict[str, Any], current: list[str], wanted: list[str]) -> None:
    for account in [account for account in wanted if account not in current]:
        context.api.call("AuthorizeVpcEndpointAccess", DomainName=live["DomainName"], Account=account)
    for account in [account for account in current if account not in wanted]:
        context.api.call("RevokeVpcEndpointAccess", DomainName=live["DomainName"], Account=account)


RESOURCE = Resource(
    service="opensearch",
    noun="Domain",
    returns="domain",
    read="DescribeDomain",
    update="UpdateDomainConfig",
    listing="ListDomainNames",
    renames={"name": "DomainName"},
    observe=observe,
    locked=locked,
    updaters={"EngineVersion": upgrade},
    update_sends="changed",
    compare={
        "AccessPolicies": same_policy,
        "SubnetIds": same_set,
        "SecurityGroupIds": same_set,
        # The engine has options of its own beside those that are asked for, and logs stay until they are switched off.
        "AdvancedOptions": same_given,
        "LogPublishingOptions": same_given,
    },
    ignore=("MasterUserOptions", "RollbackOnDisable"),
    state=state,
    tagging=Tagging(target={"ARN": "ARN"}, tag="AddTags", untag="RemoveTags", listing="ListTags"),
    facets=(Facet("vpc_endpoint_accounts", _read_access, _write_access, same=same_set),),
    transient={"ValidationException": "role|assume|service-linked"},
    name_family="opensearch_domain",
)
