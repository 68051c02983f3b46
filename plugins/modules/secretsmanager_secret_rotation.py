#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: secretsmanager_secret_rotation
version_added: 0.1.0
short_description: Turn the rotation of AWS Secrets Manager secrets on or off
description:
  - Turns on the rotation of a secret, changes when and by what it rotates, and turns it off again.
  - A secret rotates by a Lambda function (O(rotation_lambda_arn)). One that another service manages, such as the master
    password of a database in RDS, rotates without a function (managed rotation).
  - Nothing is rotated in check mode, and nothing by a run that changes neither the function nor the rules.
  - While a rotation is under way, or when one has failed, a version of the secret is only C(AWSPENDING). With O(wait)
    the module waits until there is none.
  - Uses the operations RotateSecret, CancelRotateSecret and DescribeSecret of C(secretsmanager).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  secret_id:
    description: Name or ARN of the secret, which exists already.
    type: str
    required: true
  rotation_lambda_arn:
    description:
      - ARN of the function that rotates the secret. Secrets Manager must be allowed to invoke it.
      - Leave it out for a secret that another service manages, and to keep the function that is there.
    type: str
  rotation_rules:
    description:
      - When the secret rotates, by C(automatically_after_days), 1 to 1000, or by C(schedule_expression), a C(rate) or
        C(cron) expression in UTC such as V(rate(10 days)); only one of the two.
      - C(duration) is the length of the window in which it may rotate, in hours, such as V(3h).
    type: dict
  rotate_immediately:
    description:
      - Whether a change of the rotation also rotates the secret at once, which it does when nothing is said. With
        V(false) the secret keeps its value until the next window, and Secrets Manager only tries out the function.
      - It is sent along when rotation is turned on or changed, and never a reason to rotate by itself.
    type: bool
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A new password every other Sunday morning, the first one then
  bidops.platform.secretsmanager_secret_rotation:
    secret_id: assistant/api
    rotation_lambda_arn: arn:aws:lambda:us-east-1:123456789012:function:rotate
    rotation_rules:
      schedule_expression: cron(0 4 ? * 1#1 *)
      duration: 3h
    rotate_immediately: false

- name: No more rotation
  bidops.platform.secretsmanager_secret_rotation:
    secret_id: assistant/api
    state: absent
"""

RETURN = r"""
rotation:
  description: The secret as DescribeSecret describes it, in snake_case.
  returned: when it rotates, and in check mode when it would rotate
  type: dict
  contains:
    secret_id:
      description: The secret as it was asked for.
      type: str
    arn:
      description: ARN of the secret.
      type: str
    rotation_lambda_arn:
      description: ARN of the function; there is none for managed rotation.
      type: str
    rotation_rules:
      description: When it rotates.
      type: dict
    last_rotated_date:
      description: When it rotated last, ISO 8601.
      type: str
    next_rotation_date:
      description: When it rotates next, at the latest, ISO 8601.
      type: str
    version_ids_to_stages:
      description: Its versions, each with its labels.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._secretsmanager.rotation import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
