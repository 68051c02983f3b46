"""Refusals: why a request isn't carried out, and the error that the service has for it."""

from enum import Enum

from emulator.failures import Answer, render
from emulator.identify import Identity, knows_query_codes


class Reason(Enum):
    UNSIGNED = "no signature"
    UNKNOWN_KEY = "an access key that nobody has"
    BAD_TOKEN = "a session token that isn't that of the access key"  # noqa: S105
    EXPIRED_TOKEN = "a session that has ended"  # noqa: S105
    MISMATCH = "another signature than the secret gives"
    OTHER_PAYLOAD = "another body than was signed"
    SKEWED = "a time of signing that is too far away"
    OVER = "a presigned request whose time is over"
    OLD_SIGNATURE = "a signature of an older version"
    DENIED = "policies that don't allow it"


class Refused(Exception):
    """A request is refused.  detail: the message, or the part of it that the reason leaves open."""

    def __init__(self, reason: Reason, detail: str = ""):
        super().__init__(reason.value)
        self.reason = reason
        self.detail = detail


Error = tuple[int, str, str]
"""HTTP status, code and message, in which {} is the detail."""

CHECK_SECRET = "Check your AWS Secret Access Key and signing method."  # noqa: S105
NO_MATCH = f"The request signature we calculated does not match the signature you provided. {CHECK_SECRET}"
NO_MATCH_S3 = NO_MATCH.replace("AWS Secret Access Key", "key")
INVALID_TOKEN = "The security token included in the request is invalid."  # noqa: S105
EXPIRED = "The security token included in the request is expired"

REST_JSON: dict[Reason, Error] = {
    Reason.UNSIGNED: (403, "MissingAuthenticationTokenException", "Missing Authentication Token"),
    Reason.UNKNOWN_KEY: (403, "UnrecognizedClientException", INVALID_TOKEN),
    Reason.BAD_TOKEN: (403, "UnrecognizedClientException", INVALID_TOKEN),
    Reason.EXPIRED_TOKEN: (403, "ExpiredTokenException", EXPIRED),
    Reason.MISMATCH: (403, "InvalidSignatureException", NO_MATCH),
    Reason.SKEWED: (403, "InvalidSignatureException", "Signature expired: {}"),
    Reason.OVER: (403, "InvalidSignatureException", "Signature expired: {}"),
    Reason.DENIED: (403, "AccessDeniedException", "{}"),
}
JSON: dict[Reason, Error] = {reason: (400, code, text) for reason, (_status, code, text) in REST_JSON.items()}
QUERY: dict[Reason, Error] = {
    Reason.UNSIGNED: (403, "MissingAuthenticationToken", "Request is missing Authentication Token"),
    Reason.UNKNOWN_KEY: (403, "InvalidClientTokenId", INVALID_TOKEN),
    Reason.BAD_TOKEN: (403, "InvalidClientTokenId", INVALID_TOKEN),
    Reason.EXPIRED_TOKEN: (403, "ExpiredToken", EXPIRED),
    Reason.MISMATCH: (403, "SignatureDoesNotMatch", NO_MATCH),
    Reason.SKEWED: (403, "SignatureDoesNotMatch", "Signature expired: {}"),
    Reason.OVER: (403, "SignatureDoesNotMatch", "Signature expired: {}"),
    Reason.DENIED: (403, "AccessDenied", "{}"),
}
NOT_VALIDATED = "AWS was not able to validate the provided access credentials"
EC2: dict[Reason, Error] = {
    Reason.UNSIGNED: (401, "AuthFailure", NOT_VALIDATED),
    Reason.UNKNOWN_KEY: (401, "AuthFailure", NOT_VALIDATED),
    Reason.BAD_TOKEN: (401, "AuthFailure", NOT_VALIDATED),
    Reason.EXPIRED_TOKEN: (400, "RequestExpired", "Request has expired."),
    Reason.MISMATCH: (401, "AuthFailure", NOT_VALIDATED),
    Reason.SKEWED: (400, "RequestExpired", "Request has expired. {}"),
    Reason.OVER: (400, "RequestExpired", "Request has expired. {}"),
    Reason.DENIED: (403, "UnauthorizedOperation", "You are not authorized to perform this operation. {}"),
}
S3: dict[Reason, Error] = {
    Reason.UNSIGNED: (403, "AccessDenied", "Access Denied"),
    Reason.UNKNOWN_KEY: (
        403,
        "InvalidAccessKeyId",
        "The AWS Access Key Id you provided does not exist in our records.",
    ),
    Reason.BAD_TOKEN: (400, "InvalidToken", "The provided token is malformed or otherwise invalid."),
    Reason.EXPIRED_TOKEN: (400, "ExpiredToken", "The provided token has expired."),
    Reason.MISMATCH: (403, "SignatureDoesNotMatch", NO_MATCH_S3),
    Reason.OTHER_PAYLOAD: (
        400,
        "XAmzContentSHA256Mismatch",
        "The provided 'x-amz-content-sha256' header does not match what was computed.",
    ),
    Reason.SKEWED: (
        403,
        "RequestTimeTooSkewed",
        "The difference between the request time and the current time is too large.",
    ),
    Reason.OVER: (403, "AccessDenied", "Request has expired"),
    Reason.OLD_SIGNATURE: (
        400,
        "InvalidRequest",
        "The authorization mechanism you have provided is not supported. Please use AWS4-HMAC-SHA256.",
    ),
    Reason.DENIED: (403, "AccessDenied", "{}"),
}
ERRORS = {"rest-json": REST_JSON, "query": QUERY, "rest-xml": QUERY, "ec2": EC2}
"""By protocol; all others have JSON's."""


def answer(refused: Refused, identity: Identity) -> Answer:
    """The error in the form of the service."""
    is_s3 = identity.service == "s3"
    errors = S3 if is_s3 else ERRORS.get(identity.protocol or "", JSON)
    status, code, message = errors.get(refused.reason, errors[Reason.MISMATCH])
    text = message.format(refused.detail).strip()
    given = render("s3" if is_s3 else identity.protocol, status, code, text)
    if errors is JSON and knows_query_codes(identity.service):
        # Its clients know the codes of the protocol that the service had before.
        given[1].append(("x-amzn-query-error", f"{QUERY.get(refused.reason, QUERY[Reason.MISMATCH])[1]};Sender"))
    return given
