"""What people reach: the web ACL, the names with their certificate, and the load balancers."""

from __future__ import annotations

from typing import Any

from tests.e2e.journey import Target

TLS_POLICY = "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
TIERS = ("public", "private-app", "private-data")


def the_web_acl_has_the_rules_within_its_basic_price(target: Target) -> None:
    """3.a, 3.1.a, 3.1.b, 3.1.c"""
    acl = _web_acl(target)
    rules = {rule["Name"]: rule for rule in acl["Rules"]}
    groups = {
        rule["Statement"]["ManagedRuleGroupStatement"]["Name"]
        for rule in rules.values()
        if "ManagedRuleGroupStatement" in rule["Statement"]
    }
    assert groups == {
        "AWSManagedRulesAmazonIpReputationList",
        "AWSManagedRulesAnonymousIpList",
        "AWSManagedRulesBotControlRuleSet",
        "AWSManagedRulesCommonRuleSet",
        "AWSManagedRulesKnownBadInputsRuleSet",
        "AWSManagedRulesSQLiRuleSet",
    }
    assert acl["Capacity"] <= 1500
    assert acl["OnSourceDDoSProtectionConfig"]["ALBLowReputationMode"] == "ACTIVE_UNDER_DDOS"
    rate = rules["rate-of-an-address"]
    assert rate["Statement"]["RateBasedStatement"]["Limit"] == 2000
    assert "Block" in rate["Action"]
    countries = rules["blocked-countries"]
    assert countries["Statement"]["GeoMatchStatement"]["CountryCodes"]
    assert "Block" in countries["Action"]
    bots = rules["AWSManagedRulesBotControlRuleSet"]
    (settings,) = bots["Statement"]["ManagedRuleGroupStatement"]["ManagedRuleGroupConfigs"]
    assert settings["AWSManagedRulesBotControlRuleSet"]["InspectionLevel"] == "COMMON"
    assert "Count" in bots["OverrideAction"]


def the_web_acl_logs_to_an_encrypted_log_group_without_secrets(target: Target) -> None:
    """3.1.d"""
    acl = _web_acl(target)
    waf = target.client("wafv2")
    logging = waf.get_logging_configuration(ResourceArn=acl["ARN"])["LoggingConfiguration"]
    (destination,) = logging["LogDestinationConfigs"]
    name = destination.split(":log-group:")[1]
    assert name.startswith("aws-waf-logs-")
    groups = target.client("logs").describe_log_groups(logGroupNamePrefix=name)["logGroups"]
    assert groups[0]["kmsKeyId"]
    assert groups[0]["retentionInDays"] == 90
    redacted = {field["SingleHeader"]["Name"] for field in logging["RedactedFields"]}
    assert redacted == {"authorization", "cookie"}
    policies = target.client("logs").describe_resource_policies()["resourcePolicies"]
    assert any(name in policy["policyDocument"] for policy in policies)


def shield_advanced_was_not_subscribed_to(target: Target) -> None:
    """3.c: Shield Standard is there for everybody; the advanced one is a commitment that nobody makes by accident."""
    assert target.client("shield").get_subscription_state()["SubscriptionState"] == "INACTIVE"


def the_external_load_balancer_is_reached_by_tls_only_and_through_the_web_acl(target: Target) -> None:
    """4.a, 4.c, 4.1.a, 4.1.b, 4.1.c, 17.2.a, 17.2.c"""
    balancer = _load_balancer(target, "internet-facing")
    assert balancer["State"]["Code"] == "active"
    assert _tiers(target, balancer) == {"public"}
    assert len(balancer["AvailabilityZones"]) == 2
    listeners = _listeners(target, balancer)
    assert set(listeners) == {80, 443}
    assert _is_tls_with_our_certificate(target, listeners[443])
    (redirect,) = listeners[80]["DefaultActions"]
    assert redirect["RedirectConfig"]["Protocol"] == "HTTPS"
    assert redirect["RedirectConfig"]["StatusCode"] == "HTTP_301"
    waf = target.client("wafv2")
    before = waf.get_web_acl_for_resource(ResourceArn=balancer["LoadBalancerArn"])["WebACL"]
    assert before["ARN"] == _web_acl(target)["ARN"]
    attributes = _attributes(target, balancer)
    assert attributes["routing.http.drop_invalid_header_fields.enabled"] == "true"
    assert attributes["waf.fail_open.enabled"] == "false"


def the_internal_load_balancer_is_inside_the_vpc_and_speaks_tls_too(target: Target) -> None:
    """4.b, 4.c, 4.2.a, 4.2.b: a listener for HTTPS rather than HTTP, for encryption in transit (17.2.c)."""
    balancer = _load_balancer(target, "internal")
    assert balancer["State"]["Code"] == "active"
    assert _tiers(target, balancer) == {"private-app"}
    listeners = _listeners(target, balancer)
    assert set(listeners) == {443}
    assert _is_tls_with_our_certificate(target, listeners[443])


