#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ecr_registry_scanning
version_added: 0.1.0
short_description: Set how the Amazon ECR registry scans images
description:
  - Sets which images of the account's registry in the region are scanned, when, and by what.
  - Every account has one such configuration in every region. It cannot be created or deleted. With O(record) what it
    was before is kept, to be put back by O(state=restored).
  - Uses the operations GetRegistryScanningConfiguration and PutRegistryScanningConfiguration of C(ecr), and for the
    record GetParameter, PutParameter and DeleteParameter of C(ssm).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  scan_type:
    description:
      - What scans, V(BASIC) by ECR itself or V(ENHANCED) by Amazon Inspector, which costs for each image and is
        switched on for the registry by it. Required with O(state=present).
    type: str
    choices: [BASIC, ENHANCED]
  rules:
    description:
      - Which repositories are scanned when, each with C(scan_frequency) (V(SCAN_ON_PUSH), V(CONTINUOUS_SCAN) or
        V(MANUAL)) and C(repository_filters), a list with C(filter) and C(filter_type) (V(WILDCARD)), in whatever order.
      - The list is the whole wish. Left out, the rules stay.
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.record
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Let Inspector watch all images
  bidops.platform.ecr_registry_scanning:
    scan_type: ENHANCED
    rules:
      - scan_frequency: CONTINUOUS_SCAN
        repository_filters:
          - filter: "*"
            filter_type: WILDCARD
    record: /shop/dev/settings/image-scanning

- name: Put back what was there
  bidops.platform.ecr_registry_scanning:
    state: restored
    record: /shop/dev/settings/image-scanning
"""

RETURN = r"""
registry_scanning:
  description: The configuration as GetRegistryScanningConfiguration describes it, in snake_case.
  returned: always
  type: dict
  contains:
    scan_type:
      description: What scans.
      type: str
    rules:
      description: Which repositories are scanned when.
      type: list
      elements: dict
previous:
  description: The configuration as it was before, in the same form.
  returned: always
  type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._ecr.registry_scanning import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._recorded import run_recorded_setting


def main() -> None:
    run_recorded_setting(RESOURCE, DOCUMENTATION, required=("scan_type",))


if __name__ == "__main__":
    main()
