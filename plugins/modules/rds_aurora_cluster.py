#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: rds_aurora_cluster
version_added: 0.1.0
short_description: Manage Amazon Aurora clusters
description:
  - Creates, changes and deletes an Aurora cluster, with serverless capacity, the Data API, IAM authentication and a
    master password that RDS keeps in Secrets Manager.
  - A cluster is storage and an address; its instances, of the class V(db.serverless) for serverless capacity, are those
    of M(bidops.platform.rds_aurora_instance).
  - Uses the operations CreateDBCluster, DescribeDBClusters, ModifyDBCluster, DeleteDBCluster, EnableHttpEndpoint,
    DisableHttpEndpoint, AddTagsToResource, RemoveTagsFromResource and ListTagsForResource of C(rds), and DescribeKey of
    C(kms) for a key that is named by its alias.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description:
      - Identifier of the cluster (C(DBClusterIdentifier)), unique in the account and region. 1 to 63 lower-case
        letters, digits and single hyphens, starting with a letter.
    type: str
    required: true
    aliases: [db_cluster_identifier]
  engine:
    description: Engine of the database. Needed to create a cluster.
    type: str
    choices: [aurora-postgresql, aurora-mysql]
  engine_version:
    description:
      - Version of the engine, such as V(16.6). A part of it, such as V(16), is met by all versions that start with it,
        which leaves minor upgrades to AWS. AWS takes its default when a cluster is created without one.
    type: str
  allow_major_version_upgrade:
    description: Whether O(engine_version) may lead to another major version.
    type: bool
    default: false
  database_name:
    description: A database to create along with the cluster.
    type: str
  master_username:
    description: Name of the master user. Needed to create a cluster.
    type: str
  master_user_password:
    description: Password of the master user, 8 to 99 characters. Better let RDS keep one.
    type: str
  manage_master_user_password:
    description:
      - Let RDS make up the master password, keep it in Secrets Manager and rotate it. RV(cluster.master_user_secret)
        tells where.
      - V(false) on a cluster that has such a password needs a O(master_user_password) to take its place.
    type: bool
  master_user_secret_kms_key_id:
    description:
      - Key of the secret with the master password, as ARN, id or alias. Not given, it is that of Secrets Manager.
    type: str
  serverless_v2_scaling_configuration:
    description:
      - Range of the serverless capacity, C(min_capacity) and C(max_capacity) in ACUs, in steps of 0.5 from 0 to 256.
      - Where C(min_capacity) is 0, the instances pause after C(seconds_until_auto_pause) without a connection, 300 to
        86400 seconds. AWS takes 300 when nothing is said.
    type: dict
  enable_http_endpoint:
    description: Whether SQL can be run through the Data API, see M(bidops.platform.rds_data_statement).
    type: bool
  enable_iam_database_authentication:
    description: Whether database users can log in with a token of IAM instead of a password.
    type: bool
  storage_type:
    description: V(aurora) is paid by request, V(aurora-iopt1) by size only. AWS allows a change every 30 days.
    type: str
    choices: [aurora, aurora-iopt1]
  storage_encrypted:
    description: Whether the storage is encrypted.
    type: bool
  kms_key_id:
    description: Key of the storage, as ARN, id or alias. Not given, it is that of RDS.
    type: str
  db_cluster_parameter_group_name:
    description: Group with the parameters of the cluster, such as C(rds.force_ssl).
    type: str
  db_subnet_group_name:
    description: Group of the subnets that the instances stand in. Not given, it is that of the default VPC.
    type: str
  vpc_security_group_ids:
    description: Ids of the security groups.
    type: list
    elements: str
  port:
    description: TCP port. Not given, it is 5432 for PostgreSQL and 3306 for MySQL.
    type: int
  network_type:
    description: Address family.
    type: str
    choices: [IPV4, DUAL]
  backup_retention_period:
    description: How long automated backups are kept, 1 to 35 days.
    type: int
  preferred_backup_window:
    description: When backups are made, in UTC, such as V(02:00-02:30).
    type: str
  preferred_maintenance_window:
    description: When AWS may work on the cluster, in UTC, such as V(sun:03:00-sun:03:30).
    type: str
  copy_tags_to_snapshot:
    description: Whether snapshots get the tags of the cluster.
    type: bool
  backtrack_window:
    description: How far the cluster can be taken back, in seconds, at most 259200; 0 for not at all. MySQL only.
    type: int
  deletion_protection:
    description:
      - Whether the cluster is protected against deletion. To delete one that is, give V(false) along with
        O(state=absent).
    type: bool
  enable_cloudwatch_logs_exports:
    description:
      - Logs that go to CloudWatch, V(postgresql), V(instance) and V(iam-db-auth-error), or those of MySQL. An empty
        list ends all.
    type: list
    elements: str
  database_insights_mode:
    description: V(advanced) needs O(enable_performance_insights) with a retention of 465 days.
    type: str
    choices: [standard, advanced]
  enable_performance_insights:
    description: Whether Performance Insights is on for all instances.
    type: bool
  performance_insights_kms_key_id:
    description: Key of Performance Insights, as ARN, id or alias.
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
  skip_final_snapshot:
    description: Whether a cluster is deleted without a last snapshot. Its data are lost then.
    type: bool
    default: false
  final_db_snapshot_identifier:
    description: Name of the last snapshot. Either this or O(skip_final_snapshot) is needed to delete a cluster.
    type: str
  delete_automated_backups:
    description: Whether automated backups go with the cluster.
    type: bool
    default: true
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.wait
  - bidops.platform.replace
  - bidops.platform.tags
  - bidops.platform.update_secret
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - O(force_replace) deletes the data. It obeys O(deletion_protection), O(skip_final_snapshot) and
    O(final_db_snapshot_identifier), and refuses while the cluster has instances.
