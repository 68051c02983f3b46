#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_capacity_provider
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore capacity providers
description:
  - Creates, changes and deletes a capacity provider of Amazon Bedrock AgentCore, EC2 instances in your VPC on which
    agent runtimes run.
  - Uses the operations CreateCapacityProvider, GetCapacityProvider, ListCapacityProviders, UpdateCapacityProvider and
    DeleteCapacityProvider of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the capacity provider, unique in the account and region; starts with a letter, then letters, digits
        and underscores, 48 characters at most.
    type: str
    required: true
  description:
    description:
      - What it is for, 1 to 4096 characters.
    type: str
  permissions_configuration:
    description:
      - What the service may do, with C(capacity_provider_operator_role_arn). Required to create it; cannot change
        afterwards.
    type: dict
  compute_configuration:
    description:
      - 'The machines, with C(ec2_configuration): C(launch_template_source) (with C(launch_parameters):
        C(operating_system), C(instance_requirements) with C(allowed_instance_types), and more), C(vpc_configuration)
        (C(subnets), C(security_groups)), C(volumes), C(root_volume) and C(lifecycle_configuration)
        (C(idle_instance_timeout) and C(max_lifetime) in seconds).'
      - Required to create it; cannot change afterwards.
    type: dict
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
- name: Machines with much memory for the researchers' agents
  bidops.platform.agentcore_capacity_provider:
    name: researchers
    permissions_configuration:
      capacity_provider_operator_role_arn: arn:aws:iam::123456789012:role/agentcore-operator
    compute_configuration:
      ec2_configuration:
        launch_template_source:
          launch_parameters:
            operating_system: LINUX_ARM64
            instance_requirements:
              allowed_instance_types: [r8g.large]
        vpc_configuration:
          subnets: [subnet-0a1b2c3d4e5f60718]
          security_groups: [sg-0a1b2c3d4e5f60718]

- name: Remove it
  bidops.platform.agentcore_capacity_provider:
    name: researchers
    state: absent
"""

RETURN = r"""
capacity_provider:
  description: The capacity provider as GetCapacityProvider describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    capacity_provider_id:
      description: Its id, the name and ten characters.
      type: str
    capacity_provider_arn:
      description: Its ARN.
      type: str
    name:
      description: Its name.
      type: str
    status:
      description: Its state, such as V(READY).
      type: str
    compute_configuration:
      description: The machines.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.capacity_provider import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
