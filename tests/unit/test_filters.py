# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

import ipaddress

import jinja2
import pytest
from ansible.errors import AnsibleFilterError
from ansible_collections.bidops.platform.plugins.filter.choose_zones import choose_zones
from ansible_collections.bidops.platform.plugins.filter.failures import SILENT, failures
from ansible_collections.bidops.platform.plugins.filter.invoke_model_statements import invoke_model_statements
from ansible_collections.bidops.platform.plugins.filter.metric_alarms import metric_alarms
from ansible_collections.bidops.platform.plugins.filter.outputs_environment import outputs_environment
from ansible_collections.bidops.platform.plugins.filter.planned import planned
from ansible_collections.bidops.platform.plugins.filter.resource_name import resource_name
from ansible_collections.bidops.platform.plugins.filter.subnet_plan import subnet_plan
from hypothesis import given
from hypothesis import strategies as st

JINJA = jinja2.Environment(undefined=jinja2.StrictUndefined)
ZONES = [
    {"zone_id": "use1-az6", "zone_name": "us-east-1a", "zone_type": "availability-zone"},
    {"zone_id": "use1-az1", "zone_name": "us-east-1b", "zone_type": "availability-zone"},
    {"zone_id": "use1-az2", "zone_name": "us-east-1c", "zone_type": "availability-zone"},
    {"zone_id": "use1-bos1-az1", "zone_name": "us-east-1-bos-1a", "zone_type": "local-zone"},
]
TIERS = ["public", "private-app", "private-data"]


def ids(zones):
    return [zone["zone_id"] for zone in zones]


class TestResourceName:
    def test_gives_the_name(self):
        assert resource_name("agent", "agentcore_runtime", prefix="p", environment="e") == "p_e_agent"

    def test_an_error_says_which_filter(self):
        with pytest.raises(AnsibleFilterError, match="resource_name: .* needs prefix"):
            resource_name("agent", "agentcore_runtime", environment="e")


class TestOutputsEnvironment:
    OUTPUTS = {"database": {"cluster_arn": "arn"}, "load-balancing": {"url": "https://x"}, "auth": {}}

    def test_names_the_layer_and_the_output(self):
        environment = outputs_environment(self.OUTPUTS, ["load-balancing", "database"])
        assert environment == {"LOAD_BALANCING_URL": "https://x", "DATABASE_CLUSTER_ARN": "arn"}

    def test_passes_over_what_has_published_nothing(self):
        assert outputs_environment(self.OUTPUTS, ["auth", "bedrock"]) == {}


class TestPlanned:
    @pytest.mark.parametrize(
        ("path", "expected"), [("vpc.id", "vpc-1"), ("subnets.1.id", "s-2"), ("count", 0), ("flag", False)]
    )
    def test_reads_the_path(self, path, expected):
        result = {"vpc": {"id": "vpc-1"}, "subnets": [{"id": "s-1"}, {"id": "s-2"}], "count": 0, "flag": False}
        assert planned(JINJA, result, path) == expected
        assert planned(JINJA, result, path, check=True) == expected

    @pytest.mark.parametrize("result", [{}, {"vpc": None}, {"vpc": {"id": ""}}, {"vpc": []}, {"skipped": True}])
    def test_what_check_mode_cannot_know(self, result):
        assert planned(JINJA, result, "vpc.id", check=True) == "(known after apply)"

    def test_outside_check_mode_the_error_says_what_is_there(self):
        with pytest.raises(AnsibleFilterError, match="no 'vpc.id' .* 'id' there is: cidr, state"):
            planned(JINJA, {"vpc": {"cidr": "x", "state": "y"}}, "vpc.id")

    def test_what_a_skipped_task_would_have_made_is_undefined(self):
        value = planned(JINJA, {"skipped": True}, "vpc.id")
        assert isinstance(value, jinja2.Undefined)
        with pytest.raises(jinja2.UndefinedError, match="no 'vpc.id', because the task was skipped"):
            str(value)


class TestChooseZones:
    def test_the_first_supported_ids(self):
        assert choose_zones(ZONES, supported=["use1-az1", "use1-az2", "use1-az4"]) == [
            {"zone_id": "use1-az1", "zone_name": "us-east-1b"},
            {"zone_id": "use1-az2", "zone_name": "us-east-1c"},
        ]

    def test_wanted_ids_keep_their_order(self):
        assert ids(choose_zones(ZONES, wanted=["use1-az6", "use1-az1"])) == ["use1-az6", "use1-az1"]

    @pytest.mark.parametrize("wanted", [["use1-az3"], ["use1-az6"], ["us-east-1b"]])
    def test_an_unusable_id_gets_the_table(self, wanted):
        with pytest.raises(AnsibleFilterError, match=r"use1-az1 = us-east-1b, .*use1-az6 = us-east-1a \(not supported"):
            choose_zones(ZONES, wanted=wanted, supported=["use1-az1", "use1-az2"])

    def test_a_zone_twice(self):
        with pytest.raises(AnsibleFilterError, match="twice"):
            choose_zones(ZONES, wanted=["use1-az1", "use1-az1"])

    def test_too_few(self):
        with pytest.raises(AnsibleFilterError, match="2 availability zones are needed"):
            choose_zones(ZONES, supported=["use1-az1"])


