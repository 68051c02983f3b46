# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""User pools."""

from __future__ import annotations

from typing import Any

from .._engine.diff import same_set
from .._engine.errors import EngineError
from .._engine.resource import ByList, Facet, Resource
from .._engine.tags import Tagging
from . import attributes, factors

Members = dict[str, Any]

# A template of messages says the same, and more.
_SAID_TWICE = ("SmsVerificationMessage", "EmailVerificationMessage", "EmailVerificationSubject")


def _sendable(context: Any, _live: Members, request: Members, _changes: Members) -> Members:
    """Without what answers have twice and a request may say once."""
    if "VerificationMessageTemplate" in request:
        request = {name: value for name, value in request.items() if name not in _SAID_TWICE}
    invitation = dict(request.get("AdminCreateUserConfig", {}))
    if "TemporaryPasswordValidityDays" in request.get("Policies", {}).get("PasswordPolicy", {}):
        invitation.pop("UnusedAccountValidityDays", None)
    told = {"AdminCreateUserConfig": invitation} if invitation else {}
    # A trigger that is left out goes; nothing else could say so.
    triggers = {name: context.wanted[name] for name in ("LambdaConfig",) if name in context.wanted}
    return {**request, **told, **triggers}


def _same_triggers(wanted: Members, current: Members | None) -> bool:
    """The service repeats the function of a versioned trigger under its old name."""
    there = dict(current or {})
    if "PreTokenGenerationConfig" in there and "PreTokenGeneration" not in wanted:
        there.pop("PreTokenGeneration", None)
    return wanted == there


def _refuse_delete(context: Any, live: Members) -> None:
    if live.get("DeletionProtection") == "ACTIVE":
        raise EngineError(f"{context.what} is protected: set deletion_protection to INACTIVE first.")
    domains = [live[name] for name in ("Domain", "CustomDomain") if live.get(name)]
    if domains:
        raise EngineError(f"{context.what} has the domain {' and '.join(domains)}: delete that first.")


RESOURCE = Resource(
    service="cognito-idp",
    noun="UserPool",
    returns="user_pool",
    find=ByList(match={"Name": "PoolName"}),
    read="DescribeUserPool",
    ids={"UserPoolId": "Id"},
    renames={"name": "PoolName"},
    told={"PoolName": "Name"},
    observe=attributes.observe,
    locked=attributes.locked,
    updaters={"Schema": attributes.add},
    update_request=_sendable,
    compare={
        "Schema": attributes.has_all,
        "LambdaConfig": _same_triggers,
        **dict.fromkeys(
            (
                "AliasAttributes",
                "AllowedFirstAuthFactors",
                "AttributesRequireVerificationBeforeUpdate",
                "AutoVerifiedAttributes",
                "RecoveryMechanisms",
                "UsernameAttributes",
            ),
            same_set,
        ),
    },
    facets=(Facet("mfa_config", factors.read, factors.write, member="SetUserPoolMfaConfig"),),
    tagging=Tagging(target={"ResourceArn": "Arn"}, inline="UserPoolTags"),
    # IAM takes a moment to spread a new role.
    transient={"InvalidSmsRoleTrustRelationshipException": "", "InvalidSmsRoleAccessPolicyException": ""},
    explain={"FeatureUnavailableInTierException": "Choose a higher user_pool_tier, or do without it."},
    refuse_delete=_refuse_delete,
    # The service's own address and the id are what tokens name as their issuer.
    computed=lambda context, live: {"issuer": f"{context.api.client.meta.endpoint_url}/{live['Id']}"},
    name_family="cognito_user_pool",
)
