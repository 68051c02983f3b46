"""Instances of Aurora clusters: they take time, and stand in the subnet group of their cluster."""

from typing import Any

from moto.rds.exceptions import RDSClientError
from moto.rds.models import DBInstance, DBInstanceClustered, RDSBackend

from emulator.clock import CLOCK
from emulator.modeled.resource import UPPER, random_id
from emulator.overrides.patch import around
from emulator.overrides.rds import clusters, engines
from emulator.overrides.timed import TimedStatus, is_on_its_way, on_its_way

CREATE = "rds:DBInstance:create"


def install() -> None:
    DBInstance.status = TimedStatus()
    DBInstanceClustered.storage_type = property(lambda self: self.cluster.storage_type or "aurora")
    DBInstanceClustered.iam_database_authentication_enabled = property(
        lambda self: self.cluster.iam_database_authentication_enabled
    )
    DBInstanceClustered.performance_insights_enabled = property(lambda self: self.cluster.performance_insights_enabled)

    @around(DBInstanceClustered, "__init__")
    def new(moto: Any, self: Any, **params: Any) -> None:
        moto(**params)
        on_its_way(self, "creating", CREATE)
        if self.cluster.engine in engines.ENGINES:
            self.db_subnet_group = self.cluster.db_subnet_group_of()
            self.port = self.cluster.port
            self.dbi_resource_id = f"db-{random_id(26, UPPER)}"
            self.cluster.used = max(self.cluster.used, CLOCK.now() + CLOCK.seconds(CREATE))

    @around(RDSBackend, "create_db_instance")
    def create(moto: Any, self: Any, params: Any) -> Any:
        clusters.forget_deleted(self.databases)
        return clusters.told(moto(params), "creating")

    @around(RDSBackend, "modify_db_instance")
    def modify(moto: Any, self: Any, identifier: str, params: Any) -> Any:
        instance = moto(identifier, params)
        on_its_way(instance, "modifying", "rds:DBInstance:update")
        return clusters.told(instance, "modifying" if params.get("apply_immediately") else "available")

    @around(RDSBackend, "delete_db_instance")
    def delete(moto: Any, self: Any, **params: Any) -> Any:
        clusters.forget_deleted(self.databases)
        identifier = params["db_instance_identifier"]
        instance = self.databases.get(identifier)
        if instance is not None and instance.status == "deleting":
            raise RDSClientError("InvalidDBInstanceState", f"Instance {identifier} is already being deleted.")
        answer = moto(**params)
        on_its_way(instance, "deleting", "rds:DBInstance:delete", "deleted")
        if is_on_its_way(instance):
            self.databases[identifier] = instance
        return clusters.told(answer, "deleting")

    @around(RDSBackend, "describe_db_instances")
    def describe(moto: Any, self: Any, db_instance_identifier: str | None = None, filters: Any = None) -> Any:
        clusters.forget_deleted(self.databases)
        return moto(db_instance_identifier, filters)

    clusters.DBCluster._members = property(members)


def members(cluster: Any) -> list[Any]:
    """The instances of a cluster, without those that are going: they no longer hold up its deletion."""
    return [
        instance
        for instance in cluster.backend.databases.values()
        if isinstance(instance, DBInstanceClustered)
        and instance.db_cluster_identifier == cluster.resource_id
        and instance.status not in ("deleting", "deleted")
    ]
