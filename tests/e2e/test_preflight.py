"""Every conflict that can be known beforehand is told before anything is made, all of them at once."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pytest

from tests.e2e.journey import Run, Target


@dataclass(frozen=True)
class Case:
    """Variables that can't be deployed, and what the message says of them."""

    variables: dict[str, Any]
    message: str


# The local cloud has no model that an account may not use.
REFUSED = {
    "model_id": "vendor.model-v1",
    "availability": {"authorization": "NOT_AUTHORIZED", "region": "AVAILABLE", "agreement": "AVAILABLE"},
}
CASES = {
    "prefix": Case({"platform_prefix": "Bid Ops"}, "platform_prefix is 'Bid Ops'.*Set one like bidops"),
    "environment": Case({"platform_environment": "a" * 30}, "platform_environment is 'aaa.*2 to 24"),
    "tags": Case({"platform_tags": {"bidops:layer": "x"}}, "platform_tags sets bidops:layer.*Choose other keys"),
    "unknown layer": Case({"platform_disabled_layers": ["serach"]}, "names serach, which is no layer.*search"),
    "no bucket": Case(
        {
            "platform_disabled_layers": ["storage", "bedrock", "agentcore"],
            "compliance_trail": True,
            "compliance_config": True,
        },
        "compliance_trail is on, but.*Set compliance_trail: false.*compliance_config is on, but",
    ),
    "needed layer": Case({"platform_disabled_layers": ["search"]}, "bedrock needs search.*Leave these out"),
    "region": Case({"platform_region": "us_east_1"}, "The account does not answer.*us_east_1"),
    "vpc size": Case({"network_vpc_cidr": "10.0.0.0/24"}, "network_vpc_cidr is 10.0.0.0/24.*/16 to /22"),
    "vpc block": Case({"network_vpc_cidr": "11.0.0.0/16"}, "network_vpc_cidr is 11.0.0.0/16, which is not a private"),
    "one zone": Case({"network_az_count": 1}, "network_az_count is 1.*Set 2 or more"),
    "zone ids": Case({"network_az_ids": ["us-east-1a", "us-east-1b"]}, "names us-east-1a, us-east-1b.*named by id"),
    "agentcore zones": Case(
        {"network_az_ids": ["use1-az1", "use1-az3"]},
        "network_az_ids names use1-az3, where AgentCore can't attach.*It can in use1-az1, use1-az2, use1-az4",
    ),
    "zone twice": Case({"network_az_ids": ["use1-az1", "use1-az1"]}, "names use1-az1, use1-az1, a zone twice"),
    "zone count": Case({"network_az_count": 4}, "network_az_count is 4, but us-east-1 has no more.*Set 3 or fewer"),
    "own vpc": Case({"network_vpc_id": "vpc-1"}, "network_vpc_id is vpc-1.*Name two of each"),
    "shield": Case({"security_shield_advanced": True}, "costs 3000 USD a month.*accept_shield_advanced_cost: 3000"),
    "rate limit": Case({"security_waf_rate_limit": 5}, "security_waf_rate_limit is 5.*10 requests"),
    "capacity": Case({"security_waf_capacity_limit": 6000}, "security_waf_capacity_limit is 6000.*5000 units"),
    "countries": Case({"security_waf_blocked_countries": ["Iran"]}, "blocked_countries has Iran.*two capital letters"),
    "key deletion": Case({"security_key_deletion_days": 3}, "security_key_deletion_days is 3.*7 to 30"),
    "certificate": Case({"platform_disabled_layers": ["dns"]}, "load_balancing_certificate_arn is empty.*put dns back"),
    "issuer": Case(
        {"platform_disabled_layers": ["auth"], "load_balancing_jwt_validation": True},
        "load_balancing_jwt_validation is on.*load_balancing_jwt_issuer",
    ),
    "names": Case(
        {"load_balancing_external_names": ["a.b.bidops.ai"]},
        "load_balancing_external_names has a.b.bidops.ai.*names one level below",
    ),
    "health check": Case({"load_balancing_health_timeout": 20}, "load_balancing_health_timeout is 20.*shorter"),
    "domain": Case({"platform_domain": "localhost"}, "platform_domain is 'localhost'.*such as bidops.ai"),
    "pause": Case({"database_min_acu": 0.5, "database_pause_seconds": 300}, "pauses only from a least capacity of 0"),
    "awake": Case({"database_min_acu": 0, "database_pause_seconds": 0}, "are both 0.*always pauses"),
    "pause range": Case({"database_pause_seconds": 60, "database_min_acu": 0}, "database_pause_seconds is 60.*300 to"),
    "capacity range": Case({"database_min_acu": 8, "database_max_acu": 4}, "The least capacity is more than the most"),
    "capacity step": Case({"database_max_acu": 16.3}, "database_max_acu is 16.3.*steps of 0.5"),
    "backups": Case({"database_backup_days": 60}, "database_backup_days is 60.*1 to 35"),
    "readers": Case({"database_instance_count": 20}, "database_instance_count is 20.*15 readers"),
    "mfa delete": Case({"storage_mfa_delete": True}, "storage_mfa_delete and storage_lifecycle are both on"),
    "infrequent": Case(
        {"storage_buckets": {"documents": {"infrequent_access_after_days": 10}}},
        "objects of documents become infrequent before 30 days",
    ),
    "lock": Case(
        {"storage_force_destroy": True, "storage_object_lock": {"logs": {"mode": "GOVERNANCE", "days": 1}}},
        "What is locked can't be removed with the bucket",
    ),
    "old versions": Case(
        {
            "storage_force_destroy": True,
            "storage_versions_need_mfa": True,
            "storage_object_lock": {"papers": {"mode": "GOVERNANCE", "days": 1}},
        },
        "storage_force_destroy and storage_versions_need_mfa are both on.*storage_object_lock names papers",
    ),
    "dimension": Case({"search_vector_dimension": 768}, "search_vector_dimension is 768.*gives 1024, 512, 256"),
    "engine": Case({"search_engine_version": "OpenSearch_1.3"}, "Knowledge bases need OpenSearch_2.13"),
    "instances": Case({"search_instance_count": 3}, "search_instance_count is 3.*Set 2, 4 or more"),
    "domain in a VPC": Case({"search_vpc_options": {}}, "domains with a public endpoint only"),
    "frontend": Case({"containers_frontend_minimum": 20}, "containers_frontend_minimum is 20.*larger maximum"),
    "backend": Case({"containers_backend_minimum": 30}, "containers_backend_minimum is 30.*larger maximum"),
    "fargate": Case({"containers_backend_memory": 700}, "no task for the backend with 512 units and 700 MiB"),
    "strategy": Case({"containers_deployment_strategy": "CANARY"}, "circuit breaker works with ROLLING only"),
    "daemon": Case({"containers_collector_image": "amazon/aws-xray-daemon"}, "maintains the X-Ray daemon no longer"),
    "port": Case({"containers_backend_port": 9000}, "containers_backend_port is 9000.*opens 8000"),
    "model": Case(
        {"security_model_ids": ["us.anthropic.claude-3-haiku-20240307-v9:9"]},
        "does not have the models anthropic.claude-3-haiku-20240307-v9:9.*have ended",
    ),
    "refused model": Case({"preflight__known_models": [REFUSED]}, "may not use vendor.model-v1 in us-east-1"),
    "by profile": Case(
        {"security_models": {"chat": "anthropic.claude-haiku-4-5-20251001-v1:0"}},
        "claude-haiku-4-5-20251001-v1:0 can only be called through an inference profile",
    ),
    "guardrail tier": Case(
        {"bedrock_guardrail_tier": "STANDARD", "bedrock_guardrail_profile": ""},
        "bedrock_guardrail_tier is STANDARD and bedrock_guardrail_profile is empty",
    ),
    "grounding": Case({"bedrock_grounding_thresholds": {"GROUNDING": 1}}, "bedrock_grounding_thresholds has 1.0"),
    "blueprints": Case(
        {"bedrock_blueprints": {name: {"type": "AUDIO", "schema": {}} for name in ("a", "b")}},
        "more than one of the type AUDIO",
    ),
    "places": Case({"platform_uploads_prefix": "media/"}, "are documents/, media/, media/, .*four different"),
    "open place": Case({"platform_results_prefix": "results"}, "results does not end in a slash"),
    "syncs": Case({"bedrock_sync_schedule": "cron(0 3 * * ? *)"}, "are both cron.*one ingestion job runs at a time"),
    "overlap": Case({"bedrock_chunk_overlap": 100}, "bedrock_chunk_overlap is 100.*Set 1 to 99"),
    "memory": Case({"agentcore_memory_days": 3}, "agentcore_memory_days is 3.*events only"),
    "idle": Case({"agentcore_max_lifetime": 600}, "A session can't be idle for longer than it lives"),
    "records": Case({"agentcore_memory_record_days": 30}, "agentcore_memory_record_days is 30.*31 to 3650 days"),
    "gateway": Case({"agentcore_gateway_session_seconds": 60}, "agentcore_gateway_session_seconds is 60.*900 to 28800"),
    "tools": Case(
        {"agentcore_tool_servers": ["postgres"], "platform_disabled_layers": ["database"]},
        "agentcore_tool_servers names postgres, but",
    ),
    "authorizer": Case(
        {"agentcore_gateway_authorizer": "CUSTOM_JWT", "platform_disabled_layers": ["auth"]},
        "agentcore_gateway_authorizer is CUSTOM_JWT, but",
    ),
    "tool scopes": Case({"agentcore_read_scope": "look"}, "name look, but tokens have the scopes read, write, admin"),
    "threats": Case({"auth_threat_protection": "ENFORCED"}, "auth_feature_plan: PLUS"),
    "messages": Case({"auth_sms": True}, "auth_sms is on and security_cognito_sms.*platform_cognito_sms: true"),
    "scopes": Case({"auth_web_scopes": ["look"]}, "auth_web_scopes and auth_backend_scopes name look"),
    "tokens": Case({"auth_access_token_minutes": 1}, "auth_access_token_minutes is 1.*5 to 1440"),
    "repository": Case({"platform_github_repository": "platform"}, "cicd_github_repository is 'platform'.*an owner"),
    "subjects": Case({"cicd_github_subjects": ["repo:example/*"]}, "by which workflows of others could deploy"),
    "retention": Case({"network_flow_log_retention_days": 45}, "network_flow_log_retention_days is 45.*Set one of"),
    "budget": Case({"cost_budget_amount": 20}, "costs about [0-9]+ USD a month.*platform_accept_over_budget"),
    "nobody": Case({"platform_disabled_layers": ["monitoring"], "cost_emails": []}, "and cost_emails is empty"),
    "notifications": Case({"cost_budget_notifications": [{}] * 11}, "has 11 entries. AWS Budgets takes 10"),
}
# With these the account cannot be read, or others are not asked for.
ALONE = {"region", "environment", "prefix", "own vpc", "zone ids", "agentcore zones", "zone twice", "old versions"}


