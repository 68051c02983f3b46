"""What a resource type declares: a few facts, and hooks for what AWS computes."""

import secrets
import string
from dataclasses import dataclass
from typing import Any, ClassVar

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, conflict, not_found
from emulator.modeled.store import Record


@dataclass(frozen=True)
class States:
    """Status values on the way to ready, after a change, and before the end. None: the type has no such state."""

    creating: str | None = None
    ready: str | None = None
    updating: str | None = None
    deleting: str | None = None


def random_id(length: int = 10, alphabet: str = string.ascii_letters + string.digits) -> str:
    return "".join(secrets.choice(alphabet) for _place in range(length))


UPPER = string.ascii_uppercase + string.digits
LOWER = string.ascii_lowercase + string.digits


class ResourceType:
    """One type. Subclasses set the facts; the hooks may raise AwsError and change the record.

    A hook runs with the store locked. The engine keeps the record after it, so a hook saves other records only.
    """

    service: ClassVar[str]
    noun: ClassVar[str]
    plural: ClassVar[str] = ""
    """Name in the List operation, if it isn't the noun and an s."""
    id: ClassVar[str]
    """Output member that holds the id."""
    id_param: ClassVar[str] = ""
    """Input member that names the resource, if it isn't the same."""
    arn: ClassVar[str]
    """Template with {partition} {region} {account} {parent} {id}."""
    arn_holds: ClassVar[str] = ""
    """What only ARNs of the type have in them, where the template doesn't tell."""
    arn_member: ClassVar[str] = ""
    """Output member that holds the ARN, if any."""
    name: ClassVar[str] = ""
    """Member that must be unique in the account, region and parent."""
    envelopes: ClassVar[dict[str, str]] = {}
    """By operation: the input member that holds the resource, where the others only say where it is."""
    parent: ClassVar["type[ResourceType] | None"] = None
    states: ClassVar[States] = States()
    failed: ClassVar[str] = ""
    """Status in which a failure ends, where the model has no list of them."""
    missing_codes: ClassVar[dict[str, str]] = {}
    """Operation -> what it says of what is not there, where that is not what the others say."""
    update_replaces: ClassVar[bool] = True
    """True: members that the update leaves out are gone. False: they keep their value."""
    upserts: ClassVar[bool] = False
    """Whether the create operation, a Put, changes the record of that id if there is one."""
    create_only: ClassVar[tuple[str, ...]] = ()
    """Members that an update, which has no such member, must not lose."""
    operations: ClassVar[dict[str, str]] = {}
    """Operation names that don't follow the pattern, by verb: create, read, list, update, delete."""

    @classmethod
    def kind(cls) -> str:
        return f"{cls.service}:{cls.noun}"

    @classmethod
    def key_param(cls) -> str:
        return cls.id_param or cls.id

    @classmethod
    def operation(cls, verb: str) -> str:
        default = {
            "create": f"Create{cls.noun}",
            "read": f"Get{cls.noun}",
            "list": f"List{cls.plural or cls.noun + 's'}",
            "update": f"Update{cls.noun}",
            "delete": f"Delete{cls.noun}",
        }
        return cls.operations.get(verb, default[verb])

    # Hooks

    def key(self, call: Call) -> str:
        """The id, or the ARN, of the record that a request is about."""
        return str(call.params[self.key_param()])

    def new_id(self, call: Call) -> str:
        return random_id()

    def before_create(self, call: Call, parent: Record | None) -> None:
        """Refuse what AWS refuses beyond the model."""

    def on_create(self, call: Call, record: Record) -> None:
        """Fill what AWS fills; the record isn't kept yet."""

    def before_update(self, call: Call, record: Record) -> None:
        """Refuse the change; the record still has its old members."""

    def on_update(self, call: Call, record: Record) -> None:
        """The record has its new members."""

    def on_scheduled(self, call: Call, record: Record, verb: str) -> None:
        """The record's way to ready is planned; a hook may plan another end."""

    def before_delete(self, call: Call, record: Record) -> None:
        """Refuse to delete, or delete what goes with it."""

    def on_status(self, cloud: Any, record: Record) -> None:
        """The record reached a status by itself."""

    def view(self, record: Record) -> dict[str, Any]:
        """Computed members of answers."""
        return {}

    # Errors

    def missing(self, key: str) -> AwsError:
        return not_found(f"{self.noun} {key} was not found")

    def duplicate(self, name: str) -> AwsError:
        return conflict(f"{self.noun} with name {name} already exists")

    def busy(self, record: Record, verb: str) -> AwsError | None:
        """The error for an update or delete while the record is on its way to another status; None allows it."""
        return conflict(f"{self.noun} {record.id} is in status {record.status}: wait until that ends, then {verb} it")
