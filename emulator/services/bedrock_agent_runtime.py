"""bedrock-agent-runtime: Retrieve, with a lexical score (BM25) where AWS compares embeddings."""

import math
import re
from collections import Counter
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.service import Service
from emulator.services.bedrock_agent.data_source import DataSource
from emulator.services.bedrock_agent.knowledge_base import KnowledgeBase, require_active

DEFAULT_RESULTS = 5
K1, B = 1.5, 0.75
Passage = tuple[dict[str, Any], str]


def retrieve(call: Call) -> dict[str, Any]:
    knowledge_base = call.find(KnowledgeBase, call.params["knowledgeBaseId"])
    require_active(knowledge_base)
    query = call.params["retrievalQuery"].get("text")
    if not query:
        raise validation("retrievalQuery.text is required: only text can be searched for here")
    search = call.params.get("retrievalConfiguration", {}).get("vectorSearchConfiguration", {})
    if "filter" in search:
        raise validation("The local cloud can't filter by metadata: leave vectorSearchConfiguration.filter out")
    found = rank(query, passages(call, knowledge_base.id))
    results = [{**where, "content": {"type": "TEXT", "text": text}, "score": score} for score, where, text in found]
    return call.answer({"retrievalResults": results[: search.get("numberOfResults", DEFAULT_RESULTS)]})


def passages(call: Call, knowledge_base: str) -> list[Passage]:
    """All chunks of a knowledge base, with where they come from."""
    found: list[Passage] = []
    for source in call.records(DataSource, knowledge_base):
        bucket = source.members["dataSourceConfiguration"].get("s3Configuration", {}).get("bucketArn", "")
        for key, document in source.hidden["documents"].items():
            uri = f"s3://{bucket.rsplit(':', 1)[-1]}/{key}"
            origin = {"x-amz-bedrock-kb-source-uri": uri, "x-amz-bedrock-kb-data-source-id": source.id}
            where = {
                "location": {"type": "S3", "s3Location": {"uri": uri}},
                "metadata": {**origin, **document.metadata},
            }
            found += [(where, chunk) for chunk in document.chunks]
    return found


def rank(query: str, found: list[Passage]) -> list[tuple[float, dict[str, Any], str]]:
    """Passages that share a word with the query, best first, with scores between 0 and 1."""
    bags = [Counter(words(text)) for _, text in found]
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
