#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: servicediscovery_service
version_added: 0.1.0
short_description: Manage AWS Cloud Map services
description:
  - Creates, changes and deletes a service of AWS Cloud Map, a name in a namespace under which instances are found, such
    as the tasks of an Amazon ECS service.
  - Uses the operations CreateService, GetService, ListServices, UpdateService, DeleteService and GetOperation of
    C(servicediscovery), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the service in the namespace, 1 to 63 letters, digits, hyphens and underscores, in parts that dots
        separate.
    type: str
    required: true
  namespace_id:
    description: Id of the namespace.
    type: str
    required: true
  description:
    description: What it is for, at most 1024 characters.
    type: str
  dns_config:
    description:
      - Records that are made for each instance, C(dns_records) with C(type) and C(ttl) in seconds, and
        C(routing_policy), V(MULTIVALUE) or V(WEIGHTED). Only a new service can have another policy, or records where it
        had none.
    type: dict
  health_check_config:
    description:
      - A health check of Route 53, with C(type), C(resource_path) and C(failure_threshold). For public domains only.
    type: dict
  health_check_custom_config:
    description:
      - Let somebody else, such as ECS, tell which instances are healthy; an empty dictionary suffices. Only a new
        service can have it.
    type: dict
  type:
    description: V(HTTP) for a service that is found by API calls only, in a namespace for DNS. Only for a new service.
    type: str
    choices: [HTTP]
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - A service with instances cannot be deleted.
"""

EXAMPLES = r"""
- name: A name for the tasks of a service
  bidops.platform.servicediscovery_service:
    name: api
    namespace_id: ns-0123456789abcdef
    dns_config:
      dns_records:
        - type: A
          ttl: 10
  register: registry

- name: Remove the name
  bidops.platform.servicediscovery_service:
    name: api
    namespace_id: ns-0123456789abcdef
    state: absent
"""

RETURN = r"""
service:
  description: The service as GetService describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    id:
      description: Id of the service.
      type: str
      sample: srv-0123456789abcdef
    arn:
      description: ARN of the service, which an ECS service takes in C(service_registries).
      type: str
    name:
      description: Name of the service.
      type: str
    namespace_id:
      description: Id of the namespace.
      type: str
    dns_config:
      description: Records that are made for each instance.
      type: dict
    tags:
      description: Tags of the service, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._servicediscovery.service import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
