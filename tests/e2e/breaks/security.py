"""What can go wrong with the web ACL, the security groups and the roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks, policies
from tests.e2e.journey import Target

_UPDATED = ("Name", "Id", "DefaultAction", "VisibilityConfig", "Description", "OnSourceDDoSProtectionConfig")


@breaks("3.a", "3.1.a")
def attacks_are_only_counted(target: Target) -> None:
    _change_rule(target, "AWSManagedRulesCommonRuleSet", lambda rule: rule.update(OverrideAction={"Count": {}}))


@breaks("3.a", "3.1.b")
def an_address_may_ask_as_often_as_it_likes(target: Target) -> None:
    _change_rule(target, "rate-of-an-address", lambda rule: rule.update(Action={"Count": {}}))


@breaks("3.a", "3.1.b")
def blocked_countries_are_let_in(target: Target) -> None:
    _change_rule(target, "blocked-countries", lambda rule: rule.update(Action={"Count": {}}))


@breaks("3.a", "3.1.c")
def reputation_counts_for_nothing(target: Target) -> None:
    _change_acl(target, lambda acl: acl["Rules"].remove(_rule(acl, "AWSManagedRulesAmazonIpReputationList")))


@breaks("3.a", "3.1.c")
def bots_are_taken_for_people(target: Target) -> None:
    _change_acl(target, lambda acl: acl["Rules"].remove(_rule(acl, "AWSManagedRulesBotControlRuleSet")))


@breaks("3.1.d")
def the_web_acl_writes_no_logs(target: Target) -> None:
    target.client("wafv2").delete_logging_configuration(ResourceArn=one(target, "web_acls", "web-acl"))


@breaks("3.c")
def nothing_acts_against_floods(target: Target) -> None:
    _change_acl(target, lambda acl: acl.pop("OnSourceDDoSProtectionConfig"))


@breaks("3.b", "3.2.a")
def people_reach_the_external_load_balancer_by_ssh(target: Target) -> None:
    _let_in(target, "group-external-alb", 22, "0.0.0.0/0")


@breaks("3.b", "3.2.b")
def the_vpc_reaches_the_internal_load_balancer(target: Target) -> None:
    _let_in(target, "group-internal-alb", 443, target.cidr)


@breaks("3.b", "3.2.c")
def people_reach_the_frontend_past_the_load_balancer(target: Target) -> None:
    _let_in(target, "group-frontend", 3000, "0.0.0.0/0")


@breaks("3.b", "3.2.d")
def the_backend_gets_out_on_every_port(target: Target) -> None:
    target.client("ec2").authorize_security_group_egress(
        GroupId=one(target, "ec2", "group-backend"),
        IpPermissions=[{"IpProtocol": "-1", "IpRanges": [{"CidrIp": "0.0.0.0/0"}]}],
    )


@breaks("3.b", "3.2.e", "5.d", "5.2.c")
def the_vpc_reaches_the_database(target: Target) -> None:
    _let_in(target, "group-database", 5432, target.cidr)


@breaks("3.d", "3.3.a")
def the_frontend_is_started_with_all_secrets_there_are(target: Target) -> None:
    policies.change(target, "role-frontend-execution", "ReadSecrets", Resource="*")


@breaks("3.d", "3.3.b")
def the_backend_may_do_everything_in_buckets(target: Target) -> None:
    policies.change(target, "role-backend-task", "AskTheAgent", Action="s3:*")


@breaks("3.d", "3.3.c")
def the_agent_may_use_all_models(target: Target) -> None:
    policies.change(target, "role-agent-runtime", "InvokeModels", Resource="*")


@breaks("3.d", "3.3.d", "11.1.c")
def the_gateway_may_act_for_other_accounts(target: Target) -> None:
    policies.trust(target, "role-agent-gateway", Condition={})


def _let_in(target: Target, group: str, port: int, block: str) -> None:
    target.client("ec2").authorize_security_group_ingress(
        GroupId=one(target, "ec2", group), IpProtocol="tcp", FromPort=port, ToPort=port, CidrIp=block
    )


def _rule(acl: dict[str, Any], name: str) -> dict[str, Any]:
    return next(rule for rule in acl["Rules"] if rule["Name"] == name)


def _change_rule(target: Target, name: str, change: Callable[[dict[str, Any]], Any]) -> None:
    _change_acl(target, lambda acl: change(_rule(acl, name)))


def _change_acl(target: Target, change: Callable[[dict[str, Any]], Any]) -> None:
    waf = target.client("wafv2")
    found = waf.get_web_acl(ARN=one(target, "web_acls", "web-acl"))
    acl = found["WebACL"]
    change(acl)
    kept = {name: acl[name] for name in _UPDATED if name in acl}
    waf.update_web_acl(**kept, Rules=acl["Rules"], Scope="REGIONAL", LockToken=found["LockToken"])
