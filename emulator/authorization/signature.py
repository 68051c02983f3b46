"""Signature Version 4: reading the signature of a request, and making it again with the secret."""

import hashlib
import hmac
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, quote, unquote

from botocore.utils import normalize_url_path

from emulator.authorization.refusals import Reason, Refused

ALGORITHM = "AWS4-HMAC-SHA256"
HEADER = re.compile(
    rf"{ALGORITHM}\s+Credential=([^/,\s]+)/(\d{{8}})/([^/]+)/([^/]+)/aws4_request,\s*"
    r"SignedHeaders=([^,\s]+),\s*Signature=([0-9a-f]{64})"
)
SCOPE = re.compile(r"([^/]+)/(\d{8})/([^/]+)/([^/]+)/aws4_request")
UNSIGNED, STREAMING = "UNSIGNED-PAYLOAD", "STREAMING-"
NOTHING = hashlib.sha256(b"").hexdigest()
SKEW_SECONDS, SKEW_SECONDS_S3 = 300, 900


@dataclass(frozen=True)
class Signature:
    """What a request says of how it is signed."""

    access_key: str
    date: str
    region: str
    service: str
    headers: tuple[str, ...]
    value: str
    timestamp: str
    token: str | None
    seconds: int | None = None
    """How long a presigned request is good for; None for others."""

    @property
    def scope(self) -> str:
        return f"{self.date}/{self.region}/{self.service}/aws4_request"

    def key(self, secret: str) -> bytes:
        """The signing key, which holds for a day, a region and a service."""
        made = f"AWS4{secret}".encode()
        for part in self.scope.split("/"):
            made = hmac.digest(made, part.encode(), "sha256")
        return made

    def sign(self, secret: str, kind: str, *lines: str) -> str:
        text = "\n".join((kind, self.timestamp, self.scope, *lines))
        return hmac.new(self.key(secret), text.encode(), "sha256").hexdigest()


def read(environ: dict[str, Any]) -> Signature | None:
    """The signature of a request, in its header or its query; None if it has none."""
    token = environ.get("HTTP_X_AMZ_SECURITY_TOKEN")
    found = HEADER.fullmatch(environ.get("HTTP_AUTHORIZATION", "").strip())
    if found:
        key, date, region, service, headers, value = found.groups()
        timestamp = environ.get("HTTP_X_AMZ_DATE", "")
        return Signature(key, date, region, service, tuple(headers.split(";")), value, timestamp, token)
    query = {name: values[0] for name, values in parse_qs(environ.get("QUERY_STRING", "")).items()}
    found = SCOPE.fullmatch(query.get("X-Amz-Credential", ""))
    seconds = query.get("X-Amz-Expires", "")
    if not found or query.get("X-Amz-Algorithm") != ALGORITHM or not seconds.isdecimal():
        return None
    return Signature(
        *found.groups(),
        headers=tuple(query.get("X-Amz-SignedHeaders", "").split(";")),
        value=query.get("X-Amz-Signature", ""),
        timestamp=query.get("X-Amz-Date", ""),
        token=query.get("X-Amz-Security-Token", token),
        seconds=int(seconds),
    )


def is_older(environ: dict[str, Any]) -> bool:
    """Whether a request to S3 is signed as before Version 4, which no new bucket takes."""
    query = parse_qs(environ.get("QUERY_STRING", ""))
    return environ.get("HTTP_AUTHORIZATION", "").startswith("AWS ") or {"AWSAccessKeyId", "Signature"} <= query.keys()


def verify(signature: Signature, secret: str, environ: dict[str, Any], body: bytes, now: float) -> None:
    """Raise Refused if the request is not signed with the secret, or not at this time."""
    payload = payload_of(signature, environ, body)
    canonical = canonical_request(signature, environ, payload)
    digest = hashlib.sha256(canonical.encode()).hexdigest()
    if not hmac.compare_digest(signature.sign(secret, ALGORITHM, digest), signature.value):
        raise Refused(Reason.MISMATCH)
    check_time(signature, now)
    if signature.service == "s3" and re.fullmatch(r"[0-9a-f]{64}", payload):
        if payload != hashlib.sha256(body).hexdigest():
            raise Refused(Reason.OTHER_PAYLOAD)
    elif payload.startswith(f"{STREAMING}{ALGORITHM}"):
        check_chunks(signature, secret, environ, body)


