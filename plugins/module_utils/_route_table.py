# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Route tables of a VPC, each known by its name: their routes, and the subnets that use them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from ipaddress import IPv4Network, IPv6Network
from typing import Any

from ._engine.context import Context
from ._engine.errors import EngineError
from ._engine.resource import ByList, Facet, Resource
from ._engine.shapes import Several, snake, to_api
from ._engine.state import FAILED, NO_STATE, PENDING, State
from ._engine.tags import Tagging
from ._engine.together import by_list
from ._engine.unknown import is_unknown

Members = dict[str, Any]
Pair = tuple[str, str]  # a member and its value

_BLOCKS = {"DestinationCidrBlock": IPv4Network, "DestinationIpv6CidrBlock": IPv6Network}
_DESTINATIONS = (*_BLOCKS, "DestinationPrefixListId")
_TARGETS = (
    "GatewayId",
    "NatGatewayId",
    "TransitGatewayId",
    "VpcPeeringConnectionId",
    "NetworkInterfaceId",
    "EgressOnlyInternetGatewayId",
    "VpcEndpointId",
    "CarrierGatewayId",
    "LocalGatewayId",
    "CoreNetworkArn",
    "OdbNetworkArn",
)


# Routes ---------------------------------------------------------------------------------------------------------------


def _destination(route: Members) -> Pair:
    """Where a route leads to, as EC2 writes it: without the bits of a host, IPv6 in its short form."""
    member = next(name for name in _DESTINATIONS if route.get(name))
    value = route[member]
    return member, value if member not in _BLOCKS or is_unknown(value) else str(_BLOCKS[member](value, strict=False))


def _target(route: Members) -> Pair | None:
    """By what a route leads there; None for a target that no option names."""
    member = next((name for name in _TARGETS if route.get(name)), None)
    if member is None:
        return None
    # EC2 takes an endpoint by a member of its own, and tells it as a gateway.
    return "VpcEndpointId" if route[member].startswith("vpce-") else member, route[member]


def _table(routes: list[Members] | None) -> dict[Pair, Pair | None]:
    return {_destination(route): _target(route) for route in routes or []}


def _check_routes(_context: Context, wanted: list[Members]) -> Iterator[str]:
    wrong = [problem for number, route in enumerate(wanted) for problem in _problems(f"routes[{number}]", route)]
    yield from wrong
    if not wrong:
        found = Counter(_destination(route) for route in wanted)
        yield from (f"routes: {value} is there more than once" for (_, value), count in found.items() if count > 1)


def _problems(where: str, route: Members) -> Iterator[str]:
    given = {name for name, value in route.items() if value}
    targets = given - set(_DESTINATIONS)
    if len(given - targets) != 1 or len(targets) != 1 or not targets <= set(_TARGETS):
        destinations, known = (", ".join(map(snake, names)) for names in (_DESTINATIONS, _TARGETS))
        yield f"{where} must have exactly one destination ({destinations}) and exactly one target ({known})"
        return
    if route.get("GatewayId") == "local":
        yield f"{where}: the local route is always there, leave it out"
    try:
        _destination(route)
    except ValueError as error:
        yield f"{where}: {error}"


def _read_routes(context: Context, live: Members) -> list[Members]:
    """The routes that somebody has made; those of gateway endpoints only where the list names their destination."""
    asked = _table(to_api(Several(context.api.input("CreateRoute")), context.params["routes"], "routes"))
    routes = live.get("Routes") or []
    for destination in (_destination(route) for route in routes if route["Origin"] == "CreateRouteTable"):
        if destination in asked:
            raise EngineError(f"routes: the local route to {destination[1]} is always there, leave it out.")
    made = [route for route in routes if route["Origin"] == "CreateRoute"]
    kept = [route for route in made if _destination(route) in asked or not _is_of_gateway_endpoint(route)]
    return [dict(filter(None, (_destination(route), _target(route)))) for route in kept]


def _is_of_gateway_endpoint(route: Members) -> bool:
    return "DestinationPrefixListId" in route and str(route.get("GatewayId")).startswith("vpce-")


def _write_routes(context: Context, live: Members, current: list[Members] | None, wanted: list[Members]) -> None:
    there, asked = _table(current), _table(wanted)
    for destination, target in asked.items():
        if there.get(destination) != target:
            operation = "ReplaceRoute" if destination in there else "CreateRoute"
            context.api.call(operation, RouteTableId=live["RouteTableId"], **dict((destination, target)))
    for destination in there:
        if destination not in asked:
            context.api.call("DeleteRoute", RouteTableId=live["RouteTableId"], **dict((destination,)))


# Subnets --------------------------------------------------------------------------------------------------------------


