# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Profiles of browsers."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="BrowserProfile",
    returns="browser_profile",
    find=ByList(match={"name": "name"}),
    tagging=Tagging(target={"resourceArn": "profileArn"}),
    name_family="agentcore_tool",
)
