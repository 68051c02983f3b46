"""What a request needs to be allowed: its action on each of its resources, and what it does besides."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from emulator.authorization import actions
from emulator.authorization.request import Asked
from emulator.authorization.resources import Resource, of_request
from emulator.modeled.service import Service


@dataclass(frozen=True)
class Demand:
    action: str
    resource: Resource
    keys: dict[str, str] = field(default_factory=dict)
    """Condition keys that this demand alone has."""


PASSED_TO = {
    "application-autoscaling": "application-autoscaling.amazonaws.com",
    "backup": "backup.amazonaws.com",
    "bedrock": "bedrock.amazonaws.com",
    "bedrock-agent": "bedrock.amazonaws.com",
    "bedrock-agentcore-control": "bedrock-agentcore.amazonaws.com",
    "cloudtrail": "cloudtrail.amazonaws.com",
    "config": "config.amazonaws.com",
    "ec2": "vpc-flow-logs.amazonaws.com",
    "ecs": "ecs-tasks.amazonaws.com",
    "lambda": "lambda.amazonaws.com",
    "rds": "rds.amazonaws.com",
    "scheduler": "scheduler.amazonaws.com",
    "ssm": "ssm.amazonaws.com",
}
"""The services that act as roles of the account: who gives them one must be allowed to pass it on."""
ROLES = frozenset(
    {
        "AutomationAssumeRole",
        "CloudWatchLogsRoleArn",
        "DeliverLogsPermissionArn",
        "IamRoleArn",
        "MonitoringRoleArn",
        "RoleARN",
        "RoleArn",
        "Role",
        "executionRoleArn",
        "memoryExecutionRoleArn",
        "roleARN",
        "roleArn",
        "taskRoleArn",
    }
)


def of_asked(asked: Asked, services: Mapping[str, Service]) -> Iterator[Demand]:
    action = actions.action(asked.service, asked.operation, asked.params)
    resources = of_request(asked, services)
    yield from (Demand(action, resource) for resource in resources)
    tagging = actions.tagging_action(asked.service, asked.operation, asked.params)
    if tagging:
        created = [resource for resource in resources if resource.is_new] or resources[:1]
        yield from (Demand(tagging, resource) for resource in created)
    if asked.service == "s3" and isinstance(asked.params.get("CopySource"), str):
        source = unquote(asked.params["CopySource"]).lstrip("/").partition("?")[0]
        yield Demand("s3:GetObject", Resource(f"arn:{asked.partition}:s3:::{source}"))
    passed_to = PASSED_TO.get(asked.service)
    if passed_to:
        for role in dict.fromkeys(roles_in(asked.params)):
            yield Demand("iam:PassRole", Resource(role), {"iam:passedtoservice": passed_to})


def roles_in(params: Any, depth: int = 4) -> Iterator[str]:
    """The ARNs of roles that a request gives to the service."""
    for name, value in params.items() if isinstance(params, dict) else ():
        if name in ROLES and isinstance(value, str) and ":role/" in value:
            yield value
        elif depth and isinstance(value, dict):
            yield from roles_in(value, depth - 1)
        elif depth and isinstance(value, list):
            for item in value:
                yield from roles_in(item, depth - 1)
