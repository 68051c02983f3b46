# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Saved queries of CloudWatch Logs Insights."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import ByList, Resource

RESOURCE = Resource(
    service="logs",
    noun="QueryDefinition",
    returns="query_definition",
    create="PutQueryDefinition",
    read="",
    update="PutQueryDefinition",
    listing="DescribeQueryDefinitions",
    find=ByList(match={"name": "name"}, prefix="queryDefinitionNamePrefix"),
    ids={"queryDefinitionId": "queryDefinitionId"},
    compare={"logGroupNames": same_set},
)
