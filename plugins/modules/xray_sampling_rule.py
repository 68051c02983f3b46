#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: xray_sampling_rule
version_added: 0.1.0
short_description: Manage AWS X-Ray sampling rules
description:
  - Creates, changes and deletes a sampling rule of AWS X-Ray, which says what share of some requests is traced.
  - The first rule that fits counts. The rule C(Default), which every region has, cannot be deleted, and only its rates
    can change.
  - Uses the operations CreateSamplingRule, UpdateSamplingRule, GetSamplingRules and DeleteSamplingRule of C(xray), and
    its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the rule, 1 to 32 characters.
    type: str
    required: true
  priority:
    description:
      - Place of the rule, 1 to 9999, the lowest first. Required to create it.
    type: int
  fixed_rate:
    description:
      - Share of the requests beyond O(reservoir_size) that is traced, 0 to 1. Required to create it.
    type: float
  reservoir_size:
    description:
      - How many requests a second are traced in any case. Required to create it.
    type: int
  service_name:
    description:
      - Name that the service gives itself. A new rule takes V(*), which is any.
    type: str
  service_type:
    description:
      - Where the service runs, such as V(AWS::ECS::Container). A new rule takes V(*), which is any.
    type: str
  host:
    description:
      - Host name of the request. A new rule takes V(*), which is any.
    type: str
  http_method:
    description:
      - Method of the request. A new rule takes V(*), which is any.
    type: str
  url_path:
    description:
      - Path of the request, with C(*) and C(?) for what may differ. A new rule takes V(*), which is any.
    type: str
  resource_arn:
    description:
      - ARN of the resource that the service runs on. A new rule takes V(*), which is any.
    type: str
  attributes:
    description:
      - Attributes of the segment that have to match, name to value, five at most.
    type: dict
  sampling_rate_boost:
    description:
      - How far the share may rise when something is unusual, with C(max_rate), 0 to 1, and C(cooldown_window_minutes).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Do not trace health checks
  bidops.platform.xray_sampling_rule:
    name: health
    priority: 10
    url_path: /health
    fixed_rate: 0
    reservoir_size: 0

- name: Trace one in ten calls of the API
  bidops.platform.xray_sampling_rule:
    name: api
    priority: 100
    service_name: api
    fixed_rate: 0.1
    reservoir_size: 1

- name: Remove a rule
  bidops.platform.xray_sampling_rule:
    name: health
    state: absent
"""

RETURN = r"""
sampling_rule:
  description: The rule as GetSamplingRules describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    rule_name:
      description: Name of the rule.
      type: str
    rule_arn:
      description: ARN of the rule.
      type: str
    priority:
      description: Its place among the rules.
      type: int
    fixed_rate:
      description: Share of the requests, 0 to 1.
      type: float
    reservoir_size:
      description: How many requests a second are always traced.
      type: int
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.xray_sampling_rule import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
