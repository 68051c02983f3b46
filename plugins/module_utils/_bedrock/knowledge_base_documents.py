# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Documents of knowledge bases."""

from __future__ import annotations

from .._engine.resource import ByList, Resource

RESOURCE = Resource(
    service="bedrock-agent",
    noun="KnowledgeBaseDocuments",
    returns="documents",
    plural="documents",
    find=ByList(),
    create="IngestKnowledgeBaseDocuments",
    # The entries of the list say as much as GetKnowledgeBaseDocuments does.
    read="",
    listing="ListKnowledgeBaseDocuments",
    parents=("knowledgeBaseId", "dataSourceId"),
)
