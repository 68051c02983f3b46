#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: accessanalyzer_analyzer_info
version_added: 0.1.0
short_description: List analyzers of IAM Access Analyzer
description:
  - Lists analyzers in the form in which M(bidops.platform.accessanalyzer_analyzer) returns them.
  - Uses the operations ListAnalyzers, GetAnalyzer and ListArchiveRules of C(accessanalyzer).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the analyzer with this name.
    type: str
  type:
    description:
      - Only analyzers of this type, such as V(ACCOUNT).
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Is there an analyzer for the account
  bidops.platform.accessanalyzer_analyzer_info:
    type: ACCOUNT
  register: found
"""

RETURN = r"""
analyzers:
  description: What was found, each as GetAnalyzer describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._governance.analyzer import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
