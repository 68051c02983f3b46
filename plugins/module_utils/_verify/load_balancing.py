# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What people and the frontend reach: requirements 4.1 and 4.2."""

from __future__ import annotations

from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live
from .network import subnets

LOAD_BALANCING = Checks()


@LOAD_BALANCING.shows("4.a", "4.1.a")
def the_external_load_balancer_stands_in_public_subnets(live: Live) -> Evidence:
    return _stands(live, "external", "internet-facing", "public")


@LOAD_BALANCING.shows("4.b", "4.2.a")
def the_internal_load_balancer_stands_in_private_subnets(live: Live) -> Evidence:
    return _stands(live, "internal", "internal", "private-app")


@LOAD_BALANCING.shows("4.a", "4.c", "4.1.b")
def people_get_in_by_tls(live: Live) -> Evidence:
    return _by_tls(live, "external")


@LOAD_BALANCING.shows("4.b", "4.c")
def the_frontend_asks_the_backend_by_tls(live: Live) -> Evidence:
    return _by_tls(live, "internal")


@LOAD_BALANCING.shows("4.a", "4.1.c")
def who_comes_by_http_is_sent_to_https(live: Live) -> Evidence:
    plain = [listener for listener in _listeners(live, "external") if listener["Protocol"] == "HTTP"]
    need(plain, "the external load balancer has no HTTP listener")
    for listener in plain:
        to = [action.get("RedirectConfig", {}).get("Protocol") for action in listener["DefaultActions"]]
        need(to == ["HTTPS"], f"{listener['ListenerArn']} on port {listener['Port']} does not redirect to HTTPS")
    return {"redirecting listeners": [listener["ListenerArn"] for listener in plain]}


def _serves(name: str, balancer: str, bullet: str) -> None:
    @LOAD_BALANCING.shows("4.d", bullet)
    def a_target_group_takes_tasks(live: Live) -> Evidence:
        """Tasks of Fargate have addresses, and a listener leads to them."""
        group = _target_group(live, name)
        need(group["TargetType"] == "ip", f"{group['TargetGroupName']} takes targets of the type {group['TargetType']}")
        led = {arn for listener in _listeners(live, balancer) for arn in _leads_to(live, listener)}
        need(group["TargetGroupArn"] in led, f"no listener of the {balancer} load balancer leads to {name}")
        return {f"target group {name}": group["TargetGroupArn"]}


_serves("frontend", "external", "4.1.d")
_serves("backend", "internal", "4.2.c")


def _watched(name: str, *bullets: str) -> None:
    @LOAD_BALANCING.shows("4.d", *bullets)
    def health_is_asked_for(live: Live) -> Evidence:
        group = _target_group(live, name)
        path = group.get("HealthCheckPath")
        need(group["HealthCheckEnabled"], f"nothing asks {name} how it is")
        need(path not in (None, "/"), f"{name} is asked how it is at {path}, which is no place for it")
        codes = group["Matcher"].get("HttpCode")
        need(codes == "200", f"{name} counts as healthy when it answers {codes}")
        return {f"health of {name}": path}


_watched("frontend")
_watched("backend", "4.2.d")


def the_load_balancer(live: Live, name: str) -> dict[str, Any]:
    arn = live.one("load_balancing", "load_balancer", f"load-balancer-{name}")["arn"]
    return live.ask("elbv2", "DescribeLoadBalancers", LoadBalancerArns=[arn])["LoadBalancers"][0]


def _stands(live: Live, name: str, scheme: str, tier: str) -> Evidence:
    balancer = the_load_balancer(live, name)
    arn = balancer["LoadBalancerArn"]
    kind = (balancer["Type"], balancer["Scheme"], balancer["State"]["Code"])
    need(kind == ("application", scheme, "active"), f"{arn} is {', '.join(kind)}")
    expected = {subnet["SubnetId"] for subnet in subnets(live, tier)}
    found = {zone["SubnetId"] for zone in balancer["AvailabilityZones"]}
    need(found <= expected, f"{arn} stands in {', '.join(sorted(found - expected))}, which are not {tier}")
    need(len(found) >= 2, f"{arn} stands in {len(found)} subnet")
    return {f"{name} load balancer": arn, f"subnets of {name}": sorted(found)}


def _by_tls(live: Live, name: str) -> Evidence:
    """All that is served comes by HTTPS, with the certificate of the domain and a policy that begins at TLS 1.2."""
    listeners = _listeners(live, name)
    secure = [listener for listener in listeners if listener["Protocol"] == "HTTPS"]
    need(secure, f"the {name} load balancer has no HTTPS listener")
    certificate = live.one("dns", "certificate")["arn"]
    for listener in secure:
        shown = [one["CertificateArn"] for one in listener.get("Certificates", [])]
        need(certificate in shown, f"{listener['ListenerArn']} shows {shown or 'no certificate'}, not {certificate}")
        policy = listener["SslPolicy"]
        modern = policy.startswith(("ELBSecurityPolicy-TLS13-1-2", "ELBSecurityPolicy-TLS13-1-3"))
        need(modern, f"{listener['ListenerArn']} allows what {policy} allows")
    plain = [listener for listener in listeners if listener["Protocol"] == "HTTP"]
    served = [listener["ListenerArn"] for listener in plain if _leads_to(live, listener)]
    need(not served, f"{', '.join(served)} serve without TLS")
    return {f"HTTPS of {name}": [one["ListenerArn"] for one in secure], "certificate": certificate}


def _listeners(live: Live, name: str) -> list[dict[str, Any]]:
    arn = the_load_balancer(live, name)["LoadBalancerArn"]
    found = live.list("elbv2", "DescribeListeners", LoadBalancerArn=arn)
    need(found, f"{arn} has no listener")
    return found


def _leads_to(live: Live, listener: dict[str, Any]) -> set[str]:
    """The target groups of a listener and its rules; the default actions are a rule too."""
    rules = live.list("elbv2", "DescribeRules", ListenerArn=listener["ListenerArn"])
    actions = [action for rule in rules for action in rule["Actions"] if action["Type"] == "forward"]
    weighed = [
        one.get("TargetGroupArn")
        for action in actions
        for one in action.get("ForwardConfig", {}).get("TargetGroups", [])
    ]
    return {arn for arn in (*(action.get("TargetGroupArn") for action in actions), *weighed) if arn}


def _target_group(live: Live, name: str) -> dict[str, Any]:
    arn = live.one("load_balancing", "target_group", f"target-group-{name}")["arn"]
    found = live.ask("elbv2", "DescribeTargetGroups", TargetGroupArns=[arn])["TargetGroups"]
    if not found:
        raise Broken(f"{arn} is not there")
    return found[0]