class TestSubnetPlan:
    def test_the_default_network(self):
        plan = subnet_plan("10.0.0.0/16", TIERS, choose_zones(ZONES))
        assert {subnet["key"]: subnet["cidr"] for subnet in plan} == {
            "public-use1-az1": "10.0.0.0/20",
            "public-use1-az2": "10.0.16.0/20",
            "private-app-use1-az1": "10.0.64.0/20",
            "private-app-use1-az2": "10.0.80.0/20",
            "private-data-use1-az1": "10.0.128.0/20",
            "private-data-use1-az2": "10.0.144.0/20",
        }

    @given(st.integers(16, 25), st.integers(0, 2**32 - 1), st.integers(1, 2))
    def test_subnets_lie_inside_and_apart(self, length, address, zones):
        vpc = ipaddress.ip_network((address, length), strict=False)
        blocks = [
            ipaddress.ip_network(subnet["cidr"]) for subnet in subnet_plan(str(vpc), TIERS, choose_zones(ZONES)[:zones])
        ]
        assert len(blocks) == 3 * zones
        assert all(block.subnet_of(vpc) and block.prefixlen <= 28 for block in blocks)
        assert not any(one.overlaps(other) for one in blocks for other in blocks if one is not other)

    def test_a_zone_more_moves_no_subnet(self):
        two = subnet_plan("10.0.0.0/16", TIERS, choose_zones(ZONES, count=2))
        three = subnet_plan("10.0.0.0/16", TIERS, choose_zones(ZONES, count=3))
        assert all(subnet in three for subnet in two)

    @pytest.mark.parametrize(
        ("cidr", "message"),
        [
            ("10.0.0.0/26", "too small"),
            ("10.0.0.0/8", "/16 to /28"),
            ("10.0.0.1/16", "host bits"),
            ("ten", "no IPv4 block"),
        ],
    )
    def test_unfit_blocks(self, cidr, message):
        with pytest.raises(AnsibleFilterError, match=message):
            subnet_plan(cidr, TIERS, choose_zones(ZONES))


class TestInvokeModelStatements:
    where = {"partition": "aws", "region": "eu-central-1", "account_id": "123456789012"}

    def test_models_profiles_and_arns(self):
        own = "arn:aws:bedrock:eu-central-1:123456789012:application-inference-profile/abc"
        first, second = invoke_model_statements(["amazon.titan-embed-text-v2:0", "eu.vendor.m-v1:0", own], **self.where)
        assert first["Resource"] == [
            "arn:aws:bedrock:eu-central-1::foundation-model/amazon.titan-embed-text-v2:0",
            own,
            "arn:aws:bedrock:eu-central-1:123456789012:inference-profile/eu.vendor.m-v1:0",
        ]
        assert second["Resource"] == "arn:aws:bedrock:*::foundation-model/vendor.m-v1:0"
        assert second["Condition"]["StringEquals"]["bedrock:InferenceProfileArn"] == first["Resource"][2]

    def test_no_model_no_statement(self):
        assert invoke_model_statements([], **self.where) == []


class TestFailures:
    def test_only_what_failed_loops_included(self):
        suppressed = {"failed": False, "failed_when_result": False, "failed_when_suppressed_exception": "x"}
        loop = {"results": [{"changed": True, "msg": "done"}, {**suppressed, "msg": "in use"}]}
        assert failures([loop, {"skipped": True}, suppressed, {"failed": True, "msg": "no"}]) == [
            "in use",
            SILENT,
            "no",
        ]


class TestMetricAlarms:
    ACTIONS = {"critical": ["arn:critical"], "warning": ["arn:warning"]}

    def alarms(self, **wanted):
        return metric_alarms(wanted, actions=self.ACTIONS, prefix="p", environment="e", defaults={"period": 60})

    def test_gives_what_the_module_takes(self):
        found = self.alarms(**{"errors-5xx": {"severity": "critical", "dimensions": {"A": "x"}, "threshold": 1}})
        assert found == [
            {
                "name": "p-e-errors-5xx",
                "period": 60,
                "threshold": 1,
                "dimensions": [{"name": "A", "value": "x"}],
                "alarm_actions": ["arn:critical"],
                "ok_actions": ["arn:critical"],
                "tags": {"bidops:key": "alarm-errors-5xx", "bidops:severity": "critical"},
            }
        ]

    def test_what_is_not_there_is_not_watched(self):
        query = {"id": "a", "metric_stat": {"metric": {"dimensions": {"A": ""}}}}
        assert self.alarms(a={"severity": "warning", "dimensions": {"A": "x", "B": ""}}) == []
        assert self.alarms(a={"severity": "warning", "metrics": [{"id": "e", "expression": "a"}, query]}) == []

    def test_queries_have_dimensions_too(self):
        query = {"id": "a", "metric_stat": {"period": 60, "metric": {"namespace": "N", "dimensions": {"A": "x"}}}}
        [alarm] = self.alarms(a={"severity": "warning", "metrics": [query, {"id": "e", "expression": "a"}]})
        assert alarm["metrics"][0]["metric_stat"]["metric"]["dimensions"] == [{"name": "A", "value": "x"}]
        assert alarm["metrics"][1] == {"id": "e", "expression": "a"}

    def test_a_severity_that_nothing_acts_on_is_refused(self):
        with pytest.raises(AnsibleFilterError, match="a has the severity 'fatal'; there are: critical, warning"):
            self.alarms(a={"severity": "fatal"})