def check_time(signature: Signature, now: float) -> None:
    try:
        signed = datetime.strptime(signature.timestamp, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).timestamp()
    except ValueError:
        raise Refused(Reason.MISMATCH) from None
    skew = SKEW_SECONDS_S3 if signature.service == "s3" else SKEW_SECONDS
    late = skew if signature.seconds is None else signature.seconds
    if now > signed + late:
        reason = Reason.SKEWED if signature.seconds is None else Reason.OVER
        raise Refused(reason, f"{signature.timestamp} is now earlier than {stamp(now - late)}")
    if now < signed - skew:
        raise Refused(Reason.SKEWED, f"{signature.timestamp} is still later than {stamp(now + skew)}")


def stamp(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y%m%dT%H%M%SZ")


# What was signed ------------------------------------------------------------------------------------------------------


def canonical_request(signature: Signature, environ: dict[str, Any], payload: str) -> str:
    raw_path, _mark, raw_query = environ.get("RAW_URI", environ.get("PATH_INFO", "/")).partition("?")
    headers = [f"{name}:{header(environ, name)}\n" for name in signature.headers]
    return "\n".join(
        (
            environ["REQUEST_METHOD"],
            path_of(raw_path, signature.service),
            query_of(raw_query),
            "".join(headers),
            ";".join(signature.headers),
            payload,
        )
    )


def path_of(raw_path: str, service: str) -> str:
    """S3 signs a path as it is sent. All others sign it tidied up, and encoded once more."""
    if service == "s3":
        return raw_path or "/"
    return quote(normalize_url_path(raw_path), safe="/~")


def query_of(raw_query: str) -> str:
    pairs = [pair.partition("=") for pair in raw_query.split("&") if pair]
    encoded = sorted((encode(name), encode(value)) for name, _sign, value in pairs)
    return "&".join(f"{name}={value}" for name, value in encoded if name != "X-Amz-Signature")


def encode(text: str) -> str:
    return quote(unquote(text), safe="-_.~")


def header(environ: dict[str, Any], name: str) -> str:
    key = name.upper().replace("-", "_")
    value = environ.get(key if key in ("CONTENT_TYPE", "CONTENT_LENGTH") else f"HTTP_{key}", "")
    return " ".join(str(value).split())


def payload_of(signature: Signature, environ: dict[str, Any], body: bytes) -> str:
    """The digest of the body, or the word that stands for it."""
    said = str(environ.get("HTTP_X_AMZ_CONTENT_SHA256", ""))
    if said == UNSIGNED or said.startswith(STREAMING) or (said and signature.service == "s3"):
        return said
    if signature.service == "s3" and signature.seconds is not None:
        return UNSIGNED
    return hashlib.sha256(body).hexdigest()


# A body in pieces, each of which is signed, with the signature of the piece before -----------------------------------


def check_chunks(signature: Signature, secret: str, environ: dict[str, Any], body: bytes) -> None:
    before = signature.value
    trailer = b""
    for data, value, trailer in chunks(body):  # noqa: B007 - what comes behind the last piece
        digest = hashlib.sha256(data).hexdigest()
        if value != signature.sign(secret, f"{ALGORITHM}-PAYLOAD", before, NOTHING, digest):
            raise Refused(Reason.MISMATCH)
        before = value
    if not environ["HTTP_X_AMZ_CONTENT_SHA256"].endswith("-TRAILER"):
        return
    lines = [line.decode("latin-1").partition(":") for line in trailer.split(b"\r\n") if line]
    said = {name.strip().lower(): value.strip() for name, _colon, value in lines}
    value = said.pop("x-amz-trailer-signature", "")
    digest = hashlib.sha256("".join(f"{name}:{text}\n" for name, text in said.items()).encode()).hexdigest()
    if value != signature.sign(secret, f"{ALGORITHM}-TRAILER", before, digest):
        raise Refused(Reason.MISMATCH)


def chunks(body: bytes) -> Iterator[tuple[bytes, str, bytes]]:
    """Each piece with its signature and what comes behind it; the last piece is empty."""
    rest = body
    while True:
        line, _end, rest = rest.partition(b"\r\n")
        found = re.fullmatch(rb"([0-9a-fA-F]+);chunk-signature=([0-9a-f]{64})", line)
        if not found:
            raise Refused(Reason.MISMATCH)
        size = int(found[1], 16)
        data, rest = rest[:size], rest[size:].removeprefix(b"\r\n") if size else rest
        yield data, found[2].decode(), rest
        if not size:
            return
