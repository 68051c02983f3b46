#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: accessanalyzer_analyzer
version_added: 0.1.0
short_description: Manage analyzers of IAM Access Analyzer
description:
  - Creates, updates and deletes analyzers, which find resources that others can reach (V(ACCOUNT)), access that nobody
    uses (V(ACCOUNT_UNUSED_ACCESS), which costs money), or who inside can reach what.
  - Uses the operations CreateAnalyzer, GetAnalyzer, UpdateAnalyzer, DeleteAnalyzer, ListArchiveRules,
    CreateArchiveRule, UpdateArchiveRule, DeleteArchiveRule, TagResource and UntagResource of C(accessanalyzer).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the analyzer, 1 to 255 letters, digits, underscores, periods and hyphens. It starts with a letter or an
        underscore.
    type: str
    required: true
  type:
    description:
      - What it looks for. Needed to create it; cannot change.
    type: str
    choices:
      - ACCOUNT
      - ORGANIZATION
      - ACCOUNT_UNUSED_ACCESS
      - ORGANIZATION_UNUSED_ACCESS
      - ACCOUNT_INTERNAL_ACCESS
      - ORGANIZATION_INTERNAL_ACCESS
  configuration:
    description:
      - How it looks. C(unused_access) has C(unused_access_age), in days, which cannot change, and C(analysis_rule);
        C(internal_access) has C(analysis_rule). Not for V(ACCOUNT) and V(ORGANIZATION).
    type: dict
  archive_rules:
    description:
      - Rules by which findings are archived at once, in any order. Those that are not listed are removed; left out,
        they stay as they are.
      - Each has C(rule_name) and C(filter), whose keys are properties of findings, such as V(isPublic), and whose
        values have C(eq), C(neq), C(contains) or C(exists).
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Find what others can reach
  bidops.platform.accessanalyzer_analyzer:
    name: assistant
    type: ACCOUNT
    archive_rules:
      - rule_name: ours
        filter: {"principal.AWS": {eq: ["123456789012"]}}
    tags:
      project: assistant

- name: Delete it
  bidops.platform.accessanalyzer_analyzer:
    name: assistant
    state: absent
"""

RETURN = r"""
analyzer:
  description: The analyzer as GetAnalyzer describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    arn:
      description: ARN of the analyzer.
      type: str
    name:
      description: Name of the analyzer.
      type: str
    type:
      description: What it looks for, such as V(ACCOUNT).
      type: str
    status:
      description: State of the analyzer, such as V(ACTIVE).
      type: str
    configuration:
      description: How it looks, for types that have a configuration.
      type: dict
    archive_rules:
      description: Its archive rules, each with C(rule_name) and C(filter).
      type: list
      elements: dict
    created_at:
      description: When it was created, ISO 8601.
      type: str
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.analyzer import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
