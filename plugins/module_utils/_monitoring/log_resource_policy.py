# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Resource policies of CloudWatch Logs: which services may write."""

from __future__ import annotations

from .._engine.diff import same_policy
from .._engine.resource import ByList, Resource

RESOURCE = Resource(
    service="logs",
    noun="ResourcePolicy",
    returns="resource_policy",
    plural="resource_policies",
    create="PutResourcePolicy",
    read="",
    update="PutResourcePolicy",
    listing="DescribeResourcePolicies",
    find=ByList(match={"policyName": "policyName"}),
    ids={"policyName": "policyName"},
    renames={"name": "policyName"},
    compare={"policyDocument": same_policy},
    update_sends="changed",
    explain={
        "LimitExceededException": "A region has ten policies at most: put the statements of several services into one.",
    },
)
