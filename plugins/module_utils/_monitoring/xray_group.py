# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Groups of traces."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="xray",
    noun="Group",
    returns="group",
    read="",
    listing="GetGroups",
    find=ByList(match={"GroupName": "GroupName"}),
    ids={"GroupName": "GroupName"},
    renames={"name": "GroupName"},
    update_sends="changed",
    tagging=Tagging(target={"ResourceARN": "GroupARN"}),
    name_family="xray",
)
