# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: resource_name
short_description: The name of a resource, legal for its kind
version_added: 0.1.0
author: Contributors to the bidops.platform collection (@bidops)
description:
  - Builds the name of an AWS resource from a logical key, the platform's prefix and the environment.
  - Every family of resources has its own rule (characters, case, length, whether the namespace is wider than a region
    of an account). The result is legal for the family, the same for the same input, and distinct for distinct input.
    What has to be shortened ends with a digest.
  - Names that differ only in upper and lower case or in the marks between words may be the same name.
positional: _input, family
options:
  _input:
    description: Logical key of the resource, for example V(documents).
    type: str
    required: true
  family:
    description:
      - What is named.
      - One of V(vpc), V(subnet), V(internet_gateway), V(nat_gateway), V(elastic_ip), V(route_table), V(vpc_endpoint),
        V(flow_log), V(security_group), V(iam_role), V(iam_policy), V(kms_alias), V(s3_bucket), V(log_group),
        V(opensearch_domain), V(opensearch_index), V(bedrock_knowledge_base), V(bedrock_data_source),
        V(agentcore_runtime), V(agentcore_memory), V(agentcore_gateway), V(agentcore_gateway_target),
        V(ssm_parameter).
    type: str
    required: true
  prefix:
    description: Prefix of the platform.
    type: str
    required: true
  environment:
    description: Name of the environment.
    type: str
    required: true
  region:
    description: Region; needed for V(iam_role), V(iam_policy) and V(s3_bucket).
    type: str
  account_id:
    description: Account, 12 digits; needed for V(s3_bucket).
    type: str
"""

EXAMPLES = r"""
- name: Name a bucket and a runtime
  ansible.builtin.debug:
    msg:
      # bidops-dev-documents-123456789012-eu-central-1
      - "{{ 'documents' | bidops.platform.resource_name('s3_bucket', prefix='bidops', environment='dev',
            region='eu-central-1', account_id='123456789012') }}"
      # bidops_dev_agent
      - "{{ 'agent' | bidops.platform.resource_name('agentcore_runtime', prefix='bidops', environment='dev') }}"
"""

RETURN = r"""
_value:
  description: The name.
  type: str
"""

from ansible.errors import AnsibleFilterError
from ansible_collections.bidops.platform.plugins.module_utils._naming import legal_name


def resource_name(name, family, prefix=None, environment=None, region=None, account_id=None):
    try:
        return legal_name(family, name, prefix, environment, region=region, account_id=account_id)
    except ValueError as error:
        raise AnsibleFilterError(f"resource_name: {error}") from error


class FilterModule:
    def filters(self):
        return {"resource_name": resource_name}
