"""Tags: those that a request gives or takes, and those that a resource has."""

import re
from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qsl

TAG_MEMBER = re.compile(r"(tags|taglist|tagset|tagging|resourcetags|userpooltags|\w*tags)", re.IGNORECASE)
KEYS_MEMBER = re.compile(r"(tagkeys|tagkeylist|resourcetagkeys)", re.IGNORECASE)
KEY_NAMES, VALUE_NAMES = ("Key", "key", "TagKey"), ("Value", "value", "TagValue")
ENVELOPES = ("CreateBucketConfiguration", "Tagging", "TagSpecifications", "TagSpecification")
"""Members that have the tags further down."""


def tags_in(params: dict[str, Any]) -> dict[str, str]:
    """The tags that a request gives, in whatever shape its service has for them."""
    return {key: value for name, given in params.items() for key, value in _pairs(name, given)}


def _pairs(name: str, given: Any) -> Iterator[tuple[str, str]]:
    if name in ENVELOPES and not isinstance(given, str):
        for one in given if isinstance(given, list) else [given]:
            for inner, content in one.items() if isinstance(one, dict) else ():
                yield from _pairs(inner, content)
    elif not TAG_MEMBER.fullmatch(name):
        return
    elif isinstance(given, str):
        # S3's header x-amz-tagging has them as a query.
        yield from parse_qsl(given, keep_blank_values=True) if name == "Tagging" else ()
    elif isinstance(given, dict):
        yield from ((key, text) for key, text in given.items() if isinstance(text, str))
    elif isinstance(given, list):
        yield from (pair(one) for one in given if isinstance(one, dict) and _first(one, KEY_NAMES))


def pair(tag: dict[str, Any]) -> tuple[str, str]:
    return str(_first(tag, KEY_NAMES)), str(_first(tag, VALUE_NAMES) or "")


def _first(tag: dict[str, Any], names: tuple[str, ...]) -> Any:
    return next((tag[name] for name in names if name in tag), None)


def tag_keys_in(params: dict[str, Any]) -> list[str]:
    """The keys of the tags that a request gives or takes off."""
    taken = [key for name, keys in params.items() if KEYS_MEMBER.fullmatch(name) for key in keys]
    return [*tags_in(params), *(key for key in taken if isinstance(key, str))]


def of_motos_resource(arn: str, account: str, region: str) -> dict[str, str]:
    """The tags of one of moto's resources, where moto can tell them."""
    from emulator import neighbours

    parts = arn.split(":", 5)
    if len(parts) < 6:
        return {}
    if parts[2] == "iam" and parts[4] == account:
        return _of_iam(parts[4], parts[1], arn)
    if parts[2] == "s3":
        arn = arn.partition("/")[0]
    if parts[2] == "logs":
        arn = arn.partition(":log-stream:")[0]
    return next((dict(one.tags) for one in neighbours.tagged(account, region) if one.arn == arn), {})


def _of_iam(account: str, partition: str, arn: str) -> dict[str, str]:
    from moto.iam.models import iam_backends

    from emulator.authorization.principals import tags_of

    backend = iam_backends[account][partition]
    role = next((role for role in backend.roles.values() if role.arn == arn), None)
    if role is not None:
        return tags_of(role.tags)
    return tags_of(backend.tagger.list_tags_for_resource(arn)["Tags"])