def runs_of(cases: dict[str, Case]) -> list[list[str]]:
    """The cases in as few runs as they need: what sets the same variable can't be in one."""
    runs: list[list[str]] = []
    for name, case in cases.items():
        fits = [
            run
            for run in runs
            if not ({name, *run} & ALONE) and all(not cases[other].variables.keys() & case.variables for other in run)
        ]
        fits[0].append(name) if fits else runs.append([name])
    return runs


RUNS = runs_of(CASES)


@pytest.fixture(scope="module")
def run_of(target: Target) -> Any:
    done: dict[int, Run] = {}

    def find(name: str) -> Run:
        number = next(number for number, names in enumerate(RUNS) if name in names)
        if number not in done:
            variables = {key: value for each in RUNS[number] for key, value in CASES[each].variables.items()}
            done[number] = target.play("site.yml", "--tags", "preflight", "-e", json.dumps(variables))
        return done[number]

    return find


@pytest.mark.parametrize("name", CASES)
def test_a_conflict_is_told_before_anything_is_made(name: str, run_of: Any) -> None:
    run = run_of(name)
    assert run.code != 0, run.end
    assert "Nothing was made." in run.output
    assert re.search(CASES[name].message, " ".join(run.output.split())), run.end
    assert run.writes == []


def test_a_zone_of_another_region_is_told(target: Target) -> None:
    tags = {"platform": "bidops", "environment": "local", "region": "eu-central-1", "layer": "dns"}
    route53 = target.client("route53")
    zone = route53.create_hosted_zone(Name="taken.example.org", CallerReference="another region")["HostedZone"]
    route53.change_tags_for_resource(
        ResourceType="hostedzone",
        ResourceId=zone["Id"].removeprefix("/hostedzone/"),
        AddTags=[{"Key": f"bidops:{key}", "Value": value} for key, value in tags.items()],
    )
    run = target.play("site.yml", "--tags", "preflight", "-e", "platform_domain=taken.example.org")
    assert run.code != 0, run.end
    told = "The domain taken.example.org can't have its zone.*eu-central-1.*Set another platform_domain"
    assert re.search(told, " ".join(run.output.split())), run.end
    assert run.writes == []