def target_groups_take_tasks_and_look_after_them(target: Target) -> None:
    """4.d, 4.1.d, 4.2.c, 4.2.d"""
    elb = target.client("elbv2")
    groups = {group["Port"]: group for group in elb.describe_target_groups()["TargetGroups"]}
    assert set(groups) == {3000, 8000}
    for group in groups.values():
        assert group["TargetType"] == "ip"
        assert group["HealthCheckEnabled"]
        assert group["HealthCheckPath"] == "/health"
        assert group["Matcher"]["HttpCode"] == "200"
    external = _listeners(target, _load_balancer(target, "internet-facing"))[443]
    rules = elb.describe_rules(ListenerArn=external["ListenerArn"])["Rules"]
    (ours,) = [rule for rule in rules if not rule["IsDefault"]]
    assert ours["Actions"][-1]["TargetGroupArn"] == groups[3000]["TargetGroupArn"]
    internal = _listeners(target, _load_balancer(target, "internal"))[443]
    assert internal["DefaultActions"][-1]["TargetGroupArn"] == groups[8000]["TargetGroupArn"]


def the_certificate_is_for_the_domain_and_validated_by_its_zone(target: Target) -> None:
    """4.3.a, 4.3.b, 4.3.c"""
    domain = _output(target, "dns", "domain")
    certificate = _certificate(target)
    assert certificate["Status"] == "ISSUED"
    assert set(certificate["SubjectAlternativeNames"]) == {domain, f"*.{domain}"}
    zone = _output(target, "dns", "zone_id")
    records = _records(target, zone)
    for option in certificate["DomainValidationOptions"]:
        assert option["ValidationMethod"] == "DNS"
        record = option["ResourceRecord"]
        assert records[record["Name"].rstrip("."), "CNAME"]["ResourceRecords"][0]["Value"] == record["Value"]


def the_names_lead_to_the_load_balancers(target: Target) -> None:
    """4.3.d"""
    domain = _output(target, "dns", "domain")
    public = _records(target, _output(target, "dns", "zone_id"))
    external = _load_balancer(target, "internet-facing")["DNSName"].lower()
    for name in (domain, f"www.{domain}"):
        assert public[name, "A"]["AliasTarget"]["DNSName"].rstrip(".").lower() == external
    zone = _output(target, "dns", "private_zone_id")
    about = target.client("route53").get_hosted_zone(Id=zone)
    assert about["HostedZone"]["Config"]["PrivateZone"]
    assert [vpc["VPCId"] for vpc in about["VPCs"]] == [_output(target, "network", "vpc_id")]
    internal = _load_balancer(target, "internal")["DNSName"].lower()
    assert _records(target, zone)[f"api.{domain}", "A"]["AliasTarget"]["DNSName"].rstrip(".").lower() == internal


def security_groups_name_each_other_where_traffic_comes_in(target: Target) -> None:
    """3.b, 3.2.a to 3.2.e, 17.2.b"""
    groups = target.client("ec2").describe_security_groups(Filters=_ours(target, "security"))["SecurityGroups"]
    found = {_tags(group)["bidops:key"].removeprefix("group-"): group for group in groups}
    ids = {name: group["GroupId"] for name, group in found.items()}
    assert _open_to_the_world(found["external-alb"]) == {80, 443}
    expected = {
        "frontend": {(3000, ids["external-alb"])},
        "internal-alb": {(443, ids["frontend"])},
        "backend": {(8000, ids["internal-alb"])},
        "database": {(5432, ids["backend"]), (5432, ids["agentcore"])},
    }
    for name, callers in expected.items():
        assert _callers(found[name]) == callers, name
        assert _open_to_the_world(found[name]) == set(), name
    assert found["database"]["IpPermissionsEgress"] == []


