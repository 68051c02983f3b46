#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: service_quotas_info
version_added: 0.1.0
short_description: See whether a platform fits into the quotas of its account
description:
  - Tells, for what a platform needs of an account, which quota AWS Service Quotas has, how much of it others use, and
    how much is left. What carries the tags C(bidops:platform) and C(bidops:environment) is the platform's, everything
    else in the region is others'.
  - A quota is only asked for while the platform has less than it needs, so that a platform which is there costs one
    request.
  - Knows quotas of which AWS's pages name the code. Quotas of Amazon Bedrock and AgentCore and of requests to models
    are not among them.
  - Uses the operations GetServiceQuota and GetAWSDefaultServiceQuota of C(service-quotas), GetResources of
    C(resourcegroupstaggingapi), DescribeVpcs, DescribeInternetGateways and DescribeAddresses of C(ec2),
    DescribeLoadBalancers of C(elbv2), DescribeDBClusters and DescribeDBInstances of C(rds), ListDomainNames of
    C(opensearch), ListClusters, ListTasks and DescribeTasks of C(ecs), and GetSamplingRules of C(xray).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  platform:
    description:
      - Value of the tag C(bidops:platform).
    type: str
    required: true
  environment:
    description:
      - Value of the tag C(bidops:environment).
    type: str
    required: true
  needed:
    description:
      - How much the platform has in all when it is there. What is V(0) or not named is not asked for.
    type: dict
    required: true
    suboptions:
      vpc:
        description: VPCs.
        type: int
      internet_gateway:
        description: Internet gateways.
        type: int
      elastic_ip:
        description: Elastic IP addresses.
        type: int
      load_balancer:
        description: Application load balancers.
        type: int
      db_cluster:
        description: Clusters of Amazon RDS.
        type: int
      db_instance:
        description: Instances of Amazon RDS.
        type: int
      opensearch_domain:
        description: Domains of Amazon OpenSearch Service.
        type: int
      fargate_vcpu:
        description: CPUs of tasks on AWS Fargate, without Spot.
        type: float
      sampling_rule:
        description: Sampling rules of AWS X-Ray.
        type: int
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: See whether the account has room
  bidops.platform.service_quotas_info:
    platform: shop
    environment: dev
    needed:
      vpc: 1
      elastic_ip: 1
      fargate_vcpu: 2
  register: account

- name: Stop early
  ansible.builtin.assert:
    that: account.quotas | selectattr('short', 'gt', 0) | length == 0
    fail_msg: "{{ account.quotas | selectattr('short', 'gt', 0) | map(attribute='quota_name') | join(', ') }}"
"""

RETURN = r"""
quotas:
  description: The quotas of what the platform does not have yet.
  returned: success
  type: list
  elements: dict
  contains:
    name:
      description: As the option O(needed) calls it.
      type: str
      sample: vpc
    service_code:
      description: Service of the quota, as Service Quotas calls it.
      type: str
      sample: vpc
    quota_code:
      description: Code of the quota.
      type: str
      sample: L-F678F1CE
    quota_name:
      description: Name of the quota.
      type: str
      sample: VPCs per Region
    adjustable:
      description: Whether AWS raises it when asked.
      type: bool
    value:
      description: The quota of this account in this region.
      type: float
    needed:
      description: How much of it the platform has when it is there.
      type: float
    others:
      description: How much of it others use.
      type: float
    free:
      description: How much of it is left for the platform.
      type: float
    short:
      description: By how much the quota is too low, V(0) if it is not.
      type: float
    enough:
      description: The least value with which the platform fits.
      type: int
unanswered:
  description: What is not known, each with C(name) and C(reason).
  returned: success
  type: list
  elements: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource
from ansible_collections.bidops.platform.plugins.module_utils._quotas import hold

RESOURCE = Resource(service="resourcegroupstaggingapi", noun="", returns="quotas")


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, hold)


if __name__ == "__main__":
    main()
