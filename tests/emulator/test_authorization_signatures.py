"""Signatures, where the local cloud checks them: in each protocol, in headers and queries, whole and in pieces."""

import hashlib
import json
import time
import urllib.error
import urllib.request
from datetime import UTC, datetime
from typing import Any

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials
from botocore.exceptions import ClientError
from hypothesis import given, settings
from hypothesis import strategies as st

from emulator.authorization import signature
from emulator.authorization.refusals import Reason, Refused
from tests.emulator.authorization import ACCOUNT, ROOT, People, guarded, people, statement
from tests.emulator.conftest import REGION

__all__ = ["guarded", "people"]

CONTROL = "bedrock-agentcore-control"
CALLS = {
    "json": ("ssm", "describe_parameters"),
    "rest-json": (CONTROL, "list_memories"),
    "query": ("iam", "list_roles"),
    "ec2": ("ec2", "describe_vpcs"),
    "rest-xml": ("route53", "list_hosted_zones"),
    "s3": ("s3", "list_buckets"),
    "cbor": ("cloudwatch", "describe_alarms"),
}


def error_of(people: People, credentials: Any, form: str) -> tuple[str, int]:
    """Code and status of the error that a call in some protocol ends with."""
    service, operation = CALLS[form]
    with pytest.raises(ClientError) as caught:
        getattr(people.cloud.client_of(service, credentials), operation)()
    answer = caught.value.response
    return answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"]


@pytest.mark.parametrize("form", CALLS)
def test_the_right_secret(people: People, form: str) -> None:
    service, operation = CALLS[form]
    ann = people.user(statement("*"))
    assert getattr(people.of(ann, service), operation)()["ResponseMetadata"]["HTTPStatusCode"] == 200


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("json", ("InvalidSignatureException", 400)),
        ("rest-json", ("InvalidSignatureException", 403)),
        ("query", ("SignatureDoesNotMatch", 403)),
        ("ec2", ("AuthFailure", 401)),
        ("rest-xml", ("SignatureDoesNotMatch", 403)),
        ("s3", ("SignatureDoesNotMatch", 403)),
        ("cbor", ("SignatureDoesNotMatch", 400)),
    ],
)
def test_a_wrong_secret(people: People, form: str, expected: Any) -> None:
    assert error_of(people, {**ROOT, "SecretAccessKey": "wrong"}, form) == expected


@pytest.mark.parametrize(
    ("form", "expected"),
    [
        ("json", ("UnrecognizedClientException", 400)),
        ("rest-json", ("UnrecognizedClientException", 403)),
        ("query", ("InvalidClientTokenId", 403)),
        ("ec2", ("AuthFailure", 401)),
        ("rest-xml", ("InvalidClientTokenId", 403)),
        ("s3", ("InvalidAccessKeyId", 403)),
        ("cbor", ("InvalidClientTokenId", 400)),
    ],
)
def test_a_key_that_nobody_has(people: People, form: str, expected: Any) -> None:
    assert error_of(people, {**ROOT, "AccessKeyId": "AKIA0000000000000000"}, form) == expected


def test_a_key_that_is_off_or_gone(people: People) -> None:
    ann, iam = people.user(statement("*"), name="ann"), people.root("iam")
    key = {"UserName": "ann", "AccessKeyId": ann["AccessKeyId"]}
    iam.update_access_key(**key, Status="Inactive")
    assert error_of(people, ann, "json")[0] == "UnrecognizedClientException"
    iam.update_access_key(**key, Status="Active")
    people.of(ann, "ssm").describe_parameters()
    iam.delete_access_key(**key)
    assert error_of(people, ann, "json")[0] == "UnrecognizedClientException"


@pytest.mark.parametrize(
    ("form", "wrong", "expired"),
    [
        ("json", "UnrecognizedClientException", "ExpiredTokenException"),
        ("rest-json", "UnrecognizedClientException", "ExpiredTokenException"),
        ("query", "InvalidClientTokenId", "ExpiredToken"),
        ("ec2", "AuthFailure", "RequestExpired"),
        ("rest-xml", "InvalidClientTokenId", "ExpiredToken"),
        ("s3", "InvalidToken", "ExpiredToken"),
    ],
)
def test_session_tokens(people: People, form: str, wrong: str, expired: str) -> None:
    session = people.session(people.role(statement("*")), DurationSeconds=2)
    assert error_of(people, {**session, "SessionToken": "another"}, form)[0] == wrong
    assert error_of(people, {**session, "SessionToken": None}, form)[0] == wrong
    time.sleep(2)
    assert error_of(people, session, form)[0] == expired


