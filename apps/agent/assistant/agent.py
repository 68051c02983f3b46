"""What the agent does with a question: look up, recall, ask the model, remember."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any

from .knowledge import KnowledgeBase
from .memory import Memory
from .model import Model
from .tools import Tools, from_environment


class BadRequest(ValueError):
    """The caller sent something that the agent can't work with; the text says what."""


@dataclass
class Agent:
    """Answers questions from a knowledge base; each part may be missing, and the agent then does without it."""

    knowledge: KnowledgeBase | None
    memory: Memory | None
    model: Model | None
    tools: Tools | None = None

    @classmethod
    def from_environment(cls) -> Agent:
        """The agent that the variables KNOWLEDGE_BASE_ID, MEMORY_ID, MODEL_ID and GATEWAY_URL describe."""
        knowledge, memory, model = (os.environ.get(name) for name in ("KNOWLEDGE_BASE_ID", "MEMORY_ID", "MODEL_ID"))
        return cls(
            knowledge=KnowledgeBase(knowledge) if knowledge else None,
            memory=Memory(memory) if memory else None,
            model=Model(model) if model else None,
            tools=from_environment(),
        )

    def answer(self, request: Any, session: str | None = None) -> dict[str, Any]:
        """The answer to a request such as {"prompt": "...", "actor_id": "..."}.

        With "retrieve_only" the passages come back without a model being asked, which is what a smoke test needs.
        """
        prompt = request.get("prompt") if isinstance(request, dict) else None
        if not isinstance(prompt, str) or not prompt.strip():
            raise BadRequest('The request needs a text "prompt", for example {"prompt": "How long is the notice?"}.')
        actor = str(request.get("actor_id") or "anonymous")
        passages = self.knowledge.search(prompt) if self.knowledge else []
        if request.get("retrieve_only") or self.model is None:
            return {"passages": passages}
        earlier = self.memory.recall(actor, session) if self.memory and session else []
        text = self.model.ask(prompt, passages, earlier, self.tools)
        if self.memory and session:
            self.memory.remember(actor, session, prompt, text)
        return {"answer": text, "passages": passages}
