#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_query_definition
version_added: 0.1.0
short_description: Manage saved queries of Amazon CloudWatch Logs
description:
  - Creates, changes and deletes a saved query of CloudWatch Logs Insights.
  - The service allows several queries of one name; the module does not, and fails where there are.
  - Uses the operations PutQueryDefinition, DescribeQueryDefinitions and DeleteQueryDefinition of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the query, 1 to 255 characters. C(/) makes folders.
    type: str
    required: true
  query_string:
    description:
      - The query, 10,000 characters at most. Required to create it.
    type: str
  query_language:
    description:
      - Language of the query, Logs Insights, SQL or PPL. A new query takes V(CWLI).
    type: str
    choices: [CWLI, SQL, PPL]
  log_group_names:
    description:
      - Log groups that it looks at, in any order; it is the whole wish, and not used with V(SQL), which names them in
        the query.
    type: list
    elements: str
  parameters:
    description:
      - What can be filled in when it runs, each with C(name), C(default_value) and C(description).
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Save a query for the slowest answers
  bidops.platform.cloudwatchlogs_query_definition:
    name: platform/slowest
    log_group_names: [/bidops/api]
    query_string: |
      fields @timestamp, path, duration
      | sort duration desc
      | limit 20

- name: Remove it
  bidops.platform.cloudwatchlogs_query_definition:
    name: platform/slowest
    state: absent
"""

RETURN = r"""
query_definition:
  description: The query as DescribeQueryDefinitions describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_query_definition import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