# Requests put together by hand ----------------------------------------------------------------------------------------


class AtATime(SigV4Auth):
    """botocore's signer, for requests of another time, and of bodies that are not those that are sent."""

    def __init__(self, service: str, moment: float, secret: str = ROOT["SecretAccessKey"]):
        super().__init__(Credentials(ROOT["AccessKeyId"], secret), service, REGION)
        self.timestamp = datetime.fromtimestamp(moment, UTC).strftime("%Y%m%dT%H%M%SZ")

    def _normalize_url_path(self, path: str) -> str:
        """As botocore's signer for S3 has it."""
        return path if self._service_name == "s3" else str(super()._normalize_url_path(path))

    def add_auth(self, request: Any) -> None:
        request.context["timestamp"] = self.timestamp
        self._modify_request_before_signing(request)
        text = self.string_to_sign(request, self.canonical_request(request))
        self._inject_signature_to_request(request, self.signature(text, request))


def send(url: str, headers: dict[str, str], body: bytes | None = None, method: str = "GET") -> tuple[int, str]:
    request = urllib.request.Request(url, body, headers, method=method)
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def late(people: People, service: str, path: str, seconds: float, **headers: str) -> tuple[int, str]:
    """The answer to a request signed so many seconds ago."""
    is_form = service in ("iam", "ec2")
    body = {"iam": b"Action=ListRoles&Version=2010-05-08", "ec2": b"Action=DescribeVpcs&Version=2016-11-15"}
    data = body.get(service, b"{}" if "X-Amz-Target" in headers else b"")
    kind = {"Content-Type": "application/x-www-form-urlencoded"} if is_form else {}
    request = AWSRequest("POST" if data else "GET", people.cloud.url + path, data=data, headers={**headers, **kind})
    AtATime(service, time.time() - seconds).add_auth(request)
    return send(people.cloud.url + path, dict(request.headers), data or None, request.method)


TARGET = {"X-Amz-Target": "AmazonSSM.DescribeParameters", "Content-Type": "application/x-amz-json-1.1"}


@pytest.mark.parametrize("seconds", [400, -400])
def test_a_clock_that_is_wrong(people: People, seconds: float) -> None:
    status, text = late(people, "ssm", "/", seconds, **TARGET)
    assert (status, json.loads(text)["__type"]) == (400, "InvalidSignatureException")
    assert json.loads(text)["message"].startswith("Signature expired: ")
    status, text = late(people, "bedrock", "/guardrails", seconds)
    assert (status, json.loads(text)["__type"]) == (403, "InvalidSignatureException")
    status, text = late(people, "iam", "/", seconds)
    assert (status, "<Code>SignatureDoesNotMatch</Code><Message>Signature expired: " in text) == (403, True)
    status, text = late(people, "ec2", "/", seconds)
    assert (status, "<Errors><Error><Code>RequestExpired</Code>" in text) == (400, True)


def test_how_wrong_a_clock_may_be(people: People) -> None:
    assert late(people, "ssm", "/", 290, **TARGET)[0] == 200
    unsigned = {"X-Amz-Content-SHA256": "UNSIGNED-PAYLOAD"}
    assert late(people, "s3", "/", 800, **unsigned)[0] == 200
    status, text = late(people, "s3", "/", 1000, **unsigned)
    assert (status, "<Error><Code>RequestTimeTooSkewed</Code>" in text) == (403, True)


def test_a_request_without_signature(people: People) -> None:
    status, text = send(people.cloud.url, TARGET, b"{}", "POST")
    assert (status, json.loads(text)["__type"]) == (400, "MissingAuthenticationTokenException")
    status, text = send(f"{people.cloud.url}/files", {})
    assert (status, "<Code>AccessDenied</Code>" in text) == (403, True)


def test_an_operation_that_there_is_not(people: People) -> None:
    request = AWSRequest("POST", people.cloud.url, data=b"{}", headers={**TARGET, "X-Amz-Target": "AmazonSSM.Guess"})
    AtATime("ssm", time.time()).add_auth(request)
    status, text = send(people.cloud.url, dict(request.headers), b"{}", "POST")
    assert (status, json.loads(text)["__type"]) == (501, "NotImplemented")


