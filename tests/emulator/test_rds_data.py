"""The Data API, on a real PostgreSQL."""

import json
import os
import signal
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.emulator.test_journal import Process

ENGINE = {"Engine": "aurora-postgresql"}
ID = "11111111-2222-3333-4444-555555555555"


class Database:
    """A cluster with an instance, as its master user sees it."""

    def __init__(self, cloud: Any, name: str = "knowledge", **options: Any) -> None:
        self.cloud, self.rds, self.client = cloud, cloud.client("rds"), cloud.client("rds-data")
        self.name = {"DBClusterIdentifier": name}
        master = {"MasterUsername": "platform", "ManageMasterUserPassword": True}
        self.rds.create_db_cluster(
            **self.name, **ENGINE, **master, DatabaseName=name, EnableHttpEndpoint=True, **options
        )
        self.wait("available", lambda: self.described["Status"])
        instance = {"DBInstanceIdentifier": f"{name}-1", "DBInstanceClass": "db.serverless"}
        self.rds.create_db_instance(**instance, **self.name, **ENGINE)
        self.wait("available", lambda: self.rds.describe_db_instances()["DBInstances"][0]["DBInstanceStatus"])
        self.secret = self.described["MasterUserSecret"]["SecretArn"]

    @property
    def described(self) -> Any:
        return self.rds.describe_db_clusters(**self.name)["DBClusters"][0]

    @property
    def place(self) -> dict[str, str]:
        return {"resourceArn": self.described["DBClusterArn"], "secretArn": self.secret}

    @staticmethod
    def wait(status: str, read: Callable[[], str]) -> None:
        deadline = time.monotonic() + 30
        while read() != status and time.monotonic() < deadline:
            time.sleep(0.05)

    def run(self, sql: str, *parameters: Any, secret: str = "", **options: Any) -> Any:
        place = {**self.place, **({"secretArn": secret} if secret else {})}
        given = {"database": self.name["DBClusterIdentifier"], **options}
        return self.client.execute_statement(**place, sql=sql, parameters=list(parameters), **given)

    def fields(self, sql: str, *parameters: Any, **options: Any) -> list[Any]:
        return list(self.run(sql, *parameters, **options)["records"][0])

    def fails(self, sql: str, *parameters: Any, **options: Any) -> str:
        with pytest.raises(ClientError) as caught:
            self.run(sql, *parameters, **options)
        return f"{caught.value.response['Error']['Code']}: {caught.value.response['Error']['Message']}"

    def user(self, name: str) -> str:
        """A user who may log in; the ARN of the secret."""
        self.run(f"CREATE ROLE {name} LOGIN PASSWORD 'not-a-good-one'")
        content = json.dumps({"username": name, "password": "not-a-good-one"})
        made = self.cloud.client("secretsmanager").create_secret(Name=name, SecretString=content)
        return str(made["ARN"])


def value(name: str, field: dict[str, Any], hint: str = "") -> dict[str, Any]:
    return {"name": name, "value": field, **({"typeHint": hint} if hint else {})}


def text(name: str, content: str, hint: str = "") -> dict[str, Any]:
    return value(name, {"stringValue": content}, hint)


@pytest.fixture(scope="module")
def database(server: Any) -> Iterator[Database]:
    """One for all tests here: a database server takes a moment to start."""
    server.reset()
    yield Database(server)
    server.reset()


@pytest.fixture(autouse=True)
def tables(request: pytest.FixtureRequest) -> Iterator[None]:
    yield
    if "database" in request.fixturenames:
        request.getfixturevalue("database").run("DROP TABLE IF EXISTS songs")


def test_the_secret_decides_who_runs_it(database: Database) -> None:
    shown = database.fields("SELECT current_user::text, current_database()::text")
    assert shown == [{"stringValue": "platform"}, {"stringValue": "knowledge"}]
    shown = database.fields("SELECT current_user::text", secret=database.user("singer"))
    assert shown == [{"stringValue": "singer"}]


