"""Aurora clusters: what they fill in, refuse and pass through, and the HTTP endpoint of the Data API."""

import copy
from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import utcnow
from moto.ec2.models import ec2_backends
from moto.rds.exceptions import (
    DBClusterNotFoundError,
    InvalidDBClusterStateFault,
    InvalidParameterCombination,
    RDSClientError,
)
from moto.rds.models import DBCluster, DBInstance, DBSubnetGroup, RDSBackend
from moto.rds.responses import RDSResponse

from emulator.clock import CLOCK
from emulator.overrides.patch import add, around
from emulator.overrides.rds import engines, rules, secrets
from emulator.overrides.timed import TimedStatus, is_on_its_way, on_its_way

# Request members that the cluster tells by another name.
RENAMED = {
    "db_cluster_parameter_group_name": "parameter_group",
    "enable_iam_database_authentication": "iam_auth",
    "enable_http_endpoint": "",  # for the first version of serverless clusters only
    "enable_performance_insights": "performance_insights_enabled",
    "manage_master_user_password": "",
    "master_user_secret_kms_key_id": "",
    "rotate_master_user_password": "",
    "cloudwatch_logs_export_configuration": "",
    "new_db_cluster_identifier": "",
    "db_cluster_identifier": "",
    "apply_immediately": "",
    "allow_major_version_upgrade": "",
    "master_user_password": "",
    "storage_type": "",
}
INSIGHTS_DAYS = 7
PAUSE_SECONDS = 300


def install() -> None:
    DBCluster.status = TimedStatus()
    DBCluster.enable_http_endpoint = False
    # AWS moves it on every five minutes; moto, with each look.
    DBCluster.latest_restorable_time = property(lambda cluster: cluster.earliest_restorable_time)
    DBCluster.default_storage_type = staticmethod(default_storage_type)
    DBCluster.default_allocated_storage = staticmethod(default_allocated_storage)
    original_version, original_port = DBCluster.default_engine_version, DBCluster.default_port
    DBCluster.default_engine_version = staticmethod(
        lambda e: engines.VERSIONS.get(e, [None])[-1] or original_version(e)
    )
    DBCluster.default_port = staticmethod(lambda e: engines.PORTS.get(e) or original_port(e))
    DBCluster.db_subnet_group_of = subnet_group
    secrets.install()

    @around(DBCluster, "__init__")
    def new(moto: Any, self: Any, backend: Any, **params: Any) -> None:
        # moto reads the HTTP endpoint's setting as that of the first version of serverless clusters.
        moto(backend, **params)
        on_its_way(self, "creating", "rds:DBCluster:create")
        if self.engine in engines.ENGINES:
            complete(self, params)

    @around(DBCluster, "get_cfg")
    def configuration(_moto: Any, self: Any) -> dict[str, Any]:
        kept = {name: value for name, value in vars(self).items() if name not in ("backend", "enable_http_endpoint")}
        return {**kept, "master_user_password": self.__dict__.get("_master_user_password")}

    @around(RDSBackend, "create_db_cluster")
    def create(moto: Any, self: Any, params: Any) -> Any:
        if params["engine"] in engines.ENGINES:
            params["engine_version"] = engines.resolve(params["engine"], params.get("engine_version"))
        rules.check_new(self, params)
        return told(moto(params), "creating")

    @around(RDSBackend, "modify_db_cluster")
    def modify(moto: Any, self: Any, params: Any) -> Any:
        cluster = find(self, params["db_cluster_identifier"])
        if cluster.engine not in engines.ENGINES:
            return moto(params)
        if is_on_its_way(cluster):
            raise InvalidDBClusterStateFault(
                f"DB cluster {cluster.db_cluster_identifier} is in the state {cluster.status}, not available."
            )
        change(self, cluster, params)
        on_its_way(cluster, "modifying", "rds:DBCluster:update")
        return told(cluster, "available")

    @around(RDSBackend, "delete_db_cluster")
    def delete(moto: Any, self: Any, cluster_identifier: str, snapshot_name: str | None = None) -> Any:
        cluster = find(self, cluster_identifier)
        if cluster.status == "deleting":
            raise InvalidDBClusterStateFault(f"DB cluster {cluster_identifier} is already being deleted.")
        answer = moto(cluster_identifier, snapshot_name)
        forget_backups(self, cluster)
        on_its_way(cluster, "deleting", "rds:DBCluster:delete", "deleted")
        if is_on_its_way(cluster):
            self.clusters[cluster_identifier] = cluster
        return told(answer, "deleting")

    @around(RDSBackend, "describe_db_clusters")
    def describe(moto: Any, self: Any, db_cluster_identifier: str | None = None, filters: Any = None) -> Any:
        forget_deleted(self.clusters)
        identifier = (db_cluster_identifier or "").rsplit(":", 1)[-1]
        if identifier and identifier not in self.clusters:
            raise DBClusterNotFoundError(identifier)
        return moto(identifier or None, filters)

    @around(RDSResponse, "delete_db_cluster")
    def delete_request(moto: Any, self: Any) -> ActionResult:
        if bool(self.params.get("SkipFinalSnapshot")) == bool(self.params.get("FinalDBSnapshotIdentifier")):
            raise InvalidParameterCombination(
                "FinalDBSnapshotIdentifier is required unless SkipFinalSnapshot is specified, and not both."
            )
        answer: ActionResult = moto()
        return answer

    @add(RDSResponse, "enable_http_endpoint")
    def enable_http_endpoint(self: Any) -> ActionResult:
        return set_http_endpoint(self, True)

    @add(RDSResponse, "disable_http_endpoint")
    def disable_http_endpoint(self: Any) -> ActionResult:
        return set_http_endpoint(self, False)


