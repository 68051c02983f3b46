#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agentcore_browser_profile
version_added: 0.1.0
short_description: Manage Amazon Bedrock AgentCore browser profiles
description:
  - Creates and deletes a browser profile of Amazon Bedrock AgentCore, in which sessions keep cookies and local
    storage.
  - Uses the operations CreateBrowserProfile, GetBrowserProfile, ListBrowserProfiles and DeleteBrowserProfile of
    C(bedrock-agentcore-control).
  - 'The API has no update: the description changes with O(force_replace) only, which forgets what the profile has
    saved.'
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the profile, unique in the account and region; starts with a letter, then letters, digits and
        underscores, 48 characters at most.
    type: str
    required: true
  description:
    description:
      - What it is for, 1 to 4096 characters.
    type: str
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
- name: A profile that stays signed in
  bidops.platform.agentcore_browser_profile:
    name: ticket_system
    description: Signed in to the ticket system

- name: Remove the profile and what it has saved
  bidops.platform.agentcore_browser_profile:
    name: ticket_system
    state: absent
"""

RETURN = r"""
browser_profile:
  description: The profile as GetBrowserProfile describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
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
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
