"""bedrock-agent-runtime: Retrieve, with a lexical score (BM25) where AWS compares embeddings."""

import math
import re
from collections import Counter
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.service import Service
from emulator.modeled.store import Record
from emulator.services import metadata_filter
from emulator.services.bedrock_agent.data_source import DataSource
from emulator.services.bedrock_agent.direct_ingestion import bucket_of
from emulator.services.bedrock_agent.knowledge_base import KnowledgeBase, require_active
from emulator.services.bedrock_agent.storage import store_is_there

DEFAULT_RESULTS = 5
K1, B = 1.5, 0.75
Passage = tuple[dict[str, Any], str]


def listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


GROUPS: dict[str, Any] = {"andAll": all, "orAll": any}
TESTS: dict[str, Any] = {
    "equals": metadata_filter.TESTS["$eq"],
    "notEquals": metadata_filter.TESTS["$ne"],
    "greaterThan": metadata_filter.TESTS["$gt"],
    "greaterThanOrEquals": metadata_filter.TESTS["$gte"],
    "lessThan": metadata_filter.TESTS["$lt"],
    "lessThanOrEquals": metadata_filter.TESTS["$lte"],
    "in": metadata_filter.TESTS["$in"],
    "notIn": metadata_filter.TESTS["$nin"],
    "startsWith": lambda value, given: str(value).startswith(str(given)),
    "stringContains": lambda value, given: any(str(given) in str(item) for item in listed(value)),
    "listContains": lambda value, given: given in listed(value),
}
SERVERLESS_ONLY = ("startsWith",)


def retrieve(call: Call) -> dict[str, Any]:
    knowledge_base = call.find(KnowledgeBase, call.params["knowledgeBaseId"])
    require_active(knowledge_base)
    query = call.params["retrievalQuery"].get("text")
    if not query:
        raise validation("retrievalQuery.text is required: only text can be searched for here")
    if not store_is_there(call, knowledge_base):
        raise validation("The vector store of the knowledge base can't be reached: it, or its index, doesn't exist")
    search = call.params.get("retrievalConfiguration", {}).get("vectorSearchConfiguration", {})
    condition, store = search.get("filter"), knowledge_base.members.get("storageConfiguration", {}).get("type")
    if condition:
        check_filter(condition, store)
    known = passages(call, knowledge_base.id)
    found = rank(query, [item for item in known if not condition or matches(condition, item[0]["metadata"])])
    results = [{**where, "content": {"type": "TEXT", "text": text}, "score": score} for score, where, text in found]
    return call.answer({"retrievalResults": results[: search.get("numberOfResults", DEFAULT_RESULTS)]})


def passages(call: Call, knowledge_base: str) -> list[Passage]:
    """All chunks of a knowledge base, with where they come from."""
    found: list[Passage] = []
    for source in call.records(DataSource, knowledge_base):
        for key, document in source.hidden["documents"].items():
            where = {"location": location(source, key), "metadata": {**origin(source, key), **document.metadata}}
            found += [(where, chunk) for chunk in document.chunks]
    return found


def location(source: Record, key: str) -> dict[str, Any]:
    if is_custom(source):
        return {"type": "CUSTOM", "customDocumentLocation": {"id": key}}
    return {"type": "S3", "s3Location": {"uri": f"s3://{bucket_of(source)}/{key}"}}


def origin(source: Record, key: str) -> dict[str, Any]:
    """Metadata that Bedrock itself adds. (unverified: which it adds to documents of a custom data source)"""
    own = {"x-amz-bedrock-kb-data-source-id": source.id}
    return own if is_custom(source) else {"x-amz-bedrock-kb-source-uri": f"s3://{bucket_of(source)}/{key}", **own}


def is_custom(source: Record) -> bool:
    return bool(source.members["dataSourceConfiguration"]["type"] == "CUSTOM")


def check_filter(condition: dict[str, Any], store: str | None) -> None:
    """Refuse operators that the store doesn't have."""
    for operator, given in condition.items():
        if operator in GROUPS:
            for item in given:
                check_filter(item, store)
        elif operator not in TESTS:
            raise validation(f"Unknown filter {operator}")
        elif operator in SERVERLESS_ONLY and store != "OPENSEARCH_SERVERLESS":
            raise validation(f"The filter {operator} is supported by OPENSEARCH_SERVERLESS only, the store is {store}")


def matches(condition: dict[str, Any], metadata: dict[str, Any]) -> bool:
    operator, given = next(iter(condition.items()))
    if operator in GROUPS:
        return bool(GROUPS[operator](matches(item, metadata) for item in given))
    value = metadata.get(given["key"])
    return value is not None and bool(TESTS[operator](value, given["value"]))


def rank(query: str, found: list[Passage]) -> list[tuple[float, dict[str, Any], str]]:
    """Passages that share a word with the query, best first, with scores between 0 and 1."""
    bags = [Counter(words(text)) for _name, text in found]
    average = sum(bag.total() for bag in bags) / len(bags) if bags else 0
    frequency = Counter(word for bag in bags for word in bag)
    ranked = []
    for (where, text), bag in zip(found, bags, strict=True):
        score = 0.0
        for word in set(words(query)) & set(bag):
            rarity = math.log(1 + (len(bags) - frequency[word] + 0.5) / (frequency[word] + 0.5))
            score += rarity * bag[word] * (K1 + 1) / (bag[word] + K1 * (1 - B + B * bag.total() / average))
        if score:
            ranked.append((score / (1 + score), where, text))
    return sorted(ranked, key=lambda item: item[0], reverse=True)


def words(text: str) -> list[str]:
    return re.findall(r"\w+", text.lower())


SERVICE = Service("bedrock-agent-runtime", types=[], operations={"Retrieve": retrieve})
