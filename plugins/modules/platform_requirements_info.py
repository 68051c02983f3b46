#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: platform_requirements_info
version_added: 0.1.0
short_description: See which requirements the live platform meets
description:
  - Looks at the account, and at nothing else, and gives a verdict on each of the requirements that the platform was
    built for, with what was seen.
  - The platform is found by its tags C(bidops:platform), C(bidops:environment) and C(bidops:region). What the roles
    were told, and what they published, is not asked; so the verdict holds for any account that the collection has
    deployed to.
  - What users of the database may do is asked of the database itself, by the Data API and as the user that only reads;
    so a database that has paused wakes up.
  - Requirements that files meet (a workflow, a runbook) are looked for below O(root).
  - Uses operations of C(ec2) and of every other service of the platform that only read. What may not be read is not
    known to hold, so it is C(broken), with the service's words as the reason.
  - AWS charges 0.01 US dollars for each of the few requests to Cost Explorer.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  platform:
    description: Value of the tag C(bidops:platform).
    type: str
    required: true
  environment:
    description: Value of the tag C(bidops:environment).
    type: str
    required: true
  root:
    description:
      - Folder of the collection, for the requirements that files meet.
      - Without it these are C(broken), since nothing was looked at.
    type: path
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
seealso:
  - module: bidops.platform.platform_resources_info
"""

EXAMPLES = r"""
- name: Hold the account against the requirements
  bidops.platform.platform_requirements_info:
    platform: shop
    environment: dev
    root: "{{ playbook_dir | dirname }}"
  register: verified

- name: Show what is not as it should be
  ansible.builtin.debug:
    msg: "{{ verified.requirements | selectattr('status', 'equalto', 'broken') }}"
"""

RETURN = r"""
requirements:
  description: A verdict on each requirement, in their order.
  returned: success
  type: list
  elements: dict
  contains:
    id:
      description: Id of the requirement.
      type: str
      sample: 2.2.b
    text:
      description: The requirement, in the words it was asked in.
      type: str
    status:
      description:
        - V(holds), and RV(requirements[].evidence) says what was seen; V(broken), and RV(requirements[].reason) says
          what was seen instead; V(by file), a file meets it; V(human), a person has to do it; V(replaced), AWS does not
          allow it and something else is done; V(later), it is not there yet.
      type: str
    evidence:
      description: Ids, and values that were read.
      type: dict
      sample:
        nat_gateway: nat-0123456789abcdef0
    reason:
      description: Why the status is not V(holds).
      type: str
    advice:
      description: What to do.
      type: str
counts:
  description: Number of requirements of each status.
  returned: success
  type: dict
  sample:
    holds: 214
tasks:
  description: Title of each group of requirements, by the first part of their ids.
  returned: success
  type: dict
  sample:
    "2.2": Configure Internet Gateway and NAT Gateway
resources:
  description: What the platform consists of, as M(bidops.platform.platform_resources_info) returns it.
  returned: success
  type: list
  elements: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._census import ask
from ansible_collections.bidops.platform.plugins.module_utils._engine.context import Context
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource
from ansible_collections.bidops.platform.plugins.module_utils._verify.checks import CHECKS
from ansible_collections.bidops.platform.plugins.module_utils._verify.live import Live
from ansible_collections.bidops.platform.plugins.module_utils._verify.requirements import TASKS
from ansible_collections.bidops.platform.plugins.module_utils._verify.verdicts import counted, verdicts

RESOURCE = Resource(service="ec2", noun="", returns="requirements")


def verify(context: Context) -> dict:
    resources, silent = ask(context)
    found = verdicts(Live(context, resources, silent), CHECKS)
    return {
        "changed": False,
        "requirements": found,
        "counts": counted(found),
        "tasks": TASKS,
        "resources": resources,
    }


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, verify)


if __name__ == "__main__":
    main()