"""

EXAMPLES = r"""
- name: A serverless cluster that pauses when nobody needs it
  bidops.platform.rds_aurora_cluster:
    name: platform-knowledge
    engine: aurora-postgresql
    engine_version: "16"
    database_name: knowledge
    master_username: platform
    manage_master_user_password: true
    serverless_v2_scaling_configuration:
      min_capacity: 0
      max_capacity: 16
      seconds_until_auto_pause: 300
    storage_encrypted: true
    enable_http_endpoint: true
    enable_iam_database_authentication: true
    backup_retention_period: 7
    deletion_protection: true
    enable_cloudwatch_logs_exports: [postgresql]
  register: made

- name: An instance of it
  bidops.platform.rds_aurora_instance:
    name: platform-knowledge-1
    db_cluster_identifier: "{{ made.cluster.db_cluster_identifier }}"
    db_instance_class: db.serverless
    engine: aurora-postgresql

- name: Its instance goes first
  bidops.platform.rds_aurora_instance:
    name: platform-knowledge-1
    state: absent

- name: Keep the data and delete the cluster
  bidops.platform.rds_aurora_cluster:
    name: platform-knowledge
    state: absent
    deletion_protection: false
    final_db_snapshot_identifier: platform-knowledge-last
"""

RETURN = r"""
cluster:
  description: The cluster as DescribeDBClusters tells it, in snake_case.
  returned: when it exists, also in check mode
  type: dict
  contains:
    db_cluster_identifier:
      description: Identifier of the cluster.
      type: str
    db_cluster_arn:
      description: ARN of the cluster.
      type: str
    status:
      description: State of the cluster, such as V(available).
      type: str
    engine_version:
      description: Version of the engine.
      type: str
    endpoint:
      description: Address of the writer.
      type: str
    reader_endpoint:
      description: Address of the readers.
      type: str
    port:
      description: TCP port.
      type: int
    master_user_secret:
      description: Where RDS keeps the master password, with C(secret_arn), C(secret_status) and C(kms_key_id).
      type: dict
    http_endpoint_enabled:
      description: Whether the Data API is on.
      type: bool
    iam_database_authentication_enabled:
      description: Whether IAM authentication is on.
      type: bool
    serverless_v2_scaling_configuration:
      description: Range of the capacity.
      type: dict
    db_cluster_members:
      description: Instances of the cluster, and which one writes.
      type: list
      elements: dict
    tags:
      description: Its tags, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run
from ansible_collections.bidops.platform.plugins.module_utils._rds.aurora_cluster import RESOURCE


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
