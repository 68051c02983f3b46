#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: cloudwatchlogs_data_protection_policy
version_added: 0.1.0
short_description: Manage data protection of Amazon CloudWatch log groups
description:
  - Sets and removes the data protection policy of a log group, which finds personal data in what is logged from now on,
    masks it, and tells how much there was.
  - Uses the operations PutDataProtectionPolicy, GetDataProtectionPolicy and DeleteDataProtectionPolicy of C(logs).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  log_group_identifier:
    description:
      - Name or ARN of the log group, which has to be there, of the class V(STANDARD).
    type: str
    required: true
  policy_document:
    description:
      - The policy, a dictionary or JSON text, compared by what it says. It has two statements for the same
        C(DataIdentifier), one with the operation C(Audit) and one with C(Deidentify). Required to set it.
    type: json
notes:
  - What GetDataProtectionPolicy answers for a log group without a policy is not documented; an error that it is not
    found and an empty policy are both taken for none.
extends_documentation_fragment:
  - bidops.platform.state
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Mask addresses and card numbers
  bidops.platform.cloudwatchlogs_data_protection_policy:
    log_group_identifier: /bidops/api
    policy_document:
      Name: personal-data
      Version: "2021-06-01"
      Statement:
        - Sid: audit
          DataIdentifier: &personal
            - arn:aws:dataprotection::aws:data-identifier/EmailAddress
            - arn:aws:dataprotection::aws:data-identifier/CreditCardNumber
          Operation:
            Audit:
              FindingsDestination: {}
        - Sid: mask
          DataIdentifier: *personal
          Operation:
            Deidentify:
              MaskConfig: {}

- name: Mask nothing any more
  bidops.platform.cloudwatchlogs_data_protection_policy:
    log_group_identifier: /bidops/api
    state: absent
"""

RETURN = r"""
data_protection_policy:
  description: The policy as GetDataProtectionPolicy describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    log_group_identifier:
      description: The log group.
      type: str
    policy_document:
      description: The policy as JSON text.
      type: str
    last_updated_time:
      description: When it was last changed, in milliseconds since 1970.
      type: int
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._monitoring.log_data_protection_policy import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
