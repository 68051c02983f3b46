"""Looking up passages in a knowledge base (Retrieve of bedrock-agent-runtime)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .clients import client


@dataclass
class KnowledgeBase:
    """A knowledge base by its id."""

    knowledge_base_id: str
    results: int = 5

    def search(self, question: str) -> list[dict[str, Any]]:
        """The passages that fit best: text, where it is from, and a score between 0 and 1."""
        answer = client("bedrock-agent-runtime").retrieve(
            knowledgeBaseId=self.knowledge_base_id,
            retrievalQuery={"text": question},
            retrievalConfiguration={"vectorSearchConfiguration": {"numberOfResults": self.results}},
        )
        return [
            {
                "text": result["content"].get("text", ""),
                "source": result.get("location", {}).get("s3Location", {}).get("uri"),
                "score": result.get("score"),
            }
            for result in answer["retrievalResults"]
        ]
