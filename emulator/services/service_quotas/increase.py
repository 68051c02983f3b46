"""Asking for more, and what the account has then. AWS takes its time to decide, here it is granted at once."""

import uuid
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.service_quotas import quota


class Increase(ResourceType):
    """What was asked for: a record without operations of its own."""

    service = "service-quotas"
    noun = "RequestedServiceQuotaChange"
    id = "Id"
    arn = ""


def applied(call: Call, service: str, code: str) -> quota.Told:
    """A quota with the value that was granted last."""
    found = quota.of(call, service, code)
    mine = [one.members for one in call.records(Increase) if one.members["QuotaArn"] == found["QuotaArn"]]
    value = mine[-1]["DesiredValue"] if mine else found["Value"]
    return {**found, "Value": value, "QuotaAppliedAtLevel": "ACCOUNT"}


def request(call: Call) -> dict[str, Any]:
    wanted = float(call.params["DesiredValue"])
    found = applied(call, call.params["ServiceCode"], call.params["QuotaCode"])
    if not found["Adjustable"]:
        raise AwsError("IllegalArgumentException", "The quota is not adjustable.")
    if wanted <= found["Value"]:
        raise AwsError("IllegalArgumentException", "You must provide a quota value greater than the current value.")
    now, id_ = call.cloud.timestamp(), uuid.uuid4().hex
    about = {name: found[name] for name in found if name not in ("Value", "Adjustable", "QuotaAppliedAtLevel")}
    told = {**about, "Id": id_, "DesiredValue": wanted, "Status": "APPROVED", "QuotaRequestedAtLevel": "ACCOUNT"}
    call.cloud.store.put(Record(Increase.kind(), call.account, call.region, id_, "", now, now, members=told))
    return {"RequestedQuota": {**told, "Created": now, "LastUpdated": now}}


OPERATIONS = {
    "GetServiceQuota": quota.one(applied),
    "ListServiceQuotas": quota.several(applied),
    "RequestServiceQuotaIncrease": request,
}
