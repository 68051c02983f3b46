"""The platform from an empty cloud and back, with the defaults and with every name, region and address changed.

The steps are expensive, so they run once for each target and in the order in which a user would take them; each test
then looks at one of them. PLATFORM_BOTH_WAYS=all compares the results of all layers with those of plain Ansible, also
where changes are predicted, and not only of some layers.
"""

from __future__ import annotations

import ipaddress
import json
import os
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.e2e import belongings, looks
from tests.e2e.comparison import differences
from tests.e2e.journey import Run, Target
from tests.local_cloud import ROOT, running

LAYERS = {path.stem for path in (ROOT / "playbooks/layers").glob("*.yml")}
BUDGET = yaml.safe_load(Path(__file__).with_name("api_calls.yml").read_text())
# Plain Ansible takes ten minutes for all layers. Some have tasks of most kinds.
COMPARED = {"some layers": ("--tags", "dns,monitoring,security,storage")}
if os.environ.get("PLATFORM_BOTH_WAYS") == "all":
    PREDICTED = ("--check", "--diff", "-e", json.dumps({"platform_tags": {"team": "documents"}}))
    COMPARED = {"all layers": (), "all layers with predicted changes": PREDICTED}
CHANGING = ("deploy", "deploy again")
# What holds whatever the names are is looked at once: these steps take minutes.
with_defaults = pytest.mark.parametrize("target", ["defaults"], indirect=True)
TARGETS = {
    "defaults": {},
    "other-names": {
        "prefix": "acme",
        "environment": "staging",
        "region": "eu-central-1",
        "cidr": "10.42.0.0/16",
        "extra": {"storage_force_destroy": True},
    },
}


@pytest.fixture(scope="module", params=list(TARGETS))
def target(request: pytest.FixtureRequest, collections: Any, tmp_path_factory: Any) -> Iterator[Target]:
    folder = tmp_path_factory.mktemp(request.param)
    with running(folder / "cloud.log") as cloud:
        yield Target(cloud, folder, collections, **TARGETS[request.param])


@pytest.fixture(scope="module")
def foreign(target: Target) -> dict[str, str]:
    """Things in the account that are not the platform's."""
    vpc = target.client("ec2").create_vpc(CidrBlock="192.168.0.0/16")["Vpc"]["VpcId"]
    trust = {"Effect": "Allow", "Principal": {"Service": "ec2.amazonaws.com"}, "Action": "sts:AssumeRole"}
    target.client("iam").create_role(
        RoleName="somebody-else",
        AssumeRolePolicyDocument=json.dumps({"Version": "2012-10-17", "Statement": [trust]}),
        Tags=[{"Key": "bidops:platform", "Value": "another"}],
    )
    return {"vpc": vpc, "role": "somebody-else"}


@pytest.fixture(scope="module")
def step(target: Target, foreign: dict[str, str]) -> Callable[[str], Run]:
    """Gives the run of a step; steps before it that change something run first."""
    done: dict[str, Run] = {}
    steps: dict[str, Callable[[], Run]] = {
        "check on an empty account": lambda: target.play("site.yml", "--check"),
        "bedrock on an empty account": lambda: target.play("site.yml", "--tags", "bedrock"),
        "deploy": lambda: target.play("site.yml"),
        "deploy again": lambda: target.play("site.yml"),
        "check after the run": lambda: target.play("site.yml", "--check", "--diff"),
        **{f"{layer} alone": partial(target.play, "site.yml", "--tags", layer) for layer in sorted(LAYERS)},
        "destroy without a word": lambda: target.play("playbooks/destroy.yml"),
    }

    def run_of(name: str) -> Run:
        for earlier, play in steps.items():
            if earlier not in done and (earlier == name or earlier in CHANGING):
                done[earlier] = play()
            if earlier == name:
                return done[name]
        raise KeyError(name)

    return run_of


@with_defaults
def test_check_mode_on_an_empty_account_predicts_everything_and_makes_nothing(step):
    run = step("check on an empty account")
    assert run.code == 0, run.end
    assert run.changed > 30
    assert run.writes == []


@with_defaults
def test_a_layer_alone_on_an_empty_account_says_which_layer_to_run_first(step):
    run = step("bedrock on an empty account")
    assert run.code != 0
    assert "--tags security" in run.output, run.end
    assert run.writes == []


def test_deploys(step):
    run = step("deploy")
    assert run.code == 0, run.end


def test_a_second_run_changes_nothing(step):
    run = step("deploy again")
    assert (run.code, run.changed) == (0, 0), f"{run.changed_tasks}\n{run.end}"
    assert run.writes == []


