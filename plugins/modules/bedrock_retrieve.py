#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: bedrock_retrieve
version_added: 0.1.0
short_description: Search an Amazon Bedrock knowledge base
description:
  - Searches a knowledge base for a text and returns what is near. No model writes an answer, and nothing is changed.
  - With O(expect) it is a smoke test, which fails when a document that must be found does not come back. As indexing
    takes a moment after a document is ingested, it tries again until O(timeout) is over.
  - Each search costs the embedding of its text.
  - Uses the operation Retrieve of C(bedrock-agent-runtime), and ListKnowledgeBases of C(bedrock-agent) for a
    O(knowledge_base_name).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:

  knowledge_base_id:
    description: Id of the knowledge base. Either this or O(knowledge_base_name) is required.
    type: str
  knowledge_base_name:
    description: Name of the knowledge base.
    type: str
  query:
    description: Text to search for.
    type: str
    required: true
  number_of_results:
    description: How many results to return at most, 1 to 100. Bedrock returns five when nothing is said.
    type: int
  search_type:
    description:
      - V(SEMANTIC) compares embeddings, V(HYBRID) looks for the words too, where the vector store can do that.
        Bedrock chooses when nothing is said.
    type: str
    choices: [HYBRID, SEMANTIC]
  filter:
    description:
      - What the metadata of a result must be like, with exactly one operator such as C(equals), C(in) or
        C(less_than_or_equals), which has C(key) and C(value), or C(and_all) or C(or_all), which has a list of at least
        two filters.
    type: dict
  reranking_configuration:
    description: A model that puts the results in a better order, with C(type) and its configuration.
    type: dict
  guardrail_configuration:
    description: Guardrail that the query and the results go through, with C(guardrail_id) and C(guardrail_version).
    type: dict
  expect:
    description:
      - What must come back; the module fails otherwise. O(expect.source), O(expect.text) and O(expect.score) must be
        true of one and the same result.
    type: dict
    suboptions:
      source:
        description: Where a result must come from, an URI such as C(s3://bucket/key), or the id of a custom document.
        type: str
      text:
        description: Text that a result must have in it, as it is written.
        type: str
      score:
        description: Least score of the result; what scores mean depends on the vector store.
        type: float
      count:
        description: How many results must come back at least.
        type: int
  timeout:
    description: How long to try again while O(expect) is not met, in seconds.
    type: int
    default: 120
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: What does the handbook say about leave?
  bidops.platform.bedrock_retrieve:
    knowledge_base_name: handbook
    query: How many days of leave do I have?
    number_of_results: 3
  register: found

- name: Show the best result
  ansible.builtin.debug:
    var: found.results[0].content.text

- name: Fail unless the canary can be found
  bidops.platform.bedrock_retrieve:
    knowledge_base_name: handbook
    query: the canary sings at dawn
    filter:
      equals:
        key: kind
        value: canary
    expect:
      source: canary
    timeout: 300
"""

RETURN = r"""
results:
  description: What was found, best first, as Retrieve tells it, in snake_case.
  returned: always, also when the expectation is not met
  type: list
  elements: dict
  contains:
    source:
      description: Where the result comes from, an URI or the id of a custom document.
      type: str
      sample: s3://example-documents/handbook/leave.md
    content:
      description: The passage, with C(type) and mostly C(text).
      type: dict
    location:
      description: Where it comes from, in the form for the type of data source.
      type: dict
    metadata:
      description: Metadata of the document.
      type: dict
    score:
      description: How near it is.
      type: float
knowledge_base_id:
  description: Id of the knowledge base that was searched.
  returned: success
  type: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._bedrock.retrieval import RESOURCE, retrieve
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform


def main() -> None:
    either = ("knowledge_base_id", "knowledge_base_name")
    perform(RESOURCE, DOCUMENTATION, retrieve, required_one_of=[either], mutually_exclusive=[either])


if __name__ == "__main__":
    main()
