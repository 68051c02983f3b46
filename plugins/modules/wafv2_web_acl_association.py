#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wafv2_web_acl_association
version_added: 0.1.0
short_description: Put a web ACL of AWS WAF before a resource
description:
  - Associates a resource of a region, such as an application load balancer, with a web ACL, or with none. A resource
    has one web ACL at most; another one takes its place.
  - A web ACL that does not exist is an error, in check mode as well.
  - Distributions of CloudFront are not associated here; they name their web ACL themselves.
  - Uses the operations AssociateWebACL, DisassociateWebACL, GetWebACLForResource and GetWebACL of C(wafv2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  resource_arn:
    description:
      - ARN of an application load balancer, a stage of API Gateway, an AppSync API, a Cognito user pool, an App Runner
        service, a Verified Access instance, an Amplify application or an AgentCore gateway.
    type: str
    required: true
  web_acl_arn:
    description:
      - ARN of the web ACL, of scope V(REGIONAL) and in the same region. Needed with O(state=present).
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Put the web ACL before the load balancer
  bidops.platform.wafv2_web_acl_association:
    resource_arn: arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/0123456789abcdef
    web_acl_arn: arn:aws:wafv2:us-east-1:123456789012:regional/webacl/assistant/11111111-2222-3333-4444-555555555555

- name: Take it away again
  bidops.platform.wafv2_web_acl_association:
    resource_arn: arn:aws:elasticloadbalancing:us-east-1:123456789012:loadbalancer/app/a/0123456789abcdef
    state: absent
"""

RETURN = r"""
web_acl_association:
  description: The resource and its web ACL; what GetWebACLForResource says of the web ACL stands beside, in snake_case.
  returned: when there is one, and in check mode when there would be one
  type: dict
  contains:
    resource_arn:
      description: ARN of the resource.
      type: str
    web_acl_arn:
      description: ARN of the web ACL.
      type: str
    name:
      description: Name of the web ACL.
      type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.web_acl_association import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION, required_if=[("state", "present", ["web_acl_arn"])])


if __name__ == "__main__":
    main()