@pytest.fixture
def full(target: Target) -> Iterator[Target]:
    """An account with as many VPCs as it may have, of which one comes with the account."""
    ec2 = target.client("ec2")
    made = [ec2.create_vpc(CidrBlock=f"10.{number}.0.0/16")["Vpc"]["VpcId"] for number in range(1, 5)]
    yield target
    for vpc in made:
        ec2.delete_vpc(VpcId=vpc)


def test_a_quota_that_is_used_up_is_told_until_it_is_raised(full: Target) -> None:
    run = full.play("site.yml", "--tags", "preflight")
    assert run.code != 0, run.end
    told = (
        r"The quota VPCs per Region \(L-F678F1CE of vpc\) is 5\. Others use 5 in us-east-1, and the platform needs 1\. "
        "Ask for 6 or more with aws service-quotas request-service-quota-increase --region us-east-1 "
        "--service-code vpc --quota-code L-F678F1CE --desired-value 6"
    )
    assert re.search(told, " ".join(run.output.split())), run.end
    assert run.writes == []
    wish = {"ServiceCode": "vpc", "QuotaCode": "L-F678F1CE", "DesiredValue": 6}
    full.client("service-quotas").request_service_quota_increase(**wish)
    run = full.play("site.yml", "--tags", "preflight")
    assert (run.code, run.writes) == (0, []), run.end