def test_parameters_and_results_have_types(database: Database) -> None:
    database.run("""
        CREATE TABLE songs (id uuid, name text, verses int, price numeric, at timestamp, day date, hour time,
                            data jsonb, loud bool, pitch float8, sound bytea, nothing text)
    """)
    made = database.run(
        "INSERT INTO songs VALUES (:id, :name, :verses, :price, :at, :day, :hour, :data, :loud, :pitch, :sound, :none)",
        text("id", ID, "UUID"),
        text("name", "it's 100% :true"),
        value("verses", {"longValue": 3}),
        text("price", "1.50", "DECIMAL"),
        text("at", "2026-01-02 03:04:05", "TIMESTAMP"),
        text("day", "2026-01-02", "DATE"),
        text("hour", "03:04:05", "TIME"),
        text("data", '{"a": [1]}', "JSON"),
        value("loud", {"booleanValue": True}),
        value("pitch", {"doubleValue": 0.5}),
        value("sound", {"blobValue": b"\x00\xff"}),
        value("none", {"isNull": True}),
    )
    assert made["numberOfRecordsUpdated"] == 1
    answer = database.run("SELECT *, ARRAY[1, 2] AS list FROM songs", includeResultMetadata=True)
    assert answer["records"][0] == [
        {"stringValue": ID},
        {"stringValue": "it's 100% :true"},
        {"longValue": 3},
        {"stringValue": "1.50"},
        {"stringValue": "2026-01-02 03:04:05"},
        {"stringValue": "2026-01-02"},
        {"stringValue": "03:04:05"},
        {"stringValue": '{"a": [1]}'},
        {"booleanValue": True},
        {"doubleValue": 0.5},
        {"blobValue": b"\x00\xff"},
        {"isNull": True},
        {"arrayValue": {"longValues": [1, 2]}},
    ]
    types = {column["name"]: column["typeName"] for column in answer["columnMetadata"]}
    assert types["id"] == "uuid"
    assert types["verses"] == "int4"
    assert types["list"] == "_int4"
    options = {"decimalReturnType": "DOUBLE_OR_LONG", "longReturnType": "STRING"}
    shown = database.fields("SELECT price, verses FROM songs", resultSetOptions=options)
    assert shown == [{"doubleValue": 1.5}, {"stringValue": "3"}]
    formatted = database.run("SELECT name, verses FROM songs", formatRecordsAs="JSON")["formattedRecords"]
    assert json.loads(formatted) == [{"name": "it's 100% :true", "verses": 3}]


def test_a_text_needs_a_hint_to_be_something_else(database: Database) -> None:
    database.run("CREATE TABLE songs (id uuid)")
    assert "is of type uuid but expression is of type text" in database.fails(
        "INSERT INTO songs VALUES (:id)", text("id", ID)
    )


def test_vectors(database: Database) -> None:
    database.run("CREATE EXTENSION IF NOT EXISTS vector")
    database.run("CREATE TABLE songs (name text, near vector(3))")
    database.run("CREATE INDEX ON songs USING hnsw (near vector_cosine_ops)")
    sets = [[text("n", name), text("v", near)] for name, near in {"low": "[1,0,0]", "high": "[0,0,1]"}.items()]
    sql = "INSERT INTO songs VALUES (:n, :v::vector)"
    answer = database.client.batch_execute_statement(
        **database.place, database="knowledge", sql=sql, parameterSets=sets
    )
    assert len(answer["updateResults"]) == 2
    near = "SELECT name FROM songs ORDER BY near <=> :v::vector LIMIT 1"
    assert database.fields(near, text("v", "[0.1,0,0.9]")) == [{"stringValue": "high"}]
    assert "expected 3 dimensions" in database.fails("INSERT INTO songs VALUES ('x', :v::vector)", text("v", "[1,2]"))


def test_who_may_only_read_cannot_write(database: Database) -> None:
    database.run("CREATE TABLE songs (name text)")
    reader = database.user("reader")
    assert "permission denied for table songs" in database.fails("SELECT * FROM songs", secret=reader)
    database.run("GRANT SELECT ON songs TO reader")
    assert database.run("SELECT * FROM songs", secret=reader)["records"] == []
    denied = database.fails("INSERT INTO songs VALUES ('x')", secret=reader)
    assert denied.startswith("DatabaseErrorException: ERROR: permission denied for table songs")
    assert "SQLState: 42501" in denied


def test_transactions(database: Database, code: Any) -> None:
    database.run("CREATE TABLE songs (name text)")
    client, place = database.client, database.place

    def write_and(end: Any) -> str:
        opened = client.begin_transaction(**place, database="knowledge")["transactionId"]
        database.run("INSERT INTO songs VALUES ('x')", transactionId=opened)
        assert database.fields("SELECT count(*) FROM songs", transactionId=opened) == [{"longValue": 1}]
        assert database.fields("SELECT count(*) FROM songs") == [{"longValue": 0}]
        return str(end(**place, transactionId=opened)["transactionStatus"])

    assert write_and(client.rollback_transaction) == "Rollback Complete"
    assert write_and(client.commit_transaction) == "Transaction Committed"
    assert database.fields("SELECT count(*) FROM songs") == [{"longValue": 1}]
    assert code(client.commit_transaction, **place, transactionId="nothing") == "TransactionNotFoundException"


def test_the_master_user_is_no_superuser_but_gives_iam(database: Database) -> None:
    database.run("CREATE ROLE backend LOGIN IN ROLE rds_iam")
    assert "permission denied" in database.fails("ALTER ROLE backend SUPERUSER")


