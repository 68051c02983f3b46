"""start, stop and status."""

import json
import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
Run = Callable[..., tuple[int, str]]


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def run(tmp_path: Path) -> Iterator[Run]:
    """Run a command with a state directory of the test's own, from another working directory."""

    def command(*arguments: str, **variables: str) -> tuple[int, str]:
        done = subprocess.run(
            [sys.executable, "-m", "emulator", *arguments],
            cwd=tmp_path,
            env={**os.environ, "PYTHONPATH": str(ROOT), **variables},
            capture_output=True,
            text=True,
            check=False,
            timeout=90,
        )
        return done.returncode, done.stdout + done.stderr

    yield command
    command("stop")


def test_start_status_stop(run: Run, tmp_path: Path) -> None:
    port = str(free_port())
    assert run("status") == (1, "local cloud: doesn't run\n")
    code, text = run("start", "--port", port)
    assert code == 0, text
    assert f"http://127.0.0.1:{port} healthy after" in text
    pid = json.loads((tmp_path / ".local-cloud/local-cloud.pid").read_text())["pid"]

    assert run("start", "--port", port) == (0, f"local cloud: runs already: http://127.0.0.1:{port} (pid {pid})\n")
    code, text = run("start", "--port", str(free_port()))
    assert (code, "runs already on another address" in text) == (1, True)
    code, text = run("start", "--port", port, "--state-dir", "other")
    assert (code, "another local cloud answers there" in text) == (1, True)
    assert run("status")[0] == 0

    assert run("stop") == (0, f"local cloud: stopped (pid {pid})\n")
    assert run("stop") == (0, "local cloud: doesn't run\n")
    with socket.socket() as probe:
        assert probe.connect_ex(("127.0.0.1", int(port))) != 0


@pytest.mark.parametrize(
    ("arguments", "variable", "enabled"),
    [(["--authorize"], "", True), ([], "1", True), ([], "0", False), ([], "", False)],
)
def test_signatures_and_policies_are_checked_if_it_is_said(
    run: Run, arguments: list[str], variable: str, enabled: bool
) -> None:
    port = str(free_port())
    code, text = run("start", "--port", port, *arguments, LOCAL_CLOUD_AUTHORIZE=variable)
    assert code == 0, text
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/_local-cloud/authorization", timeout=10) as answer:
        assert json.load(answer) == {"enabled": enabled, "secure_transport": True}


@pytest.mark.parametrize("command", ["start", "serve"])
def test_a_port_in_use_is_named_in_one_line(run: Run, command: str) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        code, text = run(command, "--port", str(port))
    assert code == 1
    assert f"port {port} on 127.0.0.1 can't be used" in text
    assert len(text.splitlines()) == 1


def test_stop_leaves_other_processes_alone(run: Run, tmp_path: Path) -> None:
    with subprocess.Popen(["sleep", "60"]) as bystander:
        state = tmp_path / ".local-cloud"
        state.mkdir()
        stale = {"pid": bystander.pid, "host": "127.0.0.1", "port": 1, "instance": "0" * 32}
        (state / "local-cloud.pid").write_text(json.dumps(stale))
        assert run("stop") == (0, "local cloud: doesn't run\n")
        assert bystander.poll() is None
        bystander.terminate()


@pytest.mark.parametrize(
    ("arguments", "variables", "text"),
    [
        (["serve", "--host", "0.0.0.0"], {}, "is not a loopback address"),
        (["serve", "--host", "example.com"], {}, "is not a loopback address"),
        (["serve", "--port", "70000"], {}, "is not a TCP port"),
        (["serve", "--time-scale", "-1"], {}, "is not a time scale"),
        (["serve"], {"LOCAL_CLOUD_TIME_SCALE": "soon"}, "soon is not a time scale"),
        (["serve", "--stale-seconds", "-1"], {}, "-1 is not a number of seconds"),
        (["serve"], {"LOCAL_CLOUD_STALE_SECONDS": "short"}, "short is not a number of seconds"),
        ([], {}, "the following arguments are required"),
    ],
)
def test_wrong_usage_is_told(run: Run, arguments: list[str], variables: dict[str, Any], text: str) -> None:
    code, output = run(*arguments, **variables)
    assert (code, text in output, "Traceback" in output) == (2, True, False)
