# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The domain with what the knowledge base knows: requirements 6."""

from __future__ import annotations

import json
from typing import Any

from .broken import need
from .check import Checks, Evidence
from .keys import key_of
from .live import Live
from .policies import allowed, attached, inline, many, principals

SEARCH = Checks()
LOGS = {"INDEX_SLOW_LOGS", "SEARCH_SLOW_LOGS", "ES_APPLICATION_LOGS", "AUDIT_LOGS"}
INSTANCE_TYPE = "t3.small.search"
GIBIBYTES = 20


@SEARCH.shows("6.a")
def a_domain_is_there_for_the_knowledge_base(live: Live) -> Evidence:
    domain = _domain(live)
    need(domain["EngineVersion"].startswith("OpenSearch_"), f"{domain['DomainName']} runs {domain['EngineVersion']}")
    works = domain.get("Created") and not domain.get("Deleted") and domain.get("Endpoint")
    need(works, f"{domain['DomainName']} does not answer")
    return {"domain": domain["ARN"], "engine": domain["EngineVersion"]}


@SEARCH.shows("6.b", "6.1.a")
def nodes_are_small(live: Live) -> Evidence:
    kind = _domain(live)["ClusterConfig"]["InstanceType"]
    need(kind == INSTANCE_TYPE, f"nodes are {kind}, not {INSTANCE_TYPE}")
    return {"instance type": kind}


@SEARCH.shows("6.b", "6.1.b")
def two_nodes_stand_in_two_zones(live: Live) -> Evidence:
    nodes = _domain(live)["ClusterConfig"]
    zones = nodes.get("ZoneAwarenessConfig", {}).get("AvailabilityZoneCount") if nodes["ZoneAwarenessEnabled"] else 1
    need((nodes["InstanceCount"], zones) == (2, 2), f"{nodes['InstanceCount']} nodes stand in {zones} zones")
    return {"nodes": nodes["InstanceCount"], "zones": zones}


@SEARCH.shows("6.1.c")
def nodes_have_their_volumes(live: Live) -> Evidence:
    volume = _domain(live)["EBSOptions"]
    found = (volume.get("VolumeType"), volume.get("VolumeSize"))
    need(found == ("gp3", GIBIBYTES), f"volumes are {found[1]} GiB of {found[0]}")
    return {"volume": f"{found[1]} GiB of {found[0]}"}


@SEARCH.shows("6.d", "6.1.d")
def it_is_encrypted_at_rest(live: Live) -> Evidence:
    at_rest = _domain(live)["EncryptionAtRestOptions"]
    key = key_of(live, "search")
    need(at_rest["Enabled"] and at_rest.get("KmsKeyId") == key, f"it is encrypted with {at_rest.get('KmsKeyId')}")
    return {"key": key}


@SEARCH.shows("6.d", "6.1.d")
def it_is_encrypted_on_the_way(live: Live) -> Evidence:
    domain = _domain(live)
    need(domain["NodeToNodeEncryptionOptions"]["Enabled"], "nodes talk to each other openly")
    endpoint = domain["DomainEndpointOptions"]
    policy = endpoint["TLSSecurityPolicy"]
    need(endpoint["EnforceHTTPS"], f"{domain['DomainName']} answers without TLS")
    need("Min-TLS-1-2" in policy, f"{domain['DomainName']} allows what {policy} allows")
    return {"TLS policy": policy}


@SEARCH.shows("6.c", "6.2.a")
def nobody_gets_in_who_is_not_named(live: Live) -> Evidence:
    """A knowledge base reaches a public endpoint only, which has no security group: the policy is the wall."""
    statements = allowed(_domain(live)["AccessPolicies"])
    who = principals(statements)
    ours = f":iam::{live.account}:role/"
    others = sorted(one for one in who if ours not in one)
    need(not others, f"{', '.join(others)} may use the domain")
    return {"who may use the domain": sorted(who)}


@SEARCH.shows("6.c", "6.2.b")
def rights_inside_go_by_role(live: Live) -> Evidence:
    options = _domain(live)["AdvancedSecurityOptions"]
    need(options["Enabled"], "fine-grained access control is off")
    need(not options.get("AnonymousAuthEnabled"), "who has not logged in gets in")
    need(not options.get("InternalUserDatabaseEnabled"), "users with passwords get in beside the roles of IAM")
    return {"fine-grained access control": True}


@SEARCH.shows("6.c", "6.2.c")
def the_role_of_the_knowledge_base_uses_this_domain_only(live: Live) -> Evidence:
    domain = _domain(live)
    role = live.one("security", "iam_role", "role-knowledge-base")
    used = set()
    for statement in (*inline(live, role["id"]), *attached(live, role["id"])):
        actions = [action for action in many(statement["Action"]) if action.startswith(("es:", "*"))]
        resources = many(statement["Resource"]) if actions else []
        broad = [one for one in resources if one not in (domain["ARN"], f"{domain['ARN']}/*")]
        need(not broad, f"{role['id']} may do {', '.join(actions)} on {', '.join(broad)}")
        need(not any("*" in action for action in actions), f"{role['id']} may do {', '.join(actions)}")
        used.update(actions)
    need({"es:ESHttpGet", "es:ESHttpPost"} <= used, f"{role['id']} may not search: {sorted(used)}")
    need(role["arn"] in principals(allowed(domain["AccessPolicies"])), f"the domain does not let in {role['arn']}")
    return {"role": role["arn"], "actions": sorted(used)}


@SEARCH.shows("6.d")
def it_tells_what_happens(live: Live) -> Evidence:
    published = _domain(live).get("LogPublishingOptions", {})
    groups = {one["arn"].removesuffix(":*") for one in live.some("search", "log_group")}
    evidence = {}
    for name in sorted(LOGS):
        told = published.get(name, {})
        arn = told.get("CloudWatchLogsLogGroupArn", "").removesuffix(":*")
        need(
            told.get("Enabled") and arn in groups, f"{name} are not written to a log group of the layer: {arn or None}"
        )
        evidence[name] = arn
    return {"logs": evidence}


def _domain(live: Live) -> dict[str, Any]:
    name = live.one("search", "opensearch_domain")["id"]
    domain = live.ask("opensearch", "DescribeDomain", DomainName=name)["DomainStatus"]
    return {**domain, "AccessPolicies": json.loads(domain.get("AccessPolicies") or '{"Statement": []}')}
