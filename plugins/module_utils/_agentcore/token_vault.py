# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The token vault."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import Resource


def _update_request(
    context: Context, _live: dict[str, Any], request: dict[str, Any], _changes: dict[str, Any]
) -> dict[str, Any]:
    """The key is set as a whole: one that AWS manages has no ARN to keep."""
    return {**request, "kmsConfiguration": context.wanted["kmsConfiguration"]}


RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="TokenVault",
    returns="token_vault",
    create="",
    update="SetTokenVaultCMK",
    delete="",
    listing="",
    ids={"tokenVaultId": "tokenVaultId"},
    update_request=_update_request,
)
