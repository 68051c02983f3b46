# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Web ACL, security groups and roles: requirements 3."""

from __future__ import annotations

from ipaddress import ip_network
from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live
from .network import subnets
from .policies import attached, inline, many, principals, trust

SECURITY = Checks()
ANYWHERE = {"0.0.0.0/0", "::/0"}
WEB = {80, 443}
EXECUTION = ("frontend-execution", "backend-execution")
TASKS = ("frontend-task", "backend-task")
# Actions that AWS gives on everything or not at all.
KNOW_NO_RESOURCE = {
    "cloudwatch:PutMetricData",
    "ecr:GetAuthorizationToken",
    "xray:GetSamplingRules",
    "xray:GetSamplingStatisticSummaries",
    "xray:GetSamplingTargets",
    "xray:PutTelemetryRecords",
    "xray:PutTraceSegments",
}
REPUTATION = {"AWSManagedRulesAmazonIpReputationList", "AWSManagedRulesAnonymousIpList"}
BOTS = "AWSManagedRulesBotControlRuleSet"
ATTACKS = {"AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet", "AWSManagedRulesSQLiRuleSet"}

Rule = dict[str, Any]


@SECURITY.shows("3.a")
def the_web_acl_stands_before_the_external_load_balancer(live: Live) -> Evidence:
    balancer = live.one("load_balancing", "load_balancer", "load-balancer-external")["arn"]
    before = live.ask("wafv2", "GetWebACLForResource", ResourceArn=balancer).get("WebACL", {}).get("ARN")
    ours = _web_acl(live)["ARN"]
    need(before == ours, f"{before or 'no web ACL'} stands before {balancer}, not {ours}")
    return {"web ACL": ours, "before": balancer}


@SECURITY.shows("3.a", "3.1.a")
def managed_rules_stop_attacks(live: Live) -> Evidence:
    return {"managed rule groups": _stopping(live, ATTACKS)}


@SECURITY.shows("3.a", "3.1.b")
def an_address_has_a_limit(live: Live) -> Evidence:
    limits = {
        rule["Name"]: rule["Statement"]["RateBasedStatement"]["Limit"]
        for rule in _rules_of(live, "RateBasedStatement")
        if "Block" in rule["Action"]
    }
    need(limits, "no rule of the web ACL blocks an address that asks too often")
    return {"limits": limits}


@SECURITY.shows("3.a", "3.1.b")
def countries_are_blocked(live: Live) -> Evidence:
    countries = [
        country
        for rule in _rules_of(live, "GeoMatchStatement")
        if "Block" in rule["Action"]
        for country in rule["Statement"]["GeoMatchStatement"]["CountryCodes"]
    ]
    need(countries, "no rule of the web ACL blocks a country")
    return {"blocked countries": countries}


@SECURITY.shows("3.a", "3.1.c")
def addresses_of_bad_reputation_are_stopped(live: Live) -> Evidence:
    return {"reputation lists": _stopping(live, REPUTATION)}


@SECURITY.shows("3.a", "3.1.c")
def bots_are_told_apart(live: Live) -> Evidence:
    """Counting is enough: what is a bot gets a label, and a bot that is welcome is not sent away."""
    rule = _managed(live).get(BOTS)
    if not rule:
        raise Broken(f"the web ACL has no {BOTS}")
    return {"bot control": next(iter(rule["OverrideAction"]))}


@SECURITY.shows("3.1.d")
def the_web_acl_logs_to_cloudwatch(live: Live) -> Evidence:
    arn = _web_acl(live)["ARN"]
    found = live.find("wafv2", "GetLoggingConfiguration", ResourceArn=arn)
    if not found:
        raise Broken(f"{arn} writes no logs")
    to = found["LoggingConfiguration"]["LogDestinationConfigs"]
    group = live.one("security", "log_group", "web-acl-log-group")["id"]
    need(any(f":log-group:{group}" in one for one in to), f"{arn} writes its logs to {to}, not {group}")
    return {"logs of the web ACL": group}


@SECURITY.shows("3.c")
def shield_stands_before_the_platform(live: Live) -> Evidence:
    """Shield Standard guards all there is. The web ACL's own protection acts before an application is overloaded."""
    acl = _web_acl(live)
    mode = acl.get("OnSourceDDoSProtectionConfig", {}).get("ALBLowReputationMode")
    need(mode in ("ACTIVE_UNDER_DDOS", "ALWAYS_ON"), f"{acl['ARN']} has no protection against DDoS: {mode}")
    state = live.ask("shield", "GetSubscriptionState")["SubscriptionState"]
    return {"protection against DDoS": mode, "Shield Advanced": state}


