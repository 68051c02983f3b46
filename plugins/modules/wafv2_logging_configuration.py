#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wafv2_logging_configuration
version_added: 0.1.0
short_description: Manage where the log of a web ACL goes
description:
  - Sets, changes and removes the log of a web ACL of AWS WAF.
  - A log group needs a resource policy that lets C(delivery.logs.amazonaws.com) write; a bucket needs a bucket policy.
  - Uses the operations PutLoggingConfiguration, GetLoggingConfiguration and DeleteLoggingConfiguration of C(wafv2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_arn:
    description:
      - ARN of the web ACL.
    type: str
    required: true
  log_destination_configs:
    description:
      - ARN of one log group, bucket or Firehose stream, whose name must start with C(aws-waf-logs-). Needed for a new
        configuration.
    type: list
    elements: str
  redacted_fields:
    description:
      - Fields of requests that are left out of the log, such as C(single_header) with C(name). An empty list leaves out
        nothing.
    type: list
    elements: dict
  logging_filter:
    description:
      - Which requests are logged, with C(filters) and C(default_behavior). An empty dictionary logs all.
    type: dict
  log_type:
    description:
      - Kind of log; the service takes V(WAF_LOGS).
    type: str
    choices: [WAF_LOGS]
  log_scope:
    description:
      - Whose configuration is meant; the service takes V(CUSTOMER).
    type: str
    choices: [CUSTOMER, SECURITY_LAKE, CLOUDWATCH_TELEMETRY_RULE_MANAGED]
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Log what was blocked or counted, without the cookies
  bidops.platform.wafv2_logging_configuration:
    resource_arn: arn:aws:wafv2:us-east-1:123456789012:regional/webacl/assistant/11111111-2222-3333-4444-555555555555
    log_destination_configs:
      - arn:aws:logs:us-east-1:123456789012:log-group:aws-waf-logs-assistant
    redacted_fields:
      - single_header:
          name: cookie
    logging_filter:
      default_behavior: DROP
      filters:
        - behavior: KEEP
          requirement: MEETS_ANY
          conditions:
            - action_condition:
                action: BLOCK
            - action_condition:
                action: COUNT
"""

RETURN = r"""
logging_configuration:
  description: The configuration as GetLoggingConfiguration describes it, in snake_case.
  returned: when there is one, and in check mode when there would be one
  type: dict
  contains:
    resource_arn:
      description: ARN of the web ACL.
      type: str
    log_destination_configs:
      description: Where the log goes.
      type: list
      elements: str
    redacted_fields:
      description: Fields that are left out.
      type: list
      elements: dict
    logging_filter:
      description: Which requests are logged.
      type: dict
    log_type:
      description: Kind of log.
      type: str
    log_scope:
      description: Whose configuration it is.
      type: str
    managed_by_firewall_manager:
      description: Whether Firewall Manager made it.
      type: bool
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.logging_configuration import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
