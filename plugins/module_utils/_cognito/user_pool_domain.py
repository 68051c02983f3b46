# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Domains of user pools, where people sign in and clients get tokens."""

from __future__ import annotations

from typing import Any

from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._naming import IllegalName, check_name


def _check_prefix(_context: Any, request: dict[str, Any]) -> dict[str, Any]:
    """Without a certificate of one's own the domain is the first part of one of Cognito's."""
    if "CustomDomainConfig" not in request:
        try:
            check_name("cognito_user_pool_domain", request["Domain"])
        except IllegalName as error:
            raise EngineError(f"domain: {error}. A domain of your own needs custom_domain_config.") from error
    return request


RESOURCE = Resource(
    service="cognito-idp",
    noun="UserPoolDomain",
    returns="user_pool_domain",
    read="DescribeUserPoolDomain",
    create_request=_check_prefix,
    immutable=("UserPoolId",),
    # The model knows prefixes only, not domains with dots.
    unchecked=("Domain",),
    status="Status",
)
