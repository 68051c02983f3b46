"""Which actions and resources operations are judged by: all that a module can call, with the least of parameters."""

import re
from collections import Counter
from typing import Any

import pytest
from moto.core.utils import get_service_model

from emulator import ledger
from emulator.authorization import actions, context, demands
from emulator.authorization.principals import root
from emulator.authorization.request import Asked
from emulator.clock import Clock
from emulator.identify import Identity
from emulator.modeled.cloud import Cloud
from emulator.services import SERVICES
from tests.emulator.requests import least

ACCOUNT = "123456789012"
BY_NAME = {service.name: service for service in SERVICES}
CALLED = sorted({(operation.service, operation.name) for operation in ledger.called()})
ARN = re.compile(r"arn:aws:[a-z0-9-]+:([a-z]+-[a-z]+-\d)?:(\d{12}|aws)?:[^{}]+")


def asked(service: str, operation: str, params: Any) -> Asked:
    identity = Identity(service, operation, "us-east-1", "AKIAIOSFODNN7EXAMPLE")
    return Asked(identity, {"REMOTE_ADDR": "127.0.0.1"}, root(ACCOUNT, "aws"), Cloud(Clock()), params=params)


def likely(service: str, operation: str) -> dict[str, Any]:
    """The least that an operation takes, with ARNs and ids where it takes such, required or not."""
    shape = get_service_model(service).operation_model(operation).input_shape
    params = least(shape) if shape else {}
    for name, member in shape.members.items() if shape else ():
        text = next((text for end, text in IDS.items() if name.lower().rstrip("s").endswith(end)), "")
        if text:
            params[name] = [text] if member.type_name == "list" else text
    return params


IDS = {
    "resourcearn": "arn:aws:any:us-east-1:123456789012:thing/a",
    "vpcid": "vpc-1",
    "subnetid": "subnet-1",
    "securitygroupid": "sg-1",
    "groupid": "sg-1",
    "routetableid": "rtb-1",
    "gatewayid": "igw-1",
    "allocationid": "eipalloc-1",
    "endpointid": "vpce-1",
    "flowlogid": "fl-1",
}


def judged(service: str, operation: str, params: Any) -> list[tuple[str, str]]:
    found = demands.of_asked(asked(service, operation, params), BY_NAME)
    return [(demand.action, demand.resource.arn) for demand in found]


@pytest.mark.parametrize("service", sorted({service for service, _operation in CALLED}))
def test_every_operation_has_an_action_and_a_resource(service: str) -> None:
    for operation in (name for owner, name in CALLED if owner == service):
        shape = get_service_model(service).operation_model(operation).input_shape
        params = least(shape) if shape else {}
        request = asked(service, operation, params)
        found = list(demands.of_asked(request, BY_NAME))
        assert found, operation
        for demand in found:
            arn = demand.resource.arn
            assert re.fullmatch(r"[a-z0-9-]+:[A-Z]\w+", demand.action), (operation, demand.action)
            # What the request itself says may be no ARN at all.
            assert arn == "*" or ARN.fullmatch(arn) or arn in str(params), (operation, arn)
            assert context.of_demand(request, demand)["aws:resourceaccount"]


def test_how_many_operations_are_judged_by_a_resource() -> None:
    found: Counter[str] = Counter()
    for service, operation in CALLED:
        arns = [arn for _action, arn in judged(service, operation, likely(service, operation))]
        looks = " and looks" if operation.startswith(("List", "Describe")) else ""
        found[("everything" if set(arns) == {"*"} else "resource") + looks] += 1
    assert found["resource"] > 4 * found["everything"], found
    resource, everything = (found[name] + found[f"{name} and looks"] for name in ("resource", "everything"))
    said = (
        f"Of the {found.total()} operations that modules can call, {resource} are judged by an ARN and {everything} by "
        f"`*`, of which {found['everything and looks']} list or describe."
    )
    assert said in (ledger.ROOT / "docs/local-cloud.md").read_text()


HERE = f"us-east-1:{ACCOUNT}"
IAM = f"arn:aws:iam::{ACCOUNT}"


