#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: wafv2_web_acl
version_added: 0.1.0
short_description: Manage web ACLs of AWS WAF
description:
  - Creates, changes and deletes a web ACL of AWS WAF with its rules. Everything that the API has can be said, the
    configurations of managed rule groups included, such as C(aws_managed_rules_bot_control_rule_set).
  - A change reads the web ACL with its lock token, lays the options over it and sends the whole. Members of the web ACL
    that no option speaks of stay as they are.
  - Rules are compared as whole rules, in whatever order they are given; what counts is C(priority). What AWS WAF fills
    in by itself, such as C(evaluation_window_sec) of 300, need not be given.
  - A web ACL that is still associated with something is not deleted; the message names what it is associated with. Of
    distributions of CloudFront only the service itself knows.
  - Uses the operations CreateWebACL, GetWebACL, UpdateWebACL, DeleteWebACL, ListWebACLs, ListResourcesForWebACL,
    CheckCapacity, TagResource, UntagResource and ListTagsForResource of C(wafv2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the web ACL, 1 to 128 letters, digits, hyphens and underscores, unique in its scope.
    type: str
    required: true
  scope:
    description:
      - Whether it protects resources of the region, or distributions of CloudFront. Web ACLs for CloudFront are kept in
        the region us-east-1; run the task there.
    type: str
    default: REGIONAL
    choices: [REGIONAL, CLOUDFRONT]
  default_action:
    description:
      - What happens to requests that no rule stops, C(allow) or C(block), each with a dictionary, which may be empty.
        Needed for a new web ACL.
    type: dict
  description:
    description:
      - What the web ACL is for, at most 256 characters. An empty text removes it.
    type: str
  rules:
    description:
      - The rules in the form of the API, in snake_case, each with C(name), C(priority), C(statement),
        C(visibility_config), and C(action), or C(override_action) where the statement is a rule group.
      - The list is the whole wish. An empty list removes all rules.
    type: list
    elements: dict
  visibility_config:
    description:
      - C(sampled_requests_enabled), C(cloud_watch_metrics_enabled) and C(metric_name). Needed for a new web ACL.
    type: dict
  data_protection_config:
    description:
      - Which fields of requests are hashed or replaced before anything sees them, with C(data_protections).
    type: dict
  custom_response_bodies:
    description:
      - Bodies that block actions may answer with, key to C(content_type) and C(content). An empty dictionary removes
        them.
    type: dict
  captcha_config:
    description:
      - How long a solved puzzle is good for, as C(immunity_time_property) with C(immunity_time) in seconds.
    type: dict
  challenge_config:
    description:
      - How long a passed challenge is good for, as C(immunity_time_property) with C(immunity_time) in seconds.
    type: dict
  token_domains:
    description:
      - Domains, beside that of the protected resource, whose tokens count. An empty list removes them.
    type: list
    elements: str
  association_config:
    description:
      - How much of a request body is looked at, as C(request_body) with the type of resource as key and
        C(default_size_inspection_limit), such as V(KB_32).
    type: dict
  on_source_d_do_s_protection_config:
    description:
      - What is done against floods at an application load balancer, as C(alb_low_reputation_mode).
    type: dict
  capacity_limit:
    description:
      - How many capacity units the rules may take. A change that takes more is refused, in check mode too. What a web
        ACL takes is in RV(web_acl.capacity); up to 1500 are in the basic price.
    type: int
  application_config:
    description:
      - Attributes of the application, which recommendations of the console are made from. Cannot be changed by all
        kinds of pricing.
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - Not verified against AWS - which members of rules the service fills in. Known are C(evaluation_window_sec) and
    C(enable_machine_learning).
"""

EXAMPLES = r"""
- name: Protect the application
  bidops.platform.wafv2_web_acl:
    name: assistant
    default_action:
      allow: {}
    visibility_config: &metrics
      sampled_requests_enabled: true
      cloud_watch_metrics_enabled: true
      metric_name: assistant
    rules:
      - name: common
        priority: 0
        statement:
          managed_rule_group_statement:
            vendor_name: AWS
            name: AWSManagedRulesCommonRuleSet
        override_action:
          none: {}
        visibility_config: *metrics
      - name: bots
        priority: 1
        statement:
          managed_rule_group_statement:
            vendor_name: AWS
            name: AWSManagedRulesBotControlRuleSet
            managed_rule_group_configs:
              - aws_managed_rules_bot_control_rule_set:
                  inspection_level: TARGETED
                  enable_machine_learning: true
        override_action:
          none: {}
        visibility_config: *metrics
      - name: rate
        priority: 2
        statement:
          rate_based_statement:
            limit: 2000
            aggregate_key_type: IP
        action:
          block: {}
        visibility_config: *metrics
    tags:
      team: platform
  register: acl

- name: Remove it
  bidops.platform.wafv2_web_acl:
    name: assistant
    state: absent
"""

RETURN = r"""
web_acl:
  description: The web ACL as GetWebACL describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
