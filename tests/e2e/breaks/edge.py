"""What can go wrong with load balancers, names and the certificate."""

from __future__ import annotations

from typing import Any

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target

OLD_TLS = "ELBSecurityPolicy-2016-08"


@breaks("3.a")
def nothing_stands_before_the_external_load_balancer(target: Target) -> None:
    target.client("wafv2").disassociate_web_acl(ResourceArn=one(target, "load_balancing", "load-balancer-external"))


@breaks("4.a", "4.1.c")
def who_comes_by_http_stays_there(target: Target) -> None:
    answer = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "200", "ContentType": "text/plain"}}
    target.client("elbv2").modify_listener(
        ListenerArn=_listener(target, "external", 80)["ListenerArn"], DefaultActions=[answer]
    )


@breaks("4.a", "4.c", "4.1.b")
def people_get_in_by_old_tls(target: Target) -> None:
    _use_old_tls(target, "external")


@breaks("4.b", "4.c")
def the_frontend_asks_by_old_tls(target: Target) -> None:
    _use_old_tls(target, "internal")


@breaks("4.d", "4.1.d")
def nothing_leads_to_the_frontend(target: Target) -> None:
    elb = target.client("elbv2")
    rules = elb.describe_rules(ListenerArn=_listener(target, "external", 443)["ListenerArn"])["Rules"]
    for rule in rules:
        if not rule["IsDefault"]:
            elb.delete_rule(RuleArn=rule["RuleArn"])


@breaks("4.d", "4.2.d")
def the_backend_is_asked_how_it_is_at_its_root(target: Target) -> None:
    target.client("elbv2").modify_target_group(
        TargetGroupArn=one(target, "load_balancing", "target-group-backend"), HealthCheckPath="/"
    )


@breaks("4.3.c")
def the_certificate_is_not_validated_any_more(target: Target) -> None:
    _delete_record(target, "public-zone", "CNAME", "_")


@breaks("4.3.d")
def the_name_of_the_backend_leads_nowhere(target: Target) -> None:
    zone = one(target, "route53", "private-zone")
    route53 = target.client("route53")
    (alias,) = [found for found in _records(target, zone) if found["Type"] == "A"]
    alias["AliasTarget"]["DNSName"] = f"elsewhere.{alias['AliasTarget']['DNSName']}"
    changed = {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": alias}]}
    route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=changed)


@breaks("4.3.d")
def a_name_of_the_frontend_is_gone(target: Target) -> None:
    _delete_record(target, "public-zone", "A", "www.")


def _use_old_tls(target: Target, balancer: str) -> None:
    listener = _listener(target, balancer, 443)["ListenerArn"]
    target.client("elbv2").modify_listener(ListenerArn=listener, SslPolicy=OLD_TLS)


def _listener(target: Target, balancer: str, port: int) -> dict[str, Any]:
    arn = one(target, "load_balancing", f"load-balancer-{balancer}")
    found = target.client("elbv2").describe_listeners(LoadBalancerArn=arn)["Listeners"]
    return next(listener for listener in found if listener["Port"] == port)


def _records(target: Target, zone: str) -> list[dict[str, Any]]:
    return target.client("route53").list_resource_record_sets(HostedZoneId=zone)["ResourceRecordSets"]


def _delete_record(target: Target, key: str, kind: str, start: str) -> None:
    zone = one(target, "route53", key)
    for record in _records(target, zone):
        if record["Type"] == kind and record["Name"].startswith(start):
            change = {"Changes": [{"Action": "DELETE", "ResourceRecordSet": record}]}
            target.client("route53").change_resource_record_sets(HostedZoneId=zone, ChangeBatch=change)
