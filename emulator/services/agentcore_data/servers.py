"""MCP servers in runtimes of the local cloud, as a gateway asks them: their bundles really run.

unverified: which session a gateway uses. Whether its role may invoke the runtime is not asked.
"""

import json
import re
from dataclasses import dataclass
from typing import Any
from urllib.parse import unquote

from emulator.modeled.cloud import Cloud
from emulator.modeled.errors import AwsError
from emulator.modeled.store import Record
from emulator.services.agentcore.runtime import DEFAULT_ENDPOINT, AgentRuntime, AgentRuntimeEndpoint
from emulator.services.agentcore_data.invoke import SESSION_HEADER, program_of, version_at
from emulator.services.agentcore_data.processes import Key, Program, ask

ENDPOINT = re.compile(
    r"https://bedrock-agentcore\.[a-z0-9-]+\.[a-z.]+/runtimes/([^/]+)/invocations(?:\?qualifier=(\w+))?"
)
ACCEPTED = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}


class ServerFailed(Exception):
    """The server gave no result; the text says why."""


@dataclass(frozen=True)
class McpServer:
    """A server's process, known by runtime, version and session, and what to start if there is none yet."""

    key: Key
    program: Program

    def ask(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        """The result of a request. The store must not be locked: the server may ask the local cloud for something."""
        message = {"jsonrpc": "2.0", "id": 1, "method": method, "params": params}
        headers = {**ACCEPTED, SESSION_HEADER: self.key[2]}
        try:
            _kind, _headers, content = ask(self.key, self.program, headers, json.dumps(message).encode())
        except AwsError as error:
            raise ServerFailed(str(error)) from None
        answer = answer_in(content.decode(errors="replace"))
        if "result" not in answer:
            raise ServerFailed(answer.get("error", {}).get("message", "The server gave no answer"))
        return dict(answer["result"])


def answer_in(text: str) -> dict[str, Any]:
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


def server_of(cloud: Cloud, target: Record) -> McpServer | None:
    """The server behind a target; None if it is not in a runtime, so that nothing can be asked."""
    configuration = target.members["targetConfiguration"].get("mcp", {}).get("mcpServer", {})
    found = ENDPOINT.fullmatch(configuration.get("endpoint", ""))
    if not found:
        return None
    arn, qualifier = unquote(found[1]), found[2] or DEFAULT_ENDPOINT
    here = (target.account, target.region)
    for runtime in cloud.store.all((AgentRuntime.kind(), *here)):
        if runtime.arn == arn:
            points = [one for one in cloud.store.all((AgentRuntimeEndpoint.kind(), *here)) if one.parent == runtime.id]
            version = version_at(points, arn, qualifier)
            session = f"gateway-{target.parent}-{target.id}".ljust(33, "-")
            return McpServer((arn, version, session), program_of(runtime, version))
    raise ServerFailed(f"There is no runtime {arn}")
