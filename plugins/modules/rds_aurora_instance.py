#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: rds_aurora_instance
version_added: 0.1.0
short_description: Manage instances of Amazon Aurora clusters
description:
  - Creates, changes and deletes an instance of an Aurora cluster. The first one of a cluster writes, the others read,
    and one of them takes over when the writer fails.
  - What all instances of a cluster share, such as its version, its network and its backups, is up to
    M(bidops.platform.rds_aurora_cluster).
  - With O(wait=false) a later task can wait for the instance.
  - Uses the operations CreateDBInstance, DescribeDBInstances, ModifyDBInstance, DeleteDBInstance, AddTagsToResource,
    RemoveTagsFromResource and ListTagsForResource of C(rds).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description:
      - Identifier of the instance (C(DBInstanceIdentifier)), unique in the account and region. 1 to 63 lower-case
        letters, digits and single hyphens, starting with a letter.
    type: str
    required: true
    aliases: [db_instance_identifier]
  db_cluster_identifier:
    description: Identifier of the cluster. Needed to create an instance.
    type: str
  engine:
    description: Engine of the cluster. Needed to create an instance.
    type: str
    choices: [aurora-postgresql, aurora-mysql]
  db_instance_class:
    description: Class of the instance, V(db.serverless) for serverless capacity. Needed to create an instance.
    type: str
  availability_zone:
    description: Zone that it stands in, one with a subnet of the cluster. Not given, AWS chooses one.
    type: str
  promotion_tier:
    description:
      - Which instances come first, 0 to 15, when another one has to take over from the writer. Serverless instances of
        the tiers 0 and 1 are kept as large as the writer, and pause together with it.
    type: int
  publicly_accessible:
    description: Whether it has an address that can be reached from the internet.
    type: bool
  auto_minor_version_upgrade:
    description: Whether AWS upgrades to new minor versions in the maintenance window.
    type: bool
  preferred_maintenance_window:
    description: When AWS may work on the instance, in UTC, such as V(sun:03:00-sun:03:30).
    type: str
  ca_certificate_identifier:
    description: Authority that signs the certificate of the instance, such as V(rds-ca-rsa2048-g1).
    type: str
  db_parameter_group_name:
    description: Group with the parameters of the instance, beside those of the cluster.
    type: str
  enable_performance_insights:
    description: Whether Performance Insights is on. A cluster can say so for all its instances.
    type: bool
  performance_insights_kms_key_id:
    description: Key of Performance Insights, as ARN.
    type: str
  performance_insights_retention_period:
    description: How long Performance Insights keeps its data, in days, 7, 465, or 31 times a number up to 23.
    type: int
  monitoring_interval:
    description: Seconds between samples of enhanced monitoring, 0 for none, 1, 5, 10, 15, 30 or 60.
    type: int
  monitoring_role_arn:
    description: ARN of the role that sends them to CloudWatch.
    type: str
  apply_immediately:
    description: Whether changes are made at once; otherwise in the next maintenance window.
    type: bool
    default: true
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - The data belong to the cluster, so they stay when its last instance is deleted.
"""

EXAMPLES = r"""
- name: A writer and a reader in two zones
  bidops.platform.rds_aurora_instance:
    name: "{{ item.name }}"
    db_cluster_identifier: platform-knowledge
    engine: aurora-postgresql
    db_instance_class: db.serverless
    availability_zone: "{{ item.zone }}"
    promotion_tier: 1
  loop:
    - {name: platform-knowledge-1, zone: us-east-1a}
    - {name: platform-knowledge-2, zone: us-east-1b}

- name: Remove an instance
  bidops.platform.rds_aurora_instance:
    name: platform-knowledge-2
    state: absent
"""

RETURN = r"""
instance:
  description: The instance as DescribeDBInstances tells it, in snake_case.
  returned: when it exists, also in check mode
  type: dict
  contains:
    db_instance_identifier:
      description: Identifier of the instance.
      type: str
    db_instance_arn:
      description: ARN of the instance.
      type: str
    db_instance_status:
      description: State of the instance, such as V(available).
      type: str
    availability_zone:
      description: Zone that it stands in.
      type: str
    promotion_tier:
      description: Which instances come first when another one has to take over.
      type: int
    endpoint:
      description: Its own address, with C(address) and C(port).
      type: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._rds.aurora_instance import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
