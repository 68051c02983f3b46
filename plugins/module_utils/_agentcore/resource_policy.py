# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Resource policies of runtimes, endpoints and gateways."""

from __future__ import annotations

from .._engine.diff import same_policy
from .._engine.resource import Resource

RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="ResourcePolicy",
    returns="resource_policy",
    create="PutResourcePolicy",
    update="PutResourcePolicy",
    listing="",
    compare={"policy": same_policy},
)
