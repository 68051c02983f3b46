"""Policies of resources: those of buckets, queues, topics, keys and secrets, and the trust policies of roles."""

from collections.abc import Iterable
from enum import Enum
from typing import Any

from emulator.authorization.conditions import Context, as_texts
from emulator.authorization.policy import Statement, statements
from emulator.authorization.principals import Principal


class Grant(Enum):
    """How far a policy of a resource answers a request."""

    DENY = "explicit deny"
    ALLOW = "allows this caller"
    DELEGATE = "leaves it to the policies of the account"
    SILENT = "nothing"


def verdict(document: str, principal: Principal, action: str, resource: str, context: Context) -> Grant:
    found = Grant.SILENT
    for statement in statements(document):
        grant = named(statement, principal)
        if grant is Grant.SILENT or not statement.fits(action, resource, context):
            continue
        if statement.denies:
            return Grant.DENY
        if found is not Grant.ALLOW:
            found = grant
    return found


def named(statement: Statement, principal: Principal) -> Grant:
    """Whether a statement means the caller: as itself, or as one of an account."""
    content = statement.content
    if "NotPrincipal" in content:
        return Grant.SILENT if means(content["NotPrincipal"], principal) is not Grant.SILENT else Grant.ALLOW
    return means(content.get("Principal"), principal)


def means(said: Any, principal: Principal) -> Grant:
    names: Iterable[str] = ("*",) if said == "*" else as_texts(said.get("AWS", [])) if isinstance(said, dict) else ()
    if "*" in names or {principal.arn, principal.identity} & set(names):
        return Grant.ALLOW
    account = principal.account
    of_account = [name for name in names if name == account or name.endswith(f":iam::{account}:root")]
    return Grant.DELEGATE if account and of_account else Grant.SILENT


def of_resource(arn: str) -> str | None:
    """The policy of a resource, if it has one."""
    parts = arn.split(":", 5)
    finder = FINDERS.get(parts[2]) if len(parts) == 6 else None
    try:
        return finder(*parts) if finder else None
    except LookupError:
        # moto has no such region or partition.
        return None


def of_bucket(_arn: str, partition: str, _s3: str, _region: str, _account: str, rest: str) -> str | None:
    from moto.s3.models import s3_backends

    name = rest.partition("/")[0]
    # The name of a bucket is nobody else's: its ARN tells no account.
    for account in list(s3_backends):
        bucket = s3_backends[account][partition].buckets.get(name)
        if bucket is not None:
            return text(bucket.policy)
    return None


def is_closed_to_the_public(arn: str) -> bool:
    """Whether a bucket's policy can let in nobody from outside, as those of new buckets can't."""
    from moto.s3.models import s3_backends

    name = arn.partition(":::")[2].partition("/")[0]
    for account in list(s3_backends):
        for backend in list(s3_backends[account].values()):
            bucket = backend.buckets.get(name)
            if bucket is not None:
                block = bucket.public_access_block
                return block is not None and str(block.restrict_public_buckets).lower() == "true"
    return False


def of_queue(arn: str, partition: str, sqs: str, region: str, account: str, rest: str) -> str | None:
    from moto.sqs.models import sqs_backends

    queue = sqs_backends[account][region].queues.get(rest)
    return text(queue.policy) if queue is not None else None


def of_topic(arn: str, partition: str, sns: str, region: str, account: str, rest: str) -> str | None:
    from moto.sns.models import sns_backends

    topic = sns_backends[account][region].topics.get(":".join((arn, partition, sns, region, account, rest)))
    return text(topic.policy) if topic is not None else None


def of_key(_arn: str, _partition: str, _kms: str, region: str, account: str, rest: str) -> str | None:
    from moto.kms.models import kms_backends

    key = kms_backends[account][region].keys.get(rest.removeprefix("key/"))
    return text(key.policy) if key is not None else None


def of_secret(arn: str, partition: str, service: str, region: str, account: str, rest: str) -> str | None:
    from moto.secretsmanager.models import secretsmanager_backends

    whole = ":".join((arn, partition, service, region, account, rest))
    kept = secretsmanager_backends[account][region].secrets.values()
    return next((text(getattr(one, "policy", None)) for one in kept if one.arn == whole), None)


def trust(role_arn: str) -> str | None:
    """The trust policy of a role; None if there is no such role."""
    from moto.iam.models import iam_backends

    parts = role_arn.split(":", 5)
    if len(parts) < 6:
        return None
    if parts[4] not in iam_backends or parts[1] not in iam_backends[parts[4]]:
        return None
    kept = iam_backends[parts[4]][parts[1]].roles.values()
    return next((str(role.assume_role_policy_document) for role in kept if role.arn == role_arn), None)


def text(policy: Any) -> str | None:
    """moto keeps some policies as bytes."""
    return policy.decode() if isinstance(policy, bytes) else policy or None


FINDERS = {"s3": of_bucket, "sqs": of_queue, "sns": of_topic, "kms": of_key, "secretsmanager": of_secret}
