"""EC2: routes that a virtual private gateway propagates. moto has the gateways, but not that."""

from typing import Any

from moto.core.responses import ActionResult, EmptyResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models.route_tables import RouteTable
from moto.ec2.responses.route_tables import RouteTables

from emulator.overrides.patch import add


def install() -> None:
    add(RouteTable, "propagating_vgws")(property(lambda table: [{"GatewayId": item} for item in propagating(table)]))

    @add(RouteTables, "enable_vgw_route_propagation")
    def enable(self: Any) -> ActionResult:
        table = self.ec2_backend.get_route_table(self._get_param("RouteTableId"))
        gateway = self.ec2_backend.get_vpn_gateway(self._get_param("GatewayId"))
        if table.vpc_id not in gateway.attachments:
            raise EC2ClientError("Gateway.NotAttached", f"resource {gateway.id} is not attached to {table.vpc_id}")
        if gateway.id not in propagating(table):
            propagating(table).append(gateway.id)
        return EmptyResult()


def propagating(table: Any) -> list[str]:
    """Ids of the gateways that may write routes into a table."""
    found: list[str] = vars(table).setdefault("vgws", [])
    return found
