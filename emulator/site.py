"""Paths outside the APIs of AWS that a service of ours serves itself, such as the MCP endpoint of a gateway."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from emulator.identify import Identity

if TYPE_CHECKING:
    from emulator.modeled.cloud import Cloud

Answer = tuple[int, list[tuple[str, str]], bytes]


@dataclass(frozen=True)
class Visit:
    """One request to a site. I(found) is the match of its path."""

    cloud: "Cloud"
    environ: dict[str, Any]
    identity: Identity
    body: bytes
    found: re.Match[str]


@dataclass(frozen=True)
class Site:
    """name: what the request log calls it.  path: a pattern of the whole path, which no bucket can have.
    answer: gives the answer.  method: what the body of a request asks for, for the request log.
    keeps: whether requests that do not only look change what the local cloud keeps.
    """

    name: str
    path: re.Pattern[str]
    answer: Callable[[Visit], Answer]
    method: Callable[[bytes], str | None] = lambda body: None
    keeps: bool = False

    def find(self, path: str) -> re.Match[str] | None:
        return self.path.fullmatch(path)
