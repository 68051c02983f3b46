# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Publishing guardrails: a new version when the draft, as it will be, differs from the newest one."""

from __future__ import annotations

from typing import Any

from .._engine import lookup
from .._engine.context import Context
from .._engine.diff import Comparison
from .._engine.request import settable
from .._engine.sdk import botocore
from .._engine.shapes import Structure
from .._engine.state import wait_until_ready
from .._engine.unknown import is_unknown

Members = dict[str, Any]

ON_CHANGE = "on_change"
_NOT_CONTENT = ("name", "description", "kmsKeyId", "tags", "clientRequestToken")


def is_published(wanted: str, current: str | None) -> bool:
    return wanted != ON_CHANGE or current == ON_CHANGE


def read(context: Context, live: Members) -> str | None:
    """The wish when it is fulfilled, and otherwise which version is there."""
    if context.params["publish"] != ON_CHANGE:
        return context.params["publish"]
    newest = _newest(context, live)
    if newest is None:
        return None
    return f"version {newest} is older than the draft" if _outdated(context, live, newest) else ON_CHANGE


def publish(context: Context, live: Members, _current: Any, _wanted: Any) -> None:
    """There is no version of a draft on its way, so this waits even where the user does not."""
    resource = context.resource
    wait_until_ready(context.what, lambda: lookup.refresh(context, live), resource.state_of, context.deadline())
    context.api.call("CreateGuardrailVersion", guardrailIdentifier=live["guardrailId"])


def told(context: Context, live: Members) -> Members:
    """The newest version, in check mode the one that there would be."""
    if context.params.get("state") == "absent":
        return {}
    newest = _newest(context, live)
    publishes = context.check_mode and context.params.get("publish") == ON_CHANGE
    if publishes and (newest is None or _outdated(context, live, newest)):
        return {"published_version": str((newest or 0) + 1)}
    return {"published_version": newest and str(newest)}


def _newest(context: Context, live: Members) -> int | None:
    """The highest number among the versions."""
    identifier = live.get("guardrailId")
    if identifier is None or is_unknown(identifier):
        return None
    try:
        listed = context.api.items("ListGuardrails", "guardrails", guardrailIdentifier=identifier)
    except botocore.exceptions.ClientError as exception:
        if context.api.is_missing(exception):
            return None
        raise
    return max((int(entry["version"]) for entry in listed if entry["version"].isdigit()), default=None)


def _outdated(context: Context, live: Members, newest: int) -> bool:
    """Whether the draft will differ from the version, once it is as the user wants it.

    What the wish leaves alone is compared as it is, and what it changes by the wish itself.
    """
    version = context.api.call("GetGuardrail", guardrailIdentifier=live["guardrailId"], guardrailVersion=str(newest))
    observe, members = context.resource.observe, settable(context)
    draft, published = observe(context, live), observe(context, version)
    comparison = Comparison(context.resource.compare, context.resource.ignore)
    wanted = {name: value for name, value in context.wanted.items() if name not in _NOT_CONTENT}
    changed = comparison.difference(Structure(members), wanted, draft)
    if comparison.difference(Structure(members), {name: wanted[name] for name in changed}, published):
        return True
    content = set(context.api.members(context.resource.operation("create"))) - set(changed) - set(_NOT_CONTENT)
    return any(draft.get(name) != published.get(name) for name in content)
