#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: config_conformance_pack
version_added: 0.1.0
short_description: Manage conformance packs of AWS Config
description:
  - Creates, updates, tags and deletes conformance packs, which are rules of AWS Config and their remediations in one
    template.
  - No answer of the service shows the template. Whether O(template_body), or what O(template_s3_uri) leads to, is
    another one than before cannot be seen; O(update_template) says when it is sent.
  - The recorder of AWS Config has to be on, and evaluations of rules cost money.
  - Uses the operations PutConformancePack, DescribeConformancePacks, DescribeConformancePackStatus,
    DeleteConformancePack, TagResource, UntagResource and ListTagsForResource of C(config).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the pack, 1 to 256 letters, digits and hyphens; it starts with a letter.
    type: str
    required: true
  template_body:
    description:
      - The template as YAML text, at most 51200 bytes. To create or change a pack, this or another template is needed.
    type: str
  template_s3_uri:
    description:
      - Where the template is, such as V(s3://bucket/pack.yaml), in the region of the pack.
    type: str
  template_ssm_document_details:
    description:
      - The document of Systems Manager that is the template, with C(document_name) and C(document_version).
    type: dict
  source:
    description:
      - A pack that AWS provides, with its C(source_identifier).
    type: dict
  scope:
    description:
      - Only resources with this tag are looked at, with C(tag_key) and C(tag_value).
    type: dict
  conformance_pack_input_parameters:
    description:
      - Values of the template's parameters, in any order, each with C(parameter_name) and C(parameter_value). The list
        is the whole wish.
    type: list
    elements: dict
  delivery_s3_bucket:
    description:
      - Name of the bucket in which the service keeps the template of the pack.
    type: str
  delivery_s3_key_prefix:
    description:
      - What the keys there start with.
    type: str
  update_template:
    description:
      - V(on_create) sends O(template_body) or O(template_s3_uri) when the pack is created, and along with any other
        change. V(always) sends it each time, which always counts as a change.
    type: str
    default: on_create
    choices: [on_create, always]
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
- name: Watch that buckets are closed
  bidops.platform.config_conformance_pack:
    name: assistant-buckets
    template_body: |
      Resources:
        Closed:
          Type: AWS::Config::ConfigRule
          Properties:
            ConfigRuleName: s3-bucket-public-read-prohibited
            Source:
              Owner: AWS
              SourceIdentifier: S3_BUCKET_PUBLIC_READ_PROHIBITED
    tags:
      project: assistant

- name: No longer
  bidops.platform.config_conformance_pack:
    name: assistant-buckets
    state: absent
"""

RETURN = r"""
conformance_pack:
  description: The pack as DescribeConformancePacks and DescribeConformancePackStatus describe it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    conformance_pack_name:
      description: Name of the pack.
      type: str
    conformance_pack_arn:
      description: ARN of the pack.
      type: str
    conformance_pack_id:
      description: Id of the pack.
      type: str
    conformance_pack_state:
      description: Its state, such as V(CREATE_COMPLETE).
      type: str
    conformance_pack_input_parameters:
      description: Values of the template's parameters, each with C(parameter_name) and C(parameter_value).
      type: list
      elements: dict
    last_update_requested_time:
      description: When it was last put, ISO 8601.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.conformance_pack import RESOURCE


def main() -> None:
    templates = ("template_body", "template_s3_uri", "template_ssm_document_details", "source")
    run(RESOURCE, DOCUMENTATION, mutually_exclusive=[templates])


if __name__ == "__main__":
    main()
