# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Resource servers: APIs with scopes of their own, which clients may ask for."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import Resource

RESOURCE = Resource(
    service="cognito-idp",
    noun="ResourceServer",
    returns="resource_server",
    read="DescribeResourceServer",
    parents=("UserPoolId",),
    compare={"Scopes": same_set},
)