def test_what_takes_no_signature(people: People) -> None:
    pool = people.root("cognito-idp").create_user_pool(PoolName="people")["UserPool"]["Id"]
    made = people.root("cognito-idp").create_user_pool_client(UserPoolId=pool, ClientName="app")
    target = "AWSCognitoIdentityProviderService.SignUp"
    wanted = {"ClientId": made["UserPoolClient"]["ClientId"], "Username": "ann", "Password": "Correct-horse-7"}
    headers = {"X-Amz-Target": target, "Content-Type": "application/x-amz-json-1.1"}
    assert send(people.cloud.url, headers, json.dumps(wanted).encode(), "POST")[0] == 200
    assert people.cloud.http("GET", "/health")[0] == 200

    role = people.role()
    form = f"Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn={role}&RoleSessionName=web&WebIdentityToken=x"
    kind = {"Content-Type": "application/x-www-form-urlencoded"}
    assert send(people.cloud.url, kind, form.encode(), "POST")[0] == 200


KEYS = ("plain", "with space", "ü/€", "a+b&c=d?e#f", "a//b", "dots/../x", "~tilde", "100%")


@pytest.mark.parametrize("key", KEYS)
def test_names_that_are_encoded(people: People, key: str) -> None:
    s3 = people.root("s3", signature_version="s3v4")
    s3.create_bucket(Bucket="files")
    s3.put_object(Bucket="files", Key=key, Body=b"content", Metadata={"some_name": "a  b", "other-name": "c"})
    assert s3.get_object(Bucket="files", Key=key)["Body"].read() == b"content"
    assert s3.list_objects_v2(Bucket="files", Prefix=key)["KeyCount"] == 1
    url = s3.generate_presigned_url("get_object", Params={"Bucket": "files", "Key": key})
    assert send(url, {}) == (200, "content")


def test_presigned_requests(people: People) -> None:
    ann = people.user(statement("s3:GetObject", "arn:aws:s3:::files/may/*"), name="ann")
    s3 = people.root("s3")
    s3.create_bucket(Bucket="files")
    for key in ("may/a", "not/a"):
        s3.put_object(Bucket="files", Key=key, Body=b"x")

    def url(credentials: Any, key: str, seconds: int = 60) -> str:
        client = people.of(credentials, "s3", signature_version="s3v4")
        made = client.generate_presigned_url("get_object", Params={"Bucket": "files", "Key": key}, ExpiresIn=seconds)
        return str(made)

    assert send(url(ann, "may/a"), {}) == (200, "x")
    assert people.cloud.requests()[-1]["principal_arn"] == f"arn:aws:iam::{ACCOUNT}:user/ann"
    status, text = send(url(ann, "not/a"), {})
    assert (status, "user/ann is not authorized to perform: s3:GetObject" in text) == (403, True)
    status, text = send(url(ann, "may/a").replace("may", "not"), {})
    assert (status, "<Code>SignatureDoesNotMatch</Code>" in text) == (403, True)
    session = people.session(people.role(statement("s3:*")))
    assert send(url(session, "not/a"), {}) == (200, "x")
    short = url(ann, "may/a", seconds=1)
    time.sleep(2.1)
    status, text = send(short, {})
    assert (status, "<Message>Request has expired</Message>" in text) == (403, True)
    old = people.of(ann, "s3", signature_version="s3").generate_presigned_url(
        "get_object", Params={"Bucket": "files", "Key": "may/a"}
    )
    status, text = send(old, {})
    assert (status, "Please use AWS4-HMAC-SHA256" in text) == (400, True)


def test_a_presigned_request_of_another_service(people: People) -> None:
    url = people.root("sts").generate_presigned_url("get_caller_identity", HttpMethod="GET")
    assert send(url, {})[0] == 200
    assert send(url.replace("Action=GetCallerIdentity", "Action=GetSessionToken"), {})[0] == 403


def test_another_body_than_was_signed(people: People) -> None:
    people.root("s3").create_bucket(Bucket="files")
    url = f"{people.cloud.url}/files/a"

    def put(said: str, body: bytes) -> tuple[int, str]:
        request = AWSRequest("PUT", url, data=b"", headers={"X-Amz-Content-SHA256": said})
        AtATime("s3", time.time()).add_auth(request)
        return send(url, dict(request.headers), body, "PUT")

    digest = hashlib.sha256(b"content").hexdigest()
    assert put(digest, b"content")[0] == 200
    status, text = put(digest, b"changed")
    assert (status, "<Code>XAmzContentSHA256Mismatch</Code>" in text) == (400, True)
    assert put("UNSIGNED-PAYLOAD", b"anything")[0] == 200


