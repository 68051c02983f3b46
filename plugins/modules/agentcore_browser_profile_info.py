#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_browser_profile_info
version_added: 0.1.0
short_description: List Amazon Bedrock AgentCore browser profiles
description:
  - Lists the browser profiles of Amazon Bedrock AgentCore in a region.
  - Uses the operations ListBrowserProfiles and GetBrowserProfile of C(bedrock-agentcore-control), and
    ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the profile with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All profiles with their tags
  bidops.platform.agentcore_browser_profile_info:
    tags: {}
  register: found
"""

RETURN = r"""
browser_profiles:
  description: The profiles, each as GetBrowserProfile describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    profile_id:
      description: Id of the profile, its name and ten characters.
      type: str
    profile_arn:
      description: ARN of the profile.
      type: str
    name:
      description: Name of the profile.
      type: str
    status:
      description: State of the profile, such as V(READY).
      type: str
    last_saved_at:
      description: When a session was last saved, ISO 8601.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._agentcore.browser_profile import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
