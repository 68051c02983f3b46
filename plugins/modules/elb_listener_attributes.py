#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: elb_listener_attributes
version_added: 0.1.0
short_description: Set attributes of a listener
description:
  - Sets attributes of a listener, by their names in the API. Those that are not given stay as they are.
  - The result has all attributes, and in RV(previous) what they were before, to put them back.
  - Uses the operations DescribeListenerAttributes and ModifyListenerAttributes of C(elbv2).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  listener_arn:
    description:
      - ARN of the listener.
    type: str
    required: true
  attributes:
    description:
      - Attributes, key to value, such as
        C(routing.http.response.strict_transport_security.header_value).
      - Booleans and numbers may be given as such. An empty text resets an attribute that is a text.
    type: dict
    required: true
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - Which attributes there are depends on the type of the listener. Only the service knows them all, so an unknown
    one is refused by the real run, and not by check mode.
"""

EXAMPLES = r"""
- name: Tell browsers to use TLS only, and nothing of the server
  bidops.platform.elb_listener_attributes:
    listener_arn: arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/0123456789abcdef/0123456789abcdef
    attributes:
      routing.http.response.strict_transport_security.header_value: max-age=31536000; includeSubDomains
      routing.http.response.server.enabled: false
  register: before

- name: Put back what was there
  bidops.platform.elb_listener_attributes:
    listener_arn: arn:aws:elasticloadbalancing:us-east-1:123456789012:listener/app/a/0123456789abcdef/0123456789abcdef
    attributes: "{{ before.previous.attributes }}"
"""

RETURN = r"""
listener_attributes:
  description: The listener with its attributes.
  returned: always
  type: dict
  contains:
    listener_arn:
      description: ARN of the listener.
      type: str
    attributes:
      description: All its attributes, key to value.
      type: dict
previous:
  description: The same as it was before.
  returned: always
  type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._edge.attributes import LISTENER as RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._edge.attributes import keep
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, keep)


if __name__ == "__main__":
    main()