def _associations(live: Members) -> dict[str, str]:
    """Subnet -> id of its association with the table, of those that are not about to end."""
    return {
        association["SubnetId"]: association["RouteTableAssociationId"]
        for association in live.get("Associations") or []
        if "SubnetId" in association and not _word(association).startswith("disassociat")
    }


def _word(association: Members) -> str:
    return str(association.get("AssociationState", {}).get("State", ""))


def _others(context: Context) -> list[Members]:
    """The options of the other tables of the list."""
    return [other.params for other in context.company if other.params is not context.params]


def _check_subnets(context: Context, wanted: list[str]) -> Iterator[str]:
    for other in _others(context):
        shared = sorted(subnet for subnet in {*wanted} & {*(other["subnet_ids"] or ())} if not is_unknown(subnet))
        if shared:
            table = f"route table '{other['name']}'"
            yield f"subnet_ids: {', '.join(shared)} is asked for by {table}, too; a subnet has one table"


def _write_subnets(context: Context, live: Members, _current: Any, wanted: list[str]) -> None:
    own = _associations(live)
    for subnet in dict.fromkeys(wanted):
        if subnet not in own:
            _associate(context, live, subnet)
    # Those that another table of the list asks for are moved by that: they are never without a table of their own.
    moved = {subnet for other in _others(context) for subnet in other["subnet_ids"] or ()}
    for subnet, association in own.items():
        if subnet not in wanted and subnet not in moved:
            context.api.call("DisassociateRouteTable", AssociationId=association)


def _associate(context: Context, live: Members, subnet: str) -> None:
    table = {"RouteTableId": live["RouteTableId"]}
    elsewhere = context.once(("associations", live["VpcId"]), lambda: _associations_in(context, live["VpcId"]))
    if subnet in elsewhere:
        context.api.call("ReplaceRouteTableAssociation", AssociationId=elsewhere[subnet], **table)
    else:
        context.api.call("AssociateRouteTable", SubnetId=subnet, **table)


def _associations_in(context: Context, vpc: str) -> dict[str, str]:
    """Those of all tables of the VPC. Only the table that a subnet is asked for by changes its association."""
    tables = context.api.items("DescribeRouteTables", "RouteTables", Filters=[{"Name": "vpc-id", "Values": [vpc]}])
    return {subnet: association for table in tables for subnet, association in _associations(table).items()}


# The table ------------------------------------------------------------------------------------------------------------


def _state(live: Members) -> State:
    """Associations take a moment."""
    associations = live.get("Associations") or []
    failed = [association["AssociationState"] for association in associations if _word(association) == "failed"]
    if failed:
        return State(FAILED, "failed", failed[0].get("StatusMessage", ""))
    moving = [_word(association) for association in associations if _word(association).endswith("ing")]
    return State(PENDING, moving[0]) if moving else NO_STATE


def _refuse_main(context: Context, live: Members) -> None:
    if any(association.get("Main") for association in live.get("Associations") or []):
        raise EngineError(
            f"{context.what} is the main one of {live['VpcId']}, which EC2 only deletes along with the VPC. "
            "Make another table the main one first."
        )


def _disassociate(context: Context, live: Members) -> None:
    for association in live.get("Associations") or []:
        if not _word(association).startswith("disassociat"):
            context.api.call("DisassociateRouteTable", AssociationId=association["RouteTableAssociationId"])


RESOURCE = Resource(
    service="ec2",
    noun="RouteTable",
    returns="route_table",
    read="",
    update="",
    listing="DescribeRouteTables",
    find=ByList(filters={"vpc-id": "VpcId"}),
    ids={"RouteTableId": "RouteTableId"},
    wrapper="RouteTable",
    local=("name",),
    state=_state,
    facets=(
        # A subnet gets a table that has its routes.
        Facet(
            "routes",
            _read_routes,
            _write_routes,
            member="CreateRoute[]",
            same=lambda wanted, current: _table(wanted) == _table(current),
            check=_check_routes,
            told=False,
        ),
        Facet(
            "subnet_ids",
            lambda _context, live: list(_associations(live)),
            _write_subnets,
            same=lambda wanted, current: set(wanted) == set(current or ()),
            check=_check_subnets,
        ),
    ),
    # What was associated with it a moment ago may still count.
    transient={"DependencyViolation": "has dependencies"},
    refuse_delete=_refuse_main,
    before_delete=_disassociate,
    tagging=Tagging(
        target={"Resources": "RouteTableId"},
        tag="CreateTags",
        untag="DeleteTags",
        inline="Tags",
        resource_type="route-table",
        name="Name",
    ),
    name_family="route_table",
)

READ_ALL = by_list("VpcId", filters=("vpc-id",))
