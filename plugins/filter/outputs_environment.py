# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: outputs_environment
short_description: Outputs of layers as environment variables
version_added: 0.1.0
author: Contributors to the bidops.platform collection (@bidops)
description:
  - Makes environment variables of what layers of the platform have published, for applications. The output
    V(cluster_arn) of the layer V(database) becomes V(DATABASE_CLUSTER_ARN).
  - A layer that has published nothing is passed over, because it may be switched off.
positional: _input, layers
options:
  _input:
    description: Outputs by layer, as the role P(bidops.platform.outputs#role) keeps them in C(platform_outputs).
    type: dict
    required: true
  layers:
    description: Names of the layers.
    type: list
    elements: str
    required: true
"""

EXAMPLES = r"""
- name: Show what the backend is told of the knowledge base
  ansible.builtin.debug:
    msg: "{{ platform_outputs | bidops.platform.outputs_environment(['bedrock']) }}"
"""

RETURN = r"""
_value:
  description: Name to value.
  type: dict
"""

import re


def outputs_environment(outputs, layers):
    return {
        re.sub(r"\W", "_", f"{layer}_{name}").upper(): value
        for layer in layers
        for name, value in outputs.get(layer, {}).items()
    }


class FilterModule:
    def filters(self):
        return {"outputs_environment": outputs_environment}
