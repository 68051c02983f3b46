# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Tags of resources of any service, by their ARNs."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from ._engine import tags
from ._engine.context import Context
from ._engine.errors import EngineError
from ._engine.resource import Resource
from ._engine.unknown import is_unknown

_ARNS = "ResourceARNList"

Tags = dict[str, str]

RESOURCE = Resource(
    service="resourcegroupstaggingapi", noun="Resource", returns="resources", plural="resources", create="", read=""
)


def keep(context: Context) -> dict[str, Any]:
    """Work of resource_tag. EngineError: a resource cannot be tagged; the others were."""
    arns = list(dict.fromkeys(context.params["resource_arns"]))
    _refuse_others(arns)
    tags.refuse_reserved(context.tags)
    current = _read(context, [arn for arn in arns if not is_unknown(arn)])
    changes = {arn: _change(context, current.get(arn, {})) for arn in arns}
    requests = list(_requests(context, changes))
    for operation, request in requests:
        context.api.check(operation, request)
    if not context.check_mode:
        _send(context, requests)
    final = {arn: _final(current.get(arn, {}), *changes[arn]) for arn in arns}
    changed = [arn for arn in arns if any(changes[arn])]
    return {
        "changed": bool(changed),
        "diff": {
            "before": {arn: current.get(arn, {}) for arn in changed},
            "after": {arn: final[arn] for arn in changed},
        },
        "resources": [{"resource_arn": arn, "tags": final[arn]} for arn in arns],
    }


def tell(context: Context) -> dict[str, Any]:
    """Work of resource_tag_info."""
    arns, types = context.params["resource_arns"], context.params["resource_types"]
    _refuse_others(arns or [])
    filters = [{"Key": key, "Values": [value] if value else []} for key, value in (context.tags or {}).items()]
    if arns is not None:
        found = _read(context, arns)
    else:
        found = _listed(context, TagFilters=filters, ResourceTypeFilters=types or [])
    return {"changed": False, "resources": [{"resource_arn": arn, "tags": found[arn]} for arn in sorted(found)]}


def _refuse_others(arns: Iterable[str]) -> None:
    wrong = [arn for arn in arns if not is_unknown(arn) and not (arn.startswith("arn:") and arn.count(":") >= 5)]
    if wrong:
        raise EngineError(f"resource_arns: {', '.join(wrong)} is no ARN, such as arn:aws:s3:::name.")


def _read(context: Context, arns: list[str]) -> dict[str, Tags]:
    """The tags of those that carry some."""
    found: dict[str, Tags] = {}
    for batch in context.api.batches("GetResources", _ARNS, arns):
        found.update(_listed(context, **{_ARNS: batch}))
    return found


def _listed(context: Context, **request: Any) -> dict[str, Tags]:
    """Tags by ARN, without those that only AWS sets."""
    found = context.api.items("GetResources", "ResourceTagMappingList", **request)
    return {
        entry["ResourceARN"]: {tag["Key"]: tag["Value"] for tag in entry["Tags"] if not tag["Key"].startswith("aws:")}
        for entry in found
    }


def _change(context: Context, current: Tags) -> tuple[Tags, list[str]]:
    """Which tags to set on one resource, and which to take off."""
    if context.params["state"] == "absent":
        return {}, [key for key in context.params["tag_keys"] if key in current]
    return tags.change(current, context.tags, context.purge_tags)


def _final(current: Tags, setting: Tags, removing: list[str]) -> Tags:
    return {key: value for key, value in {**current, **setting}.items() if key not in removing}


def _requests(context: Context, changes: dict[str, tuple[Tags, list[str]]]) -> Iterable[tuple[str, dict[str, Any]]]:
    """The same change to several resources is one request."""
    removing, setting = defaultdict(list), defaultdict(list)
    for arn, (new, gone) in changes.items():
        if gone:
            removing[tuple(sorted(gone))].append(arn)
        if new:
            setting[tuple(sorted(new.items()))].append(arn)
    for keys, arns in removing.items():
        for batch in context.api.batches("UntagResources", _ARNS, arns):
            yield "UntagResources", {_ARNS: batch, "TagKeys": list(keys)}
    for pairs, arns in setting.items():
        for batch in context.api.batches("TagResources", _ARNS, arns):
            yield "TagResources", {_ARNS: batch, "Tags": dict(pairs)}


def _send(context: Context, requests: Iterable[tuple[str, dict[str, Any]]]) -> None:
    failed: dict[str, Any] = {}
    for operation, request in requests:
        failed.update(context.api.call(operation, **request).get("FailedResourcesMap") or {})
    if failed:
        told = "; ".join(f"{arn}: {why.get('ErrorCode')}: {why.get('ErrorMessage')}" for arn, why in failed.items())
        raise EngineError(
            f"Could not change the tags of {len(failed)} resources, the others have theirs. {told}. The tags may be "
            "changed only with the permissions that the service of the resource asks for, and in its region: us-east-1 "
            "for global services.",
            refused=sorted(failed),
        )