@SECURITY.shows("3.b", "3.2.a")
def the_external_load_balancer_is_open_on_web_ports_only(live: Live) -> Evidence:
    group = the_group(live, "external-alb")
    rules = _sources(group["IpPermissions"])
    need(any(ports == (443, 443) for ports, _source in rules), f"{group['GroupId']} lets nobody in on port 443")
    for ports, source in rules:
        expected = ports[0] == ports[1] and ports[0] in WEB
        need(expected, f"{group['GroupId']} lets {source} in on {_named(ports)}")
    _goes_only(live, group, "private-app")
    return {"group of the external load balancer": group["GroupId"]}


def _inside(name: str, caller: str, bullet: str) -> None:
    @SECURITY.shows("3.b", bullet)
    def only_who_calls_it_gets_in(live: Live) -> Evidence:
        group = the_group(live, name)
        let_in_only(live, group, (caller,))
        if name == "internal-alb":
            _goes_only(live, group, "private-app")
        else:
            _goes_only(live, group, "private-data", {(443, 443)})
        return {f"group {name}": group["GroupId"], f"callers of {name}": [caller]}


for _name, _caller, _bullet in (
    ("internal-alb", "frontend", "3.2.b"),
    ("frontend", "external-alb", "3.2.c"),
    ("backend", "internal-alb", "3.2.d"),
):
    _inside(_name, _caller, _bullet)


@SECURITY.shows("3.b", "3.2.e", "5.d", "5.2.c")
def only_the_backend_and_the_agent_reach_the_database(live: Live) -> Evidence:
    group = the_group(live, "database")
    let_in_only(live, group, ("backend", "agentcore"))
    out = _sources(group["IpPermissionsEgress"])
    need(not out, f"{group['GroupId']} lets the database out to {[source for _ports, source in out]}")
    cluster = live.one("database", "rds_cluster")["id"]
    about = live.ask("rds", "DescribeDBClusters", DBClusterIdentifier=cluster)["DBClusters"][0]
    worn = [one["VpcSecurityGroupId"] for one in about["VpcSecurityGroups"]]
    need(worn == [group["GroupId"]], f"{cluster} is in {worn}, not {group['GroupId']} alone")
    return {"group of the database": group["GroupId"]}


@SECURITY.shows("3.b")
def nobody_calls_the_agent_through_the_network(live: Live) -> Evidence:
    group = the_group(live, "agentcore")
    rules = _sources(group["IpPermissions"])
    need(not rules, f"{group['GroupId']} lets in {[source for _ports, source in rules]}")
    _goes_only(live, group, "private-data", {(443, 443)})
    return {"group of the agent": group["GroupId"]}


@SECURITY.shows("3.d", "3.3.d")
def services_take_on_roles_only_for_this_account(live: Live) -> Evidence:
    """What acts for another is told by its source; so nobody makes it act on what is ours."""
    roles = [*EXECUTION, *TASKS, "agent-runtime", "agent-gateway", "knowledge-base"]
    for name in roles:
        role = _role(live, name)
        for statement in trust(live, role):
            sources = statement.get("Condition", {}).get("StringEquals", {}).get("aws:SourceAccount")
            need(sources and many(sources) == [live.account], f"{role} is taken on for accounts {sources or 'of all'}")
    return {"roles bound to this account": roles}


@SECURITY.shows("3.d")
def roles_are_taken_on_by_services_only(live: Live) -> Evidence:
    taken = {}
    for role in live.some("security", "iam_role"):
        who = principals(trust(live, role["id"]))
        others = sorted(one for one in who if not one.endswith(".amazonaws.com"))
        need(who and not others, f"{role['id']} can be taken on by {', '.join(others) or 'nobody'}")
        taken[role["id"]] = sorted(who)
    return {"roles": taken}


def _may_little(names: tuple[str, ...], needed: set[str], *bullets: str) -> None:
    @SECURITY.shows("3.d", *bullets)
    def a_role_has_what_it_needs_and_no_more(live: Live) -> Evidence:
        evidence = {}
        for name in names:
            role = _role(live, name)
            given = [one["PolicyArn"] for one in live.list("iam", "ListAttachedRolePolicies", RoleName=role)]
            foreign = [arn for arn in given if f":iam::{live.account}:policy/" not in arn]
            need(not foreign, f"{role} has {', '.join(foreign)}")
            evidence[role] = sorted(_exact_actions(live, role))
        missing = sorted(needed - {action for actions in evidence.values() for action in actions})
        need(not missing, f"{', '.join(evidence)} may not {', '.join(missing)}")
        return {"actions": evidence}


_may_little(EXECUTION, {"ecr:BatchGetImage", "logs:PutLogEvents", "secretsmanager:GetSecretValue"}, "3.3.a")
_may_little(TASKS, {"xray:PutTraceSegments", "rds-db:connect"}, "3.3.b")
_may_little(("agent-runtime", "agent-gateway"), {"bedrock:InvokeModel", "bedrock:Retrieve"}, "3.3.c")
_may_little(("knowledge-base",), {"bedrock:InvokeModel", "es:ESHttpPost", "s3:GetObject"})


