# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Groups of users."""

from __future__ import annotations

from .._engine.resource import Resource

RESOURCE = Resource(
    service="cognito-idp",
    noun="Group",
    returns="user_pool_group",
    parents=("UserPoolId",),
    renames={"name": "GroupName"},
    name_family="cognito_user_pool_group",
)
