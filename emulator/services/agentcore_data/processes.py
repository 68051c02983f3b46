"""Agents as processes of this machine, one for each session, as AWS gives each session a machine of its own.

They run in the Python of the local cloud: the runtime's Python version is not honoured, and boto3 is there anyway.
"""

import atexit
import http.client
import io
import os
import socket
import subprocess
import sys
import tempfile
import threading
import time
import zipfile
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from emulator.modeled.errors import AwsError

LAUNCHER = Path(__file__).with_name("launcher.py")
HOST = "127.0.0.1"
START_SECONDS = 30
ANSWER_SECONDS = 900
MOST = 8
"""Sessions at a time; the one that was quiet for longest makes room."""
LOG_LINES = 3

Key = tuple[str, str, str]
"""ARN of the runtime, its version, session."""


@dataclass(frozen=True)
class Contract:
    """Where AgentCore speaks to an agent of a protocol."""

    port: int
    path: str
    ping: str = ""


CONTRACTS = {
    "HTTP": Contract(8080, "/invocations", "/ping"),
    "AGUI": Contract(8080, "/invocations", "/ping"),
    "MCP": Contract(8000, "/mcp"),
    "A2A": Contract(9000, "/"),
}


@dataclass(frozen=True)
class Program:
    """What a version of a runtime runs."""

    bundle: bytes
    entry_point: str
    environment: dict[str, str]
    contract: Contract
    idle_seconds: float


@dataclass
class Agent:
    """A process with a session."""

    process: subprocess.Popen[bytes]
    folder: Any
    port: int
    idle_seconds: float
    used: float = field(default_factory=time.monotonic)

    @property
    def is_over(self) -> bool:
        return self.process.poll() is not None or time.monotonic() - self.used > self.idle_seconds

    def end(self) -> None:
        self.process.kill()
        self.process.wait()
        assert self.process.stdin
        self.process.stdin.close()
        self.folder.cleanup()

    def last_words(self) -> str:
        lines = (Path(self.folder.name) / "log").read_text(errors="replace").strip().splitlines()
        return f" Its last words: {' / '.join(lines[-LOG_LINES:])}" if lines else ""


_agents: dict[Key, Agent] = {}
_lock = threading.Lock()


def ask(key: Key, program: Program, headers: dict[str, str], body: bytes) -> tuple[str, dict[str, str], bytes]:
    """Send a request to the agent of a session, started if need be. Returns its content type, headers and body."""
    agent = _agent(key, program)
    try:
        status, answer, content = _request(agent.port, "POST", program.contract.path, headers, body, ANSWER_SECONDS)
    except OSError as error:
        raise failed(f"The agent gave no answer: {error}.{agent.last_words()}") from error
    finally:
        agent.used = time.monotonic()
    if status >= 400:
        said = content[:500].decode(errors="replace")
        raise failed(f"Received error ({status}) from runtime. It said: {said}.{agent.last_words()}")
    return answer.get("content-type", "application/json"), answer, content


def _agent(key: Key, program: Program) -> Agent:
    with _lock:
        for other in [other for other, agent in _agents.items() if agent.is_over]:
            _agents.pop(other).end()
        if key not in _agents:
            while len(_agents) >= MOST:
                _agents.pop(min(_agents, key=lambda other: _agents[other].used)).end()
            _agents[key] = _start(program)
        return _agents[key]


def end(runtime: str, session: str) -> bool:
    """End a session's processes; whether there were any."""
    with _lock:
        found = [key for key in _agents if (key[0], key[2]) == (runtime, session)]
        for key in found:
            _agents.pop(key).end()
    return bool(found)


@atexit.register
def end_all() -> None:
    with _lock:
        while _agents:
            _agents.popitem()[1].end()


def _start(program: Program) -> Agent:
    folder = tempfile.TemporaryDirectory(prefix="local-cloud-agent-")
    home = Path(folder.name)
    try:
        with zipfile.ZipFile(io.BytesIO(program.bundle)) as bundle:
            bundle.extractall(home / "code")
    except zipfile.BadZipFile as error:
        folder.cleanup()
        raise failed("The code artifact is no zip file.") from error
    # AgentCore's port is fixed. An agent that reads PORT can be given a free one; for others the fixed one is tried.
    port = _free_port()
    ports = [port, program.contract.port] if _is_free(program.contract.port) else [port]
    kept = {name: os.environ[name] for name in ("PATH", "LANG") if name in os.environ}
    environment = {**kept, "HOME": folder.name, "PORT": str(port), "PYTHONUNBUFFERED": "1", **program.environment}
    with (home / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603 (the user's own code, as asked for)
            [sys.executable, str(LAUNCHER), str(home / "code" / program.entry_point)],
            cwd=home / "code",
            env=environment,
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=subprocess.STDOUT,
        )
    agent = Agent(process, folder, port, program.idle_seconds)
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline and process.poll() is None:
        for agent.port in ports:
            if _is_ready(agent.port, program.contract):
                return agent
        time.sleep(0.05)
    reason = f"Runtime initialization time exceeded: {START_SECONDS} seconds."
    if process.poll() is not None:
        reason = f"The agent ended with code {process.returncode} before it answered."
    words = agent.last_words()
    agent.end()
    raise failed(reason + words)


def _is_ready(port: int, contract: Contract) -> bool:
    try:
        if contract.ping:
            return _request(port, "GET", contract.ping, {}, b"", 2)[0] == 200
        socket.create_connection((HOST, port), 1).close()
    except OSError:
        return False
    return True


def _request(
    port: int, method: str, path: str, headers: dict[str, str], body: bytes, timeout: float
) -> tuple[int, dict[str, str], bytes]:
    connection = http.client.HTTPConnection(HOST, port, timeout=timeout)
    try:
        connection.request(method, path, body or None, headers)
        answer = connection.getresponse()
        return answer.status, {name.lower(): value for name, value in answer.getheaders()}, answer.read()
    except http.client.HTTPException as error:
        raise OSError(f"{type(error).__name__} {error}") from error
    finally:
        connection.close()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind((HOST, 0))
        return int(probe.getsockname()[1])


def _is_free(port: int) -> bool:
    with socket.socket() as probe:
        return probe.connect_ex((HOST, port)) != 0


def failed(message: str) -> AwsError:
    return AwsError("RuntimeClientError", message)