@with_defaults
def test_check_mode_after_the_run_finds_nothing_to_change(step):
    run = step("check after the run")
    assert (run.code, run.changed) == (0, 0), f"{run.changed_tasks}\n{run.end}"


@pytest.mark.parametrize("layer", sorted(LAYERS))
@with_defaults
def test_a_layer_alone_works_on_a_deployed_platform(layer, step):
    run = step(f"{layer} alone")
    assert (run.code, run.changed) == (0, 0), f"{run.changed_tasks}\n{run.end}"


@pytest.mark.parametrize("layer", sorted(LAYERS))
@with_defaults
def test_a_run_without_changes_asks_no_more_than_its_budget(layer, step):
    calls, budget = step(f"{layer} alone").calls, BUDGET[layer]
    assert calls <= budget, f"{calls} API calls; if each is needed, raise the budget of {budget} in api_calls.yml"


@pytest.mark.parametrize("arguments", COMPARED.values(), ids=COMPARED)
@with_defaults
def test_each_task_has_the_result_that_it_has_with_plain_ansible(arguments, step, target):
    step("deploy again")
    (fast, results), (plain, expected) = (target.results(way, *arguments) for way in (True, False))
    assert (fast.code, plain.code) == (0, 0), f"{fast.end}\n{plain.end}"
    assert list(differences(results, expected)) == []
    assert fast.output == plain.output
    assert len(results) > 100


@pytest.mark.parametrize("look", looks.ALL, ids=lambda look: f"{look.__module__.rpartition('.')[2]}-{look.__name__}")
def test_the_live_platform_is_what_was_asked_for(look, step, target):
    step("deploy again")
    look(target)


def test_subnets_of_three_tiers_lie_in_two_zones_inside_the_chosen_addresses(step, target):
    step("deploy again")
    ec2 = target.client("ec2")
    ours = [{"Name": "tag:bidops:platform", "Values": [target.prefix]}]
    vpc = ec2.describe_vpcs(Filters=ours)["Vpcs"][0]
    subnets = ec2.describe_subnets(Filters=ours)["Subnets"]
    assert vpc["CidrBlock"] == target.cidr
    assert len(subnets) == 6
    assert len({subnet["AvailabilityZoneId"] for subnet in subnets}) == 2
    block = ipaddress.ip_network(target.cidr)
    assert all(ipaddress.ip_network(subnet["CidrBlock"]).subnet_of(block) for subnet in subnets)


def test_only_app_subnets_reach_the_internet_through_the_one_nat_gateway(step, target):
    step("deploy again")
    ec2 = target.client("ec2")
    ours = [{"Name": "tag:bidops:platform", "Values": [target.prefix]}]
    gateways = [gw for gw in ec2.describe_nat_gateways(Filters=ours)["NatGateways"] if gw["State"] == "available"]
    assert len(gateways) == 1
    tables = ec2.describe_route_tables(Filters=ours)["RouteTables"]
    through_nat = [table for table in tables if any(route.get("NatGatewayId") for route in table["Routes"])]
    assert len(through_nat) == 1
    assert len([link for link in through_nat[0]["Associations"] if link.get("SubnetId")]) == 2


def test_buckets_are_encrypted_versioned_closed_and_answer_to_tls_only(step, target):
    step("deploy again")
    s3 = target.client("s3")
    buckets = [entry["Name"] for entry in s3.list_buckets()["Buckets"] if entry["Name"].startswith(target.prefix)]
    assert len(buckets) == 5
    for bucket in buckets:
        encryption = s3.get_bucket_encryption(Bucket=bucket)["ServerSideEncryptionConfiguration"]["Rules"][0]
        # Load balancers can't write to a bucket that encrypts with KMS.
        expected = "AES256" if "-alb-logs-" in bucket else "aws:kms"
        assert encryption["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"] == expected
        assert s3.get_bucket_versioning(Bucket=bucket)["Status"] == "Enabled"
        assert all(s3.get_public_access_block(Bucket=bucket)["PublicAccessBlockConfiguration"].values())
        assert "aws:SecureTransport" in s3.get_bucket_policy(Bucket=bucket)["Policy"]
        assert s3.get_bucket_lifecycle_configuration(Bucket=bucket)["Rules"]


