#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ce_anomaly_monitor
version_added: 0.1.0
short_description: Manage cost anomaly monitors
description:
  - Creates, tags and deletes monitors of AWS Cost Anomaly Detection, which watch costs for what is unusual.
  - An account can have one monitor of all its services, and AWS makes one by itself in many accounts. O(adopt) uses it
    instead of failing.
  - Nothing but the tags of a monitor can change. O(force_replace) deletes it and creates it anew, and it learns anew
    what is usual.
  - Uses the operations CreateAnomalyMonitor, GetAnomalyMonitors, UpdateAnomalyMonitor, DeleteAnomalyMonitor,
    TagResource, UntagResource and ListTagsForResource of C(ce).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the monitor. Names need not be unique on AWS; the module fails where several monitors have this one.
    type: str
    required: true
  monitor_type:
    description:
      - Whether AWS watches each value of a dimension, or the user says which costs are watched. Needed to create it;
        cannot change.
    type: str
    choices: [DIMENSIONAL, CUSTOM]
  monitor_dimension:
    description:
      - By what a V(DIMENSIONAL) monitor tells costs apart. Cannot change.
    type: str
    choices: [SERVICE, LINKED_ACCOUNT, TAG, COST_CATEGORY]
  monitor_specification:
    description:
      - Which costs a V(CUSTOM) monitor watches, with one of C(dimensions), C(tags) and C(cost_categories), each with
        C(key) and C(values), or with C(and), C(or) or C(not) of such. Cannot change.
    type: dict
  adopt:
    description:
      - Whether a monitor of the same O(monitor_type) and O(monitor_dimension) is taken where there is none of this
        name. It keeps its name, and is not deleted with O(state=absent).
    type: bool
    default: false
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Watch each service, with the monitor that AWS made where it did
  bidops.platform.ce_anomaly_monitor:
    name: services
    monitor_type: DIMENSIONAL
    monitor_dimension: SERVICE
    adopt: true
  register: services

- name: Watch what carries our tag
  bidops.platform.ce_anomaly_monitor:
    name: assistant
    monitor_type: CUSTOM
    monitor_specification:
      tags: {key: project, values: [assistant]}
    tags:
      project: assistant

- name: Delete it
  bidops.platform.ce_anomaly_monitor:
    name: assistant
    state: absent
"""

RETURN = r"""
anomaly_monitor:
  description: The monitor as GetAnomalyMonitors describes it, in snake_case.
  returned: when it exists, or would be created
  type: dict
  contains:
    monitor_arn:
      description: ARN of the monitor.
      type: str
    monitor_name:
      description: Name of the monitor.
      type: str
    monitor_type:
      description: 'V(DIMENSIONAL) or V(CUSTOM).'
      type: str
    monitor_dimension:
      description: By what costs are told apart, for V(DIMENSIONAL).
      type: str
    monitor_specification:
      description: Which costs are watched, for V(CUSTOM).
      type: dict
    creation_date:
      description: When it was created.
      type: str
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._governance.anomaly_monitor import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
