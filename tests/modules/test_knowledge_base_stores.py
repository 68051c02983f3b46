"""A knowledge base on each vector store: from its creation over the first search to its end without the store."""

import pytest

from tests.modules import playbook
from tests.modules.surroundings import EMBEDDING_MODEL, Surroundings
from tests.vector_stores import TYPES, Stores

NAME = "cases-store"
FIRST = [
    {
        "name": "Create the knowledge base",
        "bidops.platform.bedrock_knowledge_base": {
            "name": NAME,
            "role_arn": "{{ role_arn }}",
            "knowledge_base_configuration": {
                "type": "VECTOR",
                "vector_knowledge_base_configuration": {"embedding_model_arn": EMBEDDING_MODEL},
            },
            "storage_configuration": "{{ storage }}",
        },
        "register": "base",
        "loop": [1, 2],
        "loop_control": {"label": "time {{ item }}"},
        "failed_when": "base is failed or base is changed != (item == 1)",
    },
    {
        "name": "Create a data source whose vectors are to go with it",
        "bidops.platform.bedrock_data_source": {
            "knowledge_base_id": "{{ base.results[0].knowledge_base.knowledge_base_id }}",
            "name": "direct",
            "data_source_configuration": {"type": "CUSTOM"},
            "vector_ingestion_configuration": "{{ ingestion }}",
        },
        "register": "source",
        "loop": [1, 2],
        "loop_control": {"label": "time {{ item }}"},
        "failed_when": "source is failed or source is changed != (item == 1)",
    },
    {
        "name": "Put something in",
        "bidops.platform.bedrock_knowledge_base_documents": {
            "knowledge_base_id": "{{ base.results[0].knowledge_base.knowledge_base_id }}",
            "data_source_id": "{{ source.results[0].data_source.data_source_id }}",
            "documents": [{"id": "canary", "text": "The canary sings at dawn."}],
        },
    },
    {
        "name": "Find it",
        "bidops.platform.bedrock_retrieve": {
            "knowledge_base_name": NAME,
            "query": "Who sings at dawn?",
            "expect": {"source": "canary"},
            "timeout": 10,
        },
    },
]
LAST = [
    {
        "name": "Delete the knowledge base, whose store is gone",
        "bidops.platform.bedrock_knowledge_base": {"name": NAME, "state": "absent"},
        "register": "gone",
        "loop": [1, 2],
        "failed_when": "gone is failed or gone is changed != (item == 1)",
    },
]
CHUNKING = {
    "opensearch_managed_cluster": {
        "chunking_strategy": "HIERARCHICAL",
        "hierarchical_chunking_configuration": {
            "level_configurations": [{"max_tokens": 1500}, {"max_tokens": 300}],
            "overlap_tokens": 60,
        },
    },
    "opensearch_serverless": {
        "chunking_strategy": "SEMANTIC",
        "semantic_chunking_configuration": {
            "max_tokens": 300,
            "buffer_size": 0,
            "breakpoint_percentile_threshold": 95,
        },
    },
    "rds": {"chunking_strategy": "NONE"},
    "s3_vectors": {
        "chunking_strategy": "FIXED_SIZE",
        "fixed_size_chunking_configuration": {"max_tokens": 300, "overlap_percentage": 20},
    },
}


@pytest.mark.parametrize("store", TYPES)
def test_a_knowledge_base_lives_and_dies(store, local_cloud, collections, tmp_path):
    around = Surroundings.of(local_cloud)
    stores = Stores(around._client, around.role_arn)
    variables = {
        "role_arn": around.role_arn,
        "storage": getattr(stores, store)(),
        "ingestion": {
            "chunking_configuration": CHUNKING[store],
            "parsing_configuration": {
                "parsing_strategy": "BEDROCK_FOUNDATION_MODEL",
                "bedrock_foundation_model_configuration": {
                    "model_arn": "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-haiku-4-5-20251001-v1:0"
                },
            },
        },
    }
    playbook.run(f"{store}-first", FIRST, variables, local_cloud, (collections, tmp_path))
    getattr(stores, f"without_{store}")()
    playbook.run(f"{store}-last", LAST, {}, local_cloud, (collections, tmp_path))
    assert not [
        base
        for base in around._client("bedrock-agent").list_knowledge_bases()["knowledgeBaseSummaries"]
        if base["name"] == NAME
    ]
