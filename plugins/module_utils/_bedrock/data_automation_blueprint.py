# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Blueprints of data automation."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging


def encrypted(_context: Context, live: dict[str, Any]) -> dict[str, Any]:
    """Requests put into one member what answers tell in two."""
    told = {name: live[name] for name in ("kmsKeyId", "kmsEncryptionContext") if live.get(name)}
    return {**live, "encryptionConfiguration": told} if told else live


RESOURCE = Resource(
    service="bedrock-data-automation",
    noun="Blueprint",
    returns="blueprint",
    find=ByList(match={"blueprintName": "blueprintName"}),
    renames={"name": "blueprintName"},
    ids={"blueprintArn": "blueprintArn", "blueprintStage": "blueprintStage"},
    observe=encrypted,
    tagging=Tagging(target={"resourceARN": "blueprintArn"}),
    name_family="bedrock_data_automation",
)
