# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Secrets and parameters: requirements 14."""

from __future__ import annotations

from typing import Any

from .broken import need
from .check import Checks, Evidence
from .keys import key_of
from .live import Live
from .policies import closed_to_others, managed, many

CONFIG = Checks()
READING = ("Get", "Describe", "List")
SECURE = "parameters-secure"


@CONFIG.shows("14.a")
def secrets_have_values(live: Live) -> Evidence:
    evidence = {}
    for secret in _secrets(live):
        stages = [stage for given in secret.get("VersionIdsToStages", {}).values() for stage in given]
        need("AWSCURRENT" in stages, f"{secret['Name']} has no value")
        need(not secret.get("DeletedDate"), f"{secret['Name']} is being deleted")
        evidence[secret["Name"]] = secret["ARN"]
    return {"secrets": evidence}


@CONFIG.shows("14.a", "14.1.b")
def keys_and_logins_of_services_are_secrets(live: Live) -> Evidence:
    found = [live.one("config", "secretsmanager_secret", f"secret-{key}") for key in ("api-key", "external-services")]
    return {"keys and logins": [one["arn"] for one in found]}


@CONFIG.shows("14.d", "14.1.c")
def secrets_are_encrypted_with_our_key(live: Live) -> Evidence:
    key = _key(live)
    for secret in _secrets(live):
        need(secret.get("KmsKeyId") == key, f"{secret['Name']} is encrypted with {secret.get('KmsKeyId')}, not {key}")
    state = live.ask("kms", "DescribeKey", KeyId=key)["KeyMetadata"]["KeyState"]
    need(state == "Enabled", f"{key} is {state}")
    return {"key of secrets": key}


@CONFIG.shows("14.d", "14.1.d")
def secrets_are_closed_to_other_accounts(live: Live) -> Evidence:
    for secret in _secrets(live):
        policy = live.ask("secretsmanager", "GetResourcePolicy", SecretId=secret["ARN"]).get("ResourcePolicy")
        closed = policy and closed_to_others(live, policy, "secretsmanager")
        need(closed, f"{secret['Name']} is not closed to other accounts")
    return {"closed secrets": [secret["Name"] for secret in _secrets(live)]}


@CONFIG.shows("14.d", "14.1.d")
def applications_only_read_secrets_of_the_environment(live: Live) -> Evidence:
    return _reads(live, "policy-secrets", f":secret:{live.platform}/{live.environment}/", "secretsmanager:")


@CONFIG.shows("14.d", "14.2.d")
def applications_only_read_parameters_of_the_environment(live: Live) -> Evidence:
    return _reads(live, "policy-parameters", f":parameter/{live.platform}/{live.environment}/", "ssm:")


@CONFIG.shows("14.2.d")
def who_reads_parameters_does_not_read_encrypted_ones(live: Live) -> Evidence:
    secure = [one["arn"] for one in live.some("config", "ssm_parameter", SECURE)]
    policy = live.one("config", "iam_policy", "policy-parameters")
    for statement in managed(live, policy["arn"]):
        reached = [arn for arn in secure for given in many(statement["Resource"]) if _covers(given, arn)]
        need(not reached, f"{policy['id']} reaches {', '.join(reached)}")
    return {"policy": policy["arn"], "encrypted parameters": len(secure)}


@CONFIG.shows("14.b", "14.2.a")
def applications_find_what_they_need(live: Live) -> Evidence:
    """Where they are is what it is; a wrong value would lead them to another environment."""
    expected = {"app/environment": live.environment, "app/region": live.region}
    values = {}
    for name, value in expected.items():
        path = f"/{live.platform}/{live.environment}/config/{name}"
        need(path in _names(live), f"there is no parameter {path}")
        found = live.ask("ssm", "GetParameter", Name=path)["Parameter"]["Value"]
        need(found == value, f"{path} is {found}, not {value}")
        values[path] = found
    return {"parameters": values}


@CONFIG.shows("14.b", "14.2.b")
def parameters_stand_in_the_hierarchy_of_the_environment(live: Live) -> Evidence:
    root = f"/{live.platform}/{live.environment}/config/"
    outside = sorted(name for name in _names(live) if not name.startswith(root))
    need(not outside, f"{', '.join(outside)} are not below {root}")
    branches = sorted({name.removeprefix(root).partition("/")[0] for name in _names(live)})
    missing = {"app", "features", "endpoints"} - set(branches)
    need(not missing, f"there is nothing below {', '.join(root + one for one in sorted(missing))}")
    return {"hierarchy": [root + branch for branch in branches]}


@CONFIG.shows("14.d", "14.2.c")
def sensitive_parameters_are_encrypted_with_our_key(live: Live) -> Evidence:
    key = _key(live)
    told = {one["Name"]: one for one in live.list("ssm", "DescribeParameters")}
    names = [one["id"] for one in live.some("config", "ssm_parameter", SECURE)]
    for name in names:
        kind, used = told.get(name, {}).get("Type"), told.get(name, {}).get("KeyId")
        need(kind == "SecureString", f"{name} is a {kind}")
        need(used == key, f"{name} is encrypted with {used}, not {key}")
    return {"encrypted parameters": names, "key of parameters": key}


def _key(live: Live) -> str:
    return key_of(live, "secrets")


def _secrets(live: Live) -> list[dict[str, Any]]:
    found = live.some("config", "secretsmanager_secret")
    return [live.ask("secretsmanager", "DescribeSecret", SecretId=one["arn"]) for one in found]


def _names(live: Live) -> list[str]:
    """The parameters of the applications; what the layer publishes for others is not among them."""
    return [one["id"] for one in live.some("config", "ssm_parameter", "parameters-")]


def _reads(live: Live, key: str, place: str, service: str) -> Evidence:
    """A policy that reads and does nothing else; of a service, only what is below a place."""
    policy = live.one("config", "iam_policy", key)
    actions = set()
    for statement in managed(live, policy["arn"]):
        given, resources = many(statement["Action"]), many(statement["Resource"])
        more = [one for one in given if not (one.partition(":")[2].startswith(READING) or one == "kms:Decrypt")]
        need(not more and not any("*" in one for one in given), f"{policy['id']} may do {', '.join(more or given)}")
        need("*" not in resources, f"{policy['id']} may do {', '.join(given)} on everything")
        if any(one.startswith(service) for one in given):
            outside = [one for one in resources if place not in one]
            need(not outside, f"{policy['id']} reaches {', '.join(outside)}")
            actions.update(given)
    need(actions, f"{policy['id']} allows nothing of {service}")
    return {"policy": policy["arn"], "actions": sorted(actions)}


def _covers(given: str, arn: str) -> bool:
    return arn.startswith(given.removesuffix("*")) if given.endswith("*") else given == arn
