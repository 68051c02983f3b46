#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wafv2_logging_configuration_info
version_added: 0.1.0
short_description: List where the logs of web ACLs go
description:
  - Lists the logging configurations of a scope in the form in which M(bidops.platform.wafv2_logging_configuration)
    returns them.
  - Uses the operations ListLoggingConfigurations and GetLoggingConfiguration of C(wafv2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  scope:
    description:
      - Web ACLs for resources of the region, or for CloudFront, which are kept in the region us-east-1.
    type: str
    required: true
    choices: [REGIONAL, CLOUDFRONT]
  resource_arn:
    description:
      - Only the configuration of this web ACL.
    type: str
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which web ACLs keep a log
  bidops.platform.wafv2_logging_configuration_info:
    scope: REGIONAL
"""

RETURN = r"""
logging_configurations:
  description: What was found, each as GetLoggingConfiguration describes it, in snake_case.
  returned: always
  type: list
  elements: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
