#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_configuration_bundle
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore configuration bundles
description:
  - 'Creates, changes and deletes a configuration bundle of Amazon Bedrock AgentCore: prompts, models and other
    settings of agents with a history, which a rule of a gateway can choose
    (M(bidops.platform.agentcore_gateway_rule)).'
  - Each change makes a version whose parent is the newest one.
  - Uses the operations CreateConfigurationBundle, GetConfigurationBundle, ListConfigurationBundles,
    UpdateConfigurationBundle and DeleteConfigurationBundle of C(bedrock-agentcore-control).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the bundle, unique in the account and region; starts with a letter, then letters, digits and
        underscores, 100 characters at most.
    type: str
    required: true
  description:
    description:
      - What the bundle is for, 1 to 500 characters.
    type: str
  components:
    description:
      - The settings, for each component (by ARN or name of what is configured) a dictionary with C(configuration),
        whose content is free. Required to create the bundle; the whole wish, components that are not in it go.
    type: dict
  commit_message:
    description:
      - Why it changed, 1 to 500 characters; kept with the version that this run makes. V(Changed by Ansible) where a
        change needs one.
    type: str
  kms_key_arn:
    description:
      - ARN of the KMS key that encrypts the bundle.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Prompt and model of the assistant
  bidops.platform.agentcore_configuration_bundle:
    name: assistant
    commit_message: Be brief
    components:
      assistant:
        configuration:
          prompt: Answer in three sentences.
          model: us.amazon.nova-pro-v1:0

- name: Remove the bundle and its history
  bidops.platform.agentcore_configuration_bundle:
    name: assistant
    state: absent
"""

RETURN = r"""
configuration_bundle:
  description: The configuration bundle as GetConfigurationBundle describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    bundle_id:
      description: Id of the bundle, its name and ten characters.
      type: str
    bundle_arn:
      description: ARN of the bundle.
      type: str
    bundle_name:
      description: Name of the bundle.
      type: str
    version_id:
      description: Id of the newest version.
      type: str
    components:
      description: The settings.
      type: dict
    lineage_metadata:
      description: Branch, parents and message of the newest version.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.configuration_bundle import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
