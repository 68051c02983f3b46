# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The declaration of a type of resource: what the engine cannot read from the botocore model.

Words follow AWS Controllers for Kubernetes where it has one: renames, immutable, ignore, late initialisation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from .diff import Same
from .state import State, from_status
from .tags import Tagging

Members = dict[str, Any]


@dataclass(frozen=True)
class ByKey:
    """Found by reading it: the user's own options are the key, such as a bucket's name.

    I(request) is sent to the list operation each time, where it would tell of others' as well.
    """

    request: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class ByList:
    """Found by listing: an entry matches when its members equal the wanted ones.

    I(match) maps members of an entry to request members. An entry that lacks such a member is read first; those that
    I(likely) (entry, wanted) picks come before the others, which are only read when none of them was the one.
    I(agrees) (live, wanted) looks at what equality cannot tell, such as lists in another order.
    I(filters) maps names of EC2-style filters to request members or local options.
    I(request) is sent to the list operation each time, where it would leave something out by default.
    I(prefix) is the member of the list request that takes the beginning of the name, which keeps the list short.
    A resource whose name is a tag (see Tagging) is found by that as well.
    I(gone) are statuses of entries that only linger after their deletion.
    """

    match: Mapping[str, str] = field(default_factory=dict)
    agrees: Callable[[Members, Members], bool] = lambda live, wanted: True
    filters: Mapping[str, str] = field(default_factory=dict)
    request: Mapping[str, Any] = field(default_factory=dict)
    prefix: str = ""
    gone: Iterable[str] = ()
    likely: Callable[[Members, Members], bool] = lambda entry, wanted: True


@dataclass(frozen=True)
class Facet:
    """A part of a resource that has operations of its own, such as a bucket's policy or a role's inline policies.

    I(read) (context, live) returns the current value in the form of the option I(option), None for "not set".
    I(write) (context, live, current, wanted) makes it so; an empty I(wanted) removes it.
    I(member) is the dotted path, from an operation on, of the request member that takes the value: the option is then
    held against the model, and both functions speak the API's form. An operation alone stands for all its members but
    the resource's ids. A path that ends in [] is for an option that lists such values, each with a request of its own.
    Without a path the functions speak the option's form.
    I(same) compares the two, by default with the engine's subset comparison.
    I(check) (context, wanted) tells what is wrong with a wish where the model does not know.
    I(told) says whether the result has it; a deed after a change, such as publishing, is no part of it.
    I(listed) says whether the twin of the module reads and shows it, too.
    I(form) (context, value) turns what the user gives into what both functions and the diff speak of, such as entries
    in an order of their own; it raises EngineError where something is wrong with it.
    A facet whose option the user does not give is neither read nor written.
    """

    option: str
    read: Callable[[Any, Members], Any]
    write: Callable[[Any, Members, Any, Any], None]
    member: str = ""
    same: Same | None = None
    check: Callable[[Any, Any], Iterable[str]] = lambda context, wanted: ()
    told: bool = True
    listed: bool = False
    form: Callable[[Any, Any], Any] | None = None


