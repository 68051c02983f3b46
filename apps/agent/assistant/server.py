"""The HTTP side of the agent: JSON in, JSON out, errors as JSON too."""

from __future__ import annotations

import json
import logging
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .agent import Agent, BadRequest

SESSION_HEADER = "X-Amzn-Bedrock-AgentCore-Runtime-Session-Id"
_LONGEST_BODY = 1 << 20

log = logging.getLogger("assistant")


class Handler(BaseHTTPRequestHandler):
    """Answers AgentCore's calls. The server hands in the agent, so that tests can use one of their own."""

    server: AgentServer
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:  # noqa: N802 (the name is the base class's)
        if self.path == "/ping":
            self._answer(200, {"status": "Healthy"})
        else:
            self._answer(404, {"error": f"There is no {self.path}."})

    def do_POST(self) -> None:  # noqa: N802
        if self.path != "/invocations":
            self._answer(404, {"error": f"There is no {self.path}."})
            return
        try:
            self._answer(200, self.server.agent.answer(self._request(), self.headers.get(SESSION_HEADER)))
        except BadRequest as error:
            self._answer(400, {"error": str(error)})
        except Exception:
            log.exception("The agent failed")
            self._answer(500, {"error": "The agent failed; its log says why."})

    def _request(self) -> Any:
        length = int(self.headers.get("Content-Length") or 0)
        if length > _LONGEST_BODY:
            raise BadRequest(f"The request has {length} bytes, at most {_LONGEST_BODY} are read.")
        try:
            return json.loads(self.rfile.read(length) or b"{}")
        except ValueError as error:
            raise BadRequest(f"The request is not JSON: {error}") from error

    def _answer(self, status: int, body: dict[str, Any]) -> None:
        data = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        log.info(format, *args)


class AgentServer(ThreadingHTTPServer):
    """An HTTP server that knows its agent."""

    def __init__(self, address: tuple[str, int], agent: Agent) -> None:
        super().__init__(address, Handler)
        self.agent = agent


def serve(port: int, host: str = "0.0.0.0") -> None:  # noqa: S104 (inside the runtime's own network namespace)
    """Serve until the process ends."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    AgentServer((host, port), Agent.from_environment()).serve_forever()