def the_vpc_has_its_tiers_gateways_and_endpoints(target: Target) -> None:
    """2.a to 2.d, 2.1.a to 2.1.d, 2.2.a to 2.2.d, 2.3.a to 2.3.d"""
    ec2 = target.client("ec2")
    ours = _ours(target, "network")
    (vpc,) = ec2.describe_vpcs(Filters=ours)["Vpcs"]
    assert vpc["CidrBlock"] == target.cidr
    subnets = [_tags(subnet)["bidops:key"] for subnet in ec2.describe_subnets(Filters=ours)["Subnets"]]
    for tier in TIERS:
        assert len([key for key in subnets if key.startswith(f"subnet-{tier}-")]) == 2, tier
    (gateway,) = ec2.describe_internet_gateways(Filters=ours)["InternetGateways"]
    assert [attached["VpcId"] for attached in gateway["Attachments"]] == [vpc["VpcId"]]
    nats = [nat for nat in ec2.describe_nat_gateways(Filter=ours)["NatGateways"] if nat["State"] == "available"]
    assert [nat["NatGatewayAddresses"][0]["AllocationId"] for nat in nats] == [
        address["AllocationId"] for address in ec2.describe_addresses(Filters=ours)["Addresses"]
    ]
    endpoints = ec2.describe_vpc_endpoints(Filters=ours)["VpcEndpoints"]
    services = {endpoint["ServiceName"].split(f".{target.region}.")[1] for endpoint in endpoints}
    assert {"s3", "bedrock-runtime", "secretsmanager", "ssm"} <= services
    for endpoint in endpoints:
        assert endpoint["VpcEndpointType"] == ("Gateway" if endpoint["ServiceName"].endswith(".s3") else "Interface")


def _ours(target: Target, layer: str) -> list[dict[str, Any]]:
    wanted = {"platform": target.prefix, "environment": target.environment, "layer": layer}
    return [{"Name": f"tag:bidops:{key}", "Values": [value]} for key, value in wanted.items()]


def _tags(item: dict[str, Any]) -> dict[str, str]:
    return {tag["Key"]: tag["Value"] for tag in item.get("Tags", [])}


def _output(target: Target, layer: str, name: str) -> str:
    path = f"/{target.prefix}/{target.environment}/outputs/{layer}/{name}"
    value: str = target.client("ssm").get_parameter(Name=path)["Parameter"]["Value"]
    return value


def _web_acl(target: Target) -> dict[str, Any]:
    found: dict[str, Any] = target.client("wafv2").get_web_acl(ARN=_output(target, "security", "web_acl_arn"))["WebACL"]
    return found


def _certificate(target: Target) -> dict[str, Any]:
    arn = _output(target, "dns", "certificate_arn")
    found: dict[str, Any] = target.client("acm").describe_certificate(CertificateArn=arn)["Certificate"]
    return found


def _load_balancer(target: Target, scheme: str) -> dict[str, Any]:
    balancers = target.client("elbv2").describe_load_balancers()["LoadBalancers"]
    (found,) = [balancer for balancer in balancers if balancer["Scheme"] == scheme]
    return dict(found)


def _listeners(target: Target, balancer: dict[str, Any]) -> dict[int, dict[str, Any]]:
    found = target.client("elbv2").describe_listeners(LoadBalancerArn=balancer["LoadBalancerArn"])["Listeners"]
    return {listener["Port"]: listener for listener in found}


def _attributes(target: Target, balancer: dict[str, Any]) -> dict[str, str]:
    arn = balancer["LoadBalancerArn"]
    found = target.client("elbv2").describe_load_balancer_attributes(LoadBalancerArn=arn)["Attributes"]
    return {entry["Key"]: entry["Value"] for entry in found}


def _is_tls_with_our_certificate(target: Target, listener: dict[str, Any]) -> bool:
    certificates = [entry["CertificateArn"] for entry in listener["Certificates"]]
    wanted = ("HTTPS", TLS_POLICY, [_certificate(target)["CertificateArn"]])
    return (listener["Protocol"], listener["SslPolicy"], certificates) == wanted


def _tiers(target: Target, balancer: dict[str, Any]) -> set[str]:
    ids = [zone["SubnetId"] for zone in balancer["AvailabilityZones"]]
    subnets = target.client("ec2").describe_subnets(SubnetIds=ids)["Subnets"]
    keys = [_tags(subnet)["bidops:key"].removeprefix("subnet-") for subnet in subnets]
    return {tier for tier in TIERS for key in keys if key.startswith(f"{tier}-")}


def _records(target: Target, zone: str) -> dict[tuple[str, str], dict[str, Any]]:
    pages = target.client("route53").get_paginator("list_resource_record_sets").paginate(HostedZoneId=zone)
    found = [record for page in pages for record in page["ResourceRecordSets"]]
    return {(record["Name"].rstrip("."), record["Type"]): record for record in found}


def _open_to_the_world(group: dict[str, Any]) -> set[int]:
    return {
        permission["FromPort"]
        for permission in group["IpPermissions"]
        for block in permission["IpRanges"]
        if block["CidrIp"] == "0.0.0.0/0"
    }


def _callers(group: dict[str, Any]) -> set[tuple[int, str]]:
    return {
        (permission["FromPort"], pair["GroupId"])
        for permission in group["IpPermissions"]
        for pair in permission["UserIdGroupPairs"]
    }
