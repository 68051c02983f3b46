# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Prompts."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from .versions import Versions

_VERSIONS = Versions(
    create="CreatePromptVersion",
    identifier="promptIdentifier",
    version="promptVersion",
    not_content=("name", "description", "customerEncryptionKeyArn"),
)

RESOURCE = Resource(
    service="bedrock-agent",
    noun="Prompt",
    returns="prompt",
    find=ByList(match={"name": "name"}),
    ids={"promptIdentifier": "id"},
    facets=(_VERSIONS.facet,),
    computed=_VERSIONS.told,
    tagging=Tagging(target={"resourceArn": "arn"}),
    name_family="bedrock_prompt",
)
