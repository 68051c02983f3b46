#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ssm_parameters
version_added: 0.1.0
short_description: Manage all Systems Manager parameters below a path
description:
  - Keeps a set of parameters of AWS Systems Manager Parameter Store, all below one path, at the given values.
  - All of them are read at once, and only those are written that differ.
  - Uses the operations GetParametersByPath, PutParameter, DeleteParameters, AddTagsToResource, RemoveTagsFromResource
    and ListTagsForResource of C(ssm).
  - With the permission C(tag:GetResources) the tags of all of them are looked at with one request; without it, with one
    each.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  path:
    description: Path that all the parameters lie below, starting with C(/).
    type: str
    required: true
  parameters:
    description:
      - Parameters, name relative to O(path) to value. A name may have further levels, such as V(network/vpc_id).
      - Numbers and booleans become text; lists and dictionaries are refused. A value has 1 to 4096 bytes.
      - With O(state=absent), the parameters to delete, whatever their values; not given, all below the path.
    type: dict
  purge:
    description: Delete parameters below the path that are not in O(parameters).
    type: bool
    default: true
  type:
    description:
      - Type of all the parameters. Values of encrypted ones (V(SecureString)) are neither returned nor shown in a diff;
        set C(no_log) on the task to keep them out of what Ansible says of its arguments too.
    type: str
    default: String
    choices: [String, SecureString]
  kms_key_id:
    description: Id, ARN or alias of the KMS key for O(type=SecureString); the account's own key by default.
    type: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Publish what other tools need to know of the network
  bidops.platform.ssm_parameters:
    path: /shop/dev/outputs/network
    parameters:
      vpc_id: "{{ vpc.id }}"
      private_subnet_ids: "{{ subnet_ids | join(',') }}"
    tags:
      team: networks

- name: Remove all of it
  bidops.platform.ssm_parameters:
    path: /shop/dev/outputs/network
    state: absent
"""

RETURN = r"""
parameters:
  description: The parameters below the path after the run, relative name to value.
  returned: success
  type: dict
  sample:
    vpc_id: vpc-0123456789abcdef0
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource
from ansible_collections.bidops.platform.plugins.module_utils._ssm_parameters import TAGGING, keep

RESOURCE = Resource(service="ssm", noun="Parameter", returns="parameters", create="PutParameter", tagging=TAGGING)


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, keep, required_if=[("state", "present", ("parameters",))])


if __name__ == "__main__":
    main()
