"""What the modules for route tables add to the engine."""

from types import SimpleNamespace

import boto3
import pytest
from ansible_collections.bidops.platform.plugins.module_utils import _route_table
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import Api
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN
from botocore.stub import Stubber

LOCAL = {"DestinationCidrBlock": "10.0.0.0/16", "GatewayId": "local", "Origin": "CreateRouteTable", "State": "active"}
# As DescribeRouteTables tells what a gateway endpoint wrote.
ENDPOINT = {"DestinationPrefixListId": "pl-1", "GatewayId": "vpce-1"}


def route(block, **target):
    return {f"Destination{'Ipv6' if ':' in block else ''}CidrBlock": block, **(target or {"GatewayId": "igw-1"})}


def made(route):
    return {**route, "Origin": "CreateRoute", "State": "active"}


WORLD = route("0.0.0.0/0")


@pytest.fixture
def context():
    """(routes=, subnet_ids=, others=) -> a context whose service expects what is added to its stub, in that order."""
    client = boto3.client("ec2", region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
    stub = Stubber(client)

    def make(routes=None, subnet_ids=None, others=()):
        params = {"name": "x", "routes": routes, "subnet_ids": subnet_ids}
        wishes = [{"name": name, "subnet_ids": ids} for name, ids in others]
        answers = {}
        return SimpleNamespace(
            api=Api(client),
            params=params,
            company=[SimpleNamespace(params=one) for one in (*wishes, params)],
            what="route table 'x'",
            once=lambda question, ask: (
                answers[question] if question in answers else answers.setdefault(question, ask())
            ),
            expects=lambda operation, answer=None, **request: stub.add_response(operation, answer or {}, request),
        )

    with stub:
        yield make
        stub.assert_no_pending_responses()


class TestRoutes:
    def read(self, context, *routes, asked=()):
        return _route_table._read_routes(context(routes=list(asked)), {"Routes": list(routes)})

    def test_what_is_there_by_itself_is_none_of_them(self, context):
        propagated = {
            "DestinationCidrBlock": "172.16.0.0/12",
            "GatewayId": "vgw-1",
            "Origin": "EnableVgwRoutePropagation",
        }
        advertised = {"DestinationCidrBlock": "172.16.0.0/12", "NetworkInterfaceId": "eni-1", "Origin": "Advertisement"}
        found = self.read(context, LOCAL, propagated, advertised, made(ENDPOINT), made(WORLD))
        assert found == [WORLD]

    def test_a_prefix_list_that_is_asked_for_is_one(self, context):
        asked = {"destination_prefix_list_id": "pl-1", "vpc_endpoint_id": "vpce-1"}
        found = self.read(context, made(ENDPOINT), asked=[asked])
        assert found == [{"DestinationPrefixListId": "pl-1", "VpcEndpointId": "vpce-1"}]

    def test_other_prefix_lists_are_some(self, context):
        assert self.read(context, made({"DestinationPrefixListId": "pl-1", "TransitGatewayId": "tgw-1"}))

    def test_an_instance_is_told_by_its_interface(self, context):
        told = {"InstanceId": "i-1", "InstanceOwnerId": "1", "NetworkInterfaceId": "eni-1"}
        found = self.read(context, made({"DestinationCidrBlock": "0.0.0.0/0", **told}))
        assert found == [{"DestinationCidrBlock": "0.0.0.0/0", "NetworkInterfaceId": "eni-1"}]

    @pytest.mark.parametrize("spelling", ["destination_cidr_block", "DestinationCidrBlock"])
    def test_the_local_route_is_not_to_be_asked_for(self, context, spelling):
        with pytest.raises(EngineError, match="the local route to 10.0.0.0/16 is always there"):
            self.read(context, LOCAL, asked=[{spelling: "10.0.0.0/16", "gateway_id": "igw-1"}])

    @pytest.mark.parametrize(
        ("wanted", "current", "same"),
        [
            ([WORLD, ENDPOINT], [ENDPOINT, WORLD], True),
            ([WORLD], [WORLD, ENDPOINT], False),
            ([route("10.1.0.9/24")], [route("10.1.0.0/24")], True),
            ([route("2001:DB8:0::/48")], [route("2001:db8::/48")], True),
            ([route("0.0.0.0/0", VpcEndpointId="vpce-1")], [route("0.0.0.0/0", GatewayId="vpce-1")], True),
            ([route("0.0.0.0/0", NatGatewayId=UNKNOWN)], [WORLD], False),
            # The target is none that an option names.
            ([WORLD], [{"DestinationCidrBlock": "0.0.0.0/0"}], False),
        ],
    )
    def test_are_compared_by_where_they_lead_and_by_what(self, wanted, current, same):
        routes = next(facet for facet in _route_table.RESOURCE.facets if facet.option == "routes")
        assert routes.same(wanted, current) is same

    def test_only_what_differs_is_written(self, context):
        given = context()
        there = [WORLD, {"DestinationCidrBlock": "10.1.0.0/24", "GatewayId": "vgw-1"}, ENDPOINT]
        new = {"DestinationIpv6CidrBlock": "::/0", "EgressOnlyInternetGatewayId": "eigw-1"}
        wanted = [{"DestinationCidrBlock": "10.1.0.9/24", "NatGatewayId": "nat-1"}, WORLD, new]
        table = {"RouteTableId": "rtb-1"}
        given.expects("replace_route", DestinationCidrBlock="10.1.0.0/24", NatGatewayId="nat-1", **table)
        given.expects("create_route", **new, **table)
        given.expects("delete_route", DestinationPrefixListId="pl-1", **table)
        _route_table._write_routes(given, table, there, wanted)


def table(*subnets, number=1, **more):
    """A table with associations, whose ids end as the subnets' do."""
    associations = [
        {"SubnetId": subnet, "RouteTableAssociationId": f"rtbassoc-{subnet[-1]}", "Main": False, **more}
        for subnet in subnets
    ]
    main = {"RouteTableAssociationId": "rtbassoc-main", "Main": True}
    return {
        "RouteTableId": f"rtb-{number}",
        "VpcId": "vpc-1",
        "Associations": [*associations, *([main] if more else [])],
    }


class TestSubnets:
    IN_VPC = {"Filters": [{"Name": "vpc-id", "Values": ["vpc-1"]}]}

    def test_the_main_association_is_none_of_them(self):
        live = table("subnet-a", AssociationState={"State": "associated"})
        assert _route_table._associations(live) == {"subnet-a": "rtbassoc-a"}

    @pytest.mark.parametrize("state", ["disassociating", "disassociated"])
    def test_neither_is_one_that_ends(self, state):
        assert _route_table._associations(table("subnet-a", AssociationState={"State": state})) == {}

    def test_one_without_a_table_gets_it_and_one_with_another_is_moved(self, context):
        given = context()
        answer = {"RouteTables": [table(), table("subnet-b", number=2)]}
        given.expects("describe_route_tables", answer, **self.IN_VPC)
        given.expects("associate_route_table", SubnetId="subnet-a", RouteTableId="rtb-1")
        given.expects("replace_route_table_association", AssociationId="rtbassoc-b", RouteTableId="rtb-1")
        _route_table._write_subnets(given, table(), [], ["subnet-a", "subnet-b", "subnet-a"])

    def test_one_that_is_dropped_is_taken_off(self, context):
        given = context()
        given.expects("disassociate_route_table", AssociationId="rtbassoc-b")
        _route_table._write_subnets(given, table("subnet-a", "subnet-b"), [], ["subnet-a"])

    def test_one_that_another_of_the_list_asks_for_stays_until_that_has_it(self, context):
        given = context(others=[("y", ["subnet-b"]), ("z", None)])
        _route_table._write_subnets(given, table("subnet-a", "subnet-b"), [], ["subnet-a"])

    def test_one_is_for_one_table_of_the_list(self, context):
        given = context(others=[("y", ["subnet-b", UNKNOWN]), ("z", None)])
        assert list(_route_table._check_subnets(given, ["subnet-a", UNKNOWN])) == []
        assert list(_route_table._check_subnets(given, ["subnet-a", "subnet-b"])) == [
            "subnet_ids: subnet-b is asked for by route table 'y', too; a subnet has one table"
        ]


class TestTable:
    @pytest.mark.parametrize(
        ("state", "kind"),
        [("associated", "ready"), ("associating", "pending"), ("disassociating", "pending"), ("failed", "failed")],
    )
    def test_is_ready_with_its_associations(self, state, kind):
        live = table("subnet-a", AssociationState={"State": state, "StatusMessage": "no"})
        found = _route_table._state(live)
        assert (found.kind, found.reason) == (kind, "no" if kind == "failed" else "")
        assert _route_table._state(table()).kind == "ready"

    def test_the_main_one_is_not_deleted(self, context):
        _route_table._refuse_main(context(), table("subnet-a"))
        with pytest.raises(EngineError, match="route table 'x' is the main one of vpc-1"):
            _route_table._refuse_main(context(), table("subnet-a", AssociationState={}))

    def test_is_taken_off_subnets_and_gateways_before_it_goes(self, context):
        given, live = context(), table("subnet-a")
        live["Associations"].append({"GatewayId": "igw-1", "RouteTableAssociationId": "rtbassoc-g", "Main": False})
        for end in "ag":
            given.expects("disassociate_route_table", AssociationId=f"rtbassoc-{end}")
        _route_table._disassociate(given, live)