@pytest.mark.parametrize("trailer", [{}, {"x-amz-checksum-crc32": "jsuXoA=="}])
def test_a_body_in_pieces(people: People, trailer: dict[str, str]) -> None:
    s3 = people.root("s3")
    s3.create_bucket(Bucket="files")
    url = f"{people.cloud.url}/files/a"

    def put(pieces: list[bytes], spoil: bool = False) -> tuple[int, str]:
        said = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD" + ("-TRAILER" if trailer else "")
        size = str(sum(map(len, pieces)))
        headers = {
            "X-Amz-Content-SHA256": said,
            "Content-Encoding": "aws-chunked",
            "X-Amz-Decoded-Content-Length": size,
        }
        if trailer:
            headers["X-Amz-Trailer"] = ",".join(trailer)
        request = AWSRequest("PUT", url, data=b"", headers=headers)
        AtATime("s3", time.time()).add_auth(request)
        signed = signature.read(
            {"HTTP_AUTHORIZATION": request.headers["Authorization"], "HTTP_X_AMZ_DATE": request.headers["X-Amz-Date"]}
        )
        assert signed
        before, body = signed.value, b""
        for piece in (*pieces, b""):
            digest = hashlib.sha256(piece).hexdigest()
            before = signed.sign(
                ROOT["SecretAccessKey"], "AWS4-HMAC-SHA256-PAYLOAD", before, hashlib.sha256(b"").hexdigest(), digest
            )
            sent = b"spoiled"[: len(piece)] if spoil else piece
            body += f"{len(piece):x};chunk-signature={before}\r\n".encode() + sent + (b"\r\n" if piece else b"")
        if trailer:
            lines = "".join(f"{name}:{value}\n" for name, value in trailer.items())
            digest = hashlib.sha256(lines.encode()).hexdigest()
            value = signed.sign(ROOT["SecretAccessKey"], "AWS4-HMAC-SHA256-TRAILER", before, digest)
            body += lines.replace("\n", "\r\n").encode() + f"x-amz-trailer-signature:{value}\r\n".encode()
        return send(url, dict(request.headers), body + b"\r\n", "PUT")

    assert put([b"one ", b"two"])[0] == 200
    status, text = put([b"one ", b"two"], spoil=True)
    assert (status, "<Code>SignatureDoesNotMatch</Code>" in text) == (403, True)


def test_paths_of_services_have_to_be_signed_right(people: People) -> None:
    url = f"{people.cloud.url}/_opensearch/search/_plugins/_security/api/roles/readers"
    for secret, expected in ((ROOT["SecretAccessKey"], 404), ("wrong", 403)):
        request = AWSRequest("GET", url)
        AtATime("es", time.time(), secret).add_auth(request)
        assert send(url, dict(request.headers))[0] == expected


# Against botocore's signer, without a server --------------------------------------------------------------------------

TEXT = st.text(st.characters(codec="utf-8", exclude_categories=("Cs", "Cc")), max_size=12)


@settings(max_examples=200)
@given(
    service=st.sampled_from(["s3", "ssm", "bedrock"]),
    path=st.lists(TEXT, max_size=4),
    query=st.dictionaries(TEXT.filter(bool), TEXT, max_size=3),
    body=st.binary(max_size=40),
    value=st.text("abc  ", max_size=10),
)
def test_it_signs_as_botocore_does(service: str, path: list[str], query: Any, body: bytes, value: str) -> None:
    from urllib.parse import quote

    raw = "/" + "/".join(quote(part, safe="~") for part in path)
    raw = "/" + raw.lstrip("/")
    raw += "?" + "&".join(f"{quote(name, safe='~')}={quote(text, safe='~')}" for name, text in query.items())
    request = AWSRequest("POST", f"http://127.0.0.1:4566{raw}", data=body, headers={"X-Amz-Meta-A": value})
    now = time.time()
    AtATime(service, now).add_auth(request)
    environ = {f"HTTP_{name.upper().replace('-', '_')}": text for name, text in request.headers.items()}
    environ |= {"REQUEST_METHOD": "POST", "RAW_URI": raw, "HTTP_HOST": "127.0.0.1:4566"}
    signed = signature.read(environ)
    assert signed
    signature.verify(signed, ROOT["SecretAccessKey"], environ, body, now)
    with pytest.raises(Refused) as caught:
        signature.verify(signed, "another", environ, body, now)
    assert caught.value.reason is Reason.MISMATCH
