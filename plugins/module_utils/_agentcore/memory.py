# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Memories."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from . import memory_strategies as strategies

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="Memory",
    returns="memory",
    plural="memories",
    listing="ListMemories",
    find=ByList(
        match={"name": "name"},
        likely=lambda entry, wanted: entry["id"].startswith(f"{wanted['name']}-"),
    ),
    ids={"memoryId": "id"},
    observe=strategies.observe,
    update_request=strategies.update_request,
    update_sends="changed",
    compare={"memoryStrategies": strategies.same},
    tagging=Tagging(target={"resourceArn": "arn"}),
    name_family="agentcore_memory",
)
