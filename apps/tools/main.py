"""Starts one of the tool servers, the one that the variable SERVER names, at the path that AgentCore calls."""

from __future__ import annotations

import os
from importlib import import_module

from toolbox.server import serve

# AgentCore calls port 8000; elsewhere another one may be given.
if __name__ == "__main__":
    name = os.environ["SERVER"]
    serve(name, import_module(f"toolbox.{name}").TOOLS, port=int(os.environ.get("PORT", "8000")))
