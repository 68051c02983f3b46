"""Quotas with the values that they have at first, alone and as lists."""

from collections.abc import Callable
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.services.service_quotas.defaults import QUOTAS, SERVICES

Told = dict[str, Any]
Teller = Callable[[Call, str, str], Told]
"""(call, service, code) -> the quota."""


def of(call: Call, service: str, code: str) -> Told:
    """A quota with the value that it has at first."""
    if (service, code) not in QUOTAS:
        raise missing()
    name, value, adjustable = QUOTAS[service, code]
    return {
        "ServiceCode": service,
        "ServiceName": SERVICES[service],
        "QuotaArn": f"arn:{call.partition}:servicequotas:{call.region}:{call.account}:{service}/{code}",
        "QuotaCode": code,
        "QuotaName": name,
        "Value": float(value),
        "Unit": "None",
        "Adjustable": adjustable,
        "GlobalQuota": False,
    }


def missing() -> AwsError:
    return AwsError("NoSuchResourceException", "The request failed because the specified service does not exist.")


def one(teller: Teller) -> Callable[[Call], Told]:
    return lambda call: {"Quota": teller(call, call.params["ServiceCode"], call.params["QuotaCode"])}


def several(teller: Teller) -> Callable[[Call], Told]:
    def handler(call: Call) -> Told:
        wanted = call.params["ServiceCode"]
        if wanted not in SERVICES:
            raise missing()
        codes = [code for service, code in QUOTAS if service == wanted and call.params.get("QuotaCode") in (None, code)]
        size = call.params.get("MaxResults", 100)
        start = place(call.params.get("NextToken"))
        told: Told = {"Quotas": [teller(call, wanted, code) for code in codes[start : start + size]]}
        return {**told, "NextToken": str(start + size)} if codes[start + size :] else told

    return handler


def place(token: str | None) -> int:
    """Where the page of a token starts."""
    if token and not token.isdecimal():
        raise AwsError("InvalidPaginationTokenException", "Invalid pagination token was used.")
    return int(token or 0)


OPERATIONS = {
    "GetAWSDefaultServiceQuota": one(of),
    "ListAWSDefaultServiceQuotas": several(of),
}
