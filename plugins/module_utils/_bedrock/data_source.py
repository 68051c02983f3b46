# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Data sources of knowledge bases."""

from __future__ import annotations

from .._engine.diff import Comparison
from .._engine.resource import ByList, Resource
from . import data_retention


def _chunking_changes(context, live, changes):
    """The service takes the chunking in updates, but only unchanged."""
    before, after = changes.get("vectorIngestionConfiguration", ({}, {}))
    pick = [{"chunkingConfiguration": (side or {}).get("chunkingConfiguration")} for side in (after, before)]
    return ["vectorIngestionConfiguration"] if Comparison().difference(None, *pick) else []


RESOURCE = Resource(
    service="bedrock-agent",
    noun="DataSource",
    returns="data_source",
    find=ByList(match={"name": "name"}),
    parents=("knowledgeBaseId",),
    locked=_chunking_changes,
    transient={"ValidationException": "role|assume"},
    delete_failed=data_retention.of_data_source,
    name_family="bedrock_data_source",
)
