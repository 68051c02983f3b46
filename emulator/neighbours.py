"""What our resource types look up in moto's services: roles and objects.

moto's part for a service is imported when it is first needed, which makes the start quick.
"""

from collections.abc import Iterator
from dataclasses import dataclass
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

    _, partition, _, _, account, _ = arn.split(":", 5)
    return any(role.arn == arn for role in iam_backends[account][partition].roles.values())


def bucket_exists(account: str, region: str, bucket: str) -> bool:
    return find_bucket(account, region, bucket) is not None


def object_exists(account: str, region: str, bucket: str, key: str) -> bool:
    found = find_bucket(account, region, bucket)
    return found is not None and is_object(found.keys.get(key))


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
