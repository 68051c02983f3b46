# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: invoke_model_statements
short_description: IAM statements that allow the use of exactly these Bedrock models
version_added: 0.1.0
author: Contributors to the bidops.platform collection (@bidops)
description:
  - A foundation model is one ARN of the region.
  - An inference profile (an id that starts with a geography, such as V(us.) or V(global.)) sends requests on to other
    regions, so that the models behind it are allowed in all regions, but only through this profile.
  - An id that is an ARN already is allowed as it is.
positional: _input
options:
  _input:
    description: Ids of models and inference profiles, or ARNs.
    type: list
    elements: str
    required: true
  partition:
    description: Partition of the account.
    type: str
    required: true
  region:
    description: Region in which the models are called.
    type: str
    required: true
  account_id:
    description: Account that calls them, 12 digits.
    type: str
    required: true
"""

EXAMPLES = r"""
- name: Show the statements
  ansible.builtin.debug:
    msg: "{{ ['amazon.titan-embed-text-v2:0', 'us.anthropic.claude-haiku-4-5-20251001-v1:0']
             | bidops.platform.invoke_model_statements(partition='aws', region='us-east-1',
                                                       account_id='123456789012') }}"
"""

RETURN = r"""
_value:
  description: Statements for an IAM policy document; none if there is no model.
  type: list
  elements: dict
"""

import re

GEOGRAPHY = re.compile(r"(us|us-gov|eu|apac|jp|au|ca|sa|global)\.(.+)")
ACTIONS = ["bedrock:InvokeModel", "bedrock:InvokeModelWithResponseStream"]


def invoke_model_statements(ids, partition, region, account_id):
    direct, profiles = [], []
    for model_id in ids:
        across = GEOGRAPHY.fullmatch(model_id)
        if model_id.startswith("arn:"):
            direct.append(model_id)
        elif across:
            profiles.append((f"arn:{partition}:bedrock:{region}:{account_id}:inference-profile/{model_id}", across[2]))
        else:
            direct.append(f"arn:{partition}:bedrock:{region}::foundation-model/{model_id}")

    statements = []
    if direct or profiles:
        callable_arns = direct + [profile for profile, _model in profiles]
        statements.append({"Sid": "InvokeModels", "Effect": "Allow", "Action": ACTIONS, "Resource": callable_arns})
    for number, (profile, model) in enumerate(profiles, start=1):
        statements.append(
            {
                "Sid": f"ModelBehindProfile{number}",
                "Effect": "Allow",
                "Action": ACTIONS,
                "Resource": f"arn:{partition}:bedrock:*::foundation-model/{model}",
                "Condition": {"StringEquals": {"bedrock:InferenceProfileArn": profile}},
            }
        )
    return statements


class FilterModule:
    def filters(self):
        return {"invoke_model_statements": invoke_model_statements}
