# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Letting go of vectors whose store is gone.

Deleting a data source with the policy DELETE removes its vectors first. When the store no longer exists, that fails
forever; only after its policy is RETAIN can the data source, and the knowledge base above it, be deleted.
"""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.shapes import prune

_UPDATE = "UpdateDataSource"


def of_data_source(context: Context, live: dict[str, Any]) -> None:
    """Set the data source to retain its data (GetDataSource, UpdateDataSource)."""
    _retain(context, live["knowledgeBaseId"], live["dataSourceId"])


def of_knowledge_base(context: Context, live: dict[str, Any]) -> None:
    """Set every data source of the knowledge base to retain its data (ListDataSources, UpdateDataSource)."""
    parent = live["knowledgeBaseId"]
    for entry in context.api.items("ListDataSources", "dataSourceSummaries", knowledgeBaseId=parent):
        _retain(context, parent, entry["dataSourceId"])


def _retain(context: Context, knowledge_base_id: str, data_source_id: str) -> None:
    api = context.api
    found = api.find("GetDataSource", knowledgeBaseId=knowledge_base_id, dataSourceId=data_source_id)
    if found is not None:
        request = prune(api.input(_UPDATE), found["dataSource"])
        api.call(_UPDATE, **{**request, "dataDeletionPolicy": "RETAIN"})
