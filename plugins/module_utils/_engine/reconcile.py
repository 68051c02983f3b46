# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Making the live resource what the user asks for: create, update, replace or delete it, or leave it alone.

Check mode walks the same path and stops short of each call that would change something, so that it refuses what the
real run would refuse and predicts what it would do.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from .._naming import IllegalName, check_name
from . import lookup, request, result, tags
from .api import failure
from .changes import Changes, changed_members
from .context import Context
from .errors import EngineError, error_code, error_message
from .facets import Part, read_all
from .resource import ByKey
from .sdk import botocore
from .shapes import from_api, violations
from .state import (
    FAILED,
    GONE,
    NO_STATE,
    PENDING,
    State,
    wait_until_gone,
    wait_until_ready,
    wait_until_settled,
)

_PATIENCE = 90.0  # seconds to go on trying through an error that is declared to pass by itself

Members = dict[str, Any]


class Reconciler:
    """One run for one resource. The result has changed, diff and the resource."""

    def __init__(self, context: Context) -> None:
        self.context = context
        self.resource = context.resource
        self.api = context.api
        facets = {facet.option: facet for facet in self.resource.facets}
        self.parts = [Part(context, facet) for facet in facets.values() if context.params[facet.option] is not None]
        own = [name for name in context.options if name not in facets and name not in self.resource.local]
        context.wanted = request.wanted(context, own)

    # The two wishes -----------------------------------------------------------------------------------------------

    def present(self) -> dict[str, Any]:
        """Create the resource, or bring it to what the options say."""
        tags.refuse_reserved(self.context.tags)
        if isinstance(self.resource.find, ByKey):
            self._check_name()  # the service would refuse even to look for it
        live = self._find()
        if live is not None and self.resource.state_of(live).kind == GONE:
            if self.resource.revive:
                return self._revive(live)
            self._finish_deletion(live)
            live = None
        return self._create() if live is None else self._update(live)

    def absent(self) -> dict[str, Any]:
        """Delete the resource."""
        live = self._find()
        if live is None:
            return self._answer(False, {}, None)
        if self.resource.state_of(live).kind == GONE:
            if not self.resource.revive:
                self._finish_deletion(live)
            return self._answer(False, {}, live)
        self._refuse_deletion(live)
        removal = self._removal(live)
        if not self.context.check_mode:
            self._delete(live)
        return self._answer(True, removal, live)

    def setting(self) -> dict[str, Any]:
        """Bring what is always there to what the options say; the answer has what it was before, to put it back."""
        live = self._find() or {}
        before = {part.option: part.shown(current) for part, current in self._read_parts(live)}
        return {**self._update(live), "previous": {**result.shown(self.context, live), **before}}

    def prior(self) -> dict[str, Any]:
        """The options that bring back what is there now, of those that are given."""
        live = self._find() or {}
        observed, shapes = self._observe(live), request.settable(self.context)
        members = {
            request.option_of(self.context, member): from_api(shapes[member], observed.get(member, _nothing(value)))
            for member, value in self.context.wanted.items()
            if member not in self.resource.unreadable
        }
        return {**members, **{part.option: part.shown(current) for part, current in self._read_parts(live)}}

    # Creating -----------------------------------------------------------------------------------------------------

    def _create(self) -> dict[str, Any]:
        operation = self.resource.operation("create")
        wanted_tags = self.context.tags or {}
        body = request.for_create(self.context)
        if self.resource.tagging:
            body.update(tags.in_request(self.api, operation, wanted_tags, self.resource.tagging))
        self._check_name()
        self.api.check(operation, body)
        changes = self._creation()
        if self.context.check_mode:
            return self._answer(True, changes, self._full(result.predicted(self.context), wanted_tags))
        answer = self._patiently("create", operation, body)
        live = self._complete({**body, **lookup.unwrap(self.context, operation, answer)})
        return self._answer(True, changes, self._full(live, wanted_tags))

    def _check_name(self) -> None:
        """A message of our own that offers a legal name comes before the model's bare pattern."""
        if self.resource.name_family:
            option = "name" if "name" in self.context.params else self.context.options[0]
            try:
                check_name(self.resource.name_family, self.context.params[option])
            except IllegalName as error:
                raise EngineError(f"{option}: {error}.") from error

    def _complete(self, live: Members) -> Members:
        """After creating: wait, then set what the create operation could not, in the order of the declaration."""
        late = self._late_members(live)
        if late or self.parts or self._wants_wait():
            live = self._ready(live, self.resource.whole)
        else:
            live = lookup.refresh(self.context, live) or live
        if late:
            self._send_update(live, late)
            live = self._settled(live)
        # The tags come first: they tell whose it is, should a part fail.
        wanted = self.context.tags or {}
        tagging = self.resource.tagging
        if tagging and wanted and not tags.in_request(self.api, self.resource.operation("create"), wanted, tagging):
            self._guarded("tag", lambda: tags.write(self.api, live, tagging, wanted, []))
        self.context.meet(live)
        changed = self._changed_parts(live)
        for part, current, _values in changed:
            self._write_part(part, live, current)
        return self._settled(live) if changed else live

    def _late_members(self, live: Members) -> Changes:
        """Wanted members that only the update operation takes."""
        creatable = self.api.members(self.resource.operation("create"))
        updatable = self.api.members(self.resource.operation("update"))
        known = set(self.resource.ids) | set(self.resource.parents)
        return {
            name: (None, value)
            for name, value in self.context.wanted.items()
            if name in updatable and name not in creatable and name not in known
        }

    def _revive(self, live: Members) -> dict[str, Any]:
        """Bring back what is only marked for deletion, and then to what the options say."""
        self._refuse_unless_ours(live)
        if not self.context.check_mode:
            self._guarded("bring back", partial(self.resource.revive, self.context, live))
            live = self._ready(live)
        answer = self._update(live)
        before, after = (answer["diff"][side] for side in ("before", "after"))
        diff = {"before": {**before, "marked_for_deletion": True}, "after": {**after, "marked_for_deletion": False}}
        return {**answer, "changed": True, "diff": diff}

    # Updating -----------------------------------------------------------------------------------------------------

    def _update(self, live: Members) -> dict[str, Any]:
        members = self._changed_members(live)
        parts = self._changed_parts(live)
        setting, removing, current_tags = self._changed_tags(live)
        changes: Changes = {**members, **{part.option: values for part, _current, values in parts}}
        final_tags = {**{key: value for key, value in current_tags.items() if key not in removing}, **setting}
        if setting or removing:
            changes["tags"] = (current_tags, final_tags)
        if changes:
            self._refuse_unless_ours(live)
        locked = request.create_only(self.context, live, members)
        state = self.resource.state_of(live)
        if locked or (state.kind == FAILED and self.context.params.get("force_replace")):
            return self._replace(live, changes, locked)
        if state.kind == FAILED and not members and self._wants_wait():
            replaceable = "force_replace" in self.context.params
            then = "set force_replace to create it anew" if replaceable else "delete it and create it anew"
            raise EngineError(f"{self.context.what} is {state}. Mend the cause, then {then}.", status=state.status)
        self._check_update(live, members)
        revised = bool(members) and self.resource.revises
        if self.context.check_mode:
            new = result.predicted(self.context) if revised else result.wished(self.context)
            return self._answer(bool(changes), changes, self._full({**live, **new}, final_tags))
        waits = (members and not self.resource.interruptible) or parts or (self._wants_wait() and not members)
        if state.kind == PENDING and waits:
            live = self._ready(live)
            if not members:  # what an earlier task has asked for
                self._refuse_undone(live, self._changed_members(live))
        self._send_update(live, members, self._revision_tags(live, final_tags) if revised else {})
        self.context.meet(live)
        for part, current, _values in parts:
            self._write_part(part, live, current)
        if (setting or removing) and not revised:
            self._guarded("tag", lambda: tags.write(self.api, live, self.resource.tagging, setting, removing))
        if changes:
            live = self._settled(live)
            self._refuse_undone(live, members)
        return self._answer(bool(changes), changes, self._full(live, final_tags))

    def _revision_tags(self, live: Members, final_tags: dict[str, str]) -> Members:
        """The tags of a new revision: those that are wanted, or else those of the one before it."""
        kept = self._tags(live) if self.context.tags is None else final_tags
        return tags.in_request(self.api, self.resource.operation("update"), kept, self.resource.tagging)

    def _refuse_undone(self, live: Members, members: Changes) -> None:
        """Some services take a change, try it, and go back to what was there before."""
        if not self.resource.undone or not self._wants_wait():
            return
        undone = [request.option_of(self.context, name) for name in self._changed_members(live) if name in members]
        if undone:
            reason = self._guarded("look into", partial(self.resource.undone, self.context, live))
            raise EngineError(f"{', '.join(undone)} of {self.context.what} was changed and changed back: {reason}")

    def _changed_members(self, live: Members) -> Changes:
        return {**changed_members(self.context, live), **self._renewed()}

    def _renewed(self) -> Changes:
        """What cannot be compared, when the user asks to send it each time."""
        if self.context.params.get(self.resource.renewed_by) != "always":
            return {}
        wanted = self.context.wanted
        return {name: (None, wanted[name]) for name in self.resource.unreadable if name in wanted}

    def _changed_parts(self, live: Members) -> list[tuple[Part, Any, tuple[Any, Any]]]:
        """The parts to write, each with its current value and what the diff shows, in the order of the declaration."""
        compared = [(part, current, part.difference(current)) for part, current in self._read_parts(live)]
        return [entry for entry in compared if entry[2] is not None]

    def _read_parts(self, live: Members) -> list[tuple[Part, Any]]:
        read = read_all(self.parts, lambda part: self._guarded(f"read {part.option} of", partial(part.read, live)))
        return list(zip(self.parts, read, strict=True))

    def _changed_tags(self, live: Members) -> tuple:
        wanted = self.context.tags
        if not self.resource.tagging or wanted is None:
            return {}, [], {}
        current = self._tags(live)
        return (*tags.change(current, wanted, self.context.purge_tags), current)

    def _check_update(self, live: Members, changes: Changes) -> None:
        plain = self._plain(changes)
        if plain:
            body = request.for_update(self.context, live, self._observe(live), plain)
            self.api.check(self.resource.operation("update"), body)
        special = {name: self.context.wanted[name] for name in changes if name in self.resource.updaters}
        problems = [
            problem
            for name, value in special.items()
            for problem in violations(
                request.settable(self.context)[name], value, request.option_of(self.context, name)
            )
        ]
        if problems:
            raise EngineError(f"{'; '.join(problems)}.")

    def _send_update(self, live: Members, changes: Changes, extra: Members | None = None) -> None:
        for member, update in self.resource.updaters.items():
            if member in changes:
                self._guarded("update", partial(update, self.context, live, self.context.wanted[member]))
                live = self._ready(live)
        plain = self._plain(changes)
        if plain:
            body = request.for_update(self.context, live, self._observe(live), plain)
            self._patiently("update", self.resource.operation("update"), {**body, **(extra or {})})

    def _plain(self, changes: Changes) -> Changes:
        """The changes that the update operation itself makes."""
        return {member: values for member, values in changes.items() if member not in self.resource.updaters}

    def _write_part(self, part: Part, live: Members, current: Any) -> None:
        self._guarded(f"set {part.option} of", partial(part.write, live, current))

    # Replacing and deleting ---------------------------------------------------------------------------------------

    def _replace(self, live: Members, changes: Changes, locked: list) -> dict[str, Any]:
        if not self.context.params.get("force_replace"):
            names = ", ".join(request.option_of(self.context, member) for member in locked)
            detail = result.diff(self.context, {member: changes[member] for member in locked})
            raise EngineError(
                f"{names} of {self.context.what} cannot change on the existing resource. Set force_replace to delete "
                "it and create it anew, or put the old value back. Nothing was changed.",
                diff=detail,
            )
        self._refuse_deletion(live)
        if not self.context.check_mode:
            self._delete(live, wait=True)
        answer = self._create()
        return {**answer, "replaced": True, "diff": result.diff(self.context, {**self._creation(), **changes})}

    def _delete(self, live: Members, wait: bool | None = None) -> None:
        """Delete it, after what is still under way has ended: the services refuse to delete what they are creating."""
        if self.resource.state_of(live).kind == PENDING and not self.resource.interruptible:
            if self.resource.interrupt:
                self._guarded("stop", partial(self.resource.interrupt, self.context, live))
            live = wait_until_settled(self._reader(live), self.resource.state_of, self.context.deadline()) or live
        state = self.resource.state_of(live)
        if self.resource.before_delete:
            self._guarded("prepare deleting", partial(self.resource.before_delete, self.context, live))
        if wait is None:  # what is replaced meets the others when it is there again
            self.context.meet(live)
        self._send_delete(live)
        if self._wants_wait() if wait is None else wait:
            try:
                self._finish_deletion(live, state)
            except EngineError as error:
                if not self.resource.delete_failed or "reason" not in error.details:
                    raise
                self._guarded("mend the failed deletion of", partial(self.resource.delete_failed, self.context, live))
                self._send_delete(live)
                self._finish_deletion(live, state)

    def _send_delete(self, live: Members) -> None:
        operation = self.resource.operation("delete")
        body = request.keys(self.context, operation, live)
        hook = self.resource.delete_request
        self._patiently("delete", operation, hook(self.context, live, body) if hook else body)

    def _finish_deletion(self, live: Members, before: State = NO_STATE) -> None:
        if not self.context.check_mode:
            read = self._reader(live, self._unmarked) if self.resource.revive else self._reader(live)
            wait_until_gone(self.context.what, read, self.resource.state_of, self.context.deadline(), before)

    # Parts --------------------------------------------------------------------------------------------------------

    def _observe(self, live: Members) -> Members:
        return self.resource.observed(self.context, live)

    def _find(self) -> Members | None:
        return self._guarded("look for", lambda: lookup.find(self.context))

    def _reader(
        self, known: Members, accept: Callable[[Members], bool] = lambda live: True
    ) -> Callable[[], Members | None]:
        """Reads the resource anew; None where there is none that I(accept) accepts."""

        def read() -> Members | None:
            live = lookup.refresh(self.context, known)
            return live if live is not None and accept(live) else None

        return read

    def _unmarked(self, live: Members) -> bool:
        """What is marked for deletion stays for days, and is as good as gone."""
        return self.resource.state_of(live).kind != GONE

    def _wants_wait(self) -> bool:
        return bool(self.context.params.get("wait", True))

    def _ready(self, live: Members, accept: Callable[[Members], bool] = lambda live: True) -> Members:
        hook = self.resource.overdue
        overdue = partial(hook, self.context) if hook else lambda live: ""
        read, state_of = self._reader(live, accept), self.resource.state_of
        return wait_until_ready(self.context.what, read, state_of, self.context.deadline(), overdue)

    def _settled(self, live: Members) -> Members:
        return self._ready(live) if self._wants_wait() else lookup.refresh(self.context, live) or live

    def _tags(self, live: Members) -> dict[str, str]:
        return self._guarded("read the tags of", lambda: tags.read(self.api, live, self.resource.tagging))

    def _refuse_unless_ours(self, live: Members) -> None:
        required = self.context.params.get("required_tags")
        if required and self.resource.tagging:
            tags.require(self._tags(live), required, self.context.what)

    def _refuse_deletion(self, live: Members) -> None:
        self._refuse_unless_ours(live)
        if self.resource.refuse_delete:
            self._guarded("look into", partial(self.resource.refuse_delete, self.context, live))

    def _creation(self) -> Changes:
        changes: Changes = {name: (None, value) for name, value in self.context.wanted.items()}
        changes.update((part.option, part.difference(None)) for part in self.parts if part.difference(None))
        if self.context.tags:
            changes["tags"] = (None, self.context.tags)
        return changes

    def _removal(self, live: Members) -> Changes:
        """What a reader needs to see of a resource that goes: all of it that could have been asked for."""
        given = self.api.members(self.resource.operation("create"))
        told = self._with_tags(self._observe(live))
        return {name: (value, None) for name, value in told.items() if value and (name in given or name == "tags")}

    def _full(self, live: Members, final_tags: dict[str, str]) -> Members:
        """The resource with its parts, as they are at the end of the run."""
        full = {**live, **{part.option: part.value for part in self.parts if part.told}}
        if self.resource.tagging and self.context.tags is not None:
            full["tags"] = final_tags
        return full

    def _with_tags(self, live: Members) -> Members:
        return tags.told(self.api, live, self.resource.tagging)

    def _answer(self, changed: bool, changes: Changes, live: Members | None) -> dict[str, Any]:
        answer: dict[str, Any] = {"changed": changed, "diff": result.diff(self.context, changes)}
        if live is not None:
            computed = self.resource.computed(self.context, live) if self.resource.computed else {}
            answer[self.resource.returns] = {**result.shown(self.context, self._with_tags(live)), **computed}
        return answer

    def _patiently(self, verb: str, operation: str, body: Members) -> Members:
        """Call an operation, again while it fails with an error that is declared to pass by itself."""
        deadline = self.context.deadline(longest=_PATIENCE)
        while True:
            try:
                answer = self.api.call(operation, **body)
                return self.resource.ticket(self.context, answer) if self.resource.ticket else answer
            except botocore.exceptions.ClientError as exception:
                pattern = self.resource.transient.get(error_code(exception))
                passes = pattern is not None and re.search(pattern, error_message(exception), re.IGNORECASE)
                if verb == "delete" and self.api.is_missing(exception):
                    return {}
                if not passes or not deadline.pause(longest=5):
                    raise failure(f"{verb} {self.context.what}", exception, self.resource.explain) from exception

    def _guarded(self, action: str, call: Callable[[], Any]) -> Any:
        try:
            return call()
        except botocore.exceptions.ClientError as exception:
            raise failure(f"{action} {self.context.what}", exception, self.resource.explain) from exception


def _nothing(value: Any) -> Any:
    """What says of a value of this kind that nothing is set."""
    return type(value)() if isinstance(value, (dict, list)) else None
