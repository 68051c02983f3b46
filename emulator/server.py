"""Start the server: settings for moto first, since moto reads some of them when it is imported."""

import os
import signal
import socket
import sys
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path
from typing import Any

from emulator.loading import keep_listings, share_loaders, without, without_collection

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ROOT / "requirements.txt"

SETTINGS = {
    # Policies such as AmazonECSTaskExecutionRolePolicy exist on AWS.
    "MOTO_IAM_LOAD_MANAGED_POLICIES": "true",
    "MOTO_ACM_VALIDATION_WAIT": "1",
    "MOTO_DISABLE_GLOBAL_CORS": "true",
    # Bucket names come from the path: the host is always the local cloud's.
    "S3_IGNORE_SUBDOMAIN_BUCKETNAME": "true",
}


MOTO = "5.2.5"
"""The corrections and the engine use moto's internals, so that another version can't be expected to work."""


class ServerError(Exception):
    """The server can't start; the text says why and what to do."""


class PortInUse(ServerError):
    """Another program listens there already."""


def serve(
    host: str,
    port: int,
    time_scale: float,
    stale_seconds: float = 0,
    journal: Path | None = None,
    authorize: bool = False,
) -> None:
    """Answer requests until the process ends. What they change is kept in the file I(journal), if there is one."""
    check_moto()
    listener = listen(host, port)
    for name, value in SETTINGS.items():
        os.environ.setdefault(name, value)
    os.environ["MOTO_PORT"] = str(port)
    if journal:
        os.environ["LOCAL_CLOUD_DATABASES"] = str(journal.absolute().parent / "databases")
    os.environ["LOCAL_CLOUD_URL"] = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"

    # time_machine brings a plugin for pytest.
    with without_collection(), without("pytest"):
        share_loaders()
        keep_listings()

        from moto.moto_server.werkzeug_app import MotoRequestHandler
        from werkzeug.serving import make_server

        from emulator import chance
        from emulator.application import LocalCloud
        from emulator.clock import CLOCK
        from emulator.identify import apis
        from emulator.journal import Journal
        from emulator.services import SERVICES

        apis()

    class Handler(MotoRequestHandler):
        disable_nagle_algorithm = True
        wbufsize = -1

        def log_request(self, *args: Any, **kwargs: Any) -> None:
            """The request log tells more than a line for each request."""

    CLOCK.scale, CLOCK.stale = time_scale, stale_seconds
    chance.install()
    application = LocalCloud(SERVICES, Journal(journal), authorize)
    server = make_server(host, port, application, threaded=True, request_handler=Handler, fd=listener.fileno())
    server.daemon_threads = True
    print(f"local cloud: http://{host}:{port} (time scale {time_scale:g})", flush=True)
    # An end that was asked for tidies up: agents leave folders.
    signal.signal(signal.SIGTERM, lambda *_signal: sys.exit())
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        print("local cloud: stopped", file=sys.stderr)


def check_moto() -> None:
    try:
        found = version("moto")
    except PackageNotFoundError:
        found = "none"
    if found != MOTO:
        raise ServerError(
            f"moto {MOTO} is needed and {sys.executable} has {found}: "
            f"{sys.executable} -m pip install -r {REQUIREMENTS}, or start it with the Python of .venv"
        )


def listen(host: str, port: int) -> socket.socket:
    """Take the port before anything slow happens, so that a port in use is told at once."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    listener = socket.socket(family, socket.SOCK_STREAM)
    listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listener.bind((host, port))
        listener.listen(128)
    except OSError as error:
        listener.close()
        raise PortInUse(f"port {port} on {host} can't be used: {error.strerror}") from error
    return listener
