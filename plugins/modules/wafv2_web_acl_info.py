#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wafv2_web_acl_info
version_added: 0.1.0
short_description: List web ACLs of AWS WAF
description:
  - Lists the web ACLs of a scope in the form in which M(bidops.platform.wafv2_web_acl) returns them.
  - Uses the operations ListWebACLs and GetWebACL of C(wafv2), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  scope:
    description:
      - Web ACLs for resources of the region, or for CloudFront, which are kept in the region us-east-1.
    type: str
    required: true
    choices: [REGIONAL, CLOUDFRONT]
  name:
    description:
      - Only the web ACL with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: How much capacity is in use
  bidops.platform.wafv2_web_acl_info:
    scope: REGIONAL
  register: found
"""

RETURN = r"""
web_acls:
  description: What was found, each as GetWebACL describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    name:
      description: Name of the web ACL.
      type: str
    id:
      description: Id of the web ACL.
      type: str
    arn:
      description: ARN of the web ACL, which associations and the log refer to.
      type: str
    capacity:
      description: Capacity units that its rules need.
      type: int
    lock_token:
      description: Token of this state of the web ACL, which a change of it needs.
      type: str
    label_namespace:
      description: Prefix of the labels that its rules set.
      type: str
    default_action:
      description: What happens to requests that no rule stops.
      type: dict
    rules:
      description: The rules, as in the option of the module.
      type: list
      elements: dict
    visibility_config:
      description: Metrics and samples of the web ACL.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.web_acl import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
