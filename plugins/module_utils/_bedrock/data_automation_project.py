# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Projects of data automation."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging
from .data_automation_blueprint import encrypted

RESOURCE = Resource(
    service="bedrock-data-automation",
    noun="DataAutomationProject",
    returns="project",
    find=ByList(match={"projectName": "projectName"}),
    renames={"name": "projectName", "description": "projectDescription"},
    ids={"projectArn": "projectArn", "projectStage": "projectStage"},
    observe=encrypted,
    tagging=Tagging(target={"resourceARN": "projectArn"}),
    name_family="bedrock_data_automation",
)
