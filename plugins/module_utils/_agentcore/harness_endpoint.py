# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Endpoints of harnesses."""

from __future__ import annotations

from .._engine.resource import Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="HarnessEndpoint",
    returns="harness_endpoint",
    parents=("harnessId",),
    renames={"name": "endpointName"},
    update_sends="changed",
    tagging=Tagging(target={"resourceArn": "arn"}),
    name_family="agentcore_runtime",
)
