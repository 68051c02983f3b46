# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Task definitions: families of revisions, of which the newest active one counts."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.tags import Tagging
from .containers import same_amount, same_containers

Members = dict[str, Any]


def _read_request(context: Context, request: Members) -> Members:
    """A family alone stands for its newest active revision."""
    revision = context.params.get("revision")
    if revision is None:
        return request
    if context.params.get("state") == "present":
        raise EngineError("revision is for state=absent: a revision never changes, and the service numbers new ones.")
    return {**request, "taskDefinition": f"{context.params['family']}:{revision}"}


def _deregister_others(context: Context, live: Members) -> None:
    """Without a revision, the whole family goes; the newest one follows."""
    if context.params["revision"] is None:
        arns = context.api.items("ListTaskDefinitions", "taskDefinitionArns", familyPrefix=live["family"])
        start = live["taskDefinitionArn"].rpartition(":")[0]
        for arn in arns:
            if arn.rpartition(":")[0] == start and arn != live["taskDefinitionArn"]:
                context.api.call("DeregisterTaskDefinition", taskDefinition=arn)


RESOURCE = Resource(
    service="ecs",
    noun="TaskDefinition",
    returns="task_definition",
    create="RegisterTaskDefinition",
    read="DescribeTaskDefinition",
    update="RegisterTaskDefinition",
    delete="DeregisterTaskDefinition",
    ids={"taskDefinition": "family"},
    wrapper="taskDefinition",
    local=("revision",),
    read_request=_read_request,
    delete_request=lambda context, live, request: {"taskDefinition": live["taskDefinitionArn"]},
    before_delete=_deregister_others,
    exists=lambda live: live.get("status") == "ACTIVE",
    revises=True,
    compare={
        "containerDefinitions": same_containers,
        "cpu": same_amount,
        "memory": same_amount,
        "requiresCompatibilities": same_set,
    },
    # The service has no code of its own for a family or revision that is not there.
    missing=("ClientException",),
    tagging=Tagging(target={"resourceArn": "taskDefinitionArn"}),
    name_family="ecs",
)
