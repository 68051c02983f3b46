"""community.aws.wafv2_web_acl cannot say how Bot Control is configured, and overlooks changed metrics."""

import copy

METRICS = {"sampled_requests_enabled": True, "cloud_watch_metrics_enabled": True, "metric_name": "defects"}
BOT_CONTROL = {"aws_managed_rules_bot_control_rule_set": {"inspection_level": "TARGETED"}}
BOTS = {
    "name": "bots",
    "priority": 1,
    "statement": {
        "managed_rule_group_statement": {
            "vendor_name": "AWS",
            "name": "AWSManagedRulesBotControlRuleSet",
            "managed_rule_group_configs": [BOT_CONTROL],
        }
    },
    "override_action": {"none": {}},
    "visibility_config": METRICS,
}

ANTARCTICA = {
    "name": "antarctica",
    "priority": 0,
    "statement": {"geo_match_statement": {"country_codes": ["AQ"]}},
    "action": {"block": {}},
    "visibility_config": METRICS,
}


def stock(name, sampled, **options):
    return {
        "community.aws.wafv2_web_acl": {
            "name": name,
            "scope": "REGIONAL",
            "state": "present",
            "default_action": "Allow",
            "sampled_requests": sampled,
            **options,
        }
    }


def ours(name, sampled, **options):
    visible = {**METRICS, "sampled_requests_enabled": sampled}
    wish = {"name": name, "default_action": {"allow": {}}, "visibility_config": visible, **options}
    return {"bidops.platform.wafv2_web_acl": wish}


def live(cloud, name):
    client = cloud.client("wafv2")
    found = [entry for entry in client.list_web_acls(Scope="REGIONAL")["WebACLs"] if entry["Name"] == name]
    return client.get_web_acl(ARN=found[0]["ARN"])["WebACL"] if found else None


def test_the_stock_module_mangles_the_configuration_of_bot_control(play, local_cloud):
    results = play([{"name": "make", **stock("defect-bots", True, rules=[copy.deepcopy(BOTS)])}])
    assert results["make"]["failed"]
    assert "AwsManagedRulesBotControlRuleSet" in str(results["make"])
    assert live(local_cloud, "defect-bots") is None


def test_the_stock_module_overlooks_changed_samples(play, local_cloud):
    play([{"name": "make", **stock("defect-samples", True, rules=[ANTARCTICA])}])
    results = play([{"name": "change", **stock("defect-samples", False, rules=[ANTARCTICA])}])
    assert not results["change"]["changed"]
    assert live(local_cloud, "defect-samples")["VisibilityConfig"]["SampledRequestsEnabled"]


def test_ours_does_both(play, local_cloud):
    name = "ours-bots"
    tasks = [ours(name, True, rules=[BOTS]), ours(name, True, rules=[BOTS]), ours(name, False)]
    results = play([{"name": str(number), **task} for number, task in enumerate(tasks)])
    assert [results[str(number)]["changed"] for number in range(3)] == [True, False, True], results
    acl = live(local_cloud, name)
    (config,) = acl["Rules"][0]["Statement"]["ManagedRuleGroupStatement"]["ManagedRuleGroupConfigs"]
    assert config["AWSManagedRulesBotControlRuleSet"]["InspectionLevel"] == "TARGETED"
    assert not acl["VisibilityConfig"]["SampledRequestsEnabled"]
