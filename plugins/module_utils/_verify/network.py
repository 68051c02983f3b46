# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The network: requirements 2."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live

NETWORK = Checks()
TIERS = ("public", "private-app", "private-data")


@NETWORK.shows("2.a", "2.1.a")
def the_vpc_has_a_private_block_and_resolves_names(live: Live) -> Evidence:
    vpc = the_vpc(live)
    need(ip_network(vpc["CidrBlock"]).is_private, f"{vpc['VpcId']} has {vpc['CidrBlock']}, which is not private")
    for attribute in ("enableDnsSupport", "enableDnsHostnames"):
        told = live.ask("ec2", "DescribeVpcAttribute", VpcId=vpc["VpcId"], Attribute=attribute)
        need(told[attribute[0].upper() + attribute[1:]]["Value"], f"{attribute} of {vpc['VpcId']} is off")
    return {"vpc": vpc["VpcId"], "cidr_block": vpc["CidrBlock"]}


def _of_a_tier(tier: str, bullet: str) -> None:
    @NETWORK.shows("2.a", bullet)
    def subnets_lie_in_two_zones(live: Live) -> Evidence:
        found = subnets(live, tier)
        zones = sorted({subnet["AvailabilityZoneId"] for subnet in found})
        need(len(zones) >= 2, f"the {tier} subnets lie in {', '.join(zones) or 'no zone'}: there must be two")
        return {f"{tier} subnets": [subnet["SubnetId"] for subnet in found], f"{tier} zones": zones}


for _tier, _bullet in zip(TIERS, ("2.1.b", "2.1.c", "2.1.d"), strict=True):
    _of_a_tier(_tier, _bullet)


@NETWORK.shows("2.b", "2.2.a")
def an_internet_gateway_is_attached(live: Live) -> Evidence:
    gateway = live.one("network", "internet_gateway")["id"]
    about = live.ask("ec2", "DescribeInternetGateways", InternetGatewayIds=[gateway])["InternetGateways"][0]
    attached = [link["VpcId"] for link in about["Attachments"]]
    need(the_vpc(live)["VpcId"] in attached, f"{gateway} is attached to {attached or 'nothing'}")
    return {"internet_gateway": gateway}


@NETWORK.shows("2.b", "2.2.b")
def one_nat_gateway_stands_in_a_public_subnet(live: Live) -> Evidence:
    gateway = the_nat_gateway(live)
    public = [subnet["SubnetId"] for subnet in subnets(live, "public")]
    need(gateway["SubnetId"] in public, f"{gateway['NatGatewayId']} is in {gateway['SubnetId']}, which is not public")
    return {"nat_gateway": gateway["NatGatewayId"], "subnet": gateway["SubnetId"]}


@NETWORK.shows("2.2.c")
def the_nat_gateway_has_an_address_of_ours(live: Live) -> Evidence:
    used = [address.get("AllocationId") for address in the_nat_gateway(live)["NatGatewayAddresses"]]
    ours = live.one("network", "elastic_ip")["id"]
    need(ours in used, f"the NAT gateway uses {used}, not {ours}")
    return {"elastic_ip": ours}


@NETWORK.shows("2.c", "2.2.d")
def each_tier_has_its_way_out(live: Live) -> Evidence:
    """Public through the internet gateway, application through NAT, data not at all."""
    wanted = {
        "public": live.one("network", "internet_gateway")["id"],
        "private-app": the_nat_gateway(live)["NatGatewayId"],
        "private-data": None,
    }
    evidence: dict[str, Any] = {}
    for tier, way_out in wanted.items():
        for subnet in subnets(live, tier):
            table = _route_table(live, subnet["SubnetId"])
            default = [
                _leads_to(route) for route in table["Routes"] if route.get("DestinationCidrBlock") == "0.0.0.0/0"
            ]
            expected = [way_out] if way_out else []
            need(default == expected, f"{subnet['SubnetId']} ({tier}) goes out by {default}, not {expected}")
            evidence[f"route table of {subnet['SubnetId']}"] = table["RouteTableId"]
    return evidence


@NETWORK.shows("2.d", "2.3.a")
def the_s3_endpoint_is_in_the_route_tables_of_private_subnets(live: Live) -> Evidence:
    endpoint = _endpoint(live, "s3")
    for tier in ("private-app", "private-data"):
        for subnet in subnets(live, tier):
            table = _route_table(live, subnet["SubnetId"])["RouteTableId"]
            need(
                table in endpoint["RouteTableIds"], f"{table} of {subnet['SubnetId']} does not lead to the S3 endpoint"
            )
    return {"s3 endpoint": endpoint["VpcEndpointId"]}


def _interface(bullet: str, service: str) -> None:
    @NETWORK.shows("2.d", bullet)
    def an_interface_endpoint_answers_by_the_usual_name(live: Live) -> Evidence:
        endpoint = _endpoint(live, service)
        need(endpoint["State"].lower() == "available", f"the endpoint of {service} is {endpoint['State']}")
        need(endpoint["PrivateDnsEnabled"], f"the endpoint of {service} has no private DNS names")
        zones = {live_subnet["AvailabilityZoneId"] for live_subnet in _by_id(live, endpoint["SubnetIds"])}
        need(len(zones) >= 2, f"the endpoint of {service} is in {len(zones)} zone")
        return {f"{service} endpoint": endpoint["VpcEndpointId"]}


for _bullet, _service in (("2.3.b", "bedrock-runtime"), ("2.3.c", "secretsmanager"), ("2.3.d", "ssm")):
    _interface(_bullet, _service)


def the_vpc(live: Live) -> dict[str, Any]:
    return live.ask("ec2", "DescribeVpcs", VpcIds=[live.one("network", "vpc")["id"]])["Vpcs"][0]


def subnets(live: Live, tier: str) -> list[dict[str, Any]]:
    """The subnets of a tier: those whose key starts with its name."""
    return _by_id(live, [one["id"] for one in live.some("network", "subnet", f"subnet-{tier}")])


def the_nat_gateway(live: Live) -> dict[str, Any]:
    """The only one that works."""
    ids = [one["id"] for one in live.some("network", "nat_gateway")]
    found = live.ask("ec2", "DescribeNatGateways", NatGatewayIds=ids)["NatGateways"]
    working = [gateway for gateway in found if gateway["State"] == "available"]
    need(len(working) == 1, f"{len(working)} NAT gateways are available: there must be one")
    return working[0]


def _by_id(live: Live, ids: list[str]) -> list[dict[str, Any]]:
    return live.ask("ec2", "DescribeSubnets", SubnetIds=ids)["Subnets"]


def _route_table(live: Live, subnet: str) -> dict[str, Any]:
    by_subnet = [{"Name": "association.subnet-id", "Values": [subnet]}]
    found = live.ask("ec2", "DescribeRouteTables", Filters=by_subnet)["RouteTables"]
    if not found:
        raise Broken(f"{subnet} has no route table of its own")
    return found[0]


def _leads_to(route: dict[str, Any]) -> Any:
    return route.get("NatGatewayId") or route.get("GatewayId") or route.get("TransitGatewayId")


def _endpoint(live: Live, service: str) -> dict[str, Any]:
    ids = [one["id"] for one in live.some("network", "vpc_endpoint")]
    found = live.ask("ec2", "DescribeVpcEndpoints", VpcEndpointIds=ids)["VpcEndpoints"]
    ours = [one for one in found if one["ServiceName"] == f"com.amazonaws.{live.region}.{service}"]
    need(ours, f"there is no endpoint for {service}")
    return ours[0]
