#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_query_definition_info
version_added: 0.1.0
short_description: List saved queries of Amazon CloudWatch Logs
description:
  - Lists saved queries of Amazon CloudWatch Logs in the form in which
    M(bidops.platform.cloudwatchlogs_query_definition) returns them.
  - Uses the operation DescribeQueryDefinitions of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the query with this name.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which queries there are
  bidops.platform.cloudwatchlogs_query_definition_info:
  register: found
"""

RETURN = r"""
query_definitions:
  description: What was found, each in the form of the service's answers, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    query_definition_id:
      description: Id of the query.
      type: str
    name:
      description: Name of the query.
      type: str
    query_string:
      description: The query.
      type: str
    log_group_names:
      description: Log groups that it looks at.
      type: list
      elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_query_definition import RESOURCE


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
