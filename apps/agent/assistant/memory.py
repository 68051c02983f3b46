"""What was said in a session (CreateEvent and ListEvents of bedrock-agentcore)."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from .clients import client


@dataclass
class Memory:
    """A memory by its id."""

    memory_id: str
    events: int = 10

    def recall(self, actor: str, session: str) -> list[tuple[str, str]]:
        """The last turns of the session, oldest first, each as (role, text) with the role USER or ASSISTANT."""
        answer = client("bedrock-agentcore").list_events(
            memoryId=self.memory_id, actorId=actor, sessionId=session, includePayloads=True, maxResults=self.events
        )
        turns = [
            (part["conversational"]["role"], part["conversational"]["content"]["text"])
            for event in sorted(answer["events"], key=lambda event: event["eventTimestamp"])
            for part in event.get("payload", [])
            if "conversational" in part
        ]
        return [turn for turn in turns if turn[0] in ("USER", "ASSISTANT")]

    def remember(self, actor: str, session: str, question: str, answer: str) -> None:
        """Add a question and its answer to the session."""
        client("bedrock-agentcore").create_event(
            memoryId=self.memory_id,
            actorId=actor,
            sessionId=session,
            eventTimestamp=datetime.datetime.now(datetime.UTC),
            payload=[
                {"conversational": {"role": role, "content": {"text": text}}}
                for role, text in (("USER", question), ("ASSISTANT", answer))
            ],
        )
