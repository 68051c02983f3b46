#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ssm_parameters_info
version_added: 0.1.0
short_description: Read all Systems Manager parameters below a path
description:
  - Reads the parameters of AWS Systems Manager Parameter Store that lie below a path, at any depth.
  - Encrypted parameters are decrypted. Use C(no_log) on the task where a path holds such.
  - Uses the operation GetParametersByPath of C(ssm).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  path:
    description: Path that the parameters lie below, starting with C(/).
    type: str
    required: true
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: See what the network layer published
  bidops.platform.ssm_parameters_info:
    path: /shop/dev/outputs/network
  register: network
"""

RETURN = r"""
parameters:
  description: The parameters, name relative to O(path) to value; empty when there are none.
  returned: success
  type: dict
  sample:
    vpc_id: vpc-0123456789abcdef0
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource
from ansible_collections.bidops.platform.plugins.module_utils._ssm_parameters import read

RESOURCE = Resource(service="ssm", noun="Parameter", returns="parameters")


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, lambda context: {"changed": False, "parameters": _values(read(context))})


def _values(found: dict) -> dict:
    return {name: entry["Value"] for name, entry in sorted(found.items())}


if __name__ == "__main__":
    main()
