"""Versions of Aurora's engines, and what each can do."""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.responses import RDSResponse

from emulator.overrides.patch import add

POSTGRES, MYSQL = "aurora-postgresql", "aurora-mysql"
ENGINES = (POSTGRES, MYSQL)
PORTS = {POSTGRES: 5432, MYSQL: 3306}
PAUSES_FROM = {13: 15, 14: 12, 15: 7, 16: 3, 17: 4}
"""Major version of PostgreSQL -> the first minor one whose serverless instances can pause."""
MOST_CAPACITY = 256.0

VERSIONS = {
    POSTGRES: ("14.18", "15.6", "15.13", "16.2", "16.6", "16.9", "17.4", "17.5"),
    MYSQL: ("8.0.mysql_aurora.3.07.1", "8.0.mysql_aurora.3.08.2", "8.0.mysql_aurora.3.10.1"),
}
"""Some of AWS's, oldest first. A cluster may have another one; the last is the default."""
LOGS = {POSTGRES: ["iam-db-auth-error", "instance", "postgresql"], MYSQL: ["audit", "error", "general", "slowquery"]}


def install() -> None:
    @add(RDSResponse, "describe_db_engine_versions")
    def describe_db_engine_versions(self: Any) -> ActionResult:
        engine, version = self.params.get("Engine"), self.params.get("EngineVersion")
        wanted_family = self.params.get("DBParameterGroupFamily")
        found = [
            describe(name, number)
            for name in ENGINES
            for number in VERSIONS[name]
            if engine in (None, name) and (version is None or number == version or number.startswith(f"{version}."))
        ]
        found = [item for item in found if wanted_family in (None, item["DBParameterGroupFamily"])]
        if self.params.get("DefaultOnly"):
            found = [item for item in found if item["EngineVersion"] == VERSIONS[item["Engine"]][-1]]
        return ActionResult({"DBEngineVersions": found})


def resolve(engine: str, version: str | None) -> str:
    """The version that a request means: the default one, or the newest that starts as asked for."""
    known = VERSIONS[engine]
    if version is None:
        return known[-1]
    fitting = [number for number in known if f"{number}.".startswith(f"{version}.")]
    if not fitting and major(engine, version) not in {major(engine, number) for number in known}:
        raise InvalidParameterCombination(f"Cannot find version {version} for {engine}")
    return fitting[-1] if fitting else version


def describe(engine: str, version: str) -> dict[str, Any]:
    return {
        "Engine": engine,
        "MajorEngineVersion": major(engine, version),
        "EngineVersion": version,
        "DBParameterGroupFamily": family(engine, version),
        "DBEngineDescription": f"Aurora ({'PostgreSQL' if engine == POSTGRES else 'MySQL'})",
        "DBEngineVersionDescription": f"Aurora {version}",
        "ExportableLogTypes": LOGS[engine],
        "SupportsLogExportsToCloudwatchLogs": True,
        "SupportedEngineModes": ["provisioned"],
        "SupportsGlobalDatabases": True,
        "SupportsReadReplica": False,
        "SupportsParallelQuery": engine == MYSQL,
        "Status": "available",
        "ServerlessV2FeaturesSupport": {
            "MinCapacity": 0.0 if can_pause(engine, version) else 0.5,
            "MaxCapacity": MOST_CAPACITY,
        },
    }


def major(engine: str, version: str) -> str:
    return version.split(".")[0] if engine == POSTGRES else ".".join(version.split(".")[:2])


def family(engine: str, version: str) -> str:
    """The family of parameter groups, such as aurora-postgresql16."""
    return f"{engine}{major(engine, version)}"


def can_pause(engine: str, version: str) -> bool:
    """Whether serverless instances of the version can go down to no capacity at all."""
    if engine == MYSQL:
        return [int(part) for part in version.rpartition("aurora.")[2].split(".")] >= [3, 8, 0]
    number, minor = (int(part) for part in [*version.split("."), "0"][:2])
    return minor >= PAUSES_FROM.get(number, 0 if number > max(PAUSES_FROM) else 1000)
