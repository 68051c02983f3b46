"""One request to a modeled operation: who asks for what, and the records that the asker can see."""

import hashlib
import json
from typing import TYPE_CHECKING, Any

from moto.utilities.utils import get_partition

from emulator.journal import changes
from emulator.modeled.project import project
from emulator.modeled.store import Record

if TYPE_CHECKING:
    from emulator.modeled.cloud import Cloud
    from emulator.modeled.resource import ResourceType

TOKENS = ("clientToken", "ClientToken", "clientRequestToken", "ClientRequestToken")


class Call:
    def __init__(self, cloud: "Cloud", operation: Any, params: dict[str, Any], account: str, region: str, host: str):
        self.cloud = cloud
        self.operation = operation
        self.params = params
        self.account = account
        self.region = region
        self.host = host
        """What the caller calls the local cloud."""
        self.partition = get_partition(region)

    @property
    def token(self) -> tuple[str, str] | None:
        """The client token and a digest of everything else, to tell a retry from a reuse."""
        given = next((self.params[name] for name in TOKENS if self.params.get(name)), None)
        if given is None:
            return None
        rest = {name: value for name, value in self.params.items() if name not in TOKENS}
        return given, hashlib.sha256(json.dumps(rest, sort_keys=True, default=str).encode()).hexdigest()

    @property
    def looks(self) -> bool:
        """Whether the request is a read."""
        return not changes(self.operation.name)

    def records(self, kind: "type[ResourceType]", parent: str | None = None) -> list[Record]:
        """The caller's records of a type, oldest first, of one parent if that is given."""
        records = self.all(kind.kind())
        return [record for record in records if parent is None or record.parent == parent]

    def all(self, kind: str) -> list[Record]:
        """The caller's records of a type by its name. A read doesn't find those that are too new for it."""
        records = self.cloud.store.all((kind, self.account, self.region))
        if not self.cloud.clock.stale or not self.looks:
            return records
        oldest = self.cloud.clock.now() - self.cloud.clock.stale
        return [record for record in records if record.born <= oldest]

    def find(self, kind: "type[ResourceType]", key: str, parent: str | None = None) -> Record:
        """The record with this id (or ARN), or the type's not-found error."""
        for record in self.records(kind, parent):
            if key in (record.id, record.arn):
                return record
        error = kind().missing(key)
        error.code = kind.missing_codes.get(self.operation.name, error.code)
        raise error

    def answer(self, view: dict[str, Any]) -> dict[str, Any]:
        return project(self.operation.output_shape, view)
