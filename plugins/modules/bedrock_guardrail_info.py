#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_guardrail_info
version_added: 0.1.0
short_description: List Amazon Bedrock guardrails
description:
  - Lists the guardrails of Amazon Bedrock in the form in which M(bidops.platform.bedrock_guardrail) returns them.
  - Uses the operations ListGuardrails and GetGuardrail of C(bedrock), and ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the guardrail with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Which version of the guardrail is the newest
  bidops.platform.bedrock_guardrail_info:
    name: assistant
  register: found
  failed_when: found.guardrails[0].published_version != '1'
"""

RETURN = r"""
guardrails:
  description: What was found, each as GetGuardrail describes its draft, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    guardrail_id:
      description: Id of the guardrail.
      type: str
    guardrail_arn:
      description: ARN of the guardrail.
      type: str
    name:
      description: Name of the guardrail.
      type: str
    version:
      description: Always V(DRAFT), the version that is worked on.
      type: str
    published_version:
      description: Number of the newest version, null when there is none yet.
      type: str
    status:
      description: State of the guardrail, such as V(READY).
      type: str
    status_reasons:
      description: Why it failed, when it did.
      type: list
      elements: str
    content_policy:
      description: Filters for harmful content, and their tier; the other policies are named in the same way.
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.guardrail import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
