"""Security groups: the forms of their rules, and what EC2 tells late."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils import _security_group, _security_rules
from ansible_collections.bidops.platform.plugins.module_utils._engine.context import Context
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.reconcile import Reconciler

from tests.unit.engine.stand_ins import Clock, Module, Service

VPC, UNKNOWN = "vpc-1", "(known after apply)"
EVERYTHING = {"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}
FIND = {"Filters": [{"Name": "vpc-id", "Values": [VPC]}, {"Name": "group-name", "Values": ["one"]}]}
WEB = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "IpRanges": [{"CidrIp": "10.0.0.0/8"}]}


def group(name, *ingress, egress=(EVERYTHING,)):
    told = {"GroupId": f"sg-{name}", "GroupName": name, "Description": "x", "VpcId": VPC, "OwnerId": "1"}
    return {**told, "IpPermissions": list(ingress), "IpPermissionsEgress": list(egress)}


class TestRules:
    def test_of_ec2_are_listed_as_an_option_would(self):
        told = _security_rules.told(
            [
                {**WEB, "IpRanges": [{"CidrIp": f"10.{number}.0.0/16", "Description": "Web"} for number in (2, 1)]},
                {**WEB, "Ipv6Ranges": [{"CidrIpv6": "2001:DB8::/32"}], "IpRanges": []},
                {"IpProtocol": "58", "UserIdGroupPairs": [{"GroupId": "sg-1", "UserId": "1"}]},
                {"IpProtocol": "50", "FromPort": 0, "ToPort": 0, "PrefixListIds": [{"PrefixListId": "pl-1"}]},
                {"IpProtocol": "-1", "UserIdGroupPairs": [{"GroupId": "sg-2", "UserId": "2"}, {"GroupId": "sg-3"}]},
            ],
            "1",
            lambda: {"sg-1": "one"},
        )
        web = {"protocol": "tcp", "from_port": 443, "to_port": 443}
        assert _security_rules.listed(told) == [
            {"protocol": "-1", "group_ids": ["2/sg-2", "sg-3"]},
            {"protocol": "50", "prefix_list_ids": ["pl-1"]},
            {"protocol": "icmpv6", "from_port": -1, "to_port": -1, "group_names": ["one"]},
            {**web, "description": "Web", "cidr_ips": ["10.1.0.0/16", "10.2.0.0/16"]},
            {**web, "cidr_ipv6s": ["2001:db8::/32"]},
        ]

    def test_listed_once_are_listed_so_again(self):
        rules = _security_rules.given("ingress", [{"protocol": "all", "group_names": ["b", "a"], "description": "x"}])
        assert _security_rules.opened(_security_rules.listed(rules)) == rules

    def test_name_groups_of_other_accounts_to_ec2(self):
        entry = {"protocol": "all", "group_ids": ["123456789012/sg-1"], "group_names": ["one"]}
        assert _security_rules.permissions(_security_rules.given("ingress", [entry]), {"one": "sg-2"}) == [
            {
                "IpProtocol": "-1",
                "UserIdGroupPairs": [{"GroupId": "sg-1", "UserId": "123456789012"}, {"GroupId": "sg-2"}],
            }
        ]

    def test_may_hang_on_what_is_not_there_yet(self):
        rules = _security_rules.given("ingress", [{"protocol": "all", "cidr_ips": [UNKNOWN], "group_ids": [UNKNOWN]}])
        assert [rule.other for rule in rules] == [UNKNOWN, UNKNOWN]
        two = [{"protocol": "all", "group_ids": [UNKNOWN], "description": text} for text in "xy"]
        assert _security_rules.given("ingress", two)

    def test_may_be_for_nobody_when_a_list_is_empty(self):
        assert _security_rules.given("ingress", [{"protocol": "all", "cidr_ips": []}]) == {}


@pytest.fixture
def ec2(monkeypatch):
    """A stubbed EC2 that must have been asked all that it expects, and time that passes only while somebody waits."""
    clock, service = Clock(), Service("ec2")
    monkeypatch.setattr(Context, "deadline", lambda _context, longest=600: clock.deadline(longest))
    yield service
    service.stubber.deactivate()
    service.stubber.assert_no_pending_responses()


def reconciled(check=False, **options):
    params = {"vpc_id": VPC, "name": "one", "description": "x", "ingress": None, "egress": None, **options}
    resource = _security_group.RESOURCE
    return Reconciler(Context(Module(params, check), resource, ["vpc_id", "name", "description", "ingress", "egress"]))


def described(*groups):
    return "describe_security_groups", {"SecurityGroups": list(groups)}


class TestGroups:
    def test_are_not_taken_for_closed_before_ec2_tells_the_rule_they_are_born_with(self, ec2):
        ec2.answers(*described(), **FIND)
        made = {"GroupName": "one", "Description": "x", "VpcId": VPC}
        ec2.answers("create_security_group", {"GroupId": "sg-one"}, **made)
        ec2.answers(*described(), **FIND)
        ec2.answers(*described(group("one", egress=())), **FIND)
        ec2.answers(*described(group("one")), **FIND)
        ec2.answers("revoke_security_group_egress", GroupId="sg-one", IpPermissions=[EVERYTHING])
        ec2.answers(*described(group("one", egress=())), **FIND)
        assert reconciled(egress=[]).present()["changed"]

    def test_get_new_rules_before_old_ones_go(self, ec2):
        ec2.answers(*described(group("one", WEB)), **FIND)
        https = {**WEB, "IpRanges": [{"CidrIp": "10.1.0.0/16"}]}
        ec2.answers("authorize_security_group_ingress", GroupId="sg-one", IpPermissions=[https])
        ec2.answers("revoke_security_group_ingress", GroupId="sg-one", IpPermissions=[WEB])
        ec2.answers(*described(group("one", https)), **FIND)
        wish = {"protocol": "tcp", "from_port": 443, "cidr_ips": ["10.1.0.0/16"]}
        assert reconciled(ingress=[wish]).present()["changed"]

    @pytest.mark.parametrize(("unknown", "waits"), [("sg-one", True), ("sg-typo", False)])
    def test_that_ec2_does_not_know_everywhere_yet_are_waited_for(self, ec2, unknown, waits):
        ec2.answers(*described(group("one")), **FIND)
        rule = {"GroupId": "sg-one", "IpPermissions": [WEB]}
        operation = "authorize_security_group_ingress"
        ec2.fails(operation, "InvalidGroup.NotFound", f"The security group '{unknown}' does not exist", **rule)
        wish = {"protocol": "tcp", "from_port": 443, "cidr_ips": ["10.0.0.0/8"]}
        if not waits:
            with pytest.raises(EngineError, match="Could not set ingress of security group 'one': InvalidGroup.NotF"):
                reconciled(ingress=[wish]).present()
            return
        ec2.answers(operation, **rule)
        ec2.answers(*described(group("one", WEB)), **FIND)
        assert reconciled(ingress=[wish]).present()["changed"]

    def test_by_default_come_with_a_vpc_that_is_only_foretold(self):
        made = reconciled(check=True, vpc_id=UNKNOWN, name="default", description=None, ingress=[]).present()
        assert made["changed"]
        assert made["security_group"]["group_id"] == UNKNOWN
