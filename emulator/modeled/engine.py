"""The five verbs, for every declared type."""

from typing import Any

from emulator.modeled import tags
from emulator.modeled.call import TOKENS, Call
from emulator.modeled.errors import conflict
from emulator.modeled.failing import reason
from emulator.modeled.paging import TOKENS as TOKENS_OF_PAGES
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record


class Verbs:
    """Handlers of one type's operations: each takes a call and returns the answer."""

    def __init__(self, resource: ResourceType):
        self.resource = resource

    def handlers(self) -> dict[str, Any]:
        verbs = {
            "create": self.create,
            "read": self.read,
            "list": self.list,
            "update": self.update,
            "delete": self.delete,
        }
        return {self.resource.operation(verb): self.opened(verb, handler) for verb, handler in verbs.items()}

    def opened(self, verb: str, handler: Any) -> Any:
        """The handler for an operation whose request holds the resource in one member, or a list of the one."""
        envelope = self.resource.envelopes.get(self.resource.operation(verb))

        def open_and_handle(call: Call) -> dict[str, Any]:
            content = call.params.pop(str(envelope))
            call.params.update(content[0] if isinstance(content, list) else content)
            return dict(handler(call))

        return open_and_handle if envelope else handler

    def create(self, call: Call) -> dict[str, Any]:
        parent = self.parent(call)
        if self.resource.upserts:
            wanted = self.resource.new_id(call)
            for other in call.records(type(self.resource), parent and parent.id):
                if other.id == wanted:
                    return self.change(call, other)
        token = call.token
        for other in call.records(type(self.resource), parent and parent.id):
            if token and other.token and other.token[0] == token[0]:
                if other.token != token:
                    raise conflict("The client token was used before with other parameters")
                return call.answer(view(self.resource, other))
            self.check_name(call, other)
        self.resource.before_create(call, parent)
        record = self.new_record(call, parent)
        record.token = token
        self.resource.on_create(call, record)
        if self.resource.states.creating:
            record.status = self.resource.states.creating
            call.cloud.schedule(record, ("create", self.resource.states.ready))
            self.resource.on_scheduled(call, record, "create")
        call.cloud.store.put(record)
        return call.answer(view(self.resource, record))

    def read(self, call: Call) -> dict[str, Any]:
        return call.answer(view(self.resource, self.find(call)))

    def list(self, call: Call) -> dict[str, Any]:
        parent = self.parent(call)
        records, next_token = page(call.records(type(self.resource), parent and parent.id), call.params)
        return list_answer(call, [view(self.resource, record) for record in records], next_token)

    def update(self, call: Call) -> dict[str, Any]:
        return self.change(call, self.find(call))

    def change(self, call: Call, record: Record) -> dict[str, Any]:
        self.check_busy(record, "update")
        for other in call.records(type(self.resource), record.parent):
            if other is not record:
                self.check_name(call, other)
        self.resource.before_update(call, record)
        kept = record.members if not self.resource.update_replaces else self.create_only(record)
        wanted = {name: unwrapped(value) for name, value in self.declared(call).items()}
        record.members = {name: value for name, value in {**kept, **wanted}.items() if value is not None}
        record.updated = call.cloud.timestamp()
        if self.resource.states.updating:
            record.status = self.resource.states.updating
            call.cloud.schedule(record, ("update", self.resource.states.ready))
            self.resource.on_scheduled(call, record, "update")
        self.resource.on_update(call, record)
        call.cloud.store.put(record)
        return call.answer(view(self.resource, record))

    def delete(self, call: Call) -> dict[str, Any]:
        record = self.find(call)
        self.check_busy(record, "delete")
        self.resource.before_delete(call, record)
        delete(call, self.resource, record)
        return call.answer(view(self.resource, record))

    # Parts

    def parent(self, call: Call) -> Record | None:
        kind = self.resource.parent
        return call.find(kind, call.params[kind.key_param()]) if kind else None

    def find(self, call: Call) -> Record:
        parent = self.parent(call)
        return call.find(type(self.resource), self.resource.key(call), parent and parent.id)

    def new_record(self, call: Call, parent: Record | None) -> Record:
        new_id = self.resource.new_id(call)
        now = call.cloud.timestamp()
        where = {"partition": call.partition, "region": call.region, "account": call.account}
        return Record(
            kind=self.resource.kind(),
            account=call.account,
            region=call.region,
            id=new_id,
            arn=self.resource.arn.format(id=new_id, parent=parent.id if parent else "", **where),
            created=now,
            updated=now,
            parent=parent.id if parent else None,
            members=self.declared(call),
            tags=tags.given(call.params),
            born=0 if call.looks else call.cloud.clock.now(),
        )

    def declared(self, call: Call) -> dict[str, Any]:
        """What the caller wants, without what only addresses the request."""
        addressing = {self.resource.key_param(), *TOKENS, *tags.MEMBERS}
        if self.resource.parent:
            addressing.add(self.resource.parent.key_param())
        addressing.discard(self.resource.name)
        return {name: value for name, value in call.params.items() if name not in addressing and value is not None}

    def create_only(self, record: Record) -> dict[str, Any]:
        keep = (self.resource.name, *self.resource.create_only)
        return {name: record.members[name] for name in keep if name in record.members}

    def check_name(self, call: Call, other: Record) -> None:
        name = self.resource.name
        if name and name in call.params and other.members.get(name) == call.params[name]:
            raise self.resource.duplicate(call.params[name])

    def check_busy(self, record: Record, verb: str) -> None:
        error = self.resource.busy(record, verb) if record.is_changing else None
        if error:
            raise error


def unwrapped(value: Any) -> Any:
    """Some updates wrap a member's value, so that nothing in the wrapper can mean that it is to be removed."""
    if isinstance(value, dict) and set(value) <= {"optionalValue"} and value != {}:
        return value["optionalValue"]
    return value


def delete(call: Call, resource: ResourceType, record: Record) -> None:
    """Start the end of a record: gone at once, or after the time that its type needs."""
    record.updated = call.cloud.timestamp()
    if resource.states.deleting:
        record.status = resource.states.deleting
        call.cloud.schedule(record, ("delete", None))
        call.cloud.store.put(record)
    else:
        call.cloud.remove(record)


def view(resource: ResourceType, record: Record) -> dict[str, Any]:
    """Every member that an answer about the record may have."""
    shown = {
        **record.members,
        resource.id: record.id,
        resource.key_param(): record.id,
        "status": record.status,
        "createdAt": record.created,
        "updatedAt": record.updated,
        "lastUpdatedAt": record.updated,
    }
    if record.failure and not record.is_changing:
        shown.update(reason(record.failure))
    if resource.arn_member:
        shown[resource.arn_member] = record.arn
    if resource.parent:
        shown[resource.parent.key_param()] = record.parent
    return {**shown, **resource.view(record)}


def list_answer(call: Call, views: list[dict[str, Any]], next_token: str | None) -> dict[str, Any]:
    """The answer of a List operation: its one list member, and the token."""
    shape = call.operation.output_shape
    member = next(name for name, value in shape.members.items() if value.type_name == "list")
    return call.answer({member: views, **dict.fromkeys(TOKENS_OF_PAGES, next_token)})
