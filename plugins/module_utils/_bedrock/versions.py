# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Publishing drafts: a new version when the draft, as it will be, differs from the newest one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .._engine import lookup
from .._engine.changes import changed_members
from .._engine.context import Context
from .._engine.resource import Facet
from .._engine.sdk import botocore
from .._engine.state import wait_until_ready
from .._engine.unknown import is_unknown

Members = dict[str, Any]

ON_CHANGE = "on_change"


@dataclass(frozen=True)
class Versions:
    """The versions of one type of resource.

    create: operation that makes one of the draft.  identifier: request member that names the resource.
    version: request member of the reading operation that chooses a version.
    not_content: request members whose change alone makes no new version.
    """

    create: str
    identifier: str
    version: str
    not_content: tuple[str, ...]

    @property
    def facet(self) -> Facet:
        """What the option "publish" does."""
        return Facet("publish", self._read, self._publish, same=_is_published, told=False)

    def told(self, context: Context, live: Members) -> Members:
        """The newest version, in check mode the one that there would be."""
        if context.params.get("state") == "absent":
            return {}
        newest = self._newest(context, live)
        publishes = context.check_mode and context.params.get("publish") == ON_CHANGE
        if publishes and (newest is None or self._outdated(context, live, newest)):
            return {"published_version": str((newest or 0) + 1)}
        return {"published_version": newest and str(newest)}

    def _read(self, context: Context, live: Members) -> str | None:
        """The wish when it is fulfilled, and otherwise which version is there."""
        if context.params["publish"] != ON_CHANGE:
            return context.params["publish"]
        newest = self._newest(context, live)
        if newest is None:
            return None
        outdated = self._outdated(context, live, newest)
        return f"version {newest} is older than the draft" if outdated else ON_CHANGE

    def _publish(self, context: Context, live: Members, _current: Any, _wanted: Any) -> None:
        """There is no version of a draft on its way, so this waits even where the user does not."""
        resource = context.resource
        wait_until_ready(context.what, lambda: lookup.refresh(context, live), resource.state_of, context.deadline())
        context.api.call(self.create, **self._named(context, live))

    def _named(self, context: Context, live: Members) -> Members:
        return {self.identifier: live[context.resource.ids[self.identifier]]}

    def _newest(self, context: Context, live: Members) -> int | None:
        """The highest number among the versions."""
        identifier = live.get(context.resource.ids[self.identifier])
        if identifier is None or is_unknown(identifier):
            return None
        listing = context.resource.operation("listing")
        try:
            listed = context.api.items(listing, context.api.list_member(listing), **{self.identifier: identifier})
        except botocore.exceptions.ClientError as exception:
            if context.api.is_missing(exception):
                return None
            raise
        return max((int(entry["version"]) for entry in listed if entry["version"].isdigit()), default=None)

    def _outdated(self, context: Context, live: Members, newest: int) -> bool:
        """Whether the draft will differ from the version, once it is as the user wants it.

        What the wish leaves alone is compared as it is, and what it changes by the wish itself.
        """
        request = {**self._named(context, live), self.version: str(newest)}
        version = context.api.call(context.resource.operation("read"), **request)
        apart = {*self.not_content, "tags", "clientToken", "clientRequestToken"}
        changed = set(changed_members(context, live)) - apart
        if changed & set(changed_members(context, version)):
            return True
        draft, published = (context.resource.observed(context, told) for told in (live, version))
        content = set(context.api.members(context.resource.operation("create"))) - changed - apart
        return any(draft.get(name) != published.get(name) for name in content)


def _is_published(wanted: str, current: str | None) -> bool:
    return wanted != ON_CHANGE or current == ON_CHANGE
