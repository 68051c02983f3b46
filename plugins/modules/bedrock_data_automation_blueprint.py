#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_data_automation_blueprint
version_added: 0.1.0
short_description: Manage Amazon Bedrock Data Automation blueprints
description:
  - Creates, changes and deletes a blueprint of Amazon Bedrock Data Automation, which says what to read out of a
    document, an image, a film or a recording.
  - Uses the operations CreateBlueprint, GetBlueprint, ListBlueprints, UpdateBlueprint and DeleteBlueprint of
    C(bedrock-data-automation).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the blueprint; 1 to 128 letters, digits, hyphens and underscores.
    type: str
    required: true
  type:
    description:
      - What it reads. Required to create it; cannot change afterwards.
    type: str
    choices: [DOCUMENT, IMAGE, AUDIO, VIDEO]
  schema:
    description:
      - What to read, a JSON schema with the extensions of Data Automation, as a dictionary or as JSON text of at most
        100000 characters. Compared by content. Required to create it.
    type: json
  blueprint_stage:
    description:
      - Stage of a new blueprint. The service defaults to V(LIVE).
    type: str
    choices: [DEVELOPMENT, LIVE]
  encryption_configuration:
    description:
      - The KMS key, with C(kms_key_id) and C(kms_encryption_context).
    type: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Read invoices
  bidops.platform.bedrock_data_automation_blueprint:
    name: invoice
    type: DOCUMENT
    schema:
      $schema: http://json-schema.org/draft-07/schema#
      description: An invoice
      class: invoice
      type: object
      properties:
        total:
          type: number
          inferenceType: explicit
          instruction: The amount to pay

- name: Remove the blueprint
  bidops.platform.bedrock_data_automation_blueprint:
    name: invoice
    state: absent
"""

RETURN = r"""
blueprint:
  description: The blueprint as GetBlueprint describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    blueprint_arn:
      description: ARN of the blueprint.
      type: str
    blueprint_name:
      description: Name of the blueprint.
      type: str
    schema:
      description: What it reads, as JSON text.
      type: str
    type:
      description: What it is for.
      type: str
    blueprint_stage:
      description: Its stage.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.data_automation_blueprint import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
