# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Protections by Shield Advanced, for accounts that pay for it."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.errors import EngineError
from .._engine.resource import ByKey, Facet, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]

_CONFIGURATION = "ApplicationLayerAutomaticResponseConfiguration"
_DISABLED = "DISABLED"


def _if_subscribed(context: Context, request: Members) -> Members:
    """The request, where Shield Advanced is paid for already: subscribing costs a year's fee, whoever does it."""
    if context.api.call("GetSubscriptionState")["SubscriptionState"] != "ACTIVE":
        raise EngineError(
            f"This account has no subscription to Shield Advanced, so {context.what} cannot be created. A "
            "subscription is a commitment for a year, with a monthly fee: this module never subscribes. Subscribe in "
            "the console, or leave the resource to Shield Standard, which is free and always there."
        )
    return request


def _write_checks(context: Context, live: Members, current: list[str] | None, wanted: list[str]) -> None:
    root, protection = f"arn:{context.api.client.meta.partition}:route53:::healthcheck/", {"ProtectionId": live["Id"]}
    for check in sorted(set(current or []) - set(wanted)):
        context.api.call("DisassociateHealthCheck", **protection, HealthCheckArn=root + check)
    for check in sorted(set(wanted) - set(current or [])):
        context.api.call("AssociateHealthCheck", **protection, HealthCheckArn=root + check)


def _read_response(_context: Context, live: Members) -> str:
    configuration = live.get(_CONFIGURATION) or {}
    return next(iter(configuration["Action"])).upper() if configuration.get("Status") == "ENABLED" else _DISABLED


def _write_response(context: Context, live: Members, current: str | None, wanted: str) -> None:
    verb = "Disable" if wanted == _DISABLED else "Enable" if current in (None, _DISABLED) else "Update"
    action = {} if wanted == _DISABLED else {"Action": {wanted.capitalize(): {}}}
    context.api.call(f"{verb}ApplicationLayerAutomaticResponse", ResourceArn=live["ResourceArn"], **action)


RESOURCE = Resource(
    service="shield",
    noun="Protection",
    returns="protection",
    find=ByKey(),
    read="DescribeProtection",
    update="",
    ids={"ProtectionId": "Id", "ResourceArn": "ResourceArn"},
    # It takes one of the two.
    read_request=lambda _context, request: {"ResourceArn": request["ResourceArn"]},
    create_request=_if_subscribed,
    facets=(
        Facet(
            "health_check_ids",
            lambda _context, live: live.get("HealthCheckIds") or [],
            _write_checks,
            same=same_set,
        ),
        Facet("application_layer_automatic_response", _read_response, _write_response, listed=True),
    ),
    tagging=Tagging(target={"ResourceARN": "ProtectionArn"}),
)