def test_what_it_refuses(database: Database, code: Any) -> None:
    assert database.fails("SELECT 1; SELECT 2") == "BadRequestException: Multistatements aren't supported"
    assert database.fails("SELEC 1").startswith("DatabaseErrorException: ERROR: syntax error")
    assert 'database "nowhere" does not exist' in database.fails("SELECT 1", database="nowhere")
    assert database.fails("SELECT 1", secret=f"{database.secret}-not").startswith("SecretsErrorException")
    assert database.fails("SELECT :d", text("d", "x", "DATE")).startswith("BadRequestException: The value of parameter")
    assert database.fails("SELECT ARRAY[[1]]").startswith("UnsupportedResultException")
    other = {**database.place, "resourceArn": f"{database.place['resourceArn']}-other"}
    assert code(database.client.execute_statement, **other, sql="SELECT 1") == "BadRequestException"


def test_a_wrong_password_stays_outside(database: Database) -> None:
    secret = database.user("forgetful")
    database.run("ALTER ROLE forgetful PASSWORD 'another'")
    refused = database.fails("SELECT 1", secret=secret)
    assert refused == 'BadRequestException: password authentication failed for user "forgetful"'


def test_a_rotated_password_is_that_of_the_database(database: Database) -> None:
    database.rds.modify_db_cluster(**database.name, RotateMasterUserPassword=True, ApplyImmediately=True)
    assert database.fields("SELECT 1") == [{"longValue": 1}]


def test_the_log_tells_what_only_looked(database: Database) -> None:
    database.run("CREATE TABLE songs (name text)")
    database.run("SELECT * FROM songs")
    database.run("DELETE FROM songs")
    database.run("INSERT INTO songs VALUES ('x')")
    looked = [entry["only_looked"] for entry in database.cloud.requests() if entry["operation"] == "ExecuteStatement"]
    assert looked[-4:] == [False, True, True, False]


def test_clusters_are_strangers(database: Database) -> None:
    other = Database(database.cloud, "other")
    other.run("CREATE ROLE singer LOGIN")  # the first cluster may have one of the same name
    assert other.fields("SELECT current_database()::text") == [{"stringValue": "other"}]
    other.rds.delete_db_instance(DBInstanceIdentifier="other-1", SkipFinalSnapshot=True)
    assert other.fails("SELECT 1").startswith("DatabaseNotFoundException")
    other.rds.disable_http_endpoint(ResourceArn=other.described["DBClusterArn"])
    assert other.fails("SELECT 1").startswith("HttpEndpointNotEnabledException")
    other.rds.delete_db_cluster(**other.name, SkipFinalSnapshot=True)


def test_a_paused_cluster_wakes_up(slow_cloud: Any) -> None:
    # Five minutes to the pause are less than a second then, 15 seconds to wake up a twentieth of one.
    scaling = {"MinCapacity": 0, "MaxCapacity": 1, "SecondsUntilAutoPause": 300}
    database = Database(slow_cloud(0.003), ServerlessV2ScalingConfiguration=scaling)
    time.sleep(1.2)
    assert database.fails("SELECT 1").startswith("DatabaseResumingException")
    time.sleep(0.2)
    assert database.fields("SELECT 1") == [{"longValue": 1}]


def test_data_survive_what_the_cluster_survives(tmp_path: Path) -> None:
    process = Process(tmp_path)
    try:
        process.start()
        database = Database(process.cloud)
        database.run("CREATE TABLE songs (name text)")
        database.run("INSERT INTO songs VALUES ('x')")
        process.restart()
        assert database.fields("SELECT count(*) FROM songs") == [{"longValue": 1}]
        database.cloud.reset()
        assert Database(process.cloud).fails("SELECT * FROM songs").startswith("DatabaseErrorException")
    finally:
        process.kill()


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="processes are looked up in /proc")
def test_the_database_ends_with_the_local_cloud(slow_cloud: Any) -> None:
    cloud = slow_cloud(0)
    Database(cloud).run("SELECT 1")
    ours = servers(cloud.process.pid)
    assert ours
    os.kill(cloud.process.pid, signal.SIGKILL)
    cloud.process.wait()
    deadline = time.monotonic() + 20
    while any(map(lives, ours)) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(map(lives, ours))


def servers(parent: int) -> list[int]:
    """The processes that a process has started, and those that they have."""
    found = []
    for place in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = place.read_text().rsplit(")", 1)[1].split()
        except OSError:
            continue
        if int(fields[1]) == parent:
            pid = int(place.parent.name)
            found += [pid, *servers(pid)]
    return found


def lives(pid: int) -> bool:
    try:
        return Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[0] != "Z"
    except OSError:
        return False