def test_quotas_that_may_not_be_read_stop_nothing(target: Target) -> None:
    refused = {"code": "AccessDeniedException", "message": "You may not", "status": 403}
    target.cloud.faults([{"service": "service-quotas", "operation": "GetServiceQuota", "error": refused}])
    try:
        run = target.play("site.yml", "--tags", "preflight")
    finally:
        target.cloud.faults([])
    assert (run.code, run.changed, run.writes) == (0, 0, []), run.end
    told = "has room for the platform is not known.*vpc: AccessDeniedException: You may not.*servicequotas:GetServiceQ"
    assert re.search(told, " ".join(run.output.split())), run.end


def test_what_may_cause_trouble_later_stops_nothing(target: Target) -> None:
    given = {"bedrock_model_agreements": False, "platform_region": "us-west-1"}
    run = target.play("site.yml", "--tags", "preflight", "-e", json.dumps(given))
    assert (run.code, run.changed, run.writes) == (0, 0, []), run.end
    told = (
        "no agreement for anthropic.*Set bedrock_model_agreements: true.*AgentCore names no zones of us-west-1.*"
        "Fargate On-Demand vCPU resource count .* 6 is left in us-west-1.*has about 8.5"
    )
    assert re.search(told, " ".join(run.output.split())), run.end


def test_there_is_nothing_to_tell_of_the_defaults(target: Target) -> None:
    run = target.play("site.yml", "--tags", "preflight")
    assert (run.code, run.changed) == (0, 0), run.end
    assert run.writes == []
