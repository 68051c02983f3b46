#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_data_automation_project
version_added: 0.1.0
short_description: Manage Amazon Bedrock Data Automation projects
description:
  - Creates, changes and deletes a project of Amazon Bedrock Data Automation, which says what becomes of documents,
    images, films and recordings.
  - Uses the operations CreateDataAutomationProject, GetDataAutomationProject, ListDataAutomationProjects,
    UpdateDataAutomationProject and DeleteDataAutomationProject of C(bedrock-data-automation).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the project; 1 to 128 letters, digits, hyphens and underscores.
    type: str
    required: true
  description:
    description:
      - What the project is for, at most 300 characters.
    type: str
  project_stage:
    description:
      - Stage of a new project. The service defaults to V(LIVE).
    type: str
    choices: [DEVELOPMENT, LIVE]
  project_type:
    description:
      - Whether results come at once or later. Cannot change on an existing project. The service defaults to V(ASYNC).
    type: str
    choices: [ASYNC, SYNC]
  standard_output_configuration:
    description:
      - What is read out of everything, with C(document), C(image), C(video) and C(audio), and in each C(extraction),
        C(generative_field) and for documents C(output_format). Required to create the project.
    type: dict
  custom_output_configuration:
    description:
      - What is read by blueprints, with the list C(blueprints) of C(blueprint_arn), C(blueprint_version) and
        C(blueprint_stage).
    type: dict
  override_configuration:
    description:
      - Exceptions, with C(document), C(image), C(video), C(audio) and C(modality_routing).
    type: dict
  data_automation_library_configuration:
    description:
      - Libraries, with the list C(libraries) of C(library_arn).
    type: dict
  encryption_configuration:
    description:
      - The KMS key, with C(kms_key_id) and C(kms_encryption_context).
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
- name: Read text and tables of documents as Markdown
  bidops.platform.bedrock_data_automation_project:
    name: letters
    standard_output_configuration:
      document:
        extraction:
          granularity: {types: [PAGE, ELEMENT]}
          bounding_box: {state: DISABLED}
        generative_field: {state: DISABLED}
        output_format:
          text_format: {types: [MARKDOWN]}
          additional_file_format: {state: DISABLED}
    override_configuration:
      document:
        splitter: {state: ENABLED}

- name: Remove the project
  bidops.platform.bedrock_data_automation_project:
    name: letters
    state: absent
"""

RETURN = r"""
project:
  description: The project as GetDataAutomationProject describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    project_arn:
      description: ARN of the project.
      type: str
    project_name:
      description: Name of the project.
      type: str
    project_stage:
      description: Its stage.
      type: str
    status:
      description: State of the project, such as V(COMPLETED).
      type: str
    standard_output_configuration:
      description: What is read out of everything.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.data_automation_project import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
