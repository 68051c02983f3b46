"""What is there already can be brought along: it is used, and neither changed nor removed."""

from __future__ import annotations

import json
from typing import Any

import pytest

from tests.e2e import belongings
from tests.e2e.journey import Run, Target

LAYERS = "network,security,storage,dns,cicd"
NOBODYS_KEY = "00000000-0000-4000-8000-000000000000"
PROVIDER = "token.actions.githubusercontent.com"


@pytest.fixture(scope="module")
def adopted(target: Target) -> dict[str, Any]:
    """Variables that name what somebody else has made."""
    ec2, domain = target.client("ec2"), "adopted.example.org"
    vpc = ec2.create_vpc(CidrBlock="172.20.0.0/16")["Vpc"]["VpcId"]
    ec2.modify_vpc_attribute(VpcId=vpc, EnableDnsHostnames={"Value": True})
    zones = [zone["ZoneId"] for zone in ec2.describe_availability_zones()["AvailabilityZones"]][:2]
    blocks = iter(range(6))
    subnets = {
        f"network_{tier}_subnet_ids": [
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"172.20.{next(blocks)}.0/24", AvailabilityZoneId=zone)["Subnet"][
                "SubnetId"
            ]
            for zone in zones
        ]
        for tier in ("public", "private_app", "private_data")
    }
    zone = target.client("route53").create_hosted_zone(Name=domain, CallerReference="theirs")["HostedZone"]["Id"]
    provider = target.client("iam").create_open_id_connect_provider(
        Url=f"https://{PROVIDER}", ClientIDList=["sts.amazonaws.com"]
    )
    certificate = target.client("acm").request_certificate(DomainName=domain, ValidationMethod="DNS")
    key = target.client("kms").create_key(Description="theirs")["KeyMetadata"]["Arn"]
    return {
        **subnets,
        "network_vpc_id": vpc,
        "platform_domain": domain,
        "dns_zone_id": zone.removeprefix("/hostedzone/"),
        "dns_certificate_arn": certificate["CertificateArn"],
        "cicd_oidc_provider_arn": provider["OpenIDConnectProviderArn"],
        "security_existing_keys": {"storage": key},
    }


@pytest.fixture(scope="module")
def before(target: Target, adopted: dict[str, Any]) -> dict[str, Any]:
    return seen(target, adopted)


@pytest.fixture(scope="module")
def deployed(target: Target, adopted: dict[str, Any], before: dict[str, Any]) -> Run:
    return play(target, adopted, "site.yml", "--tags", LAYERS)


@pytest.fixture(scope="module")
def destroyed(target: Target, adopted: dict[str, Any], deployed: Run) -> Run:
    return play(target, adopted, "playbooks/destroy.yml", "-e", f"confirm_destroy={target.environment}")


def play(target: Target, adopted: dict[str, Any], playbook: str, *arguments: str) -> Run:
    return target.play(playbook, "-e", json.dumps(adopted), *arguments)


def seen(target: Target, adopted: dict[str, Any]) -> dict[str, Any]:
    """All that the services tell of what was brought along."""
    ec2, vpc = target.client("ec2"), [{"Name": "vpc-id", "Values": [adopted["network_vpc_id"]]}]
    kms, key = target.client("kms"), adopted["security_existing_keys"]["storage"]
    zone, provider = adopted["dns_zone_id"], adopted["cicd_oidc_provider_arn"]
    answers = {
        "vpc": ec2.describe_vpcs(Filters=vpc)["Vpcs"],
        "subnets": ec2.describe_subnets(Filters=vpc)["Subnets"],
        "zone": target.client("route53").list_tags_for_resource(ResourceType="hostedzone", ResourceId=zone),
        "certificate": target.client("acm").list_tags_for_certificate(CertificateArn=adopted["dns_certificate_arn"]),
        "provider": target.client("iam").get_open_id_connect_provider(OpenIDConnectProviderArn=provider),
        "key": kms.describe_key(KeyId=key)["KeyMetadata"],
        "policy of the key": kms.get_key_policy(KeyId=key, PolicyName="default")["Policy"],
        "rotation of the key": kms.get_key_rotation_status(KeyId=key)["KeyRotationEnabled"],
        "tags of the key": kms.list_resource_tags(KeyId=key)["Tags"],
    }
    for answer in answers.values():
        if isinstance(answer, dict):
            answer.pop("ResponseMetadata", None)
    return answers


def test_it_is_deployed_around_what_is_there(deployed):
    assert deployed.code == 0, deployed.end


def test_what_is_there_is_used(deployed, target, adopted):
    made = belongings.one(target, "s3", "bucket-documents").removeprefix("arn:aws:s3:::")
    rules = target.client("s3").get_bucket_encryption(Bucket=made)["ServerSideEncryptionConfiguration"]["Rules"]
    used = rules[0]["ApplyServerSideEncryptionByDefault"]["KMSMasterKeyID"]
    assert used == adopted["security_existing_keys"]["storage"]
    groups = target.client("ec2").describe_security_groups(
        Filters=[{"Name": "tag:bidops:platform", "Values": [target.prefix]}]
    )["SecurityGroups"]
    assert {group["VpcId"] for group in groups} == {adopted["network_vpc_id"]}


def test_again_it_changes_nothing(deployed, target, adopted):
    run = play(target, adopted, "site.yml", "--tags", LAYERS)
    assert (run.code, run.changed) == (0, 0), f"{run.changed_tasks}\n{run.end}"


def test_a_key_that_is_not_there_is_told_of_before_anything_is_made(deployed, target, adopted):
    there = adopted["security_existing_keys"]["storage"]
    wrong = {**adopted, "security_existing_keys": {"search": f"{there.rpartition('/')[0]}/{NOBODYS_KEY}"}}
    run = play(target, wrong, "site.yml", "--tags", "security")
    assert run.code != 0
    assert "no enabled key for" in run.output, run.end
    assert run.writes == []


def test_the_rest_goes_and_what_was_there_stays_as_it_was(destroyed, target, adopted, before):
    assert destroyed.code == 0, destroyed.end
    assert belongings.tagged(target) == set()
    assert seen(target, adopted) == before
