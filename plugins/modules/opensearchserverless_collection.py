#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: opensearchserverless_collection
version_added: 0.1.0
short_description: Manage collections of Amazon OpenSearch Serverless
description:
  - Creates, changes and deletes a collection of OpenSearch Serverless, such as the vector store of a knowledge base.
  - An encryption policy that is about its name must be there first, see
    M(bidops.platform.opensearchserverless_policy). One that is a moment old may not count yet; the module tries again.
  - Collections cost by the hour, whether they are used or not.
  - Uses the operations CreateCollection, BatchGetCollection, ListCollections, UpdateCollection and DeleteCollection of
    C(opensearchserverless).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  name:
    description:
      - Name of the collection, unique in the account and region; starts with a lower case letter, then lower case
        letters, digits, hyphens and underscores, 3 to 64 together.
    type: str
    required: true
  type:
    description: What the collection is for; a knowledge base takes V(VECTORSEARCH). Cannot change.
    type: str
    choices: [SEARCH, TIMESERIES, VECTORSEARCH]
  description:
    description: What the collection holds, 1000 characters at most.
    type: str
  standby_replicas:
    description:
      - Whether replicas stand by in another availability zone; V(DISABLED) halves the least cost. Cannot change.
    type: str
    choices: [ENABLED, DISABLED]
  vector_options:
    description: Options of vector search, with C(serverless_vector_acceleration) V(ENABLED), V(DISABLED) or V(ALLOWED).
    type: dict
  collection_group_name:
    description: Name of the group whose capacity the collection shares. Cannot change.
    type: str
  encryption_config:
    description:
      - Key of the collection itself, as C(kms_key_arn), or C(aWSOwnedKey=true). Without it, the key is that of the
        encryption policy.
    type: dict
  deletion_protection:
    description: V(ENABLED) keeps the collection from being deleted, with O(state=absent) too.
    type: str
    choices: [ENABLED, DISABLED]
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
- name: Say how the collection is encrypted
  bidops.platform.opensearchserverless_policy:
    type: encryption
    name: handbook
    policy:
      Rules:
        - ResourceType: collection
          Resource: [collection/handbook]
      AWSOwnedKey: true

- name: A collection for the vectors of the handbook
  bidops.platform.opensearchserverless_collection:
    name: handbook
    type: VECTORSEARCH
    standby_replicas: DISABLED
    tags:
      team: assistants
  register: store

- name: Show where it is
  ansible.builtin.debug:
    var: store.collection.collection_endpoint

- name: Remove the collection and its indexes
  bidops.platform.opensearchserverless_collection:
    name: handbook
    state: absent
"""

RETURN = r"""
collection:
  description: The collection as BatchGetCollection describes it, in snake_case.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    id:
      description: Id of the collection.
      type: str
      sample: 07tjusf2h91cunochc
    arn:
      description: ARN of the collection.
      type: str
      sample: arn:aws:aoss:eu-central-1:111122223333:collection/07tjusf2h91cunochc
    name:
      description: Name of the collection.
      type: str
    status:
      description: State of the collection, such as V(ACTIVE).
      type: str
    collection_endpoint:
      description: Where its data are reached.
      type: str
      sample: https://07tjusf2h91cunochc.eu-central-1.aoss.amazonaws.com
    kms_key_arn:
      description: Key with which it is encrypted; V(auto) for one of AWS.
      type: str
    tags:
      description: Tags of the collection, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.serverless_collection import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
