"""Bedrock: looking up passages in the knowledge base, and asking a model.

KNOWLEDGE_BASE_ID and MODEL_ID say which; GUARDRAIL_ID and GUARDRAIL_VERSION, if given, what guards the model.
"""

from __future__ import annotations

import os
from typing import Any

from .tool import Tool, client

_MOST_TOKENS = 1024


def search(question: str, results: int = 5) -> list[dict[str, Any]]:
    """The passages that fit best."""
    answer = client("bedrock-agent-runtime").retrieve(
        knowledgeBaseId=os.environ["KNOWLEDGE_BASE_ID"],
        retrievalQuery={"text": question},
        retrievalConfiguration={"vectorSearchConfiguration": {"numberOfResults": results}},
    )
    return [
        {
            "text": found["content"].get("text", ""),
            "source": found.get("location", {}).get("s3Location", {}).get("uri"),
            "score": found.get("score"),
        }
        for found in answer["retrievalResults"]
    ]


def ask(prompt: str) -> str:
    """What the model answers."""
    answer = client("bedrock-runtime").converse(
        modelId=os.environ["MODEL_ID"],
        messages=[{"role": "user", "content": [{"text": prompt}]}],
        inferenceConfig={"maxTokens": _MOST_TOKENS},
        **_guarded(),
    )
    return "".join(part.get("text", "") for part in answer["output"]["message"]["content"])


def _guarded() -> dict[str, Any]:
    guardrail, version = os.environ.get("GUARDRAIL_ID"), os.environ.get("GUARDRAIL_VERSION")
    if not (guardrail and version):
        return {}
    return {"guardrailConfig": {"guardrailIdentifier": guardrail, "guardrailVersion": version}}


TOOLS = (
    Tool(
        search,
        "Looks up passages in the knowledge base, with their source and how well they fit.",
        {
            "question": {"type": "string", "description": "What to look up."},
            "results": {"type": "integer", "minimum": 1, "maximum": 20, "description": "How many passages."},
        },
        ("question",),
    ),
    Tool(
        ask,
        "Asks a model of Bedrock, guarded as the platform's models are.",
        {"prompt": {"type": "string", "description": "What the model is asked."}},
        ("prompt",),
    ),
)
