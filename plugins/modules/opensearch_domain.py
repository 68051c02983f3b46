#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearch_domain
version_added: 0.1.0
short_description: Manage Amazon OpenSearch Service domains
description:
  - Creates, changes and deletes a domain of Amazon OpenSearch Service.
  - Uses the operations CreateDomain, DescribeDomain, UpdateDomainConfig, UpgradeDomain, DeleteDomain, AddTags,
    RemoveTags, ListTags, ListVpcEndpointAccess, AuthorizeVpcEndpointAccess and RevokeVpcEndpointAccess of
    C(opensearch).
  - Creating or changing a domain takes a quarter of an hour or more; with O(wait=false) a later task can wait for it.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description:
      - Name of the domain, unique in the account and region; starts with a lower-case letter, then lower-case letters,
        digits and hyphens, 3 to 28 characters.
    type: str
    required: true
  engine_version:
    description:
      - Version of the engine, such as V(OpenSearch_2.19). A change upgrades the domain in place.
    type: str
  cluster_config:
    description:
      - Nodes of the domain, C(instance_type), C(instance_count), C(zone_awareness_enabled),
        C(zone_awareness_config), C(dedicated_master_enabled), ...
    type: dict
  ebs_options:
    description:
      - Volumes of the nodes, C(ebs_enabled), C(volume_type), C(volume_size) in GiB and C(iops).
      - C(throughput) in MiB/s is for the type C(gp3) only, 125 and more.
    type: dict
  access_policies:
    description: Resource policy of the domain, as a dictionary or JSON text. Compared by meaning.
    type: raw
  ip_address_type:
    description: Address family of the endpoint.
    type: str
    choices: [ipv4, dualstack]
  snapshot_options:
    description: C(automated_snapshot_start_hour), the hour in UTC.
    type: dict
  vpc_options:
    description:
      - C(subnet_ids) and C(security_group_ids) of a domain inside a VPC.
      - A domain cannot move into a VPC or out of it; that takes a new domain (O(force_replace)).
    type: dict
  cognito_options:
    description: Sign-in to the dashboards with Amazon Cognito.
    type: dict
  encryption_at_rest_options:
    description: C(enabled) and C(kms_key_id).
    type: dict
  node_to_node_encryption_options:
    description: C(enabled).
    type: dict
  advanced_options:
    description: Advanced options of the engine, name to text. Those that are not named stay as they are.
    type: dict
  log_publishing_options:
    description:
      - Kind of log, C(INDEX_SLOW_LOGS), C(SEARCH_SLOW_LOGS), C(ES_APPLICATION_LOGS) or C(AUDIT_LOGS), to
        C(cloud_watch_logs_log_group_arn) and C(enabled). Kinds that are not named stay as they are.
      - A resource policy of CloudWatch Logs must let C(es.amazonaws.com) write to the log group. Audit logs need
        fine-grained access control.
    type: dict
  domain_endpoint_options:
    description: C(enforce_https), C(tls_security_policy) and a custom endpoint.
    type: dict
  advanced_security_options:
    description:
      - Fine-grained access control, C(enabled), C(internal_user_database_enabled), C(master_user_options), ...
      - The service never tells the master user, so a change of C(master_user_options) alone is not seen.
    type: dict
  identity_center_options:
    description: Sign-in with IAM Identity Center.
    type: dict
  auto_tune_options:
    description: C(desired_state), V(ENABLED) or V(DISABLED), and when it may act.
    type: dict
  off_peak_window_options:
    description:
      - The window of ten hours a day in which the service may make changes of its own, C(enabled) and
        C(off_peak_window) with C(window_start_time), C(hours) and C(minutes) in UTC.
    type: dict
  software_update_options:
    description: C(auto_software_update_enabled), whether the service updates its software in the off-peak window.
    type: dict
  vpc_endpoint_accounts:
    description:
      - Other accounts that may make VPC endpoints to the domain, see M(bidops.platform.opensearch_vpc_endpoint). It is
        the whole wish; an empty list takes it back from all.
    type: list
    elements: str
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A small domain that encrypts everything
  bidops.platform.opensearch_domain:
    name: handbook
    engine_version: OpenSearch_2.19
    cluster_config:
      instance_type: t3.small.search
      instance_count: 2
      zone_awareness_enabled: true
      zone_awareness_config:
        availability_zone_count: 2
    ebs_options:
      ebs_enabled: true
      volume_type: gp3
      volume_size: 20
      throughput: 250
    encryption_at_rest_options:
      enabled: true
    node_to_node_encryption_options:
      enabled: true
    domain_endpoint_options:
      enforce_https: true
      tls_security_policy: Policy-Min-TLS-1-2-PFS-2023-10
    log_publishing_options:
      ES_APPLICATION_LOGS:
        cloud_watch_logs_log_group_arn: arn:aws:logs:us-east-1:123456789012:log-group:/handbook/application
        enabled: true
    off_peak_window_options:
      enabled: true
      off_peak_window:
        window_start_time: {hours: 2, minutes: 0}
    software_update_options:
      auto_software_update_enabled: true
    wait_timeout: 3600

- name: Remove the domain and all it holds
  bidops.platform.opensearch_domain:
    name: handbook
    state: absent
    wait_timeout: 3600
"""

RETURN = r"""
domain:
  description: The domain as DescribeDomain describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    arn:
      description: ARN of the domain.
      type: str
    domain_name:
      description: Name of the domain.
      type: str
    endpoint:
      description: Host name of the domain, without a scheme. There is none before the domain is ready.
      type: str
    domain_processing_status:
      description: What the service is doing with the domain, such as V(Active).
      type: str
    tags:
      description: Tags of the domain, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._opensearch.domain import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
