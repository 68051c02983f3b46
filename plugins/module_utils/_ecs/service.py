# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Services: what others may change besides, and how a deployment ends."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import Resource
from .._engine.sdk import botocore
from .._engine.state import FAILED, GONE, PENDING, READY, State
from .._engine.tags import Tagging
from .._engine.unknown import is_unknown
from .namespace import in_words_of
from .strategy import same_strategy

Members = dict[str, Any]
# Members that the service tells of a deployment only.
_OF_DEPLOYMENT = ("serviceConnectConfiguration", "volumeConfigurations", "vpcLatticeConfigurations")
_LEFT = {"desired_count": "desiredCount", "task_definition": "taskDefinition"}


def _primary(live: Members) -> Members:
    return next((entry for entry in live.get("deployments") or [] if entry.get("status") == "PRIMARY"), {})


def _state(live: Members) -> State:
    """That of the newest deployment; the reason of one that goes on is the newest event, which tells what it lacks."""
    if live.get("status") == "DRAINING":
        return State(GONE, "DRAINING")
    primary = _primary(live)
    rollout, reason = primary.get("rolloutState", ""), primary.get("rolloutStateReason", "")
    if rollout == "FAILED":
        return State(FAILED, rollout, reason)
    if rollout == "IN_PROGRESS":
        return State(PENDING, rollout, "; ".join([reason, *_newest_event(live)]))
    # Where no deployment tells how far it is, such as under CodeDeploy's control, nothing is waited for.
    steady = not rollout or live.get("runningCount") == live.get("desiredCount")
    return State(READY if steady else PENDING, live.get("status", ""), "" if steady else "; ".join(_newest_event(live)))


def _newest_event(live: Members) -> list[str]:
    return [event["message"] for event in (live.get("events") or [])[:1]]


def _observe(context: Context, live: Members) -> Members:
    """The live service in the words of the wish."""
    primary, wanted = _primary(live), context.wanted
    told = {**live, **{name: primary.get(name) for name in _OF_DEPLOYMENT}}
    if told["serviceConnectConfiguration"]:
        connect = wanted.get("serviceConnectConfiguration")
        told["serviceConnectConfiguration"] = in_words_of(context, connect, told["serviceConnectConfiguration"])
    definition = wanted.get("taskDefinition")
    if definition and _means(context, definition, live.get("taskDefinition")):
        told["taskDefinition"] = definition
    left = {_LEFT[option] for option in context.params.get("only_on_create") or []}
    return {**told, **{name: wanted[name] for name in left if name in wanted}}


def _means(context: Context, definition: str, arn: str | None) -> bool:
    """Whether a task definition is the one with the ARN; a family alone means its newest active revision."""
    if is_unknown(definition) or ":" in definition:
        return definition == arn or str(arn).endswith(f"/{definition}")
    try:
        found = context.api.call("DescribeTaskDefinition", taskDefinition=definition)
    except botocore.exceptions.ClientError:  # no such family; the service says so when it is asked to take it
        return False
    return found["taskDefinition"]["taskDefinitionArn"] == arn


def _create_request(context: Context, request: Members) -> Members:
    """A service needs a number of tasks to start with, unless every instance gets one."""
    return request if request.get("schedulingStrategy") == "DAEMON" else {"desiredCount": 1, **request}


def _undone(context: Context, live: Members) -> str:
    place = {"cluster": live["clusterArn"], "service": live["serviceName"]}
    deployments = context.api.items("ListServiceDeployments", "serviceDeployments", **place)
    newest = max(deployments, key=lambda item: item["createdAt"], default={})
    told = [newest[name] for name in ("status", "statusReason") if newest.get(name)]
    return ": ".join(told or _newest_event(live) or ["the service gives no reason"])


def _scale_to_zero(context: Context, live: Members) -> None:
    """The tasks end in their own time, unless they are to be forced."""
    scaled = live.get("schedulingStrategy") == "REPLICA" and live.get("desiredCount")
    if scaled and not context.params["force_delete"] and live.get("status") == "ACTIVE":
        context.api.call("UpdateService", cluster=live["clusterArn"], service=live["serviceName"], desiredCount=0)


RESOURCE = Resource(
    service="ecs",
    noun="Service",
    returns="service",
    read="DescribeServices",
    parents=("cluster",),
    ids={"services": "serviceName", "service": "serviceName", "cluster": "clusterArn"},
    wrapper="services",
    renames={"name": "serviceName"},
    local=("only_on_create", "force_delete"),
    # A deleted service can be read for a while.
    exists=lambda live: live.get("status") != "INACTIVE",
    observe=_observe,
    rewritten=("taskDefinition", "serviceConnectConfiguration"),
    state=_state,
    create_request=_create_request,
    update_sends="changed",
    interruptible=True,
    undone=_undone,
    before_delete=_scale_to_zero,
    delete_request=lambda context, live, request: {**request, "force": bool(context.params["force_delete"])},
    compare={
        "capacityProviderStrategy": same_strategy,
        **dict.fromkeys(("subnets", "securityGroups", "alarmNames"), same_set),
    },
    tagging=Tagging(target={"resourceArn": "serviceArn"}),
    name_family="ecs",
)