@SECURITY.shows("3.3.c")
def the_agent_reaches_the_database(live: Live) -> Evidence:
    """Through the network: it logs in by the secret that its tools are given."""
    rules = _sources(the_group(live, "database")["IpPermissions"])
    agent = the_group(live, "agentcore")["GroupId"]
    need(any(source == agent for _ports, source in rules), f"{agent} does not reach the database")
    return {"group of the agent": agent}


def the_group(live: Live, name: str) -> dict[str, Any]:
    group = live.one("security", "security_group", f"group-{name}")["id"]
    return live.ask("ec2", "DescribeSecurityGroups", GroupIds=[group])["SecurityGroups"][0]


def let_in_only(live: Live, group: dict[str, Any], callers: tuple[str, ...]) -> None:
    """Each caller gets in, on the one port, and nobody else."""
    expected = {the_group(live, name)["GroupId"] for name in callers}
    rules = _sources(group["IpPermissions"])
    others = [f"{source} on {_named(ports)}" for ports, source in rules if source not in expected]
    need(not others, f"{group['GroupId']} lets in {', '.join(others)}")
    missing = expected - {source for _ports, source in rules}
    need(not missing, f"{group['GroupId']} does not let in {', '.join(sorted(missing))}")
    ports = {of_rule for of_rule, _source in rules}
    single = len(ports) == 1 and all(first == last and first for first, last in ports)
    need(single, f"{group['GroupId']} is open on {', '.join(_named(one) for one in sorted(ports, key=str))}")


def _goes_only(live: Live, group: dict[str, Any], tier: str, anywhere: frozenset | set = frozenset()) -> None:
    """Out to a tier, on single ports; and anywhere on the ports I(anywhere)."""
    blocks = {ip_network(subnet["CidrBlock"]) for subnet in subnets(live, tier)}
    for ports, target in _sources(group["IpPermissionsEgress"]):
        if target in ANYWHERE:
            need(ports in anywhere, f"{group['GroupId']} goes anywhere on {_named(ports)}")
            continue
        inside = "/" in target and any(ip_network(target).subnet_of(block) for block in blocks)
        need(inside, f"{group['GroupId']} goes to {target}, which is not {tier}")
        need(ports[0] == ports[1] and ports[0], f"{group['GroupId']} goes to {target} on {_named(ports)}")


def _sources(permissions: list[Rule]) -> list[tuple[tuple[Any, Any], str]]:
    """Ports of each rule, and whom it is about."""
    found = []
    for rule in permissions:
        ports = (rule.get("FromPort"), rule.get("ToPort")) if rule["IpProtocol"] == "tcp" else (None, None)
        names = [
            *(one["CidrIp"] for one in rule.get("IpRanges", [])),
            *(one["CidrIpv6"] for one in rule.get("Ipv6Ranges", [])),
            *(one["PrefixListId"] for one in rule.get("PrefixListIds", [])),
            *(one["GroupId"] for one in rule.get("UserIdGroupPairs", [])),
        ]
        found.extend((ports, name) for name in names)
    return found


def _named(ports: tuple[Any, Any]) -> str:
    if ports[0] is None:
        return "ports of all protocols"
    return f"port {ports[0]}" if ports[0] == ports[1] else f"ports {ports[0]} to {ports[1]}"


def _role(live: Live, name: str) -> str:
    return live.one("security", "iam_role", f"role-{name}")["id"]


def _exact_actions(live: Live, role: str) -> set[str]:
    """What the role's policies allow: exact actions, on everything only where AWS knows nothing else."""
    found = set()
    for statement in (*inline(live, role), *attached(live, role)):
        actions = many(statement.get("Action", "*"))
        need(not any("*" in action for action in actions), f"{role} may do {', '.join(actions)}")
        broad = "*" in many(statement.get("Resource", "*"))
        need(not broad or set(actions) <= KNOW_NO_RESOURCE, f"{role} may do {', '.join(actions)} on everything")
        found.update(actions)
    need(found, f"{role} may do nothing")
    return found


def _web_acl(live: Live) -> dict[str, Any]:
    return live.ask("wafv2", "GetWebACL", ARN=live.one("security", "web_acl")["arn"])["WebACL"]


def _rules_of(live: Live, statement: str) -> list[Rule]:
    return [rule for rule in _web_acl(live)["Rules"] if statement in rule["Statement"]]


def _managed(live: Live) -> dict[str, Rule]:
    rules = _rules_of(live, "ManagedRuleGroupStatement")
    return {rule["Statement"]["ManagedRuleGroupStatement"]["Name"]: rule for rule in rules}


def _stopping(live: Live, names: set[str]) -> list[str]:
    """The managed groups are there, and their own actions are taken, not counted."""
    rules = _managed(live)
    missing = sorted(names - set(rules))
    need(not missing, f"the web ACL has no {', '.join(missing)}")
    counting = sorted(name for name in names if "None" not in rules[name]["OverrideAction"])
    need(not counting, f"{', '.join(counting)} only count in the web ACL")
    return sorted(names)
