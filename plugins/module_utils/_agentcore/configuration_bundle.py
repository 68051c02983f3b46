# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Configuration bundles."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

_MESSAGE = "Changed by Ansible"


def _update_request(
    context: Context, live: dict[str, Any], request: dict[str, Any], _changes: dict[str, Any]
) -> dict[str, Any]:
    """A change is a version that follows the newest one."""
    message = context.wanted.get("commitMessage", _MESSAGE)
    return {**request, "parentVersionIds": [live["versionId"]], "commitMessage": message}


RESOURCE = Resource(
    service="bedrock-agentcore-control",
    noun="ConfigurationBundle",
    returns="configuration_bundle",
    find=ByList(match={"bundleName": "bundleName"}),
    renames={"name": "bundleName"},
    ids={"bundleId": "bundleId"},
    update_sends="changed",
    update_request=_update_request,
    # What is told of a version belongs to that version alone.
    ignore=("commitMessage", "createdBy"),
    tagging=Tagging(target={"resourceArn": "bundleArn"}),
    name_family="agentcore_configuration_bundle",
)
