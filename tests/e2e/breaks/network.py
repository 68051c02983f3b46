"""What can go wrong with the network."""

from __future__ import annotations

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target


@breaks("2.a", "2.1.a")
def hosts_have_no_names(target: Target) -> None:
    target.client("ec2").modify_vpc_attribute(VpcId=one(target, "ec2", "vpc"), EnableDnsHostnames={"Value": False})


@breaks("2.c", "2.2.d")
def data_can_get_out(target: Target) -> None:
    target.client("ec2").create_route(
        RouteTableId=one(target, "ec2", "route-table-private-data"),
        DestinationCidrBlock="0.0.0.0/0",
        GatewayId=one(target, "ec2", "internet-gateway"),
    )


@breaks("2.d", "2.3.d")
def parameters_are_asked_for_over_the_internet(target: Target) -> None:
    target.client("ec2").delete_vpc_endpoints(VpcEndpointIds=[one(target, "ec2", "endpoint-ssm")])
