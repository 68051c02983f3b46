# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Data protection policies of log groups."""

from __future__ import annotations

from .._engine.diff import same_json
from .._engine.resource import Resource

RESOURCE = Resource(
    service="logs",
    noun="DataProtectionPolicy",
    returns="data_protection_policy",
    create="PutDataProtectionPolicy",
    update="PutDataProtectionPolicy",
    listing="",
    # A log group without a policy has an empty one.
    exists=lambda live: bool(live.get("policyDocument")),
    compare={"policyDocument": same_json},
)
