# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Repositories of images: each of their settings has an operation of its own."""

from __future__ import annotations

import json
from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.documents import document
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.tags import Tagging

Members = dict[str, Any]
_MUTABILITY = ("imageTagMutability", "imageTagMutabilityExclusionFilters")


def _name(live: Members) -> Members:
    return {"repositoryName": live["repositoryName"]}


def _put_mutability(context: Context, live: Members, _value: Any) -> None:
    """Mutability and its exceptions go together; after a change of both there is nothing left for the second."""
    wanted = {name: context.wanted.get(name, live.get(name)) for name in _MUTABILITY}
    if all(wanted[name] == live.get(name) for name in _MUTABILITY):
        return
    excepting = str(wanted["imageTagMutability"]).endswith("_WITH_EXCLUSION")
    sent = {name: value for name, value in wanted.items() if value and (excepting or name == _MUTABILITY[0])}
    context.api.call("PutImageTagMutability", **_name(live), **sent)


def _put_scanning(context: Context, live: Members, value: Members) -> None:
    context.api.call("PutImageScanningConfiguration", **_name(live), imageScanningConfiguration=value)


def same_lifecycle(wanted: str, current: str | None) -> bool:
    """Whether two lifecycle policies have the same rules: it is their priority that orders them."""
    return _rules(wanted) == _rules(current)


def _rules(policy: str | None) -> list[Members]:
    rules = json.loads(policy or "{}").get("rules") or []
    return sorted(rules, key=lambda rule: (rule.get("rulePriority", 0), json.dumps(rule, sort_keys=True)))


def _refuse_delete(context: Context, live: Members) -> None:
    if context.params["force_delete"]:
        return
    if context.api.call("ListImages", **_name(live), maxResults=1).get("imageIds"):
        raise EngineError(
            f"{context.what} has images. Set force_delete to delete them along with it. Nothing was changed."
        )


RESOURCE = Resource(
    service="ecr",
    noun="Repository",
    returns="repository",
    plural="repositories",
    read="DescribeRepositories",
    update="",
    listing="DescribeRepositories",
    ids={"repositoryNames": "repositoryName", "repositoryName": "repositoryName"},
    wrapper="repositories",
    renames={"name": "repositoryName"},
    local=("force_delete",),
    updaters={**dict.fromkeys(_MUTABILITY, _put_mutability), "imageScanningConfiguration": _put_scanning},
    compare={"imageTagMutabilityExclusionFilters": same_set},
    facets=(
        document(
            "lifecycle_policy",
            ("GetLifecyclePolicy", "PutLifecyclePolicy", "DeleteLifecyclePolicy"),
            "lifecyclePolicyText",
            _name,
            same=same_lifecycle,
            listed=True,
        ),
        document(
            "repository_policy",
            ("GetRepositoryPolicy", "SetRepositoryPolicy", "DeleteRepositoryPolicy"),
            "policyText",
            _name,
            listed=True,
        ),
    ),
    refuse_delete=_refuse_delete,
    delete_request=lambda context, live, request: {**request, "force": bool(context.params["force_delete"])},
    tagging=Tagging(target={"resourceArn": "repositoryArn"}),
    name_family="ecr_repository",
)
