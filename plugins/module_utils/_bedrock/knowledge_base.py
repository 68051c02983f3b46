# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Knowledge bases."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from . import data_retention

RESOURCE = Resource(
    service="bedrock-agent",
    noun="KnowledgeBase",
    returns="knowledge_base",
    find=ByList(match={"name": "name"}),
    immutable=("knowledgeBaseConfiguration", "storageConfiguration"),
    tagging=Tagging(target={"resourceArn": "knowledgeBaseArn"}),
    # IAM takes a moment to spread a new role, and the store a moment to know its new permissions or index.
    transient={"ValidationException": "role|assume|forbidden|403|no such index|404"},
    delete_failed=data_retention.of_knowledge_base,
    name_family="bedrock_knowledge_base",
)
