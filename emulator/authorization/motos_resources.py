"""Which resources of moto's services a request is for: templates of ARNs, filled with the request's parameters.

What isn't here is judged as "*".
"""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from emulator.authorization.request import Asked


@dataclass(frozen=True)
class Template:
    """member: the parameter that names the resource.  arn: the rest of the ARN behind the service's name, with
    {region}, {account}, {id} and other parameters.
    """

    member: str
    arn: str


def here(service: str, member: str, resource: str) -> Template:
    return Template(member, f"{service}:{{region}}:{{account}}:{resource}")


def anywhere(service: str, member: str, resource: str) -> Template:
    return Template(member, f"{service}::{{account}}:{resource}")


TEMPLATES: dict[str, tuple[Template, ...]] = {
    "acm": (here("acm", "CertificateArn", "certificate/{id}"),),
    "backup": (here("backup", "BackupVaultName", "backup-vault:{id}"),),
    "cloudtrail": (here("cloudtrail", "Name", "trail/{id}"), here("cloudtrail", "TrailName", "trail/{id}")),
    "cognito-idp": (here("cognito-idp", "UserPoolId", "userpool/{id}"),),
    "dynamodb": (here("dynamodb", "TableName", "table/{id}"),),
    "ecr": (here("ecr", "repositoryName", "repository/{id}"),),
    "elbv2": (
        here("elasticloadbalancing", "LoadBalancerArn", "{id}"),
        here("elasticloadbalancing", "ListenerArn", "{id}"),
        here("elasticloadbalancing", "RuleArn", "{id}"),
        here("elasticloadbalancing", "TargetGroupArn", "{id}"),
    ),
    "events": (here("events", "Rule", "rule/{id}"), here("events", "Name", "rule/{id}")),
    "kms": (here("kms", "KeyId", "key/{id}"), here("kms", "TargetKeyId", "key/{id}")),
    "lambda": (here("lambda", "FunctionName", "function:{id}"),),
    "logs": (
        here("logs", "logGroupName", "log-group:{id}:log-stream:{logStreamName}"),
        here("logs", "logGroupIdentifier", "log-group:{id}:log-stream:{logStreamName}"),
    ),
    "rds": (
        here("rds", "DBClusterIdentifier", "cluster:{id}"),
        here("rds", "DBInstanceIdentifier", "db:{id}"),
        here("rds", "DBSubnetGroupName", "subgrp:{id}"),
        here("rds", "DBClusterParameterGroupName", "cluster-pg:{id}"),
        here("rds", "DBParameterGroupName", "pg:{id}"),
        here("rds", "DBClusterSnapshotIdentifier", "cluster-snapshot:{id}"),
        here("rds", "DBSnapshotIdentifier", "snapshot:{id}"),
    ),
    "route53": (Template("HostedZoneId", "route53:::hostedzone/{id}"), Template("Id", "route53:::hostedzone/{id}")),
    "s3": (Template("Bucket", "s3:::{id}"),),
    "secretsmanager": (
        here("secretsmanager", "SecretId", "secret:{id}"),
        here("secretsmanager", "Name", "secret:{id}"),
    ),
    "sns": (
        here("sns", "TopicArn", "{id}"),
        here("sns", "TargetArn", "{id}"),
        here("sns", "SubscriptionArn", "{id}"),
        here("sns", "Name", "{id}"),
    ),
    "sqs": (here("sqs", "QueueUrl", "{id}"), here("sqs", "QueueName", "{id}")),
    "ssm": (
        here("ssm", "Name", "parameter/{id}"),
        here("ssm", "Names", "parameter/{id}"),
        here("ssm", "Path", "parameter/{id}"),
    ),
    "sts": (anywhere("iam", "RoleArn", "role/{id}"),),
}
IAM = {
    "RoleName": "role",
    "UserName": "user",
    "GroupName": "group",
    "InstanceProfileName": "instance-profile",
    "PolicyName": "policy",
}
LISTS = ("List", "Describe")


def of_moto(asked: Asked) -> Iterator[str]:
    """The ARNs of the resources that a request to one of moto's services is for."""
    special = SPECIAL.get(asked.service)
    yield from special(asked) if special else by_template(asked)


def by_template(asked: Asked) -> Iterator[str]:
    for template in TEMPLATES.get(asked.service, ()):
        given = asked.params.get(template.member)
        if given:
            yield from (arn_of(asked, template, str(one)) for one in (given if isinstance(given, list) else [given]))
            return
    yield from (arn for arn in arns_in(asked.params))


