# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Indexes of OpenSearch Serverless collections."""

from __future__ import annotations

from .. import _opensearch_schema as schema
from .._engine.resource import Resource

RESOURCE = Resource(
    service="opensearchserverless",
    noun="Index",
    returns="index",
    renames={"collection_id": "id", "name": "indexName", "schema": "indexSchema"},
    compare={"indexSchema": schema.same},
    locked=schema.locked_in("indexSchema"),
    # A new data policy takes a moment to count.
    transient={"ValidationException": "403|forbidden|security_exception"},
    name_family="opensearch_index",
)
