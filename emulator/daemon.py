"""A server in the background: one for each state directory, which holds its pid file and its log."""

import json
import os
import shutil
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
import uuid
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from emulator.server import ROOT, PortInUse, check_moto, listen

POLL = 0.05
STOP_SECONDS = 10


class DaemonError(Exception):
    """Start, stop or status failed; the text says what to do."""


@dataclass(frozen=True)
class Running:
    pid: int
    host: str
    port: int
    instance: str
    """A random mark on the process's command line, so that a reused pid is never taken for ours."""

    @property
    def url(self) -> str:
        return url(self.host, self.port)


class Daemon:
    def __init__(self, state_dir: Path):
        self.state_dir = state_dir.absolute()
        self.pid_file = self.state_dir / "local-cloud.pid"
        self.log_file = self.state_dir / "local-cloud.log"
        self.journal = self.state_dir / "journal"

    def start(self, host: str, port: int, options: list[str], wait: float) -> str:
        running = self.running()
        if running and (running.host, running.port) == (host, port):
            return f"runs already: {running.url} (pid {running.pid})"
        if running:
            raise DaemonError(f"runs already on another address, {running.url}: stop it first, or use that address")
        check_moto()
        self.check_port(host, port)
        self.state_dir.mkdir(parents=True, exist_ok=True)
        started = time.monotonic()
        process, running = self.spawn(host, port, options)
        while not health(running.url):
            if process.poll() is not None:
                raise DaemonError(f"ended at once, exit code {process.returncode}: {self.last_words()}")
            if time.monotonic() - started > wait:
                self.stop()
                raise DaemonError(f"not healthy after {wait:g} s, stopped: see {self.log_file}")
            time.sleep(POLL)
        seconds = time.monotonic() - started
        return f"{running.url} healthy after {seconds:.1f} s (pid {running.pid}, log {self.log_file})"

    def stop(self, forget: bool = False) -> str:
        """End what start started; with I(forget) the next start finds nothing."""
        said = self.end()
        if forget:
            self.journal.unlink(missing_ok=True)
            shutil.rmtree(self.state_dir / "databases", ignore_errors=True)
        return said

    def end(self) -> str:
        running = self.running()
        self.pid_file.unlink(missing_ok=True)
        if not running:
            return "doesn't run"
        os.kill(running.pid, signal.SIGTERM)
        deadline = time.monotonic() + STOP_SECONDS
        while is_ours(running):
            if time.monotonic() > deadline:
                os.kill(running.pid, signal.SIGKILL)
                deadline += STOP_SECONDS
            time.sleep(POLL)
        return f"stopped (pid {running.pid})"

    def status(self) -> tuple[bool, str]:
        running = self.running()
        if not running:
            return False, "doesn't run"
        if not health(running.url):
            return False, f"runs (pid {running.pid}) but {running.url} doesn't answer: see {self.log_file}"
        return True, f"runs: {running.url} (pid {running.pid}, log {self.log_file})"

    # Parts

    def running(self) -> Running | None:
        """What the pid file names, if that process is there and ours."""
        try:
            running = Running(**json.loads(self.pid_file.read_text()))
        except (OSError, ValueError, TypeError):
            return None
        return running if is_ours(running) else None

    def spawn(self, host: str, port: int, options: list[str]) -> tuple[subprocess.Popen[bytes], Running]:
        instance = uuid.uuid4().hex
        command = [sys.executable, "-m", "emulator", "serve", "--host", host, "--port", str(port)]
        command += options
        command += ["--instance", instance]
        command += ["--journal", str(self.journal)]
        with self.log_file.open("ab") as log:
            process = subprocess.Popen(  # noqa: S603 - our own command line
                command, cwd=ROOT, stdin=subprocess.DEVNULL, stdout=log, stderr=log, start_new_session=True
            )
        running = Running(process.pid, host, port, instance)
        self.pid_file.write_text(json.dumps(asdict(running)) + "\n")
        return process, running

    def check_port(self, host: str, port: int) -> None:
        try:
            listen(host, port).close()
        except PortInUse as error:
            answer = health(url(host, port))
            who = "another local cloud answers there" if answer and "time_scale" in answer else "another program has it"
            other = port + 1 if port < 65535 else port - 1
            raise DaemonError(f"{error} ({who}). Choose another port, such as --port {other}") from error

    def last_words(self) -> str:
        lines = self.log_file.read_text(errors="replace").strip().splitlines()
        return f"{lines[-1] if lines else 'no output'} (log {self.log_file})"


def url(host: str, port: int) -> str:
    return f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"


def health(base: str) -> dict[str, Any] | None:
    """The answer to GET /health, or None if there is no healthy one."""
    try:
        # No proxy: the server is on this machine.
        opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
        with opener.open(f"{base}/health", timeout=2) as answer:
            found = json.loads(answer.read())
    except (OSError, ValueError, urllib.error.URLError):
        return None
    return found if isinstance(found, dict) and found.get("status") == "ok" else None


def is_ours(running: Running) -> bool:
    """Whether the process with this pid lives and is the one that was started (its command line has our mark)."""
    return running.instance in command_line(running.pid)


def command_line(pid: int) -> str:
    try:
        status = Path(f"/proc/{pid}/stat").read_text()
        if status.rsplit(")", 1)[1].split()[0] == "Z":
            return ""
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        pass
    if Path("/proc/self").exists():
        return ""
    # No /proc on macOS.
    command = ["ps", "-ww", "-o", "command=", "-p", str(pid)]
    found = subprocess.run(command, capture_output=True, text=True, check=False)  # noqa: S603
    return found.stdout
