"""Asking a model (Converse of bedrock-runtime)."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from .clients import client
from .tools import Tools

_TASK = (
    "Answer from the passages below, or from what tools tell you, and say which source an answer is from. "
    "If neither holds the answer, say that you do not know."
)


@dataclass
class Model:
    """A model or inference profile by its id."""

    model_id: str
    max_tokens: int = 1024
    most_turns: int = 8

    def ask(
        self,
        question: str,
        passages: list[dict[str, Any]],
        earlier: list[tuple[str, str]],
        tools: Tools | None = None,
    ) -> str:
        """The model's answer to the question, given passages, the earlier turns of the conversation, and tools."""
        sources = "\n\n".join(f"[{passage['source']}]\n{passage['text']}" for passage in passages)
        offered = tools.listed() if tools else []
        messages = [*map(_message, earlier), _message(("USER", question))]
        for _turn in range(self.most_turns):
            answer = client("bedrock-runtime").converse(
                modelId=self.model_id,
                system=[{"text": f"{_TASK}\n\n{sources}"}],
                messages=messages,
                inferenceConfig={"maxTokens": self.max_tokens},
                **({"toolConfig": {"tools": offered}} if offered else {}),
            )
            said = answer["output"]["message"]
            if tools is None or answer.get("stopReason") != "tool_use":
                return "".join(part.get("text", "") for part in said["content"])
            uses = [part["toolUse"] for part in said["content"] if "toolUse" in part]
            messages += [said, {"role": "user", "content": [_result(tools, use) for use in uses]}]
        raise RuntimeError(f"The model used tools {self.most_turns} times and gave no answer.")


def _result(tools: Tools, use: dict[str, Any]) -> dict[str, Any]:
    text, failed = tools.call(use["name"], use["input"])
    status = "error" if failed else "success"
    return {"toolResult": {"toolUseId": use["toolUseId"], "content": [{"text": text}], "status": status}}


def _message(turn: tuple[str, str]) -> dict[str, Any]:
    role, text = turn
    return {"role": role.lower(), "content": [{"text": text}]}
