"""What can go wrong with the search domain."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks, policies
from tests.e2e.journey import Target


@breaks("6.b", "6.1.b")
def there_are_more_nodes(target: Target) -> None:
    _update(target, ClusterConfig={"InstanceCount": 4})


@breaks("6.1.c")
def volumes_are_bigger(target: Target) -> None:
    _update(target, EBSOptions={"EBSEnabled": True, "VolumeType": "gp3", "VolumeSize": 40})


@breaks("6.c", "6.2.a")
def everybody_may_use_the_domain(target: Target) -> None:
    policy = json.loads(_domain(target)["AccessPolicies"])
    for statement in policy["Statement"]:
        statement["Principal"]["AWS"] = [*statement["Principal"]["AWS"], "*"]
    _update(target, AccessPolicies=json.dumps(policy))


@breaks("3.d", "6.c", "6.2.c")
def the_knowledge_base_may_change_domains(target: Target) -> None:
    policies.change(target, "role-knowledge-base", "DescribeTheDomain", Action="es:*")


@breaks("6.d", "6.1.d")
def the_domain_answers_by_old_tls(target: Target) -> None:
    options = {"EnforceHTTPS": True, "TLSSecurityPolicy": "Policy-Min-TLS-1-0-2019-07"}
    _update(target, DomainEndpointOptions=options)


@breaks("6.d")
def nobody_sees_who_asked_for_what(target: Target) -> None:
    audit = _domain(target)["LogPublishingOptions"]["AUDIT_LOGS"]
    _update(target, LogPublishingOptions={"AUDIT_LOGS": {**audit, "Enabled": False}})


def _name(target: Target) -> str:
    return one(target, "opensearch", "domain").rpartition("/")[2]


def _domain(target: Target) -> dict[str, Any]:
    return target.client("opensearch").describe_domain(DomainName=_name(target))["DomainStatus"]


def _update(target: Target, **changes: Any) -> None:
    target.client("opensearch").update_domain_config(DomainName=_name(target), **changes)
