#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: rds_data_role
version_added: 0.1.0
short_description: Manage roles in Amazon Aurora PostgreSQL databases
description:
  - Creates, changes and drops a role (a user) of an Aurora PostgreSQL database, with its password or IAM
    authentication, its memberships and what it may do.
  - Goes through the Data API, which needs no network path to the database. The role is read from the catalog, so only
    what differs is changed, in one transaction.
  - Uses the operations ExecuteStatement, BeginTransaction, CommitTransaction and RollbackTransaction of C(rds-data),
    and GetSecretValue of C(secretsmanager) for a password.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  resource_arn:
    description: ARN of the cluster.
    type: str
    required: true
  secret_arn:
    description:
      - ARN of the secret of the user that manages the role, usually the master user, see
        RV(bidops.platform.rds_aurora_cluster#module:cluster.master_user_secret).
    type: str
    required: true
  database:
    description: Database whose objects O(grants) are about. Roles themselves belong to the whole cluster.
    type: str
  name:
    description: Name of the role, 1 to 63 characters. Upper and lower case differ.
    type: str
    required: true
  state:
    description:
      - Whether the role should be there.
      - A role that is dropped loses its privileges in O(database), and what it owns there goes to the user of
        O(secret_arn). PostgreSQL refuses while it owns or may do something in other databases.
    type: str
    default: present
    choices: [present, absent]
  login:
    description: Whether one can log in as the role.
    type: bool
    default: true
  password_secret_arn:
    description:
      - ARN of the secret with the C(username), which must be O(name), and C(password) of the role.
      - A password is right when one can log in with it, which is tried; otherwise it is set. It is handed to the
        database as a SCRAM-SHA-256 verifier, never as it is.
    type: str
  iam:
    description:
      - Whether the role logs in with a token of IAM, as a member of C(rds_iam). It then has no use of a password.
    type: bool
  member_of:
    description: Roles that it is a member of, and no others. Not given, they are left alone.
    type: list
    elements: str
  create_db:
    description: Whether it may create databases.
    type: bool
  create_role:
    description: Whether it may manage roles.
    type: bool
  connection_limit:
    description: How many connections it may have at the same time, -1 for any number.
    type: int
  grants:
    description:
      - What the role may do with objects of O(database). On each object that is named here it gets exactly these
        privileges; others are left alone, and so is what everybody may do (C(PUBLIC)).
      - What is said of a table counts more than what is said of all tables of its schema.
    type: list
    elements: dict
    suboptions:
      type:
        description:
          - Kind of the object. V(tables_in_schema) and V(sequences_in_schema) are all there are in a schema, and those
            that the user of O(secret_arn) makes there later.
        type: str
        required: true
        choices: [database, schema, table, tables_in_schema, sequences_in_schema]
      name:
        description: Name of the object, that of a table with its schema, such as V(public.chunks).
        type: str
        required: true
      privileges:
        description: Such as V(CONNECT), V(USAGE) or V(SELECT); an empty list takes all away.
        type: list
        elements: str
        required: true
  wait_timeout:
    description: How long to wait for a paused cluster to wake up, in seconds.
    type: int
    default: 120
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - In which words the Data API of AWS tells that a password is wrong is not documented; the module expects those of
    PostgreSQL.
"""

EXAMPLES = r"""
- name: A user that reads
  bidops.platform.rds_data_role:
    resource_arn: arn:aws:rds:us-east-1:123456789012:cluster:platform-knowledge
    secret_arn: arn:aws:secretsmanager:us-east-1:123456789012:secret:platform-master
    database: knowledge
    name: example_reader
    password_secret_arn: arn:aws:secretsmanager:us-east-1:123456789012:secret:example-reader
    grants:
      - {type: database, name: knowledge, privileges: [CONNECT]}
      - {type: schema, name: public, privileges: [USAGE]}
      - {type: tables_in_schema, name: public, privileges: [SELECT]}

- name: A user that logs in with a token of IAM
  bidops.platform.rds_data_role:
    resource_arn: arn:aws:rds:us-east-1:123456789012:cluster:platform-knowledge
    secret_arn: arn:aws:secretsmanager:us-east-1:123456789012:secret:platform-master
    name: example_backend
    iam: true
"""

RETURN = r"""
role:
  description: The role as the catalog has it, as far as it was asked for.
  returned: when O(state=present)
  type: dict
  contains:
    name:
      description: Name of the role.
      type: str
    login:
      description: Whether one can log in as the role.
      type: bool
    create_db:
      description: Whether it may create databases.
      type: bool
    create_role:
      description: Whether it may manage roles.
      type: bool
    connection_limit:
      description: How many connections it may have, -1 for any number.
      type: int
    member_of:
      description: Roles that it is a member of.
      type: list
      elements: str
    grants:
      description: What it may do, when O(grants) was given.
      type: list
      elements: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._rds.roles import RESOURCE, manage


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, manage)


if __name__ == "__main__":
    main()
