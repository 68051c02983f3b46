# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Documents of Systems Manager: versions of a text, of which one is the default, shared with accounts."""

from __future__ import annotations

from typing import Any

from ._engine.arguments import yaml
from ._engine.changes import changed_members
from ._engine.context import Context
from ._engine.diff import same_set
from ._engine.resource import ByKey, Facet, Resource
from ._engine.tags import Tagging

Members = dict[str, Any]

_NEWEST = "$LATEST"
_AT_ONCE = 20  # accounts in one request


def _observe(context: Context, live: Members) -> Members:
    """The newest version with its text, in the format that it was written in."""
    if not live.get("Name"):
        return live
    told = context.api.call("GetDocument", Name=live["Name"], DocumentVersion=_NEWEST)
    return {**{name: value for name, value in live.items() if name != "Tags"}, "Content": told["Content"]}


def same_content(wanted: Any, current: Any) -> bool:
    """Whether two texts, in JSON or YAML, say the same; those that are neither have to be equal."""
    return _parsed(wanted) == _parsed(current)


def _parsed(text: Any) -> Any:
    try:
        return yaml.safe_load(text) if isinstance(text, str) else text
    except yaml.YAMLError:
        return text


def _update_request(context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    """A new version on top of the newest. The name of a version is unique, so it is only sent when it is given."""
    kept = {name: value for name, value in request.items() if name != "VersionName"}
    named = {name: context.wanted[name] for name in ("VersionName",) if name in context.wanted}
    return {**kept, **named, "DocumentVersion": _NEWEST}


def _read_default(context: Context, live: Members) -> bool:
    """Whether the newest version is the default, and stays so after this run."""
    wanted = context.params["set_default"]
    if not wanted:
        return wanted
    return live.get("DefaultVersion") == live.get("LatestVersion") and not changed_members(context, live)


def _write_default(context: Context, live: Members, _current: Any, _wanted: bool) -> None:
    name = live["Name"]
    newest = context.api.call("DescribeDocument", Name=name, DocumentVersion=_NEWEST)["Document"]["DocumentVersion"]
    context.api.call("UpdateDocumentDefaultVersion", Name=name, DocumentVersion=newest)


def _read_accounts(context: Context, live: Members) -> list[str]:
    shared = context.api.call("DescribeDocumentPermission", Name=live["Name"], PermissionType="Share")
    return shared.get("AccountIds") or []


def _write_accounts(context: Context, live: Members, current: list[str], wanted: list[str]) -> None:
    steps = {
        "AccountIdsToRemove": [account for account in current if account not in wanted],
        "AccountIdsToAdd": [account for account in wanted if account not in current],
    }
    for member, accounts in steps.items():
        for start in range(0, len(accounts), _AT_ONCE):
            some = {member: accounts[start : start + _AT_ONCE]}
            context.api.call("ModifyDocumentPermission", Name=live["Name"], PermissionType="Share", **some)


def _unshare(context: Context, live: Members) -> None:
    _write_accounts(context, live, _read_accounts(context, live), [])


RESOURCE = Resource(
    service="ssm",
    noun="Document",
    returns="document",
    find=ByKey(request={"Filters": [{"Key": "Owner", "Values": ["Self"]}]}),
    read="DescribeDocument",
    read_request=lambda context, request: {**request, "DocumentVersion": _NEWEST},
    ids={"Name": "Name"},
    observe=_observe,
    compare={"Content": same_content},
    ignore=("VersionName",),
    update_request=_update_request,
    before_delete=_unshare,
    status="Status",
    missing=("InvalidDocument",),
    tagging=Tagging(
        target={"ResourceType": lambda api, live: "Document", "ResourceId": "Name"},
        tag="AddTagsToResource",
        untag="RemoveTagsFromResource",
    ),
    facets=(
        Facet("set_default", _read_default, _write_default),
        Facet("account_ids", _read_accounts, _write_accounts, "ModifyDocumentPermission.AccountIdsToAdd", same_set),
    ),
    name_family="ssm_document",
)
