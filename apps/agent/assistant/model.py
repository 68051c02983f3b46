"""Asking a model (Converse of bedrock-runtime)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .clients import client

_TASK = (
    "Answer from the passages below and say which source an answer is from. "
    "If they do not hold the answer, say that you do not know."
)


@dataclass
class Model:
    """A model or inference profile by its id."""

    model_id: str
    max_tokens: int = 1024

    def ask(self, question: str, passages: list[dict[str, Any]], earlier: list[tuple[str, str]]) -> str:
        """The model's answer to the question, given passages and the earlier turns of the conversation."""
        sources = "\n\n".join(f"[{passage['source']}]\n{passage['text']}" for passage in passages)
        answer = client("bedrock-runtime").converse(
            modelId=self.model_id,
            system=[{"text": f"{_TASK}\n\n{sources}"}],
            messages=[*map(_message, earlier), _message(("USER", question))],
            inferenceConfig={"maxTokens": self.max_tokens},
        )
        return "".join(part.get("text", "") for part in answer["output"]["message"]["content"])


def _message(turn: tuple[str, str]) -> dict[str, Any]:
    role, text = turn
    return {"role": role.lower(), "content": [{"text": text}]}
