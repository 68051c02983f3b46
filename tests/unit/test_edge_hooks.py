"""What the modules for load balancers, zones and web ACLs add to the engine."""

from types import SimpleNamespace

import boto3
import pytest
from ansible_collections.bidops.platform.plugins.module_utils._edge import hosted_zone, records, web_acl
from ansible_collections.bidops.platform.plugins.module_utils._edge.elb import same_actions, same_conditions
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import Api
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN
from botocore.stub import Stubber

GROUP, OTHER = "arn:aws:elasticloadbalancing:::targetgroup/a", "arn:aws:elasticloadbalancing:::targetgroup/b"


def context(service, **params):
    client = boto3.client(service, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b")
    return SimpleNamespace(api=Api(client), params=params, wanted={"Scope": "REGIONAL"}, what="web acl 'x'")


class TestActions:
    def test_what_the_service_fills_in_does_not_count(self):
        wanted = [{"Type": "redirect", "RedirectConfig": {"Protocol": "HTTPS", "StatusCode": "HTTP_301"}}]
        told = {"Protocol": "HTTPS", "Port": "#{port}", "Host": "#{host}", "StatusCode": "HTTP_301"}
        assert same_actions(wanted, [{"Type": "redirect", "Order": 1, "RedirectConfig": told}])

    def test_one_target_group_in_the_short_and_in_the_long_form(self):
        long = {"TargetGroups": [{"TargetGroupArn": GROUP, "Weight": 1}]}
        assert same_actions(
            [{"Type": "forward", "TargetGroupArn": GROUP}], [{"Type": "forward", "ForwardConfig": long}]
        )
        assert same_actions(
            [{"Type": "forward", "ForwardConfig": long}], [{"Type": "forward", "TargetGroupArn": GROUP}]
        )

    def test_weights_of_several_target_groups_count(self):
        def forward(weight):
            entries = [{"TargetGroupArn": GROUP, "Weight": weight}, {"TargetGroupArn": OTHER, "Weight": 1}]
            return [{"Type": "forward", "ForwardConfig": {"TargetGroups": entries}}]

        assert same_actions(forward(9), forward(9))
        assert not same_actions(forward(9), forward(1))

    def test_their_order_is_the_one_that_is_told(self):
        ask, then = {"Type": "jwt-validation", "Order": 1}, {"Type": "forward", "TargetGroupArn": GROUP, "Order": 2}
        assert same_actions([ask, then], [then, ask])
        assert not same_actions([then], [ask, then])

    def test_secrets_cannot_be_compared(self):
        told = {"Issuer": "https://a", "ClientId": "b"}
        wanted = [{"Type": "authenticate-oidc", "AuthenticateOidcConfig": {**told, "ClientSecret": "c"}}]
        assert same_actions(wanted, [{"Type": "authenticate-oidc", "AuthenticateOidcConfig": told}])


class TestConditions:
    def test_two_ways_to_write_a_path(self):
        short = {"Field": "path-pattern", "Values": ["/a", "/b"]}
        told = {**short, "PathPatternConfig": {"Values": ["/b", "/a"]}}
        assert same_conditions([short], [told])
        assert not same_conditions([{"Field": "path-pattern", "Values": ["/a"]}], [told])

    def test_others_are_compared_as_they_are(self):
        one = {"Field": "source-ip", "SourceIpConfig": {"Values": ["192.0.2.0/24"]}}
        assert same_conditions([one], [{**one, "Values": []}])


class TestZones:
    PUBLIC = {
        "Id": "/hostedzone/Z1",
        "Config": {"PrivateZone": False},
        "DelegationSet": {"NameServers": ["ns.example"]},
    }
    PRIVATE = {"Id": "/hostedzone/Z2", "Config": {"PrivateZone": True}, "VPCs": [{"VPCId": "vpc-1"}]}

    @pytest.mark.parametrize(
        ("live", "vpc", "expected"),
        [
            (PUBLIC, None, True),
            (PUBLIC, {"VPCId": "vpc-1"}, False),
            (PRIVATE, None, False),
            (PRIVATE, {"VPCId": "vpc-1"}, True),
            (PRIVATE, {"VPCId": "vpc-2"}, False),
            (PRIVATE, {"VPCId": UNKNOWN}, False),
        ],
    )
    def test_private_zones_are_told_apart_by_their_vpc(self, live, vpc, expected):
        assert hosted_zone._is_wanted(live, {"VPC": vpc} if vpc else {}) == expected

    def test_names_their_name_servers(self):
        assert hosted_zone._told(None, self.PUBLIC) == {"zone_id": "Z1", "name_servers": ["ns.example"]}
        assert hosted_zone._told(None, self.PRIVATE) == {"zone_id": "Z2", "name_servers": []}
        assert hosted_zone._told(None, {"Id": UNKNOWN}) == {"zone_id": UNKNOWN, "name_servers": UNKNOWN}

    def test_a_zone_with_records_of_its_own_stays(self):
        given = context("route53")
        entries = [{"Name": "a.", "Type": "NS"}, {"Name": "a.", "Type": "SOA"}, {"Name": "b.a.", "Type": "NS"}]
        with Stubber(given.api.client) as stub:
            told = {"ResourceRecordSets": entries, "IsTruncated": False, "MaxItems": "100"}
            stub.add_response("list_resource_record_sets", told)
            with pytest.raises(EngineError, match=r"still holds b\.a\. NS"):
                hosted_zone._refuse_delete(given, {"Id": "/hostedzone/Z1", "Name": "a."})


class TestRecords:
    def test_an_alias_is_the_same_with_and_without_dualstack(self):
        def alias(name):
            return {"AliasTarget": {"HostedZoneId": "Z", "DNSName": name, "EvaluateTargetHealth": False}}

        assert records._same(alias("dualstack.App.example."), alias("app.example."))
        assert not records._same(alias("other.example."), alias("app.example."))

    def test_the_order_of_values_does_not_count_but_their_time_to_live_does(self):
        def text(ttl, *values):
            return {"TTL": ttl, "ResourceRecords": [{"Value": value} for value in values]}

        assert records._same(text(300, "a", "b"), text(300, "b", "a"))
        assert not records._same(text(300, "a"), text(60, "a"))
        assert records._is_it(text(300, "a"), text(60, "a"))
        assert not records._is_it(text(300, "a"), text(300, "b"))


class TestCapacity:
    def test_more_than_the_limit_is_refused_before_anything_changes(self):
        given = context("wafv2", capacity_limit=1500)
        with Stubber(given.api.client) as stub:
            stub.add_response("check_capacity", {"Capacity": 1501}, {"Scope": "REGIONAL", "Rules": [RULE]})
            with pytest.raises(EngineError, match="need 1501 capacity units, and capacity_limit is 1500"):
                web_acl._within_limit(given, [RULE])

    def test_nobody_asks_without_a_limit(self):
        web_acl._within_limit(context("wafv2", capacity_limit=None), [RULE])


RULE = {
    "Name": "a",
    "Priority": 1,
    "Statement": {"GeoMatchStatement": {"CountryCodes": ["AQ"]}},
    "Action": {"Block": {}},
    "VisibilityConfig": {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "a"},
}