def arn_of(asked: Asked, template: Template, given: str) -> str:
    if given.startswith("arn:"):
        return given
    names = Names({**asked.params, **asked.where, "id": given})
    return f"arn:{asked.partition}:" + template.arn.format_map(names)


class Names(dict[str, Any]):
    """What a template names and the request hasn't is nothing."""

    def __missing__(self, _key: str) -> str:
        return ""


def arns_in(params: dict[str, Any]) -> Iterator[str]:
    """The ARN that a parameter such as ResourceArn has."""
    for name, value in params.items():
        if name.lower() in ("resourcearn", "resourceid", "resourcename", "arn") and str(value).startswith("arn:"):
            yield value
            return


# What no template can say ---------------------------------------------------------------------------------------------


def of_s3(asked: Asked) -> Iterator[str]:
    bucket, key = asked.params.get("Bucket"), asked.params.get("Key")
    if not bucket:
        return
    base = f"arn:{asked.partition}:s3:::{bucket}"
    if asked.operation == "DeleteObjects":
        objects = (asked.params.get("Delete") or {}).get("Objects") or []
        yield from (f"{base}/{one.get('Key')}" for one in objects)
    else:
        yield f"{base}/{key}" if key else base


def of_sqs(asked: Asked) -> Iterator[str]:
    """The last part of a queue's URL is its name."""
    name = asked.params.get("QueueUrl") or asked.params.get("QueueName")
    if name and not asked.operation.startswith("ListQueues"):
        yield f"arn:{asked.partition}:sqs:{asked.region}:{asked.account}:{str(name).rstrip('/').rpartition('/')[2]}"


def of_iam(asked: Asked) -> Iterator[str]:
    """Roles, users and the like by name, under the path that they have."""
    if asked.operation in ("ListRoles", "ListUsers", "ListGroups", "ListPolicies", "ListInstanceProfiles"):
        return
    for member, kind in IAM.items():
        name = asked.params.get(member)
        # The policy in a request about a role is inline, and no resource.
        if name and (kind != "policy" or asked.operation == "CreatePolicy"):
            yield existing(asked, kind, name) or (
                f"arn:{asked.partition}:iam::{asked.account}:{kind}{asked.params.get('Path') or '/'}{name}"
            )
            return
    arns = ("PolicyArn", "OpenIDConnectProviderArn", "SAMLProviderArn")
    yield from (asked.params[name] for name in arns if name in asked.params)
    if asked.operation == "CreateOpenIDConnectProvider":
        host = str(asked.params.get("Url", "")).removeprefix("https://")
        yield f"arn:{asked.partition}:iam::{asked.account}:oidc-provider/{host}"
    elif asked.principal.kind == "User" and not asked.params and asked.operation.startswith(("Get", "List")):
        # What names no user is about the one who asks.
        yield asked.principal.arn


def existing(asked: Asked, kind: str, name: str) -> str | None:
    from moto.iam.models import iam_backends

    backend = iam_backends[asked.account][asked.partition]
    kept = {
        "role": backend.roles,
        "user": backend.users,
        "group": backend.groups,
        "instance-profile": backend.instance_profiles,
    }.get(kind, {})
    return next((str(one.arn) for one in kept.values() if one.name == name), None)


def of_secretsmanager(asked: Asked) -> Iterator[str]:
    """A secret's ARN ends in signs that its name doesn't have."""
    from moto.secretsmanager.models import secretsmanager_backends

    for arn in by_template(asked):
        kept = secretsmanager_backends[asked.account][asked.region].secrets.values()
        yield next((str(one.arn) for one in kept if arn in (one.arn, one.arn.rpartition("-")[0])), arn)


def of_kms(asked: Asked) -> Iterator[str]:
    """Keys by id or ARN; an alias stands for its key."""
    from moto.kms.models import kms_backends

    given = asked.params.get("KeyId") or asked.params.get("TargetKeyId")
    if not given:
        return
    name = str(given).rpartition(":")[2] if ":alias/" in str(given) else str(given)
    backend = kms_backends[asked.account][asked.region]
    found = backend.get_key_id_from_alias(name) if name.startswith("alias/") else name
    # moto makes the key of an alias such as alias/aws/s3 when it is first asked for.
    key = str(found or name)
    yield key if key.startswith("arn:") else f"arn:{asked.partition}:kms:{asked.region}:{asked.account}:key/{key}"


