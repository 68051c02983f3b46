"""Sampling rules. A region has the rule Default, which may be changed in part and never deleted."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.xray.errors import invalid

DEFAULT = "Default"
ANY = dict.fromkeys(("ResourceARN", "ServiceName", "ServiceType", "Host", "HTTPMethod", "URLPath"), "*")
LIMIT = 25


class SamplingRule(ResourceType):
    service = "xray"
    noun = "SamplingRule"
    id = "RuleName"
    name = "RuleName"
    arn = "arn:{partition}:xray:{region}:{account}:sampling-rule/{id}"
    arn_member = "RuleARN"
    envelopes = {"CreateSamplingRule": "SamplingRule", "UpdateSamplingRule": "SamplingRuleUpdate"}
    operations = {"list": "GetSamplingRules"}
    update_replaces = False

    def key(self, call: Call) -> str:
        given = call.params.get("RuleARN") or call.params.get("RuleName")
        if not given or {"RuleARN", "RuleName"} <= set(call.params):
            raise invalid("Exactly one of RuleName and RuleARN is required")
        default(call)
        return str(given)

    def new_id(self, call: Call) -> str:
        if not call.params.get("RuleName"):
            raise invalid("RuleName is required")
        return str(call.params["RuleName"])

    def missing(self, key: str) -> AwsError:
        return invalid(f"Sampling rule does not exist: {key}")

    def duplicate(self, name: str) -> AwsError:
        return invalid(f"Sampling rule already exists: {name}")

    def before_create(self, call: Call, parent: Record | None) -> None:
        default(call)
        if call.params.get("RuleName") == DEFAULT:
            raise self.duplicate(DEFAULT)
        if call.params["Version"] != 1:
            raise invalid("Only version 1 of sampling rules is supported")
        if len(call.records(SamplingRule)) > LIMIT:
            raise AwsError("RuleLimitExceededException", f"There can be {LIMIT} sampling rules")

    def before_update(self, call: Call, record: Record) -> None:
        fixed = sorted(set(call.params) - {"RuleName", "RuleARN", "FixedRate", "ReservoirSize", "SamplingRateBoost"})
        if record.id == DEFAULT and fixed:
            raise invalid(f"{', '.join(fixed)} of the default rule can't change")

    def on_update(self, call: Call, record: Record) -> None:
        record.members.pop("RuleARN", None)

    def view(self, record: Record) -> dict[str, Any]:
        rule = {"Attributes": {}, **record.members, "RuleName": record.id, "RuleARN": record.arn}
        told = {"SamplingRule": rule, "CreatedAt": record.created, "ModifiedAt": record.updated}
        return {**told, "SamplingRuleRecord": told}


def default(call: Call) -> None:
    """Make the rule that is always there, unless it is there."""
    if any(record.id == DEFAULT for record in call.records(SamplingRule)):
        return
    now = call.cloud.timestamp()
    where = {"partition": call.partition, "region": call.region, "account": call.account}
    call.cloud.store.put(
        Record(
            kind=SamplingRule.kind(),
            account=call.account,
            region=call.region,
            id=DEFAULT,
            arn=SamplingRule.arn.format(id=DEFAULT, **where),
            created=now,
            updated=now,
            members={**ANY, "Priority": 10000, "FixedRate": 0.05, "ReservoirSize": 1, "Version": 1},
        )
    )


def listing(call: Call) -> dict[str, Any]:
    default(call)
    records, token = page(call.records(SamplingRule), call.params)
    return list_answer(call, [view(SamplingRule(), record) for record in records], token)


def delete(call: Call) -> dict[str, Any]:
    record = call.find(SamplingRule, SamplingRule().key(call))
    if record.id == DEFAULT:
        raise invalid("The default sampling rule can't be deleted")
    call.cloud.remove(record)
    return call.answer(view(SamplingRule(), record))
