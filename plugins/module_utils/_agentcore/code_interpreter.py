# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Code interpreters."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="CodeInterpreter",
    returns="code_interpreter",
    find=ByList(match={"name": "name"}),
    compare=dict.fromkeys(("subnets", "securityGroups"), same_set),
    tagging=Tagging(target={"resourceArn": "codeInterpreterArn"}),
    # IAM takes a moment to spread a new role.
    transient={"ValidationException": "role", "AccessDeniedException": "assume"},
    name_family="agentcore_tool",
)
