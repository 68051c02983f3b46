"""What the requirements say of the search domain, looked up in the platform that is deployed."""

from __future__ import annotations

import json
import urllib.request
from typing import Any

from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

from tests.e2e.journey import Target
from tests.e2e.looks.database import outputs


def _domain(target: Target) -> dict[str, Any]:
    name = outputs(target, "search")["domain_name"]
    return target.client("opensearch").describe_domain(DomainName=name)["DomainStatus"]


def _inside(target: Target, path: str) -> Any:
    """What the domain's own API says, which the local cloud has under a path of its own."""
    name = outputs(target, "search")["domain_name"]
    settings = target.cloud.environment()
    request = AWSRequest("GET", f"{target.cloud.url}/_opensearch/{name}/_plugins/_security/api/{path}")
    access = Credentials(settings["AWS_ACCESS_KEY_ID"], settings["AWS_SECRET_ACCESS_KEY"])
    SigV4Auth(access, "es", target.region).add_auth(request)
    signed = urllib.request.Request(request.url, headers=dict(request.headers))
    with urllib.request.urlopen(signed, timeout=30) as answer:
        return json.load(answer)


def two_small_nodes_in_two_zones(target: Target) -> None:
    """6.a, 6.b, 6.1.a, 6.1.b, 6.1.c, 17.3.b"""
    domain = _domain(target)
    nodes = domain["ClusterConfig"]
    assert (nodes["InstanceType"], nodes["InstanceCount"]) == ("t3.small.search", 2)
    assert nodes["ZoneAwarenessEnabled"]
    assert nodes["ZoneAwarenessConfig"]["AvailabilityZoneCount"] == 2
    assert (domain["EBSOptions"]["VolumeType"], domain["EBSOptions"]["VolumeSize"]) == ("gp3", 20)


def encrypted_at_rest_and_in_transit(target: Target) -> None:
    """6.d, 6.1.d, 17.2.c"""
    domain = _domain(target)
    assert domain["EncryptionAtRestOptions"]["Enabled"]
    assert domain["EncryptionAtRestOptions"]["KmsKeyId"] == outputs(target, "security")["search_key_arn"]
    assert domain["NodeToNodeEncryptionOptions"]["Enabled"]
    assert domain["DomainEndpointOptions"]["EnforceHTTPS"]
    assert "Min-TLS-1-2" in domain["DomainEndpointOptions"]["TLSSecurityPolicy"]


def nobody_gets_in_who_is_not_named(target: Target) -> None:
    """6.c, 6.2.a, 6.2.b, 6.2.d: knowledge bases need a public endpoint, so policy and roles are the wall."""
    domain = _domain(target)
    assert domain["AdvancedSecurityOptions"]["Enabled"]
    assert not domain["AdvancedSecurityOptions"].get("InternalUserDatabaseEnabled")
    assert not domain["AdvancedSecurityOptions"].get("AnonymousAuthEnabled")
    role = outputs(target, "security")["knowledge_base_role_arn"]
    for statement in json.loads(domain["AccessPolicies"])["Statement"]:
        named = statement["Principal"]["AWS"]
        assert ([named] if isinstance(named, str) else named) == [role]


def the_knowledge_base_has_rights_on_its_index_alone(target: Target) -> None:
    """6.2.b, 6.2.c, 17.2.b"""
    role = outputs(target, "security")["knowledge_base_role_arn"]
    mapped = _inside(target, "rolesmapping")
    assert [name for name, told in mapped.items() if role in told["backend_roles"]] == ["knowledge-base"]
    rights = _inside(target, "roles/knowledge-base")["knowledge-base"]
    assert [entry["index_patterns"] for entry in rights["index_permissions"]] == [
        [outputs(target, "search")["index_name"]]
    ]
    assert "*" not in [action for entry in rights["index_permissions"] for action in entry["allowed_actions"]]


def logs_go_to_encrypted_groups(target: Target) -> None:
    """6.d, 17.2.d"""
    published = _domain(target)["LogPublishingOptions"]
    assert set(published) == {"INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS", "ES_APPLICATION_LOGS", "AUDIT_LOGS"}
    key = outputs(target, "security")["logs_key_arn"]
    policies = target.client("logs").describe_resource_policies()["resourcePolicies"]
    for told in published.values():
        assert told["Enabled"]
        name = told["CloudWatchLogsLogGroupArn"].split(":log-group:")[1]
        group = target.client("logs").describe_log_groups(logGroupNamePrefix=name)["logGroups"][0]
        assert (group["kmsKeyId"], bool(group["retentionInDays"])) == (key, True)
        assert any(name in policy["policyDocument"] for policy in policies)
