# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Whether what a platform still has to make fits into the quotas of its account."""

from __future__ import annotations

import math
from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from ._engine.context import Context
from ._engine.errors import EngineError, error_code, error_message
from ._engine.sdk import botocore
from ._quota_types import QUOTAS, Quota

_SERVICE = "service-quotas"
_AT_ONCE = 4  # Service Quotas takes few requests a second


def hold(context: Context) -> dict[str, Any]:
    """Each quota that is asked for with what is used of it; the module's result."""
    needed = {name: number for name, number in context.params["needed"].items() if number}
    chosen = [quota for quota in QUOTAS if quota.name in needed]
    owned = _owned(context, chosen) if chosen else Counter()
    # What is there already needs no room; asking for it would cost requests in every run.
    missing = [quota for quota in chosen if owned[quota.resource] < (quota.parts or needed[quota.name])]
    for service in {_SERVICE, *(quota.asks for quota in missing)} if missing else ():
        context.api_of(service)  # clients are made here: making them is not safe in threads
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        answers = list(pool.map(partial(_ask, context, needed, owned), missing))
    return {
        "changed": False,
        "quotas": [answer for answer in answers if "reason" not in answer],
        "unanswered": [answer for answer in answers if "reason" in answer],
    }


def room(needed: float, others: float, value: float) -> dict[str, Any]:
    """What a quota leaves for a platform beside others, and by how much it is too low."""
    return {
        "needed": plain(needed),
        "others": plain(others),
        "free": plain(max(value - others, 0)),
        "short": plain(max(others + needed - value, 0)),
        "enough": math.ceil(others + needed),
    }


def plain(number: float) -> float | int:
    """Most quotas count things, though the service tells them with a fraction."""
    return int(number) if number == int(number) else number


def _owned(context: Context, quotas: list[Quota]) -> Counter[str]:
    """How much of each type carries the platform's tags."""
    names = ("platform", "environment")
    found = context.api_of("resourcegroupstaggingapi").items(
        "GetResources",
        "ResourceTagMappingList",
        ResourceTypeFilters=sorted({quota.resource for quota in quotas}),
        TagFilters=[{"Key": f"bidops:{name}", "Values": [context.params[name]]} for name in names],
    )
    return Counter(_type_of(entry["ResourceARN"]) for entry in found)


def _type_of(arn: str) -> str:
    """The type as the tagging service calls it, such as ec2:vpc; for some it is the beginning of the name."""
    service, rest = arn.split(":")[2], arn.split(":", 5)[5]
    return f"{service}:{rest.replace(':', '/').split('/')[0]}"


def _ask(context: Context, needed: dict[str, float], owned: Counter[str], quota: Quota) -> dict[str, Any]:
    """The quota and what it leaves, or the reason why that is not known."""
    try:
        about = _quota(context, quota)
        own = 0 if quota.parts else owned[quota.resource]
        others = max(quota.used(context.api_of(quota.asks)) - own, 0)
        return {**about, **room(needed[quota.name], others, about["value"])}
    except botocore.exceptions.ClientError as exception:
        return {"name": quota.name, "reason": f"{error_code(exception)}: {error_message(exception)}"}
    except (botocore.exceptions.BotoCoreError, EngineError) as exception:
        return {"name": quota.name, "reason": str(exception)}


def _quota(context: Context, quota: Quota) -> dict[str, Any]:
    """What the account has; what every account has at first where nothing else was ever applied."""
    api = context.api_of(_SERVICE)
    place = {"ServiceCode": quota.service, "QuotaCode": quota.code}
    found = api.find("GetServiceQuota", **place) or api.call("GetAWSDefaultServiceQuota", **place)
    told = found["Quota"]
    return {
        "name": quota.name,
        "service_code": quota.service,
        "quota_code": quota.code,
        "quota_name": told["QuotaName"],
        "adjustable": told["Adjustable"],
        "value": plain(told["Value"]),
    }
