# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Collections of OpenSearch Serverless."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]

_OWN_KEY = "auto"  # how a collection tells that AWS owns its key


def _observe(context: Context, live: Members) -> Members:
    key = live.get("kmsKeyArn", _OWN_KEY)
    told = {"aWSOwnedKey": True} if key == _OWN_KEY else {"aWSOwnedKey": False, "kmsKeyArn": key}
    return {**live, "encryptionConfig": told}


def _refuse_delete(context: Context, live: Members) -> None:
    if live.get("deletionProtection") == "ENABLED":
        raise EngineError(
            f"{context.what} has deletion protection. Nothing was deleted. "
            "Set deletion_protection to DISABLED first, in a task of its own."
        )


RESOURCE = Resource(
    service="opensearchserverless",
    noun="Collection",
    returns="collection",
    find=ByList(match={"name": "name"}),
    read="BatchGetCollection",
    wrapper="collectionDetails",
    ids={"ids": "id", "id": "id"},
    observe=_observe,
    update_sends="changed",
    tagging=Tagging(target={"resourceArn": "arn"}),
    # A new encryption policy takes a moment to count.
    transient={"ValidationException": "No matching security policy"},
    refuse_delete=_refuse_delete,
    name_family="opensearchserverless_collection",
)