def default_storage_type(iops: Any) -> str:
    return "io1" if iops else "gp2"


def default_allocated_storage(engine: str, storage_type: str) -> int:
    least = {"mysql": {"io1": 100, "gp2": 20, "standard": 5}, "postgres": {"io1": 100, "gp2": 20, "standard": 5}}
    return least.get(engine, {}).get(storage_type, 0 if engine == "neptune" else 1)


def complete(cluster: Any, params: Any) -> None:
    """What Aurora fills in, and what moto drops."""
    cluster.storage_type = params.get("storage_type") if params.get("storage_type") != "aurora" else None
    cluster.parameter_group = (
        params.get("db_cluster_parameter_group_name")
        or f"default.{engines.family(cluster.engine, cluster.engine_version)}"
    )
    cluster.enable_http_endpoint = bool(params.get("enable_http_endpoint"))
    cluster.performance_insights_enabled = bool(params.get("enable_performance_insights"))
    cluster.database_insights_mode = params.get("database_insights_mode") or "standard"
    cluster.monitoring_interval = int(params.get("monitoring_interval") or 0)
    cluster.monitoring_role_arn = params.get("monitoring_role_arn")
    cluster.performance_insights_kms_key_id = params.get("performance_insights_kms_key_id")
    kept = params.get("performance_insights_retention_period")
    cluster.performance_insights_retention_period = kept
    if cluster.performance_insights_enabled and not kept:
        cluster.performance_insights_retention_period = INSIGHTS_DAYS
    cluster.earliest_restorable_time = utcnow()
    complete_capacity(cluster)
    cluster.kms_key_id = None
    if cluster.storage_encrypted:
        given = params.get("kms_key_id") or "alias/aws/rds"
        cluster.kms_key_id = cluster.backend._validate_kms_key(given)
    if not cluster.vpc_security_group_ids:
        ec2 = ec2_backends[cluster.account_id][cluster.region]
        group = ec2.get_default_security_group(cluster.db_subnet_group_of().vpc_id)
        cluster.vpc_security_group_ids = [group.id]
    cluster.used = CLOCK.now() + CLOCK.seconds("rds:DBCluster:create")


def complete_capacity(cluster: Any) -> None:
    """Serverless instances that can go down to nothing pause after five minutes, unless told otherwise."""
    given = cluster.serverless_v2_scaling_configuration
    if given:
        told = {name: given[name] for name in ("MinCapacity", "MaxCapacity", "SecondsUntilAutoPause") if name in given}
        default = {"SecondsUntilAutoPause": PAUSE_SECONDS} if float(told["MinCapacity"]) == 0 else {}
        cluster.serverless_v2_scaling_configuration = {**default, **told}


