#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: rds_data_statement
version_added: 0.1.0
short_description: Run SQL in Amazon Aurora databases
description:
  - Runs SQL through the Data API of an Aurora cluster, which needs no network path to the database. The Data API must
    be on, see M(bidops.platform.rds_aurora_cluster).
  - Several statements run in one transaction, all or none of them.
  - A cluster that has paused wakes up, which the module waits for.
  - What the task changed is told honestly as far as SQL allows. A statement that writes rows (C(INSERT), C(UPDATE),
    C(DELETE), C(MERGE)) counts as a change if it wrote any; a batch always does; C(SELECT) and the like do not; any
    other, such as C(CREATE TABLE), does. With O(unless), nothing is run when it is not needed.
  - Uses the operations ExecuteStatement, BatchExecuteStatement, BeginTransaction, CommitTransaction and
    RollbackTransaction of C(rds-data).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  resource_arn:
    description: ARN of the cluster.
    type: str
    required: true
  secret_arn:
    description:
      - ARN of the secret in Secrets Manager with the C(username) and C(password) of the database user to run as. That
        of the master user is RV(bidops.platform.rds_aurora_cluster#module:cluster.master_user_secret).
    type: str
    required: true
  database:
    description: Database to run in.
    type: str
  sql:
    description: A single statement. Parameters stand in it as C(:name).
    type: str
  parameters:
    description:
      - Values of the parameters by name. Their type is that of the value; null is SQL's. A list or dictionary is JSON.
      - A text that stands for something else is given as a dictionary with C(value) and C(type_hint), one of V(JSON),
        V(UUID), V(TIMESTAMP), V(DATE), V(TIME) and V(DECIMAL).
      - For types that the Data API has no hint for, cast in the statement, as in C(:embedding::vector).
    type: dict
  parameter_sets:
    description: Several sets of parameters; the statement runs once for each of them, all or none. It returns no rows.
    type: list
    elements: dict
  statements:
    description: Several statements, instead of O(sql).
    type: list
    elements: dict
    suboptions:
      sql:
        description: The statement.
        type: str
        required: true
      parameters:
        description: As O(parameters).
        type: dict
      parameter_sets:
        description: As O(parameter_sets).
        type: list
        elements: dict
  transaction:
    description:
      - Whether O(statements) run in one transaction. V(false) is for statements that refuse to, such as
        C(CREATE DATABASE).
    type: bool
    default: true
  unless:
    description:
      - A query. When its first row has something true in its first column, nothing is run and nothing has changed.
      - It runs in check mode, too, in a transaction that cannot write.
    type: str
  read_only:
    description:
      - Run in a transaction that cannot write, in check mode as well. Never counts as a change. PostgreSQL only.
    type: bool
    default: false
  in_check_mode:
    description:
      - V(skip) does not run the statements and says that they would be run.
      - V(roll_back) runs them in a transaction and undoes it, so the result is what it would be. Not everything can be
        undone, such as the next value of a sequence.
    type: str
    default: skip
    choices: [skip, roll_back]
  wait_timeout:
    description: How long to wait for a paused cluster to wake up, in seconds.
    type: int
    default: 120
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
notes:
  - The text of statements is shown in diffs and may be logged by the database. Give secrets as parameters.
  - That a C(SELECT) changes something, by a function that does, cannot be seen.
"""

EXAMPLES = r"""
- name: A table for a knowledge base
  bidops.platform.rds_data_statement:
    resource_arn: arn:aws:rds:us-east-1:123456789012:cluster:platform-knowledge
    secret_arn: arn:aws:secretsmanager:us-east-1:123456789012:secret:platform-master
    database: knowledge
    unless: SELECT to_regclass('example.chunks') IS NOT NULL
    statements:
      - sql: CREATE EXTENSION IF NOT EXISTS vector
      - sql: CREATE SCHEMA IF NOT EXISTS example
      - sql: |
          CREATE TABLE example.chunks
            (id uuid PRIMARY KEY, embedding vector(3), text text, metadata jsonb)
      - sql: CREATE INDEX ON example.chunks USING hnsw (embedding vector_cosine_ops)

- name: Put something in, once
  bidops.platform.rds_data_statement:
    resource_arn: arn:aws:rds:us-east-1:123456789012:cluster:platform-knowledge
    secret_arn: arn:aws:secretsmanager:us-east-1:123456789012:secret:platform-master
    database: knowledge
    sql: >-
      INSERT INTO example.chunks VALUES (:id, :embedding::vector, :text, :metadata)
      ON CONFLICT DO NOTHING
    parameters:
      id: {value: 00000000-0000-0000-0000-000000000001, type_hint: UUID}
      embedding: "[1, 0, 0.5]"
      text: The canary sings at dawn
      metadata: {kind: canary}

- name: Look for what is near
  bidops.platform.rds_data_statement:
    resource_arn: arn:aws:rds:us-east-1:123456789012:cluster:platform-knowledge
    secret_arn: arn:aws:secretsmanager:us-east-1:123456789012:secret:platform-master
    database: knowledge
    sql: SELECT text, metadata FROM example.chunks ORDER BY embedding <=> :near::vector LIMIT 3
    parameters: {near: "[1, 0, 0]"}
    read_only: true
  register: found
  failed_when: found.rows[0].metadata.kind != 'canary'
"""

RETURN = r"""
rows:
  description:
    - Rows of the last statement, column name to value. Numbers, flags, lists and JSON have their type; what JSON has no
      type for, such as a time or an exact number, is text, and bytes are hexadecimal.
  returned: always
  type: list
  elements: dict
updated:
  description: Number of rows that the last statement wrote, or of sets of parameters.
  returned: always
  type: int
results:
  description: Of each statement that was run.
  returned: always
  type: list
  elements: dict
  contains:
    rows:
      description: As RV(rows).
      type: list
      elements: dict
    columns:
      description: Columns of the rows in their order, with C(name) and C(type), PostgreSQL's name of the type.
      type: list
      elements: dict
    updated:
      description: As RV(updated).
      type: int
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._rds.data_api import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._rds.statements import execute


def main() -> None:
    rules = {
        "required_one_of": [("sql", "statements")],
        "mutually_exclusive": [("sql", "statements"), ("parameters", "parameter_sets", "statements")],
    }
    perform(RESOURCE, DOCUMENTATION, execute, **rules)


if __name__ == "__main__":
    main()
