"""Command line: serve in the foreground, or start, stop and status of a server in the background."""

import argparse
import ipaddress
import os
import sys
from pathlib import Path

from emulator import VERSION
from emulator.daemon import Daemon, DaemonError
from emulator.server import ServerError, serve

HOST, PORT, STATE_DIR = "127.0.0.1", 4566, ".local-cloud"
SCALE_VARIABLE, STALE_VARIABLE = "LOCAL_CLOUD_TIME_SCALE", "LOCAL_CLOUD_STALE_SECONDS"
AUTHORIZE_VARIABLE = "LOCAL_CLOUD_AUTHORIZE"


def main(argv: list[str] | None = None) -> int:
    """Run a command. Returns the exit code: 0 done, 1 failed (with one line that says why), 2 wrong usage."""
    arguments = parser().parse_args(argv)
    try:
        return int(arguments.run(arguments))
    except (DaemonError, ServerError) as error:
        print(f"local cloud: {error}", file=sys.stderr)
        return 1


def parser() -> argparse.ArgumentParser:
    root = argparse.ArgumentParser(prog="python -m emulator", description="The local cloud: AWS on 127.0.0.1.")
    root.add_argument("--version", action="version", version=VERSION)
    commands = root.add_subparsers(required=True, metavar="serve|start|stop|status")

    address = argparse.ArgumentParser(add_help=False)
    address.add_argument("--host", type=loopback, default=HOST, help=f"loopback address to listen on [{HOST}]")
    address.add_argument("--port", type=port, default=PORT, help=f"TCP port [{PORT}]")
    address.add_argument(
        "--time-scale",
        type=scale,
        default=os.environ.get(SCALE_VARIABLE, "0"),
        help=f"how long resources take to be ready: 0 at once, 1 as on AWS [${SCALE_VARIABLE} or 0]",
    )
    address.add_argument(
        "--stale-seconds",
        type=seconds,
        default=os.environ.get(STALE_VARIABLE, "0"),
        help=f"for how long reads don't find what is new, of the types that are ours [${STALE_VARIABLE} or 0]",
    )
    address.add_argument(
        "--authorize",
        action="store_true",
        default=os.environ.get(AUTHORIZE_VARIABLE, "") not in ("", "0"),
        help=f"check signatures and the policies of IAM [only if ${AUTHORIZE_VARIABLE} is 1]",
    )
    state = argparse.ArgumentParser(add_help=False)
    state.add_argument(
        "--state-dir", type=Path, default=Path(STATE_DIR), help=f"pid file, log and journal [{STATE_DIR}]"
    )

    add = commands.add_parser("serve", parents=[address], help="answer requests in the foreground")
    add.add_argument("--instance", help=argparse.SUPPRESS)
    add.add_argument("--journal", type=Path, help="file that keeps what changes, for the next start; nothing without")
    add.set_defaults(run=run)
    add = commands.add_parser("start", parents=[address, state], help="start in the background, wait until healthy")
    add.add_argument("--wait", type=float, default=60, help="seconds to wait for a healthy answer [60]")
    add.set_defaults(run=start)
    add = commands.add_parser("stop", parents=[state], help="stop what start started")
    add.add_argument(
        "--forget", action="store_true", help="and forget everything, so that the next start finds nothing"
    )
    add.set_defaults(run=stop)
    add = commands.add_parser("status", parents=[state], help="tell whether it runs; exit code 1 if not")
    add.set_defaults(run=status)
    return root


def run(given: argparse.Namespace) -> int:
    serve(given.host, given.port, given.time_scale, given.stale_seconds, given.journal, given.authorize)
    return 0


def start(given: argparse.Namespace) -> int:
    options = ["--time-scale", str(given.time_scale), "--stale-seconds", str(given.stale_seconds)]
    options += ["--authorize"] if given.authorize else []
    print(f"local cloud: {Daemon(given.state_dir).start(given.host, given.port, options, given.wait)}")
    return 0


def stop(given: argparse.Namespace) -> int:
    print(f"local cloud: {Daemon(given.state_dir).stop(given.forget)}")
    return 0


def status(given: argparse.Namespace) -> int:
    is_running, text = Daemon(given.state_dir).status()
    print(f"local cloud: {text}")
    return 0 if is_running else 1


def loopback(text: str) -> str:
    """Only this machine may reach the local cloud: it checks signatures only if it is told to."""
    try:
        is_loopback = text == "localhost" or ipaddress.ip_address(text).is_loopback
    except ValueError:
        is_loopback = False
    if not is_loopback:
        raise argparse.ArgumentTypeError(f"{text} is not a loopback address: use 127.0.0.1, ::1 or localhost")
    return text


def port(text: str) -> int:
    if not text.isdecimal() or not 1 <= int(text) <= 65535:
        raise argparse.ArgumentTypeError(f"{text} is not a TCP port: use 1 to 65535")
    return int(text)


def scale(text: str) -> float:
    return number(text, "a time scale: use 0, 1 or a number between, such as 0.0167")


def seconds(text: str) -> float:
    return number(text, "a number of seconds: use 0 or more, such as 2.5")


def number(text: str, wanted: str) -> float:
    try:
        value = float(text)
    except ValueError:
        value = -1
    if not 0 <= value < float("inf"):
        raise argparse.ArgumentTypeError(f"{text} is not {wanted}")
    return value
