# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The tags of many resources in one request, where they are as wanted.

The Resource Groups Tagging API tells the tags of a hundred resources at a time, but lags behind the services and does
not know all of them. So it is believed only where it says that nothing has to be done; whoever would write asks the
service itself.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ._engine import tags
from ._engine.api import Api
from ._engine.sdk import Config, botocore

_SERVICE = "resourcegroupstaggingapi"
# Without an answer the service itself is asked, so a network from which this one is out of reach must not cost much.
_IMPATIENT = {"connect_timeout": 3, "read_timeout": 10, "retries": {"total_max_attempts": 1}}

Tags = Mapping[str, str]


def confirmed(make: Callable[..., Any], wanted: Mapping[str, Tags], purge: bool) -> dict[str, dict[str, str]]:
    """ARN -> the tags it carries, of those that carry what is wanted; the others have to be asked for one by one.

    I(make) makes a client of a service, as AnsibleAWSModule.client does. I(wanted) is ARN -> tags, I(purge) says that
    others are not wanted. One resource is not worth the request.
    """
    if len(wanted) < 2:
        return {}
    try:
        carried = _carried(Api(make(_SERVICE, config=Config(**_IMPATIENT))), list(wanted))
    except (botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError):
        return {}
    return {arn: some for arn, some in carried.items() if tags.change(some, wanted[arn], purge) == ({}, [])}


def _carried(api: Api, arns: list[str]) -> dict[str, dict[str, str]]:
    """ARN -> tags, of those of which the Tagging API knows, without the tags that AWS itself sets."""
    entries = [
        entry
        for some in api.batches("GetResources", "ResourceARNList", arns)
        for entry in api.items("GetResources", "ResourceTagMappingList", ResourceARNList=some)
    ]
    told = {entry["ResourceARN"]: {tag["Key"]: tag["Value"] for tag in entry["Tags"]} for entry in entries}
    return {
        arn: {key: value for key, value in some.items() if not key.startswith("aws:")}
        for arn, some in told.items()
        if arn in arns
    }
