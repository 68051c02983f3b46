# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Dashboards."""

from __future__ import annotations

from .._engine.diff import same_json
from .._engine.resource import Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="cloudwatch",
    noun="Dashboard",
    returns="dashboard",
    create="PutDashboard",
    update="PutDashboard",
    delete="DeleteDashboards",
    ids={"DashboardName": "DashboardName", "DashboardNames": "DashboardName"},
    renames={"name": "DashboardName"},
    compare={"DashboardBody": same_json},
    tagging=Tagging(target={"ResourceARN": "DashboardArn"}),
    name_family="cloudwatch_dashboard",
)
