# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Datasets."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="Dataset",
    returns="dataset",
    find=ByList(match={"datasetName": "datasetName"}),
    renames={"name": "datasetName"},
    ids={"datasetId": "datasetId"},
    update_sends="changed",
    # Examples have operations of their own once the dataset is there.
    ignore=("source",),
    tagging=Tagging(target={"resourceArn": "datasetArn"}),
    name_family="agentcore_tool",
)