@pytest.mark.parametrize(
    ("service", "operation", "params", "expected"),
    [
        ("bedrock-agent", "CreateKnowledgeBase", {"name": "base"}, "*"),
        ("bedrock-agent", "StartIngestionJob", {"knowledgeBaseId": "KB", "dataSourceId": "DS"},
         f"arn:aws:bedrock:{HERE}:knowledge-base/KB"),
        ("bedrock-agent", "GetDataSource", {"knowledgeBaseId": "KB", "dataSourceId": "DS"},
         f"arn:aws:bedrock:{HERE}:knowledge-base/KB"),
        ("bedrock-agent-runtime", "Retrieve", {"knowledgeBaseId": "KB"}, f"arn:aws:bedrock:{HERE}:knowledge-base/KB"),
        ("bedrock-agentcore-control", "ListMemories", {}, f"arn:aws:bedrock-agentcore:{HERE}:memory/*"),
        ("bedrock-agentcore-control", "CreateGatewayTarget", {"gatewayIdentifier": "tools-1"},
         f"arn:aws:bedrock-agentcore:{HERE}:gateway/tools-1"),
        ("bedrock-agentcore-control", "GetAgentRuntimeEndpoint", {"agentRuntimeId": "a-1", "endpointName": "DEFAULT"},
         f"arn:aws:bedrock-agentcore:{HERE}:runtime/a-1/runtime-endpoint/DEFAULT"),
        ("bedrock-agentcore", "InvokeAgentRuntime",
         {"agentRuntimeArn": f"arn:aws:bedrock-agentcore:{HERE}:runtime/a-1"},
         f"arn:aws:bedrock-agentcore:{HERE}:runtime/a-1"),
        ("s3vectors", "PutVectors", {"vectorBucketName": "b", "indexName": "i"},
         f"arn:aws:s3vectors:{HERE}:bucket/b/index/i"),
        ("opensearch", "UpdateDomainConfig", {"DomainName": "search"}, f"arn:aws:es:{HERE}:domain/search"),
        ("opensearch", "CreateIndex", {"DomainName": "search", "IndexName": "i"}, f"arn:aws:es:{HERE}:domain/search"),
        ("ecs", "CreateService", {"cluster": "c", "serviceName": "s"}, f"arn:aws:ecs:{HERE}:service/c/s"),
        ("ecs", "RunTask", {"taskDefinition": "web:1"}, f"arn:aws:ecs:{HERE}:task-definition/web:1"),
        ("scheduler", "CreateSchedule", {"Name": "s"}, f"arn:aws:scheduler:{HERE}:schedule/default/s"),
        ("wafv2", "CreateWebACL", {"Name": "w", "Scope": "REGIONAL"},
         f"arn:aws:wafv2:{HERE}:regional/webacl/w/*"),
        ("application-autoscaling", "PutScalingPolicy", {"ResourceId": "service/c/s"},
         f"arn:aws:application-autoscaling:{HERE}:scalable-target/*"),
        ("budgets", "CreateBudget", {"Budget": {"BudgetName": "all"}}, f"arn:aws:budgets::{ACCOUNT}:budget/all"),
        ("iam", "CreateRole", {"RoleName": "r", "Path": "/p/"}, f"{IAM}:role/p/r"),
        ("iam", "PutRolePolicy", {"RoleName": "r", "PolicyName": "p"}, f"{IAM}:role/r"),
        ("iam", "CreatePolicy", {"PolicyName": "p"}, f"{IAM}:policy/p"),
        ("sts", "AssumeRole", {"RoleArn": f"{IAM}:role/r"}, f"{IAM}:role/r"),
        ("ssm", "GetParameter", {"Name": "plain"}, f"arn:aws:ssm:{HERE}:parameter/plain"),
        ("ssm", "CreateDocument", {"Name": "d"}, f"arn:aws:ssm:{HERE}:document/d"),
        ("logs", "PutLogEvents", {"logGroupName": "/a", "logStreamName": "s"},
         f"arn:aws:logs:{HERE}:log-group:/a:log-stream:s"),
        ("sns", "CreateTopic", {"Name": "t"}, f"arn:aws:sns:{HERE}:t"),
        ("sqs", "SendMessage", {"QueueUrl": f"http://127.0.0.1:4566/{ACCOUNT}/q"}, f"arn:aws:sqs:{HERE}:q"),
        ("kms", "DescribeKey", {"KeyId": "1234"}, f"arn:aws:kms:{HERE}:key/1234"),
        ("rds", "ModifyDBCluster", {"DBClusterIdentifier": "c"}, f"arn:aws:rds:{HERE}:cluster:c"),
        ("elbv2", "CreateLoadBalancer", {"Name": "l"},
         f"arn:aws:elasticloadbalancing:{HERE}:loadbalancer/app/l/*"),
        ("s3", "PutBucketTagging", {"Bucket": "b"}, "arn:aws:s3:::b"),
        ("ecr", "DeleteRepository", {"repositoryName": "r"}, f"arn:aws:ecr:{HERE}:repository/r"),
        ("ecr", "GetAuthorizationToken", {}, "*"),
    ],
)  # fmt: skip
def test_resources(service: str, operation: str, params: Any, expected: str) -> None:
    assert judged(service, operation, params) == [(actions.action(service, operation, params), expected)]


def test_several_resources() -> None:
    vpc = f"arn:aws:ec2:{HERE}:vpc/vpc-1"
    assert judged("ec2", "CreateSubnet", {"VpcId": "vpc-1", "CidrBlock": "10.0.0.0/24"}) == [
        ("ec2:CreateSubnet", f"arn:aws:ec2:{HERE}:subnet/*"),
        ("ec2:CreateSubnet", vpc),
    ]
    assert judged("s3", "DeleteObjects", {"Bucket": "b", "Delete": {"Objects": [{"Key": "x"}, {"Key": "y"}]}}) == [
        ("s3:DeleteObject", "arn:aws:s3:::b/x"),
        ("s3:DeleteObject", "arn:aws:s3:::b/y"),
    ]
    roles = {"executionRoleArn": f"{IAM}:role/a", "taskRoleArn": f"{IAM}:role/b"}
    assert judged("ecs", "RegisterTaskDefinition", {"family": "web", **roles}) == [
        ("ecs:RegisterTaskDefinition", f"arn:aws:ecs:{HERE}:task-definition/web:*"),
        ("iam:PassRole", f"{IAM}:role/a"),
        ("iam:PassRole", f"{IAM}:role/b"),
    ]
