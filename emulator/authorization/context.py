"""The condition keys of a request. What is dear to find out is found when a policy asks for it."""

from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime

from emulator.authorization import actions, tags
from emulator.authorization.demands import Demand
from emulator.authorization.request import Asked
from emulator.clock import CLOCK

Values = tuple[str, ...]
RESOURCE_TAG = "resourcetag/"


class Context(Mapping[str, Values]):
    """The keys of a request for one resource, in lower case as policies don't care for it."""

    def __init__(self, request: dict[str, Values], resource_tags: Callable[[], dict[str, str]], prefix: str):
        """prefix: what policies call the service, which has keys of its own for the same."""
        self._request = request
        self._resource_tags = resource_tags
        self._found: dict[str, str] | None = None
        self._prefixes = ("aws:", f"{prefix}:")

    def __getitem__(self, key: str) -> Values:
        service, _colon, name = key.partition(":")
        if name.startswith(RESOURCE_TAG) and f"{service}:" in self._prefixes:
            return (self._tags[name.removeprefix(RESOURCE_TAG)],)
        return self._request[key]

    @property
    def _tags(self) -> dict[str, str]:
        if self._found is None:
            self._found = {key.lower(): value for key, value in self._resource_tags().items()}
        return self._found

    def __iter__(self) -> Iterator[str]:
        return iter(self._request)

    def __len__(self) -> int:
        return len(self._request)


def of_request(asked: Asked) -> dict[str, Values]:
    """The keys that a request has, whichever resource it is for."""
    principal, now = asked.principal, CLOCK.now()
    found: dict[str, str | None] = {
        "aws:CurrentTime": datetime.fromtimestamp(now, UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
        "aws:EpochTime": str(int(now)),
        "aws:PrincipalAccount": principal.account or None,
        "aws:PrincipalArn": principal.identity if principal.account else None,
        "aws:PrincipalType": principal.kind,
        "aws:PrincipalIsAWSService": "false",
        "aws:ViaAWSService": "false",
        "aws:RequestedRegion": asked.region,
        "aws:SecureTransport": str(asked.is_secure).lower(),
        "aws:SourceIp": asked.environ.get("REMOTE_ADDR"),
        "aws:Referer": asked.environ.get("HTTP_REFERER"),
        "aws:UserAgent": asked.environ.get("HTTP_USER_AGENT"),
        "aws:userid": principal.user_id or None,
        "aws:username": principal.name,
        **{f"aws:PrincipalTag/{key}": value for key, value in principal.tags.items()},
        **{f"aws:RequestTag/{key}": value for key, value in tags.tags_in(asked.params).items()},
        **of_service(asked),
    }
    values = {key.lower(): (value,) for key, value in found.items() if value is not None}
    keys = tuple(dict.fromkeys(tags.tag_keys_in(asked.params)))
    return {**values, "aws:tagkeys": keys} if keys else values


def of_demand(asked: Asked, demand: Demand) -> dict[str, Values]:
    """The keys that go with one action on one resource."""
    parts = demand.resource.arn.split(":", 5)
    account = parts[4] if len(parts) == 6 and parts[4].isdecimal() else asked.account
    found = {"aws:resourceaccount": account, "s3:resourceaccount": account, **demand.keys}
    return {key: (value,) for key, value in found.items() if value}


KEYS_OF_PARAMETERS: dict[str, dict[str, str]] = {
    "s3": {
        "Prefix": "s3:prefix",
        "Delimiter": "s3:delimiter",
        "MaxKeys": "s3:max-keys",
        "VersionId": "s3:VersionId",
        "ACL": "s3:x-amz-acl",
        "ServerSideEncryption": "s3:x-amz-server-side-encryption",
        "SSEKMSKeyId": "s3:x-amz-server-side-encryption-aws-kms-key-id",
        "StorageClass": "s3:x-amz-storage-class",
    },
    "iam": {"PermissionsBoundary": "iam:PermissionsBoundary", "PolicyArn": "iam:PolicyARN"},
    "sts": {"ExternalId": "sts:ExternalId", "RoleSessionName": "sts:RoleSessionName"},
}
"""Keys of a service that are parameters under another name."""


def of_service(asked: Asked) -> dict[str, str]:
    names = KEYS_OF_PARAMETERS.get(asked.service, {})
    found = {key: str(asked.params[name]) for name, key in names.items() if name in asked.params}
    if actions.prefix(asked.service) == "ec2":
        found["ec2:Region"] = asked.region
        if asked.operation != "CreateTags":
            found["ec2:CreateAction"] = asked.operation
    return found
