"""Subnet groups: a name is taken once, what is not there cannot change, and a group in use stays."""

from typing import Any

from moto.rds.exceptions import DBSubnetGroupNotFoundError, RDSClientError
from moto.rds.models import RDSBackend

from emulator.overrides.patch import around
from emulator.overrides.rds import clusters


def install() -> None:
    @around(RDSBackend, "create_subnet_group")
    def create(moto: Any, self: Any, subnet_name: str, *args: Any) -> Any:
        if subnet_name in self.subnet_groups:
            raise RDSClientError("DBSubnetGroupAlreadyExists", f"The DB subnet group '{subnet_name}' already exists.")
        return moto(subnet_name, *args)

    @around(RDSBackend, "modify_db_subnet_group")
    def modify(moto: Any, self: Any, subnet_name: str, *args: Any) -> Any:
        if subnet_name not in self.subnet_groups:
            raise DBSubnetGroupNotFoundError(subnet_name)
        # moto takes it out, and forgets to put it back.
        self.subnet_groups[subnet_name] = group = moto(subnet_name, *args)
        return group

    @around(RDSBackend, "delete_subnet_group")
    def delete(moto: Any, self: Any, subnet_name: str) -> Any:
        clusters.forget_deleted(self.clusters)
        users = [
            item.db_cluster_identifier for item in self.clusters.values() if item.db_subnet_group_name == subnet_name
        ]
        if users:
            raise RDSClientError(
                "InvalidDBSubnetGroupStateFault",
                f"Cannot delete the subnet group '{subnet_name}' because the cluster {users[0]} is still using it.",
            )
        return moto(subnet_name)