def of_ssm(asked: Asked) -> Iterator[str]:
    """Documents and parameters both go by Name."""
    if "Document" in asked.operation and asked.params.get("Name"):
        yield f"arn:{asked.partition}:ssm:{asked.region}:{asked.account}:document/{asked.params['Name']}"
        return
    if asked.operation.startswith(("AddTags", "RemoveTags", "ListTags")):
        kind = str(asked.params.get("ResourceType", "")).lower()
        name = str(asked.params.get("ResourceId", "")).lstrip("/")
        yield f"arn:{asked.partition}:ssm:{asked.region}:{asked.account}:{kind}/{name}"
        return
    # The name of a parameter may start with the slash that stands before it in the ARN.
    for arn in by_template(asked):
        yield arn.replace(":parameter//", ":parameter/")


def of_rds(asked: Asked) -> Iterator[str]:
    """What is created in a cluster or a subnet group is for both of them."""
    if asked.operation.startswith("Describe") or not asked.params:
        return
    named = [template for template in TEMPLATES["rds"] if asked.params.get(template.member)]
    if named:
        yield from (arn_of(asked, template, str(asked.params[template.member])) for template in named)
    else:
        yield from by_template(asked)


def of_elbv2(asked: Asked) -> Iterator[str]:
    if asked.operation.startswith("Describe"):
        return
    base = f"arn:{asked.partition}:elasticloadbalancing:{asked.region}:{asked.account}"
    kinds = {"network": "net", "gateway": "gwy"}
    if asked.operation == "CreateLoadBalancer":
        kind = kinds.get(str(asked.params.get("Type")), "app")
        yield f"{base}:loadbalancer/{kind}/{asked.params.get('Name')}/*"
    elif asked.operation == "CreateTargetGroup":
        yield f"{base}:targetgroup/{asked.params.get('Name')}/*"
    elif "ResourceArns" in asked.params:
        yield from asked.params["ResourceArns"]
    else:
        yield from by_template(asked)


EC2 = {
    "acl": "network-acl",
    "dopt": "dhcp-options",
    "eigw": "egress-only-internet-gateway",
    "eipalloc": "elastic-ip",
    "eni": "network-interface",
    "fl": "vpc-flow-log",
    "i": "instance",
    "igw": "internet-gateway",
    "lt": "launch-template",
    "nat": "natgateway",
    "pl": "prefix-list",
    "rtb": "route-table",
    "sg": "security-group",
    "sgr": "security-group-rule",
    "snap": "snapshot",
    "subnet": "subnet",
    "vol": "volume",
    "vpc": "vpc",
    "vpce": "vpc-endpoint",
}
"""What the ids of EC2 start with, and what the ARN says."""
EC2_CREATED = {
    "AllocateAddress": "elastic-ip",
    "CreateDhcpOptions": "dhcp-options",
    "CreateFlowLogs": "vpc-flow-log",
    "CreateInternetGateway": "internet-gateway",
    "CreateLaunchTemplate": "launch-template",
    "CreateNatGateway": "natgateway",
    "CreateNetworkAcl": "network-acl",
    "CreateNetworkInterface": "network-interface",
    "CreateRouteTable": "route-table",
    "CreateSecurityGroup": "security-group",
    "CreateSubnet": "subnet",
    "CreateVolume": "volume",
    "CreateVpc": "vpc",
    "CreateVpcEndpoint": "vpc-endpoint",
    "RunInstances": "instance",
}


def of_ec2(asked: Asked) -> Iterator[str]:
    """What is created, and what the ids in the request name. What only describes knows no resources."""
    if asked.operation.startswith(("Describe", "Get")):
        return
    base = f"arn:{asked.partition}:ec2:{asked.region}:{asked.account}"
    if asked.operation in EC2_CREATED:
        yield f"{base}:{EC2_CREATED[asked.operation]}/*"
    for value in asked.params.values():
        for text in value if isinstance(value, list) else [value]:
            kind = EC2.get(text.partition("-")[0]) if isinstance(text, str) else None
            if kind and "-" in text:
                yield f"{base}:{kind}/{text}"


SPECIAL: dict[str, Callable[[Asked], Iterator[str]]] = {
    "ec2": of_ec2,
    "elbv2": of_elbv2,
    "iam": of_iam,
    "kms": of_kms,
    "rds": of_rds,
    "s3": of_s3,
    "secretsmanager": of_secretsmanager,
    "sqs": of_sqs,
    "ssm": of_ssm,
}
