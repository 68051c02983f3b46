# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Names and their certificate: requirements 4.3."""

from __future__ import annotations

from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live
from .load_balancing import the_load_balancer
from .network import the_vpc

DNS = Checks()
OF_EVERY_ZONE = {"NS", "SOA"}


@DNS.shows("4.3.a")
def the_certificate_is_for_all_names_of_the_domain(live: Live) -> Evidence:
    certificate = _certificate(live)
    names = set(certificate["SubjectAlternativeNames"])
    domain = _zone(live, "public")["HostedZone"]["Name"].rstrip(".")
    need(f"*.{domain}" in names, f"{certificate['CertificateArn']} is for {', '.join(sorted(names))}, not *.{domain}")
    need(certificate["Status"] == "ISSUED", f"{certificate['CertificateArn']} is {certificate['Status']}")
    return {"certificate": certificate["CertificateArn"], "names": sorted(names)}


@DNS.shows("4.3.b")
def the_domain_has_a_public_zone_and_a_private_one(live: Live) -> Evidence:
    public, private = _zone(live, "public"), _zone(live, "private")
    need(not public["HostedZone"]["Config"]["PrivateZone"], f"{public['HostedZone']['Id']} is private")
    need(private["HostedZone"]["Config"]["PrivateZone"], f"{private['HostedZone']['Id']} is public")
    seen = [one["VPCId"] for one in private.get("VPCs", [])]
    vpc = the_vpc(live)["VpcId"]
    need(vpc in seen, f"{private['HostedZone']['Id']} is seen from {seen or 'no VPC'}, not {vpc}")
    evidence = {}
    for zone in (public, private):
        name, identity = zone["HostedZone"]["Name"], zone["HostedZone"]["Id"]
        own = [record for record in _records(live, zone) if record[1] not in OF_EVERY_ZONE]
        need(own, f"{identity} of {name} has no records")
        evidence[name] = {"hosted zone": identity, "records": len(own)}
    return evidence


@DNS.shows("4.3.c")
def the_certificate_is_validated_by_records_of_the_zone(live: Live) -> Evidence:
    """They stay there, so that it is renewed."""
    records = _records(live, _zone(live, "public"))
    names = []
    for option in _certificate(live)["DomainValidationOptions"]:
        domain, method = option["DomainName"], option.get("ValidationMethod")
        need(method == "DNS", f"{domain} is validated by {method}")
        record = option["ResourceRecord"]
        found = records.get((record["Name"].rstrip("."), record["Type"]), {}).get("ResourceRecords", [])
        values = [one["Value"] for one in found]
        need(record["Value"] in values, f"{record['Name']} has {values or 'no record'}, so {domain} is not validated")
        names.append(record["Name"])
    need(names, "the certificate is for no domain")
    return {"validation records": sorted(set(names))}


@DNS.shows("4.3.d")
def the_domain_leads_to_the_external_load_balancer(live: Live) -> Evidence:
    zone = _zone(live, "public")
    domain = zone["HostedZone"]["Name"].rstrip(".")
    return _lead(live, zone, (domain, f"www.{domain}"), "external")


@DNS.shows("4.3.d")
def the_name_of_the_backend_leads_to_the_internal_load_balancer(live: Live) -> Evidence:
    zone = _zone(live, "private")
    return _lead(live, zone, (zone["HostedZone"]["Name"].rstrip("."),), "internal")


def _lead(live: Live, zone: dict[str, Any], names: tuple[str, ...], balancer: str) -> Evidence:
    records = _records(live, zone)
    expected = the_load_balancer(live, balancer)["DNSName"].lower()
    for name in names:
        alias = records.get((name, "A"), {}).get("AliasTarget", {}).get("DNSName", "")
        leads = alias.rstrip(".").lower().removeprefix("dualstack.")
        need(leads == expected, f"{name} leads to {leads or 'nothing'}, not {expected}")
    return {f"names of the {balancer} load balancer": list(names), "leads to": expected}


def _certificate(live: Live) -> dict[str, Any]:
    arn = live.one("dns", "certificate")["arn"]
    return live.ask("acm", "DescribeCertificate", CertificateArn=arn)["Certificate"]


def _zone(live: Live, name: str) -> dict[str, Any]:
    found = live.find("route53", "GetHostedZone", Id=live.one("dns", "hosted_zone", f"{name}-zone")["id"])
    if not found:
        raise Broken(f"the {name} zone is not there")
    return found


def _records(live: Live, zone: dict[str, Any]) -> dict[tuple[str, str], dict[str, Any]]:
    found = live.list("route53", "ListResourceRecordSets", HostedZoneId=zone["HostedZone"]["Id"])
    return {(record["Name"].rstrip("."), record["Type"]): record for record in found}
