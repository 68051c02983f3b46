"""What a tool is, and the two things that every tool needs."""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any


class Unfit(ValueError):
    """The caller asked for something that can't be done; the text says why, and is the tool's answer."""


@dataclass(frozen=True)
class Tool:
    """A function that an agent may call, and what tells the agent how to."""

    run: Callable[..., Any]
    description: str
    properties: dict[str, Any] = field(default_factory=dict)
    required: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        return self.run.__name__

    def told(self) -> dict[str, Any]:
        """The tool as tools/list shows it."""
        schema = {"type": "object", "properties": self.properties, "required": list(self.required)}
        return {"name": self.name, "description": self.description, "inputSchema": schema}

    def call(self, arguments: dict[str, Any]) -> Any:
        """Run it with arguments that fit."""
        missing = [name for name in self.required if name not in arguments]
        unknown = [name for name in arguments if name not in self.properties]
        if missing or unknown:
            said = [f"lacks {', '.join(missing)}"] * bool(missing) + [f"has no {', '.join(unknown)}"] * bool(unknown)
            raise Unfit(f"The tool {self.name} {' and '.join(said)}.")
        return self.run(**arguments)


@functools.cache
def client(service: str) -> Any:
    """The client of a service, made when it is first needed: listing tools should not pay for it."""
    import boto3

    return boto3.client(service)
