"""Parameters of the engines: a group has them all, with the engine's values where none was set."""

from typing import Any

from moto.core.responses import ActionResult
from moto.rds.exceptions import InvalidParameterValue
from moto.rds.models import RDSBackend
from moto.rds.responses import RDSResponse

from emulator.overrides.patch import add, around
from emulator.overrides.rds import engines


def parameter(
    kind: str, apply: str = "static", value: str | None = None, allowed: str = "", modifiable: bool = True
) -> dict[str, Any]:
    method = "immediate" if apply == "dynamic" else "pending-reboot"
    shown = {"DataType": kind, "ApplyType": apply, "AllowedValues": allowed, "ApplyMethod": method}
    found = {**shown, "IsModifiable": modifiable, "Source": "engine-default", "SupportedEngineModes": ["provisioned"]}
    return found if value is None else {**found, "ParameterValue": value}


FLAG = "0,1"
PARAMETERS: dict[str, dict[str, dict[str, Any]]] = {
    engines.POSTGRES: {
        "autovacuum": parameter("boolean", "dynamic", "1", FLAG),
        "client_encoding": parameter("string", "dynamic", "UTF8"),
        "idle_in_transaction_session_timeout": parameter("integer", "dynamic", "86400000", "0-2147483647"),
        "log_connections": parameter("boolean", "dynamic", None, FLAG),
        "log_disconnections": parameter("boolean", "dynamic", None, FLAG),
        "log_lock_waits": parameter("boolean", "dynamic", None, FLAG),
        "log_min_duration_statement": parameter("integer", "dynamic", None, "-1-2147483647"),
        "log_statement": parameter("string", "dynamic", None, "none,ddl,mod,all"),
        "max_connections": parameter("integer", "static", "LEAST({DBInstanceClassMemory/9531392},5000)", "6-262143"),
        "pgaudit.log": parameter("list", "dynamic", None, "ddl,function,misc,read,role,write,none,all"),
        "pgaudit.role": parameter("string", "dynamic", None, "rds_pgaudit"),
        "rds.force_ssl": parameter("boolean", "dynamic", "0", FLAG),
        "rds.log_retention_period": parameter("integer", "dynamic", "4320", "1440-10080"),
        "rds.logical_replication": parameter("boolean", "static", "0", FLAG),
        "server_encoding": parameter("string", "dynamic", "UTF8", modifiable=False),
        "shared_preload_libraries": parameter(
            "list", "static", "pg_stat_statements", "auto_explain,pg_cron,pg_hint_plan,pg_stat_statements,pgaudit"
        ),
        "ssl_min_protocol_version": parameter("string", "dynamic", "TLSv1.2", "TLSv1.2,TLSv1.3"),
        "statement_timeout": parameter("integer", "dynamic", None, "0-2147483647"),
        "timezone": parameter("string", "dynamic", "UTC"),
        "work_mem": parameter("integer", "dynamic", None, "64-2147483647"),
    },
    engines.MYSQL: {
        "character_set_server": parameter("string", "dynamic", None, "utf8,utf8mb4,latin1"),
        "general_log": parameter("boolean", "dynamic", None, FLAG),
        "long_query_time": parameter("float", "dynamic", None, "0-31536000"),
        "require_secure_transport": parameter("boolean", "dynamic", "OFF", "ON,OFF"),
        "server_audit_logging": parameter("boolean", "dynamic", "0", FLAG),
        "slow_query_log": parameter("boolean", "dynamic", None, FLAG),
        "time_zone": parameter("string", "dynamic", None),
        "tls_version": parameter("string", "static", "TLSv1.2,TLSv1.3", "TLSv1.2,TLSv1.3"),
    },
}
"""Some of those that clusters have."""


def install() -> None:
    @around(RDSBackend, "describe_db_cluster_parameters")
    def describe(moto: Any, self: Any, name: str) -> list[dict[str, Any]]:
        if name.startswith("default.") and name not in self.db_cluster_parameter_groups:
            return defaults(name.removeprefix("default."))
        known = {item["ParameterName"]: item for item in defaults(self_family(self, name))}
        for item in moto(name):
            merged = {**known.get(item["ParameterName"], {}), **item, "Source": "user"}
            known[item["ParameterName"]] = merged
        return list(known.values())

    @around(RDSResponse, "describe_db_cluster_parameters")
    def describe_request(moto: Any, self: Any) -> ActionResult:
        found = self.backend.describe_db_cluster_parameters(self.params.get("DBClusterParameterGroupName"))
        source = self.params.get("Source")
        return ActionResult({"Parameters": [item for item in found if source in (None, item["Source"])]})

    @around(RDSBackend, "modify_db_cluster_parameter_group")
    def modify(moto: Any, self: Any, name: str, parameters: Any) -> Any:
        parameters = list(parameters)
        known = {item["ParameterName"]: item for item in defaults(self_family(self, name))}
        for item in parameters if known else []:
            there = known.get(item["ParameterName"])
            if there is None:
                raise InvalidParameterValue(f"Could not find parameter with name: {item['ParameterName']}")
            if not there["IsModifiable"]:
                raise InvalidParameterValue(f"The parameter {item['ParameterName']} cannot be modified.")
            allowed = there["AllowedValues"].split(",")
            if allowed == FLAG.split(",") and item.get("ParameterValue") not in allowed:
                raise InvalidParameterValue(
                    f"Invalid parameter value: {item.get('ParameterValue')} for: {item['ParameterName']} allowed "
                    f"values are: {there['AllowedValues']}"
                )
        return moto(name, parameters)

    @add(RDSResponse, "describe_engine_default_cluster_parameters")
    def describe_engine_defaults(self: Any) -> ActionResult:
        family = self.params["DBParameterGroupFamily"]
        return ActionResult({"EngineDefaults": {"DBParameterGroupFamily": family, "Parameters": defaults(family)}})


def defaults(family: str) -> list[dict[str, Any]]:
    """The parameters of a family of groups; since PostgreSQL 17 connections must use TLS unless that is changed."""
    engine = family.rstrip("0123456789.")
    known = {name: {**item, "ParameterName": name} for name, item in PARAMETERS.get(engine, {}).items()}
    number = family.removeprefix(engine)
    if engine == engines.POSTGRES and number.isdecimal() and int(number) >= 17:
        known["rds.force_ssl"]["ParameterValue"] = "1"
    return list(known.values())


def self_family(backend: Any, name: str) -> str:
    group = backend.db_cluster_parameter_groups.get(name)
    return group.db_parameter_group_family if group else ""
