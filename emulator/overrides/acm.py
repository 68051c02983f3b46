"""Certificates: issued once their records are in a public zone of Route 53, as long as that takes on AWS."""

import hashlib
from typing import Any

from moto.acm.exceptions import AWSValidationException
from moto.acm.models import AWSCertificateManagerBackend, CertBundle
from moto.acm.responses import AWSCertificateManagerResponse
from moto.core.exceptions import AWSError
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import unix_time, utcnow
from moto.elbv2.models import elbv2_backends
from moto.route53.models import route53_backends

from emulator.clock import CLOCK
from emulator.overrides.patch import add, around

PENDING, ISSUED, OURS = "PENDING_VALIDATION", "ISSUED", "AMAZON_ISSUED"
VALID_FROM = ("NotBefore", "NotAfter", "Serial", "IssuedAt")
"""What a certificate has from its issue on."""


def install() -> None:
    @around(AWSCertificateManagerResponse, "request_certificate")
    def request(moto: Any, self: Any) -> ActionResult:
        names = {self._get_param("DomainName"), *(self._get_param("SubjectAlternativeNames") or [])}
        asked = (names, self._get_param("KeyAlgorithm"), self._get_param("ValidationMethod"))
        token = self._get_param("IdempotencyToken")
        known = self.acm_backend.__dict__.setdefault("requests", {})
        if token and token in known and known[token][0] == asked:
            return ActionResult({"CertificateArn": known[token][1]})
        result: ActionResult = moto()
        certificate = self.acm_backend.get_certificate(result.result["CertificateArn"])
        certificate.asked = {"KeyAlgorithm": asked[1] or "RSA_2048", "ValidationMethod": asked[2] or "DNS"}
        certificate.order = list(dict.fromkeys([self._get_param("DomainName"), *sorted(names)]))
        if token:
            known[token] = (asked, certificate.arn)
        return result

    @around(CertBundle, "check")
    def check(moto: Any, self: Any) -> None:
        if self.type != OURS or self.status != PENDING:
            moto()
        elif all(is_published(self.arn, name) for name in self.sans):
            if not hasattr(self, "due"):
                self.due = CLOCK.now() + CLOCK.seconds("acm:Certificate:create")
            if CLOCK.now() >= self.due:
                self.status, self.issued_at = ISSUED, utcnow()

    @around(CertBundle, "describe")
    def describe(moto: Any, self: Any) -> dict[str, Any]:
        answer: dict[str, Any] = moto()
        told = answer["Certificate"]
        told["SubjectAlternativeNameSummaries"] = told["SubjectAlternativeNames"]
        if self.type == OURS and hasattr(self, "asked"):
            told["KeyAlgorithm"] = self.asked["KeyAlgorithm"]
            told["SubjectAlternativeNames"] = told["SubjectAlternativeNameSummaries"] = self.order
            told["DomainValidationOptions"] = [validation(self, name) for name in self.order]
            if self.status == ISSUED:
                told["IssuedAt"] = unix_time(self.issued_at)
            else:
                for name in VALID_FROM:
                    told.pop(name, None)
        return answer

    # moto notes who uses a certificate, and never that somebody no longer does.
    CertBundle.in_use_by = property(users, lambda _self, _value: None)

    @around(AWSCertificateManagerBackend, "delete_certificate")
    def delete(moto: Any, self: Any, arn: str) -> None:
        if self.get_certificate(arn).in_use_by:
            raise AWSError(f"Certificate {arn} in account {self.account_id} is in use.", "ResourceInUseException")
        moto(arn)

    @add(AWSCertificateManagerResponse, "update_certificate_options")
    def update_options(self: Any) -> ActionResult:
        certificate = self.acm_backend.get_certificate(self._get_param("CertificateArn"))
        wanted = self._get_param("Options") or {}
        if wanted.get("Export", certificate.cert_options["Export"]) != certificate.cert_options["Export"]:
            raise AWSValidationException("The export option can't be changed after the request")
        certificate.cert_options.update(wanted)
        return EmptyResult()


def users(certificate: Any) -> list[str]:
    """The load balancers with a listener that has it."""
    account, region = certificate.arn.split(":")[4], certificate.arn.split(":")[3]
    return [
        balancer.arn
        for balancer in elbv2_backends[account][region].load_balancers.values()
        if any(certificate.arn in listener.certificates for listener in balancer.listeners.values())
    ]


def validation(certificate: Any, name: str) -> dict[str, Any]:
    """How the ownership of a name is shown."""
    status = "SUCCESS" if certificate.status == ISSUED else PENDING
    method = certificate.asked["ValidationMethod"]
    told = {"DomainName": name, "ValidationDomain": name, "ValidationStatus": status, "ValidationMethod": method}
    return {**told, "ResourceRecord": record(certificate.arn, name)} if method == "DNS" else told


def record(arn: str, name: str) -> dict[str, str]:
    """The record of a name: the same for each certificate of an account, and for a name and its wildcard."""
    account, domain = arn.split(":")[4], name.removeprefix("*.")
    digest = hashlib.sha256(f"{account}/{domain}".encode()).hexdigest()
    return {
        "Name": f"_{digest[:32]}.{domain}.",
        "Type": "CNAME",
        "Value": f"_{digest[32:]}.jkddzztszm.acm-validations.aws.",
    }


def is_published(arn: str, name: str) -> bool:
    """Whether a public zone of the account has the record. Every zone counts as delegated."""
    wanted = record(arn, name)
    zones = route53_backends[arn.split(":")[4]][arn.split(":")[1]].zones.values()
    return any(
        found.type == "CNAME"
        and found.name.rstrip(".") == wanted["Name"].rstrip(".")
        and any(str(value).rstrip(".") == wanted["Value"].rstrip(".") for value in found.records)
        for zone in zones
        if not zone.private_zone
        for found in zone.rrsets
    )
