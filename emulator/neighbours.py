"""What our resource types look up in moto's services: roles, objects, database clusters and secrets.

moto's part for a service is imported when it is first needed, which makes the start quick.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from operator import itemgetter
from typing import Any

from moto.core.exceptions import ServiceException
from moto.utilities.utils import get_partition


@dataclass(frozen=True)
class StoredObject:
    key: str
    etag: str
    size: int
    body: bytes


def role_exists(arn: str) -> bool:
    """Whether the IAM role with this ARN exists in its account."""
    from moto.iam.models import iam_backends

    partition, account = itemgetter(1, 4)(arn.split(":", 5))
    return any(role.arn == arn for role in iam_backends[account][partition].roles.values())


def assumed_role(arn: str, region: str, session: str) -> Any:
    """Credentials of a role, with which its requests go to its account."""
    from moto.sts.models import sts_backends

    partition, account = itemgetter(1, 4)(arn.split(":", 5))
    return sts_backends[account][partition].assume_role(
        region_name=region, role_session_name=session, role_arn=arn, policy="", duration=3600, external_id=""
    )


def database_cluster(arn: str) -> Any:
    """The Aurora cluster with this ARN (one of moto's), None if there is no such cluster."""
    from moto.rds.models import rds_backends

    region, account = itemgetter(3, 4)(arn.split(":"))
    clusters = rds_backends[account][region].clusters.values()
    return next((item for item in clusters if item.db_cluster_arn == arn), None)


def secret_exists(arn: str) -> bool:
    """Whether the secret with this ARN exists, and isn't waiting for its deletion."""
    from moto.secretsmanager.models import secretsmanager_backends

    region, account = itemgetter(3, 4)(arn.split(":"))
    secrets = secretsmanager_backends[account][region].secrets
    return any(secret.arn == arn and not secret.is_deleted() for secret in dict.values(secrets))


def secret_value(key: str, account: str, region: str) -> str | None:
    """The text of the secret with this ARN or name, None if there is none or it waits for its deletion."""
    from moto.secretsmanager.models import secretsmanager_backends

    if key.startswith("arn:"):
        region, account = itemgetter(3, 4)(key.split(":"))
    for secret in dict.values(secretsmanager_backends[account][region].secrets):
        if key in (secret.arn, secret.name) and not secret.is_deleted() and secret.default_version_id:
            return str(secret.versions[secret.default_version_id].get("secret_string"))
    return None


def log_group_exists(account: str, region: str, name: str) -> bool:
    from moto.logs.models import logs_backends

    return name in logs_backends[account][region].groups


def log_policies(account: str, region: str) -> list[str]:
    """The documents of the resource policies of CloudWatch Logs."""
    from moto.logs.models import logs_backends

    return [str(policy.policy_document) for policy in logs_backends[account][region].resource_policies.values()]


def bucket_exists(account: str, region: str, bucket: str) -> bool:
    return find_bucket(account, region, bucket) is not None


def object_exists(account: str, region: str, bucket: str, key: str) -> bool:
    found = find_bucket(account, region, bucket)
    return found is not None and is_object(found.keys.get(key))


def object_body(account: str, region: str, bucket: str, key: str, version: str | None = None) -> bytes | None:
    """The content of an object, or of one of its versions; None if there is no such object."""
    found = find_bucket(account, region, bucket)
    items = found.keys.getlist(key) if found else []
    if version is not None:
        items = [item for item in items if item.version_id == version]
    return bytes(items[-1].value) if items and is_object(items[-1]) else None


def stored_objects(account: str, region: str, bucket: str, prefixes: list[str]) -> Iterator[StoredObject]:
    """The newest versions of a bucket's objects whose keys start with one of the prefixes (all, if there is none)."""
    found = find_bucket(account, region, bucket)
    for key in sorted(found.keys) if found else ():
        item = found.keys.get(key)
        if is_object(item) and (not prefixes or key.startswith(tuple(prefixes))):
            yield StoredObject(key, item.etag.strip('"'), item.size, item.value)


def find_bucket(account: str, region: str, bucket: str) -> Any:
    from moto.s3.models import s3_backends

    try:
        return s3_backends[account][get_partition(region)].get_bucket(bucket)
    except ServiceException:
        return None


def is_object(item: Any) -> bool:
    """Whether a key's newest version is an object: it isn't missing, and no delete marker, which has no size."""
    return hasattr(item, "size")


def capacity_provider_exists(account: str, region: str, name: str) -> bool:
    """Whether ECS has a capacity provider of this name or ARN, beside those of Fargate."""
    from moto.ecs.models import ecs_backends

    providers = ecs_backends[account][region].capacity_providers.values()
    return any(name in (item.name, item.capacity_provider_arn) for item in providers)


def target_group_exists(account: str, region: str, arn: str) -> bool:
    from moto.elbv2.models import elbv2_backends

    return arn in elbv2_backends[account][region].target_groups


def load_balancer_exists(account: str, region: str, arn: str) -> bool:
    from moto.elbv2.models import elbv2_backends

    return arn in elbv2_backends[account][region].load_balancers


def api_stage(account: str, region: str, arn: str) -> Any:
    """The stage of API Gateway with this ARN, None if there is none."""
    from moto.wafv2.models import wafv2_backends

    return wafv2_backends[account][region]._find_apigw_stage(arn)


def tag_keys(account: str) -> set[str]:
    """The keys of the tags that moto's resources in an account carry, in whatever region something was asked."""
    from moto.core.base_backend import BackendDict
    from moto.core.resource_tagging import TaggableResourcesMixin

    there = [
        backend
        for service in list(BackendDict._instances)
        if account in service
        for backend in list(service[account].values())
        if isinstance(backend, TaggableResourcesMixin)
    ]
    return {key for backend in there for one in backend.iter_tagged_resources() for key in one.tags}


def backup_vault_exists(account: str, region: str, name: str) -> bool:
    from moto.backup.models import backup_backends

    return name in backup_backends[account][region].vaults


def tagged(account: str, region: str) -> list[Any]:
    """moto's resources that can be tagged, whether they are or not, each with arn, tags and resource_type."""
    from moto.core.resource_tagging import TaggedResource, iter_taggable_backends

    rules = config_rules(account, region)
    return [
        *(one for backend in iter_taggable_backends(account, region) for one in backend.iter_tagged_resources()),
        *(TaggedResource(arn, rule.tags, "config:config-rule") for arn, rule in rules.items()),
    ]


def config_rules(account: str, region: str) -> dict[str, Any]:
    """The rules of AWS Config by ARN; moto's Resource Groups Tagging API does not know them."""
    from moto.config.models import config_backends

    return {rule.config_rule_arn: rule for rule in config_backends[account][region].config_rules.values()}


def tag_resource(account: str, region: str, arn: str, tags: dict[str, str]) -> str | None:
    """Tag one of moto's resources; the reason why not, if it can't be."""
    if rule := config_rules(account, region).get(arn):
        rule.tags.update(tags)
        return None
    return _change_tags(account, region, arn, "tag_resources", tags)


def untag_resource(account: str, region: str, arn: str, keys: list[str]) -> str | None:
    if rule := config_rules(account, region).get(arn):
        rule.tags = {key: value for key, value in rule.tags.items() if key not in keys}
        return None
    return _change_tags(account, region, arn, "untag_resources", keys)


def _change_tags(account: str, region: str, arn: str, operation: str, given: Any) -> str | None:
    from moto.resourcegroupstaggingapi.models import resourcegroupstaggingapi_backends

    if all(one.arn != arn for one in tagged(account, region)):
        return f"{arn} was not found, or is of a type that cannot be tagged here"
    failed = getattr(resourcegroupstaggingapi_backends[account][region], operation)([arn], given)
    return failed[arn]["ErrorMessage"] if failed else None
