#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: guardduty_detector
version_added: 0.1.0
short_description: Manage the detector of Amazon GuardDuty
description:
  - Creates, updates and deletes the detector of GuardDuty, of which an account has one at most in every region. One
    that exists is taken as it is, whoever made it; set O(required_tags) where only your own may be touched.
  - GuardDuty costs money by what it looks at.
  - Uses the operations ListDetectors, GetDetector, CreateDetector, UpdateDetector, DeleteDetector, TagResource and
    UntagResource of C(guardduty).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  enable:
    description:
      - Whether it looks for threats, or is suspended.
    type: bool
    default: true
  finding_publishing_frequency:
    description:
      - How often changes of findings are published.
    type: str
    choices: [FIFTEEN_MINUTES, ONE_HOUR, SIX_HOURS]
  features:
    description:
      - Features to switch on or off, in any order, each with C(name), such as V(S3_DATA_EVENTS) or
        V(RUNTIME_MONITORING), C(status), V(ENABLED) or V(DISABLED), and C(additional_configuration), a list of entries
        with C(name) and C(status). Others stay as they are. AWS switches on all but those that watch the runtime.
    type: list
    elements: dict
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Look for threats
  bidops.platform.guardduty_detector:
    finding_publishing_frequency: FIFTEEN_MINUTES
    features:
      - {name: EKS_AUDIT_LOGS, status: DISABLED}
      - {name: RUNTIME_MONITORING, status: ENABLED}
    tags:
      project: assistant

- name: No longer
  bidops.platform.guardduty_detector:
    state: absent
    required_tags:
      project: assistant
"""

RETURN = r"""
detector:
  description: The detector as GetDetector describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    detector_id:
      description: Id of the detector.
      type: str
    detector_arn:
      description: ARN of the detector.
      type: str
    status:
      description: 'V(ENABLED) or V(DISABLED).'
      type: str
    finding_publishing_frequency:
      description: How often changes of findings are published.
      type: str
    features:
      description: Its features, each with C(name), C(status) and C(additional_configuration); only those of
        O(features) where that was given.
      type: list
      elements: dict
    service_role:
      description: ARN of the role that it uses.
      type: str
    created_at:
      description: When it was created, ISO 8601.
      type: str
    updated_at:
      description: When it was last changed, ISO 8601.
      type: str
    tags:
      description: Its tags.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.detector import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
