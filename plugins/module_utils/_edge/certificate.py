# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Certificates that AWS issues."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import ByList, Resource
from .._engine.state import FAILED, PENDING, READY, State
from .._engine.tags import Tagging
from .._engine.unknown import is_unknown
from .certificate_records import foretold, missing, records

Members = dict[str, Any]

ALGORITHMS = (
    "RSA_1024",
    "RSA_2048",
    "RSA_3072",
    "RSA_4096",
    "EC_prime256v1",
    "EC_secp384r1",
    "EC_secp521r1",
)
_SPENT = ("EXPIRED", "REVOKED", "INACTIVE")


def _names(members: Members) -> list[str]:
    """All names of a certificate, or of a wish for one: the service lists the first one among the others."""
    return sorted({members["DomainName"], *members.get("SubjectAlternativeNames", [])})


def _is_for(live: Members, wanted: Members) -> bool:
    """Whether it was requested, rather than imported, for just the wanted names."""
    return live.get("Type") != "IMPORTED" and _names(live) == _names(wanted)


def _state(live: Members) -> State:
    status = live.get("Status", "")
    if status == "PENDING_VALIDATION":
        return State(PENDING, status)
    if status in ("FAILED", "VALIDATION_TIMED_OUT", *_SPENT):
        return State(FAILED, status, live.get("FailureReason", ""))
    return State(READY, status)


def _refuse_delete(context: Context, live: Members) -> None:
    """EngineError for a certificate that something uses."""
    if live.get("InUseBy"):
        raise EngineError(
            f"{context.what} is in use by {', '.join(live['InUseBy'])}. Nothing was deleted. Take it off there first."
        )


def _told(context: Context, live: Members) -> Members:
    """All names, and the records that prove that they are the user's, which are made up with the certificate."""
    told = foretold if is_unknown(live.get("CertificateArn")) else records
    return {"subject_alternative_names": _names(live), "validation_records": told(context, live)}


RESOURCE = Resource(
    service="acm",
    noun="Certificate",
    returns="certificate",
    # Without the filter the list leaves out keys that are longer than usual.
    find=ByList(
        match={"DomainName": "DomainName"},
        agrees=_is_for,
        request={"Includes": {"keyTypes": list(ALGORITHMS)}},
        gone=_SPENT,
    ),
    create="RequestCertificate",
    read="DescribeCertificate",
    update="UpdateCertificateOptions",
    update_sends="changed",
    ids={"CertificateArn": "CertificateArn"},
    # The names are what it is found by; how it is validated cannot be read once it is issued.
    ignore=("SubjectAlternativeNames", "DomainValidationOptions"),
    compare={"KeyAlgorithm": lambda wanted, current: wanted == str(current).replace("-", "_")},
    status="Status",
    state=_state,
    overdue=missing,
    create_request=lambda _context, request: {name: value for name, value in request.items() if value != []},
    computed=_told,
    refuse_delete=_refuse_delete,
    tagging=Tagging(
        target={"CertificateArn": "CertificateArn"},
        tag="AddTagsToCertificate",
        untag="RemoveTagsFromCertificate",
        listing="ListTagsForCertificate",
    ),
)
