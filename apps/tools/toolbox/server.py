"""The Model Context Protocol over streamable HTTP, without sessions and streams: every answer is one JSON message."""

from __future__ import annotations

import json
import logging
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from .tool import Tool, Unfit

VERSIONS = ("2025-06-18", "2025-03-26")
PARSE_ERROR, INVALID_REQUEST, NO_METHOD, INVALID_PARAMS = -32700, -32600, -32601, -32602
_LONGEST_BODY = 1 << 20

log = logging.getLogger("toolbox")


class RpcError(Exception):
    """An error of the protocol, with its code."""

    def __init__(self, code: int, message: str) -> None:
        super().__init__(message)
        self.code = code


class Toolbox:
    """The tools of a server, and what it says about itself."""

    def __init__(self, name: str, tools: tuple[Tool, ...]) -> None:
        self.name = name
        self._tools = {tool.name: tool for tool in tools}

    def perform(self, method: str, params: dict[str, Any]) -> dict[str, Any]:
        """The result of a request."""
        if method == "initialize":
            return self._hello(params)
        if method == "ping":
            return {}
        if method == "tools/list":
            return {"tools": [tool.told() for tool in self._tools.values()]}
        if method == "tools/call":
            return self._call(params)
        raise RpcError(NO_METHOD, f"There is no method {method}.")

    def _hello(self, params: dict[str, Any]) -> dict[str, Any]:
        wanted = params.get("protocolVersion")
        return {
            "protocolVersion": wanted if wanted in VERSIONS else VERSIONS[0],
            "capabilities": {"tools": {"listChanged": False}},
            "serverInfo": {"name": self.name, "version": "1"},
        }

    def _call(self, params: dict[str, Any]) -> dict[str, Any]:
        """What fails inside a tool is told to the model, which can then ask for something else."""
        tool, arguments = self._tools.get(str(params.get("name"))), params.get("arguments") or {}
        if tool is None:
            raise RpcError(INVALID_PARAMS, f"There is no tool {params.get('name')}.")
        if not isinstance(arguments, dict):
            raise RpcError(INVALID_PARAMS, "Arguments are an object.")
        try:
            answer, failed = tool.call(arguments), False
        except Unfit as error:
            answer, failed = str(error), True
        except Exception as error:
            log.exception("The tool %s failed", tool.name)
            answer, failed = f"{type(error).__name__}: {error}", True
        text = answer if isinstance(answer, str) else json.dumps(answer, default=str)
        return {"content": [{"type": "text", "text": text}], "isError": failed}


class Handler(BaseHTTPRequestHandler):
    """One message a request, at the path /mcp."""

    server: ToolServer
    protocol_version = "HTTP/1.1"

    def do_POST(self) -> None:  # noqa: N802 (the name is the base class's)
        length = int(self.headers.get("Content-Length") or 0)
        if self.path != "/mcp" or length > _LONGEST_BODY:
            self.close_connection = True
            self._answer(404 if self.path != "/mcp" else 413)
            return
        try:
            asked = json.loads(self.rfile.read(length))
        except ValueError:
            self._error(400, None, RpcError(PARSE_ERROR, "The body is no JSON."))
            return
        if not isinstance(asked, dict) or asked.get("jsonrpc") != "2.0" or not isinstance(asked.get("method"), str):
            self._error(400, None, RpcError(INVALID_REQUEST, "The body is no request of JSON-RPC 2.0."))
        elif "id" not in asked:
            self._answer(202)
        else:
            self._perform(asked)

    def do_GET(self) -> None:  # noqa: N802
        self._answer(405)  # there are no streams

    def _perform(self, asked: dict[str, Any]) -> None:
        try:
            result = self.server.toolbox.perform(asked["method"], asked.get("params") or {})
        except RpcError as error:
            self._error(200, asked["id"], error)
        else:
            self._answer(200, {"jsonrpc": "2.0", "id": asked["id"], "result": result})

    def _error(self, status: int, identity: Any, error: RpcError) -> None:
        told = {"code": error.code, "message": str(error)}
        self._answer(status, {"jsonrpc": "2.0", "id": identity, "error": told})

    def _answer(self, status: int, message: dict[str, Any] | None = None) -> None:
        data = b"" if message is None else json.dumps(message).encode()
        self.send_response(status)
        self.send_header("Content-Type", "application/json")
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, format: str, *args: Any) -> None:
        log.info(format, *args)


class ToolServer(ThreadingHTTPServer):
    """An HTTP server that knows its tools."""

    def __init__(self, address: tuple[str, int], toolbox: Toolbox) -> None:
        super().__init__(address, Handler)
        self.toolbox = toolbox


def serve(name: str, tools: tuple[Tool, ...], port: int, host: str = "0.0.0.0") -> None:  # noqa: S104 (as for agents)
    """Serve until the process ends."""
    logging.basicConfig(level=logging.INFO, format="%(levelname)s %(name)s %(message)s")
    ToolServer((host, port), Toolbox(name, tools)).serve_forever()
