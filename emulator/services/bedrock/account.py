"""What an account has once in a region: a record without a type of its own operations."""

from emulator.modeled.call import Call
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record


class Account(ResourceType):
    service = "bedrock"
    noun = "Account"
    id = "id"
    arn = "arn:{partition}:bedrock:{region}:{account}:account"


def account(call: Call) -> Record:
    for record in call.records(Account):
        return record
    now = call.cloud.timestamp()
    record = Record(Account.kind(), call.account, call.region, id="account", arn="", created=now, updated=now)
    call.cloud.store.put(record)
    return record
