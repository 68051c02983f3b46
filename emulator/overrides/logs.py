"""CloudWatch Logs: names, keys, class and deletion protection of log groups, and all of a subscription filter."""

import json
import re
from typing import Any

from moto.logs.exceptions import LogsClientError, ResourceNotFoundException
from moto.logs.models import LogGroup, SubscriptionFilter
from moto.logs.responses import LogsResponse

from emulator.overrides.patch import add, around

FILTER_LIMIT = 2
MORE_OF_A_FILTER = ("distribution", "applyOnTransformedLogs", "fieldSelectionCriteria", "emitSystemFields")
NAME = re.compile(r"[.\-_/#A-Za-z0-9]+")
DAYS = (1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096, 1827, 2192, 2557, 2922, 3288, 3653)


def install() -> None:
    @add(LogsResponse, "associate_kms_key")
    def associate_kms_key(self: Any) -> str:
        find(self).kms_key_id = self._get_param("kmsKeyId")
        return "{}"

    @add(LogsResponse, "disassociate_kms_key")
    def disassociate_kms_key(self: Any) -> str:
        find(self).kms_key_id = None
        return "{}"

    @around(LogsResponse, "create_log_group")
    def create_log_group(moto: Any, self: Any) -> str:
        name = self._get_param("logGroupName") or ""
        if not NAME.fullmatch(name):
            raise LogsClientError(
                "InvalidParameterException",
                f"1 validation error detected: Value '{name}' at 'logGroupName' failed to satisfy constraint: "
                f"Member must satisfy regular expression pattern: {NAME.pattern}",
            )
        answer: str = moto()
        group = find(self)
        group.log_group_class = self._get_param("logGroupClass") or "STANDARD"
        group.deletion_protection = bool(self._get_param("deletionProtectionEnabled"))
        return answer

    @around(LogsResponse, "describe_log_groups")
    def describe_log_groups(moto: Any, self: Any) -> str:
        asked = self._get_param("logGroupIdentifiers")
        if not asked:
            return str(moto())
        if self._get_param("logGroupNamePrefix") or self._get_param("logGroupNamePattern"):
            raise LogsClientError("InvalidParameterException", "logGroupIdentifiers cannot be used with other filters.")
        names = {identifier.rpartition(":log-group:")[2] for identifier in asked}
        found = [group for name, group in sorted(self.logs_backend.groups.items()) if name in names]
        return json.dumps({"logGroups": [group.to_describe_dict() for group in found]})

    @add(LogsResponse, "put_log_group_deletion_protection")
    def put_log_group_deletion_protection(self: Any) -> str:
        find(self).deletion_protection = self._get_param("deletionProtectionEnabled")
        return "{}"

    @around(LogsResponse, "delete_log_group")
    def delete_log_group(moto: Any, self: Any) -> str:
        if getattr(find(self), "deletion_protection", False):
            raise LogsClientError("ValidationException", "The log group is protected from deletion.")
        answer: str = moto()
        return answer

    @around(LogsResponse, "put_retention_policy")
    def put_retention_policy(moto: Any, self: Any) -> str:
        if self._get_param("retentionInDays") not in DAYS:
            raise LogsClientError("InvalidParameterException", f"retentionInDays must be one of {DAYS}")
        answer: str = moto()
        return answer

    @around(LogGroup, "to_describe_dict")
    def to_describe_dict(moto: Any, self: Any) -> dict[str, Any]:
        kind, protection = getattr(self, "log_group_class", "STANDARD"), getattr(self, "deletion_protection", False)
        return {**moto(), "logGroupClass": kind, "deletionProtectionEnabled": protection}

    install_filters()


def install_filters() -> None:
    @around(LogsResponse, "put_subscription_filter")
    def put_subscription_filter(moto: Any, self: Any) -> str:
        group, name = find(self), self._get_param("filterName")
        kept = group.subscription_filters.pop(name, None)
        try:
            answer: str = moto()  # it counts the filter to be changed as one more
        except Exception:
            if kept:
                group.subscription_filters[name] = kept
            raise
        made = group.subscription_filters[name]
        made.more = {member: self._get_param(member) for member in MORE_OF_A_FILTER}
        return answer

    @around(SubscriptionFilter, "to_json")
    def to_json(moto: Any, self: Any) -> dict[str, Any]:
        more = {name: value for name, value in getattr(self, "more", {}).items() if value is not None}
        return {name: value for name, value in {**moto(), **more}.items() if value is not None}

    @around(LogsResponse, "describe_subscription_filters")
    def describe_subscription_filters(moto: Any, self: Any) -> str:
        found = json.loads(moto())["subscriptionFilters"]
        prefix = self._get_param("filterNamePrefix") or ""
        return json.dumps({"subscriptionFilters": [one for one in found if one["filterName"].startswith(prefix)]})


def find(response: Any) -> Any:
    """The log group that a request names, by name or ARN."""
    names = ("logGroupName", "resourceIdentifier", "logGroupIdentifier")
    name = next((str(response._get_param(member)) for member in names if response._get_param(member)), "")
    name = name.rsplit(":log-group:", 1)[-1].removesuffix(":*")
    group = response.logs_backend.groups.get(name)
    if group is None:
        raise ResourceNotFoundException()
    return group
