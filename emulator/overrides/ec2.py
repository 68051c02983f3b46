"""VPC endpoints, subnets and tags of EC2."""

from typing import Any

from moto.core.resource_tagging import TaggedResource
from moto.core.responses import ActionResult
from moto.ec2.exceptions import (
    EC2ClientError,
    InvalidParameterValueError,
    InvalidVpcCidrBlockAssociationIdError,
)
from moto.ec2.models import EC2Backend
from moto.ec2.models import vpcs as moto_vpcs
from moto.ec2.models.vpcs import VPCBackend, VPCEndPoint
from moto.ec2.responses.vpcs import VPCs
from moto.ec2.utils import EC2_PREFIX_TO_RESOURCE

from emulator.overrides.patch import around
from emulator.overrides.timed import TimedState

RESOURCE_TYPES = {"nat": "natgateway", "fl": "vpc-flow-log", "eipalloc": "elastic-ip", "pl": "prefix-list"}
"""Names of resource types in tags, where moto has names of its own."""
ENDPOINT_SERVICES = (
    "bedrock-agentcore",
    "bedrock-agentcore-control",
    "bedrock-agentcore.gateway",
    "bedrock-data-automation",
    "bedrock-data-automation-runtime",
)
"""Services with interface endpoints that moto's list lacks."""


def install() -> None:
    EC2_PREFIX_TO_RESOURCE.update(RESOURCE_TYPES)
    known = moto_vpcs.AWS_ENDPOINT_SERVICES
    known.extend(name for name in ENDPOINT_SERVICES if name not in known)
    VPCEndPoint.state = TimedState("ec2:InterfaceEndpoint", is_interface)

    @around(EC2Backend, "iter_tagged_resources")
    def tagged_resources(moto: Any, self: Any) -> Any:
        # moto's list leaves out addresses.
        yield from moto()
        place = f"arn:{self.partition}:ec2:{self.region_name}:{self.account_id}"
        for address in self.addresses:
            tags = dict(self.tags.get(address.id, {}))
            yield TaggedResource(f"{place}:elastic-ip/{address.id}", tags, "ec2:elastic-ip")

    @around(EC2Backend, "describe_vpc_endpoints")
    def describe_endpoints(moto: Any, self: Any, vpc_end_point_ids: list[str] | None, filters: Any = None) -> Any:
        # AWS forgets a deleted endpoint soon; moto shows it forever.
        for key in [key for key, endpoint in self.vpc_end_points.items() if endpoint.state == "deleted"]:
            del self.vpc_end_points[key]
        return moto(vpc_end_point_ids, filters)

    @around(VPCs, "delete_vpc_endpoints")
    def delete_endpoints(moto: Any, self: Any) -> ActionResult:
        # Those that are not there are told one by one, while the others go.
        self.ec2_backend.describe_vpc_endpoints(None)
        known = set(self.ec2_backend.vpc_end_points)
        moto()
        return ActionResult(
            {
                "Unsuccessful": [
                    {
                        "ResourceId": name,
                        "Error": {
                            "Code": "InvalidVpcEndpoint.NotFound",
                            "Message": f"The Vpc Endpoint Id '{name}' does not exist",
                        },
                    }
                    for name in self._get_param("VpcEndpointIds", [])
                    if name not in known
                ]
            }
        )

    original = VPCBackend._filter_endpoint_services

    def filter_services(names: list[str], filters: list[dict[str, Any]], services: list[Any]) -> list[Any]:
        # moto's parser gives "Values", its filter reads "Value".
        return list(original(names, [{**item, "Value": item.get("Values", [])} for item in filters], services))

    VPCBackend._filter_endpoint_services = staticmethod(filter_services)

    @around(EC2Backend, "attach_internet_gateway")
    def attach(moto: Any, self: Any, internet_gateway_id: str, vpc_id: str) -> Any:
        attached = [item.id for item in self.internet_gateways.values() if item.vpc and item.vpc.id == vpc_id]
        if attached and internet_gateway_id not in attached:
            raise InvalidParameterValueError(f"Network {vpc_id} already has an internet gateway attached")
        return moto(internet_gateway_id, vpc_id)

    @around(EC2Backend, "associate_route_table")
    def associate(
        moto: Any, self: Any, route_table_id: str, gateway_id: str | None = None, subnet_id: str | None = None
    ) -> str:
        # moto answers with the association that the subnet has with the other table, and leaves it there.
        for table in self.route_tables.values():
            if subnet_id in table._associations.values() and table.id != route_table_id:
                words = (
                    f"the specified association for route table {route_table_id} conflicts with an existing association"
                )
                raise EC2ClientError("Resource.AlreadyAssociated", words)
        return str(moto(route_table_id, gateway_id, subnet_id))

    @around(EC2Backend, "create_subnet")
    def create_subnet(
        moto: Any,
        self: Any,
        vpc_id: str,
        cidr_block: str,
        ipv6_cidr_block: str | None = None,
        availability_zone: str | None = None,
        *args: Any,
        **more: Any,
    ) -> Any:
        zones = [zone.name for zone in self.describe_availability_zones()]
        if availability_zone and zones and availability_zone not in zones:
            raise InvalidParameterValueError(
                f"Value ({availability_zone}) for parameter availabilityZone is invalid. Subnets can currently only be "
                f"created in the following availability zones: {', '.join(zones)}."
            )
        return moto(vpc_id, cidr_block, ipv6_cidr_block, availability_zone, *args, **more)

    @around(InvalidVpcCidrBlockAssociationIdError, "__init__")
    def no_association(moto: Any, self: Any, association_id: str) -> None:
        moto(association_id)
        self.code = "InvalidVpcCidrBlockAssociationID.NotFound"

    @around(EC2Backend, "describe_tags")
    def describe_tags(moto: Any, self: Any, filters: Any = None) -> list[dict[str, str]]:
        # moto keeps the tags of deleted resources.
        live = live_ids(self)
        return [tag for tag in moto(filters=filters) if is_live(tag["resource_id"], live)]


def is_live(resource_id: str, live: dict[str, set[str]]) -> bool:
    prefix = resource_id.split("-", 1)[0]
    return prefix not in live or resource_id in live[prefix]


def live_ids(backend: Any) -> dict[str, set[str]]:
    """Ids by prefix, of the types whose tags must go with them."""
    return {
        "eipalloc": {address.allocation_id for address in backend.addresses},
        "eni": set(backend.enis),
        "fl": set(backend.flow_logs),
        "igw": set(backend.internet_gateways),
        "nat": set(backend.nat_gateways),
        "rtb": set(backend.route_tables),
        "sg": {key for groups in backend.groups.values() for key in groups},
        "subnet": {key for zone in backend.subnets.values() for key in zone},
        "vpc": set(backend.vpcs),
        "vpce": {key for key, endpoint in backend.vpc_end_points.items() if endpoint.state != "deleted"},
    }


def is_interface(endpoint: VPCEndPoint) -> bool:
    return (endpoint.vpc_endpoint_type or "").lower() == "interface"
