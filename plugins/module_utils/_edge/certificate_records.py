# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The records that show that the domains of a certificate are ours: which, and where they are missing."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.sdk import botocore
from .._engine.unknown import UNKNOWN, is_unknown

Members = dict[str, Any]

_LONGEST = 60.0  # seconds that the service takes to make the records up


def records(context: Context, live: Members) -> list[Members]:
    """The DNS records of a certificate; those of a new one come a little later than the certificate itself."""
    deadline = context.deadline(longest=_LONGEST)
    while _is_incomplete(live) and not context.check_mode and deadline.pause(longest=3):
        live = context.api.call("DescribeCertificate", CertificateArn=live["CertificateArn"])["Certificate"]
    return [
        {
            "domain_name": option["DomainName"],
            "name": option["ResourceRecord"]["Name"],
            "type": option["ResourceRecord"]["Type"],
            "value": option["ResourceRecord"]["Value"],
            "status": option.get("ValidationStatus"),
        }
        for option in live.get("DomainValidationOptions") or []
        if "ResourceRecord" in option
    ]


def foretold(context: Context, live: Members) -> list[Members]:
    """The records that a certificate will have: one for each name, in an order and with contents of the service's."""
    if context.wanted.get("ValidationMethod", "DNS") != "DNS":
        return []
    names = dict.fromkeys([live["DomainName"], *sorted(live.get("SubjectAlternativeNames", []))])
    unknown = {"name": UNKNOWN, "value": UNKNOWN, "status": UNKNOWN}
    return [{"domain_name": name, "type": "CNAME", **unknown} for name in names]


def _is_incomplete(live: Members) -> bool:
    options = live.get("DomainValidationOptions") or []
    pending = live.get("Status") == "PENDING_VALIDATION" and not is_unknown(live.get("CertificateArn"))
    by_dns = all(option.get("ValidationMethod", "DNS") == "DNS" for option in options)
    return pending and by_dns and not (options and all("ResourceRecord" in option for option in options))


def missing(context: Context, live: Members) -> str:
    """What a certificate that is not issued still waits for, as far as the account's zones tell."""
    waiting = [record for record in records(context, live) if record["status"] != "SUCCESS"]
    try:
        zones = context.api_of("route53").items("ListHostedZones", "HostedZones")
        told = [_waits_for(context, record, zones) for record in waiting]
    except botocore.exceptions.ClientError:
        told = [f"{_words(record)} must be found in public DNS" for record in waiting]
    return "".join(f"{text}. " for text in dict.fromkeys(told)) + "Then run again."


def _waits_for(context: Context, record: Members, zones: list[Members]) -> str:
    around = [zone for zone in zones if f".{record['name']}".endswith(f".{zone['Name']}")]
    public = [zone for zone in around if not zone.get("Config", {}).get("PrivateZone")]
    if not public:
        return (
            f"{_words(record)} is missing, and no public zone of this account is for it: add it where its DNS is kept"
        )
    zone = max(public, key=lambda zone: len(zone["Name"]))
    route53 = context.api_of("route53")
    start = {"StartRecordName": record["name"], "StartRecordType": record["type"]}
    found = route53.call("ListResourceRecordSets", HostedZoneId=zone["Id"], MaxItems="1", **start)
    values = [
        value["Value"].rstrip(".")
        for entry in found["ResourceRecordSets"]
        if (entry["Name"], entry["Type"]) == (record["name"], record["type"])
        for value in entry.get("ResourceRecords", [])
    ]
    if record["value"].rstrip(".") not in values:
        return f"{_words(record)} is missing in the zone {zone['Name']} ({zone['Id']})"
    servers = route53.call("GetHostedZone", Id=zone["Id"]).get("DelegationSet", {}).get("NameServers", [])
    return (
        f"{_words(record)} is in the zone {zone['Name']}: DNS has not spread yet, or the domain is not delegated "
        f"to this zone, whose name servers are {', '.join(servers)}"
    )


def _words(record: Members) -> str:
    return f"{record['name']} {record['type']} {record['value']}"
