# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Sampling rules of traces."""

from __future__ import annotations

from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

_ANY = dict.fromkeys(("ResourceARN", "ServiceName", "ServiceType", "Host", "HTTPMethod", "URLPath"), "*")

RESOURCE = Resource(
    service="xray",
    noun="SamplingRule",
    returns="sampling_rule",
    read="",
    listing="GetSamplingRules",
    find=ByList(match={"RuleName": "RuleName"}),
    wrapper="SamplingRule",
    envelopes={"CreateSamplingRule": "SamplingRule", "UpdateSamplingRule": "SamplingRuleUpdate"},
    ids={"RuleName": "RuleName"},
    renames={"name": "RuleName"},
    defaults={**_ANY, "Version": 1},
    update_sends="changed",
    tagging=Tagging(target={"ResourceARN": "RuleARN"}),
    name_family="xray",
)
