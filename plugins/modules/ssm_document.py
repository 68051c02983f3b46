#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ssm_document
version_added: 0.1.0
short_description: Manage AWS Systems Manager documents
description:
  - Creates, changes and deletes a document of Systems Manager, such as a runbook for Automation, with all its versions.
  - A change makes a new version. Texts are compared by meaning, whether they are JSON or YAML, with the newest version.
  - A document is deleted with all its versions, after it was unshared.
  - Uses the operations CreateDocument, DescribeDocument, GetDocument, UpdateDocument, UpdateDocumentDefaultVersion,
    DeleteDocument, DescribeDocumentPermission, ModifyDocumentPermission, AddTagsToResource, RemoveTagsFromResource and
    ListTagsForResource of C(ssm).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description: Name of the document, unique in the account and region.
    type: str
    required: true
  content:
    description:
      - What the document says, as a dictionary, which becomes JSON, or as text in O(document_format), 64 KB at most.
      - Required to create the document.
    type: raw
  document_type:
    description: Kind of document. Systems Manager takes V(Command). Cannot change on an existing document.
    type: str
    choices:
      - Command
      - Policy
      - Automation
      - Session
      - Package
      - ApplicationConfiguration
      - ApplicationConfigurationSchema
      - DeploymentStrategy
      - ChangeCalendar
      - Automation.ChangeTemplate
      - ProblemAnalysis
      - ProblemAnalysisTemplate
      - CloudFormation
      - ConformancePackTemplate
      - QuickSetup
      - ManualApprovalPolicy
      - AutoApprovalPolicy
  document_format:
    description: Format of O(content). Systems Manager takes V(JSON).
    type: str
    choices: [YAML, JSON, TEXT]
  display_name:
    description: Name that people see, beside the one that is unique.
    type: str
  version_name:
    description:
      - Name of the version that is made when the document is created or changed. It must be one that no other version
        of the document has, and it is never compared.
    type: str
  target_type:
    description: Type of resource that the document runs on, such as V(/AWS::EC2::Instance).
    type: str
  requires:
    description: Documents that this one needs, each with C(name) and C(version). Cannot change on an existing document.
    type: list
    elements: dict
  attachments:
    description:
      - Files that belong to the document, each with C(key), C(values) and C(name).
      - The service does not tell them in this form, so they are not compared, but sent with each new version.
    type: list
    elements: dict
  set_default:
    description:
      - Whether the newest version is to be the default. With V(false) a new version waits until somebody makes it so.
    type: bool
    default: true
  account_ids:
    description:
      - Accounts that may use the document, or V(all) for everybody. It is the whole wish; an empty list takes it back.
    type: list
    elements: str
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
- name: A runbook
  bidops.platform.ssm_document:
    name: assistant-restart
    document_type: Automation
    content:
      schemaVersion: "0.3"
      description: Start the assistant anew
      assumeRole: "{{ automation_role }}"
      parameters:
        Cluster: {type: String}
      mainSteps:
        - name: restart
          action: aws:executeAwsApi
          inputs:
            Service: ecs
            Api: UpdateService
            cluster: "{{ '{{ Cluster }}' }}"
            service: assistant
            forceNewDeployment: true
  vars:
    automation_role: arn:aws:iam::123456789012:role/automation

- name: Nobody needs it any more
  bidops.platform.ssm_document:
    name: assistant-restart
    state: absent
"""

RETURN = r"""
document:
  description: The newest version of the document as DescribeDocument describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    name:
      description: Name of the document.
      type: str
    document_type:
      description: Kind of document.
      type: str
    document_format:
      description: Format that it was written in.
      type: str
    document_version:
      description: Its newest version.
      type: str
    default_version:
      description: The version that is used by who names none.
      type: str
    latest_version:
      description: Its newest version.
      type: str
    parameters:
      description: Parameters that it takes, each with C(name), C(type), C(description) and C(default_value).
      type: list
      elements: dict
    status:
      description: State of the document, such as V(Active).
      type: str
    tags:
      description: Tags of the document, when O(tags) was given.
      type: dict
    set_default:
      description: As O(set_default).
      type: bool
    account_ids:
      description: Accounts that it is shared with, when O(account_ids) was given.
      type: list
      elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._ssm_document import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
