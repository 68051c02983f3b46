"""Remediations, one for a rule."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record

AUTOMATIC = ("MaximumAutomaticAttempts", "RetryAttemptSeconds")


class Remediation(ResourceType):
    """Operations of its own take several at once, so none of the usual ones."""

    service = "config"
    noun = "Remediation"
    id = "ConfigRuleName"
    arn = "arn:{partition}:config:{region}:{account}:remediation-configuration/{id}"

    def missing(self, key: str) -> AwsError:
        return AwsError("NoSuchRemediationConfigurationException", f"No RemediationConfiguration for rule {key} exists")


def put(call: Call) -> dict[str, Any]:
    for wanted in call.params["RemediationConfigurations"]:
        if wanted.get("Automatic") and not all(wanted.get(name) for name in AUTOMATIC):
            message = f"Automatic remediation needs {' and '.join(AUTOMATIC)}"
            raise AwsError("InvalidParameterValueException", message)
    for wanted in call.params["RemediationConfigurations"]:
        name, now = wanted["ConfigRuleName"], call.cloud.timestamp()
        arn = Remediation.arn.format(partition=call.partition, region=call.region, account=call.account, id=name)
        record = Record(Remediation.kind(), call.account, call.region, id=name, arn=arn, created=now, updated=now)
        record.members = {"Automatic": False, **wanted, "Arn": arn}
        call.cloud.store.put(record)
    return call.answer({"FailedBatches": []})


def describe(call: Call) -> dict[str, Any]:
    names = call.params["ConfigRuleNames"]
    found = [record.members for record in call.records(Remediation) if record.id in names]
    return call.answer({"RemediationConfigurations": found})


def delete(call: Call) -> dict[str, Any]:
    call.cloud.remove(call.find(Remediation, call.params["ConfigRuleName"]))
    return {}


OPERATIONS = {
    "DeleteRemediationConfiguration": delete,
    "DescribeRemediationConfigurations": describe,
    "PutRemediationConfigurations": put,
}
