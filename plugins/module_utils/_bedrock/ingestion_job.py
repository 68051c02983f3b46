# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Ingestion jobs of data sources."""

from __future__ import annotations

from .._engine.resource import Resource

RESOURCE = Resource(
    service="bedrock-agent",
    noun="IngestionJob",
    returns="ingestion_job",
    create="StartIngestionJob",
    update="",
    delete="",
    parents=("knowledgeBaseId", "dataSourceId"),
    ids={"ingestionJobId": "ingestionJobId"},
)
