# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""As much of the Model Context Protocol as it takes to ask a server for its tools, over streamable HTTP."""

from __future__ import annotations

import json
import urllib.error
from collections.abc import Callable
from typing import Any

from ansible.module_utils.urls import SSLValidationError, open_url

_PROTOCOL = "2025-06-18"
_SECONDS = 60
_SHOWN_CHARACTERS = 300

Headers = dict[str, str]


class Refused(Exception):
    """The server did not answer as it should; the text says how, and goes after the server's name."""


class Session:
    """A conversation with a server. I(authorize) (url, body, headers) returns the headers of a request it lets in."""

    def __init__(
        self, url: str, authorize: Callable[[str, bytes, Headers], Headers], validate: bool, ca_path: str | None
    ) -> None:
        self._url, self._authorize = url, authorize
        self._tls = {"validate_certs": validate, "ca_path": ca_path}
        self._headers = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
        self._asked = 0

    def tools(self) -> list[dict[str, Any]]:
        """All tools, over all pages."""
        me = {"name": "bidops.platform", "version": "1"}
        hello = self._ask("initialize", protocolVersion=_PROTOCOL, capabilities={}, clientInfo=me)
        self._headers["MCP-Protocol-Version"] = hello.get("protocolVersion", _PROTOCOL)
        self._post({"jsonrpc": "2.0", "method": "notifications/initialized"})
        page = self._ask("tools/list")
        found = list(page.get("tools", []))
        while page.get("nextCursor"):
            page = self._ask("tools/list", cursor=page["nextCursor"])
            found += page.get("tools", [])
        return found

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        self._asked += 1
        text = self._post({"jsonrpc": "2.0", "id": self._asked, "method": method, "params": params})
        answer = next((item for item in _messages(text) if item.get("id") == self._asked), None)
        if answer is None:
            raise Refused(f"gave no answer to {method}: {text[:_SHOWN_CHARACTERS]}")
        if "error" in answer:
            raise Refused(f"answered {method} with an error: {answer['error'].get('message')}")
        return answer.get("result") or {}

    def _post(self, message: dict[str, Any]) -> str:
        body = json.dumps(message).encode()
        headers = self._authorize(self._url, body, dict(self._headers))
        try:
            answer = open_url(self._url, data=body, headers=headers, method="POST", timeout=_SECONDS, **self._tls)
        except urllib.error.HTTPError as error:
            said = error.read().decode(errors="replace")[:_SHOWN_CHARACTERS]
            raise Refused(f"answered with HTTP status {error.code}: {said}") from error
        except (OSError, SSLValidationError) as error:
            raise Refused(f"can't be reached: {error}") from error
        if answer.headers.get("Mcp-Session-Id"):
            self._headers["Mcp-Session-Id"] = answer.headers["Mcp-Session-Id"]
        return answer.read().decode(errors="replace")


def _messages(text: str) -> list[dict[str, Any]]:
    """The messages of an answer, which is one of them or a stream of events."""
    lines = [line.removeprefix("data:") for line in text.splitlines() if line.startswith("data:")]
    found = []
    for part in lines or [text]:
        try:
            found.append(json.loads(part))
        except ValueError:
            continue
    return [item for item in found if isinstance(item, dict)]
