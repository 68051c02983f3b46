# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Many IAM roles with their policies, read together."""

from __future__ import annotations

from typing import Any

from ._engine.context import Context
from ._engine.sdk import botocore
from ._iam_role import Told

_PER_ROLE = 3  # requests for a role by itself
_LISTINGS = 2
_PAGE = 100  # roles, as few as a page may have


def read_all(context: Context, names: list[str]) -> dict[str, dict[str, Any]] | None:
    """Name -> role, of those that are there; None where it is better to ask for each by itself.

    IAM lists only all roles of an account, which costs more where it has very many, and may not be allowed.
    """
    try:
        there = context.api.call("GetAccountSummary")["SummaryMap"]["Roles"]
        if there * _LISTINGS > len(names) * _PER_ROLE * _PAGE or len(names) * _PER_ROLE <= _LISTINGS:
            return None
        roles = {role["RoleName"]: role for role in context.api.items("ListRoles", "Roles")}
        details = context.api.items("GetAccountAuthorizationDetails", "RoleDetailList", Filter=["Role"])
    except botocore.exceptions.ClientError:
        return None
    wanted = [detail for detail in details if detail["RoleName"] in names and detail["RoleName"] in roles]
    return {detail["RoleName"]: Told(roles[detail["RoleName"]], detail) for detail in wanted}