def test_keys_rotate(step, target):
    step("deploy again")
    kms = target.client("kms")
    aliases = [
        alias for alias in kms.list_aliases()["Aliases"] if alias["AliasName"].startswith(f"alias/{target.prefix}")
    ]
    assert aliases
    assert all(kms.get_key_rotation_status(KeyId=alias["TargetKeyId"])["KeyRotationEnabled"] for alias in aliases)


def test_the_domain_is_what_the_requirements_say(step, target):
    step("deploy again")
    search = target.client("opensearch")
    name = search.list_domain_names()["DomainNames"][0]["DomainName"]
    domain = search.describe_domain(DomainName=name)["DomainStatus"]
    assert (domain["ClusterConfig"]["InstanceType"], domain["ClusterConfig"]["InstanceCount"]) == ("t3.small.search", 2)
    assert (domain["EBSOptions"]["VolumeType"], domain["EBSOptions"]["VolumeSize"]) == ("gp3", 20)
    assert domain["EncryptionAtRestOptions"]["Enabled"]
    assert domain["NodeToNodeEncryptionOptions"]["Enabled"]
    assert domain["DomainEndpointOptions"]["EnforceHTTPS"]
    assert domain["AdvancedSecurityOptions"]["Enabled"]


def test_the_documents_were_taken_in(step, target):
    step("deploy again")
    agent = target.client("bedrock-agent")
    base = agent.list_knowledge_bases()["knowledgeBaseSummaries"][0]["knowledgeBaseId"]
    source = agent.list_data_sources(knowledgeBaseId=base)["dataSourceSummaries"][0]["dataSourceId"]
    jobs = agent.list_ingestion_jobs(knowledgeBaseId=base, dataSourceId=source)["ingestionJobSummaries"]
    assert [job["status"] for job in jobs] == ["COMPLETE"]
    assert jobs[0]["statistics"]["numberOfNewDocumentsIndexed"] == 4
    assert jobs[0]["statistics"]["numberOfDocumentsFailed"] == 0


def test_the_agent_runs_from_the_bundle_inside_the_vpc(step, target):
    step("deploy again")
    control = target.client("bedrock-agentcore-control")
    for entry in control.list_agent_runtimes()["agentRuntimes"]:
        runtime = control.get_agent_runtime(agentRuntimeId=entry["agentRuntimeId"])
        assert runtime["networkConfiguration"]["networkMode"] == "VPC"
        code = runtime["agentRuntimeArtifact"]["codeConfiguration"]["code"]["s3"]
        assert target.client("s3").head_object(Bucket=code["bucket"], Key=code["prefix"])["ContentLength"] > 0
        assert runtime["agentRuntimeVersion"] == "1"


def test_everything_carries_the_platforms_tags(step, target):
    step("deploy again")
    found = [
        (identity, {name.removeprefix("bidops:"): value for name, value in tags.items()})
        for identity, tags in belongings.everything(target)
    ]
    assert {one for one, tags in found if target.prefix in one and tags.get("platform") != target.prefix} == set()
    # What belongs to the account, such as the record of a setting, has neither environment nor region.
    ours = [(one, tags) for one, tags in found if tags.get("environment") == target.environment]
    assert {one for one, tags in ours if tags.get("region") != target.region} == set()
    assert len(belongings.tagged(target)) > 50


def test_outputs_are_published_for_every_layer(step, target):
    step("deploy again")
    ssm = target.client("ssm")
    path = f"/{target.prefix}/{target.environment}/outputs/"
    pages = ssm.get_paginator("get_parameters_by_path").paginate(Path=path, Recursive=True)
    names = [parameter["Name"].removeprefix(path) for page in pages for parameter in page["Parameters"]]
    assert {name.split("/")[0] for name in names} == LAYERS


@with_defaults
def test_destroy_needs_the_name_of_the_environment(step):
    run = step("destroy without a word")
    assert run.code != 0
    assert "confirm_destroy" in run.output
    assert run.writes == []


def test_destroy_leaves_nothing_of_ours_and_everything_of_others(step, target, foreign):
    step("deploy again")
    run = target.play("playbooks/destroy.yml", "-e", f"confirm_destroy={target.environment}")
    assert run.code == 0, run.end
    assert belongings.tagged(target) == set()
    assert target.client("ec2").describe_vpcs(VpcIds=[foreign["vpc"]])["Vpcs"]
    assert target.client("iam").get_role(RoleName=foreign["role"])["Role"]


def test_destroy_again_finds_nothing_to_do(step, target):
    run = target.play("playbooks/destroy.yml", "-e", f"confirm_destroy={target.environment}")
    assert (run.code, run.changed) == (0, 0), f"{run.changed_tasks}\n{run.end}"
