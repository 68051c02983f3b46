"""The tools of an AgentCore gateway (Model Context Protocol over streamable HTTP)."""

from __future__ import annotations

import json
import os
import time
import urllib.parse
import urllib.request
from base64 import b64encode
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from .clients import client

_SECONDS = 60
_EARLY_SECONDS = 60
_HEADERS = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
Headers = dict[str, str]


class ToolsFailed(RuntimeError):
    """The gateway gave no result."""


@dataclass
class Tools:
    """What a gateway offers. I(authorize) (url, body, headers) returns the headers of a request that it lets in."""

    url: str
    authorize: Callable[[str, bytes, Headers], Headers]
    _listed: list[dict[str, Any]] = field(default_factory=list)

    def listed(self) -> list[dict[str, Any]]:
        """All tools in the form in which Converse takes them; asked for once."""
        if not self._listed:
            page = self._ask("tools/list")
            found = list(page["tools"])
            while page.get("nextCursor"):
                page = self._ask("tools/list", cursor=page["nextCursor"])
                found += page["tools"]
            self._listed = [_specification(tool) for tool in found]
        return self._listed

    def call(self, name: str, arguments: dict[str, Any]) -> tuple[str, bool]:
        """What a tool answers, as text, and whether it failed."""
        try:
            result = self._ask("tools/call", name=name, arguments=arguments)
        except ToolsFailed as error:
            return str(error), True
        return "".join(part.get("text", "") for part in result.get("content", [])), bool(result.get("isError"))

    def _ask(self, method: str, **params: Any) -> dict[str, Any]:
        body = json.dumps({"jsonrpc": "2.0", "id": 1, "method": method, "params": params}).encode()
        headers = self.authorize(self.url, body, dict(_HEADERS))
        request = urllib.request.Request(self.url, body, headers)  # noqa: S310 (the URL is the runtime's own setting)
        try:
            with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
                message = _message(answer.read().decode())
        except OSError as error:
            raise ToolsFailed(f"The gateway does not answer {method}: {error}") from error
        if "result" not in message:
            raise ToolsFailed(message.get("error", {}).get("message") or f"The gateway gave no answer to {method}")
        return message["result"]


@dataclass
class Token:
    """Lets in by a token of Cognito that the client gets for itself. Its secret stays with Cognito."""

    user_pool_id: str
    client_id: str
    url: str
    _token: str = ""
    _until: float = 0

    def __call__(self, url: str, body: bytes, headers: Headers) -> Headers:
        if time.monotonic() >= self._until:
            self._get()
        return {**headers, "Authorization": f"Bearer {self._token}"}

    def _get(self) -> None:
        described = client("cognito-idp").describe_user_pool_client(
            UserPoolId=self.user_pool_id, ClientId=self.client_id
        )
        login = f"{self.client_id}:{described['UserPoolClient']['ClientSecret']}".encode()
        request = urllib.request.Request(  # noqa: S310
            self.url,
            urllib.parse.urlencode({"grant_type": "client_credentials"}).encode(),
            {
                "Content-Type": "application/x-www-form-urlencoded",
                "Authorization": f"Basic {b64encode(login).decode()}",
            },
        )
        with urllib.request.urlopen(request, timeout=_SECONDS) as answer:  # noqa: S310
            got = json.loads(answer.read())
        self._token, self._until = got["access_token"], time.monotonic() + got["expires_in"] - _EARLY_SECONDS


def signed(url: str, body: bytes, headers: Headers) -> Headers:
    """Lets in by a signature with the runtime's own role."""
    import boto3
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest

    session = boto3.Session()
    request = AWSRequest("POST", url, headers, body)
    SigV4Auth(session.get_credentials(), "bedrock-agentcore", session.region_name).add_auth(request)
    return dict(request.headers.items())


def from_environment() -> Tools | None:
    """The gateway that GATEWAY_URL names; with TOKEN_URL, USER_POOL_ID and CLIENT_ID it wants a token."""
    url, *token = (os.environ.get(name, "") for name in ("GATEWAY_URL", "USER_POOL_ID", "CLIENT_ID", "TOKEN_URL"))
    if not url:
        return None
    return Tools(url, Token(*token) if all(token) else signed)


def _specification(tool: dict[str, Any]) -> dict[str, Any]:
    schema = tool.get("inputSchema") or {"type": "object"}
    told = tool.get("description") or tool["name"]
    return {"toolSpec": {"name": tool["name"], "description": told, "inputSchema": {"json": schema}}}


def _message(text: str) -> dict[str, Any]:
    """The answer in a body, which is one message or a stream of events."""
    lines = [line.removeprefix("data:") for line in text.splitlines() if line.startswith("data:")]
    for part in lines or [text]:
        try:
            message = json.loads(part)
        except ValueError:
            continue
        if isinstance(message, dict) and message.get("id") == 1:
            return message
    return {}
