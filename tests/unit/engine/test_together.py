"""Several resources read with one request."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByList, Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging
from ansible_collections.bidops.platform.plugins.module_utils._engine.together import by_list, by_names

RULE = Resource(
    service="config",
    noun="ConfigRule",
    returns="config_rule",
    read="DescribeConfigRules",
    wrapper="ConfigRules",
)
READ = by_names("DescribeConfigRules", "ConfigRuleNames", "ConfigRuleName")


def rule(name):
    return {"ConfigRuleName": name, "Source": {"Owner": "AWS"}}


@pytest.fixture
def config(service):
    return service("config")


@pytest.fixture
def read(context_of):
    return lambda names: READ(context_of(RULE, {}), list(names))


def asked(names):
    return {"ConfigRuleNames": list(names)}


def test_all_in_one(config, read):
    config.answers("describe_config_rules", {"ConfigRules": [rule("a"), rule("b")]}, **asked("ab"))
    assert read("ab") == {"a": rule("a"), "b": rule("b")}


def test_each_where_one_is_missing(config, read):
    config.fails("describe_config_rules", "NoSuchConfigRuleException", **asked("ab"))
    config.fails("describe_config_rules", "NoSuchConfigRuleException", **asked("a"))
    config.answers("describe_config_rules", {"ConfigRules": [rule("b")]}, **asked("b"))
    assert read("ab") == {"b": rule("b")}


def test_an_endpoint_that_tells_of_all_there_are_is_understood(config, read):
    config.answers("describe_config_rules", {"ConfigRules": [rule("other"), rule("a")]}, **asked("ab"))
    assert read("ab") == {"a": rule("a")}


def test_as_many_as_the_service_takes(config, read):
    names = [f"r{number}" for number in range(30)]
    for some in (names[:25], names[25:]):
        config.answers("describe_config_rules", {"ConfigRules": [rule(name) for name in some]}, **asked(some))
    assert list(read(names)) == names


def test_says_what_it_could_not_do(config, read):
    config.fails("describe_config_rules", "AccessDeniedException", "no")
    with pytest.raises(EngineError, match="Could not look for the config rules: AccessDeniedException: no"):
        read("a")


SUBNET = Resource(service="ec2", noun="Subnet", returns="subnet", read="", listing="DescribeSubnets")


class TestByList:
    filters = [{"Name": "vpc-id", "Values": ["v"]}, {"Name": "cidr-block", "Values": ["10.0.0.0/24", "10.0.1.0/24"]}]

    @pytest.fixture
    def read(self, context_of):
        by = by_list("VpcId", "CidrBlock", filters=("vpc-id", "cidr-block"))
        return lambda *names: by(context_of(SUBNET, {}), list(names))

    def test_takes_those_that_are_wanted(self, service, read):
        subnets = [{"VpcId": "v", "CidrBlock": f"10.0.{number}.0/24"} for number in (1, 2)]
        service("ec2").answers("describe_subnets", {"Subnets": subnets}, Filters=self.filters)
        assert read("v:10.0.0.0/24", "v:10.0.1.0/24") == {"v:10.0.1.0/24": subnets[0]}

    @pytest.mark.parametrize("names", [(), ("(known after apply):10.0.0.0/24",)])
    def test_asks_for_nothing_that_cannot_be_there(self, service, read, names):
        service("ec2")
        assert read(*names) == {}

    def test_lists_all_where_nothing_filters(self, service, context_of):
        service("ec2").answers("describe_subnets", {"Subnets": [{"SubnetId": "s"}]})
        assert by_list("SubnetId")(context_of(SUBNET, {}), ["s", "t"]) == {"s": {"SubnetId": "s"}}


NAMED = Resource(
    service="ec2",
    noun="RouteTable",
    returns="route_table",
    read="",
    listing="DescribeRouteTables",
    find=ByList(filters={"vpc-id": "VpcId"}),
    ids={"RouteTableId": "RouteTableId"},
    local=("name",),
    tagging=Tagging(target={"Resources": "RouteTableId"}, inline="Tags", name="Name"),
)


def named(name, number=1, vpc="v"):
    return {"RouteTableId": f"rtb-{number}", "VpcId": vpc, "Tags": [{"Key": "Name", "Value": name}]}


class TestNamesThatAreTags:
    @pytest.fixture
    def read(self, service, context_of):
        """(names, entries) -> what is found where the service has these entries."""

        def read(names, entries):
            vpcs, tags = (sorted(set(some)) for some in zip(*(name.split(":", 1) for name in names), strict=True))
            filters = [{"Name": "vpc-id", "Values": vpcs}, {"Name": "tag:Name", "Values": tags}]
            service("ec2").answers("describe_route_tables", {"RouteTables": entries}, Filters=filters)
            return by_list("VpcId", filters=("vpc-id",))(context_of(NAMED, {}), names)

        return read

    def test_are_asked_for_behind_what_they_are_in(self, read):
        tables = [named("a"), named("b:c", 2), named("a", 3, "w"), {"RouteTableId": "rtb-4", "VpcId": "v"}]
        assert read(["v:a", "v:b:c", "v:d"], tables) == {"v:a": tables[0], "v:b:c": tables[1]}

    def test_that_several_have_are_refused(self, read):
        with pytest.raises(EngineError, match="2 resources match route table 'v:a'; nothing was changed") as refused:
            read(["v:a"], [named("a"), named("a", 2)])
        assert refused.value.details["matches"] == [{"RouteTableId": "rtb-1"}, {"RouteTableId": "rtb-2"}]