@dataclass(frozen=True)
class Resource:
    """One type of resource.

    api: (context) -> Api, for operations that no boto3 client has, such as those of an endpoint of its own.
    service: boto3 client name.  noun: as in the API's operation names.  returns: key of the result.
    plural: key of the result that lists them, where it is not returns and an s.
    create, read, update, delete, listing: operation names where they are not Create<noun>, Get<noun>, ...; an empty
    string says that there is none (read: the entries of the list are complete).
    also_read: operations that tell more of it than the read does, such as its status, when asked with the same ids.
    find: ByKey or ByList.  parents: request members that place the resource inside another one.
    ids: request members of read, update and delete, each with the member of the live resource that holds the value.
    wrapper: member of the answers that wraps the resource, or lists several, where it is not their only one.
    beside: members of the read answer beside the wrapper that belong to the resource, such as a lock token.
    envelopes: operation -> member of its request (or a list of the one) or of its answer that holds the resource, where
    the other members only say where it is. Everywhere else the members of both are on one level.
    supplied: request member -> (context) -> its value, None for none: what is found out rather than asked for, such as
    the account's number.
    renames: option -> request member, where the option is not the member in snake_case.
    local: options that are no request members; hooks and facets use them.
    told: request member -> the member of answers that says the same under another name.
    observe: (context, live) -> the live resource in the form of the create request, where the two differ in more.
    defaults: request members sent when the user leaves them out; never compared.
    immutable: members that cannot change although the update operation takes them (it wants them re-sent).
    locked: (context, live, changes) -> those of the changed members that only a new resource can have, where that
    depends on the values.
    updaters: request member -> function (context, live, value), for members that have an update operation of their own.
    ignore: members, at any depth, that cannot be compared.  compare: member -> function (wanted, current), see diff.py.
    rewritten: members that answers tell in another form than requests, such as an ARN for a name; predictions do not
    know them.
    secret: options, at any depth, that are never shown.
    unreadable: request members that no answer shows, such as a key. The option update_secret says whether they are sent
    again each time, or only along with another change; I(renewed_by) is its name where it is no secret.
    create_request: (context, request) -> request, for what a create needs beyond the options.
    update_sends: "all" when the update replaces the resource (current and wanted are merged), "changed" when it takes
    only what changes.
    update_request: (context, live, request, changes) -> request, for updates of another form than the create.
    read_request: (context, request) -> request, for what a read asks for beyond what names the resource.
    delete_request: (context, live, request) -> request, for what a delete needs beyond what names the resource.
    exists: (live) -> whether what was read is the resource at all, for a part of something that can always be read.
    whole: (live) -> whether what was just created has all that it is born with, where the service tells that later.
    revises: whether an update makes a new revision, with tags of its own, and leaves the old one as it was.
    interruptible: whether the service takes changes and deletions while an earlier one is under way.
    choose: (params) -> the declaration that the options stand for, where each kind has operations of its own.
    ticket: (context, answer) -> what is known once it is done, where the answer to a create, update or delete is only a
    ticket for it.
    undone: (context, live) -> why the service went back to what was there before; for services that may do so after
    they have taken a change. Asked when, after the wait, a change is not there.
    revive: (context, live) hook that brings back what is only marked for deletion, such as a secret in its recovery
    window. A resource that is marked counts as gone then, and nobody waits for its end.
    status: dotted member with the status word.  blocked: statuses that wait for a person.
    state: (live) -> State, where there is no status word.
    overdue: (context, live) -> what to say of a resource that is still not ready when the wait is over.
    tagging: how it is tagged, None when it cannot be.
    facets: parts with operations of their own.
    transient: error code -> pattern of the message, for errors of create, update and delete that pass by themselves,
    such as a role that IAM has not spread yet.
    missing: further error codes that mean "not there".
    unchecked: request members that the service takes although its model would refuse them.
    explain: error code -> what it means here and what to do, added to the service's own words.
    computed: (context, live) -> further entries of the result that follow from others, such as an ARN.
    refuse_delete: (context, live) hook that raises EngineError where deleting could not succeed, in check mode too.
    interrupt: (context, live) hook that ends what is under way, where a deletion should not wait for it.
    before_delete: (context, live) hook.
    linked: whether those of a list may name one another: facets are written when all of the list are there, and none is
    deleted before all have gone through before_delete.
    delete_failed: (context, live) hook for a deletion that ended in a failed state; it mends what it can, and the
    deletion is tried once more.
    name_family: family of the naming rules that the option "name" follows.
    """

    service: str
    noun: str
    returns: str
    plural: str = ""
    api: Callable[[Any], Any] | None = None
    find: Any = ByKey()
    create: str | None = None
    read: str | None = None
    update: str | None = None
    delete: str | None = None
    listing: str | None = None
    also_read: tuple[str, ...] = ()
    parents: tuple[str, ...] = ()
    ids: Mapping[str, str] = field(default_factory=dict)
    wrapper: str = ""
    beside: tuple[str, ...] = ()
    envelopes: Mapping[str, str] = field(default_factory=dict)
    supplied: Mapping[str, Callable[[Any], Any]] = field(default_factory=dict)
    renames: Mapping[str, str] = field(default_factory=dict)
    local: tuple[str, ...] = ()
    told: Mapping[str, str] = field(default_factory=dict)
    observe: Callable[[Any, Members], Members] | None = None
    defaults: Mapping[str, Any] = field(default_factory=dict)
    immutable: tuple[str, ...] = ()
    locked: Callable[[Any, Members, Mapping], Iterable[str]] | None = None
    updaters: Mapping[str, Callable[[Any, Members, Any], None]] = field(default_factory=dict)
    ignore: tuple[str, ...] = ()
    compare: Mapping[str, Same] = field(default_factory=dict)
    rewritten: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    unreadable: tuple[str, ...] = ()
    renewed_by: str = "update_secret"
    create_request: Callable[[Any, Members], Members] | None = None
    update_sends: str = "all"
    update_request: Callable[[Any, Members, Members, Members], Members] | None = None
    read_request: Callable[[Any, Members], Members] | None = None
    delete_request: Callable[[Any, Members, Members], Members] | None = None
    exists: Callable[[Members], bool] = lambda live: True
    whole: Callable[[Members], bool] = lambda live: True
    revises: bool = False
    interruptible: bool = False
    choose: Callable[[Members], Resource] | None = None
    ticket: Callable[[Any, Members], Members] | None = None
    undone: Callable[[Any, Members], str] | None = None
    revive: Callable[[Any, Members], None] | None = None
    status: str = "status"
    blocked: tuple[str, ...] = ()
    state: Callable[[Members], State] | None = None
    overdue: Callable[[Any, Members], str] | None = None
    tagging: Tagging | None = None
    facets: tuple[Facet, ...] = ()
    transient: Mapping[str, str] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    unchecked: tuple[str, ...] = ()
    explain: Mapping[str, str] = field(default_factory=dict)
    computed: Callable[[Any, Members], Members] | None = None
    refuse_delete: Callable[[Any, Members], None] | None = None
    interrupt: Callable[[Any, Members], None] | None = None
    before_delete: Callable[[Any, Members], None] | None = None
    linked: bool = False
    delete_failed: Callable[[Any, Members], None] | None = None
    name_family: str = ""

    def state_of(self, live: Members) -> State:
        """Whether the live resource is ready, on its way, broken or going."""
        return self.state(live) if self.state else from_status(live, self.status, self.blocked)

    def observed(self, context: Any, live: Members) -> Members:
        """The live resource in the form of the create request."""
        renamed = {member: live[name] for member, name in self.told.items() if name in live}
        return {**renamed, **(self.observe(context, live) if self.observe else live)}

    def operation(self, verb: str) -> str:
        """The name of the operation for create, read, update, delete or listing; empty when declared as none."""
        declared = getattr(self, verb)
        return _DEFAULT_OPERATIONS[verb].format(noun=self.noun) if declared is None else declared

    @property
    def several(self) -> str:
        """The key of a result that lists resources of the type."""
        return self.plural or f"{self.returns}s"

    @property
    def name_tag(self) -> str:
        """The tag that holds the option "name"; empty for resources that have a name of their own."""
        return self.tagging.name if self.tagging else ""


_DEFAULT_OPERATIONS = {
    "create": "Create{noun}",
    "read": "Get{noun}",
    "update": "Update{noun}",
    "delete": "Delete{noun}",
    "listing": "List{noun}s",
}
