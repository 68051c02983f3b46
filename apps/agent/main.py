"""Starts the agent: an HTTP server with the two paths that AgentCore calls, POST /invocations and GET /ping."""

from __future__ import annotations

import os

from assistant.server import serve

# AgentCore calls port 8080; elsewhere another one may be given.
if __name__ == "__main__":
    serve(port=int(os.environ.get("PORT", "8080")))