def change(backend: Any, cluster: Any, params: Any) -> None:
    """Make the modification; all that it asks for is checked first."""
    merged = {
        "enable_performance_insights": cluster.performance_insights_enabled,
        "performance_insights_retention_period": cluster.performance_insights_retention_period,
        **{name: params[name] for name in params if params[name] is not None},
    }
    version = cluster.engine_version
    if params.get("engine_version"):
        version = params["engine_version"] = engines.resolve(cluster.engine, params["engine_version"])
    rules.check(backend, cluster.engine, version, merged)
    before, after = (engines.major(cluster.engine, number) for number in (cluster.engine_version, version))
    if before != after and not params.get("allow_major_version_upgrade"):
        raise InvalidParameterCombination("The AllowMajorVersionUpgrade flag must be present to upgrade to it.")
    new_name = params.get("new_db_cluster_identifier")
    if new_name:
        rules.check_name(new_name)
        if new_name in backend.clusters:
            raise RDSClientError("DBClusterAlreadyExistsFault", "DB Cluster already exists")
    secrets.change(cluster, params)
    for name, value in params.items():
        attribute = RENAMED.get(name, name)
        if attribute and value is not None:
            setattr(cluster, attribute, value)
    complete_capacity(cluster)
    if params.get("storage_type"):
        cluster.storage_type = params["storage_type"] if params["storage_type"] != "aurora" else None
    logs = params.get("cloudwatch_logs_export_configuration") or {}
    kept = [name for name in cluster.enabled_cloudwatch_logs_exports if name not in (logs.get("DisableLogTypes") or [])]
    added = [name for name in logs.get("EnableLogTypes") or [] if name not in kept]
    cluster.enabled_cloudwatch_logs_exports = [*kept, *added]
    if cluster.performance_insights_enabled and not cluster.performance_insights_retention_period:
        cluster.performance_insights_retention_period = INSIGHTS_DAYS
    if new_name:
        del backend.clusters[cluster.db_cluster_identifier]
        cluster.db_cluster_identifier = new_name
        backend.clusters[new_name] = cluster


def subnet_group(cluster: Any) -> Any:
    """The subnet group of a cluster. The one called default is that of the default VPC; AWS makes it when needed."""
    backend, name = cluster.backend, cluster.db_subnet_group_name
    if name not in backend.subnet_groups:
        ec2 = ec2_backends[cluster.account_id][cluster.region]
        subnets = [subnet for subnet in ec2.describe_subnets() if subnet.vpc_id == ec2.default_vpc.id]
        backend.subnet_groups[name] = DBSubnetGroup(backend, name, name, subnets, [])
    return backend.subnet_groups[name]


def find(backend: Any, identifier: str) -> Any:
    forget_deleted(backend.clusters)
    identifier = identifier.rsplit(":", 1)[-1]
    if identifier not in backend.clusters:
        raise DBClusterNotFoundError(identifier)
    return backend.clusters[identifier]


def forget_deleted(kept: Any) -> None:
    for key in [key for key, item in kept.items() if isinstance(item, DBCluster | DBInstance) and is_gone(item)]:
        del kept[key]


def forget_backups(backend: Any, cluster: Any) -> None:
    """Automated backups go with their cluster."""
    snapshots = backend.cluster_snapshots
    for key in [key for key, item in snapshots.items() if item.cluster.db_cluster_resource_id == resource_id(cluster)]:
        if snapshots[key].snapshot_type == "automated":
            del snapshots[key]


def resource_id(cluster: Any) -> str:
    return str(cluster.db_cluster_resource_id)


def is_gone(item: Any) -> bool:
    return bool(item.status == "deleted")


def told(resource: Any, status: str) -> Any:
    """The resource as the answer to what was asked for shows it, whatever the time scale."""
    shown = copy.copy(resource)
    shown.status = status
    return shown


def set_http_endpoint(response: Any, enabled: bool) -> ActionResult:
    arn = response.params["ResourceArn"]
    cluster = response.backend.clusters.get(arn.rsplit(":", 1)[-1])
    if cluster is None or cluster.db_cluster_arn != arn:
        raise RDSClientError("ResourceNotFoundFault", f"The specified resource ARN {arn} was not found.")
    if cluster.status != "available":
        raise RDSClientError("InvalidResourceStateFault", f"{arn} is in the state {cluster.status}, not available.")
    cluster.enable_http_endpoint = enabled
    return ActionResult({"ResourceArn": arn, "HttpEndpointEnabled": enabled})
