"""Errors of the local cloud itself, in the form that the client's protocol expects."""

import json
import uuid
from xml.sax.saxutils import escape

NOT_IMPLEMENTED = 501
"""A status that no AWS client retries."""
Answer = tuple[int, list[tuple[str, str]], bytes]
"""Status, headers and body."""


def render(protocol: str | None, status: int, code: str, message: str) -> Answer:
    """An error in the form of a protocol; S3 has one of its own."""
    request_id = str(uuid.uuid4())
    headers = [("x-amzn-RequestId", request_id)]
    if protocol == "s3":
        error = f"<Code>{escape(code)}</Code><Message>{escape(message)}</Message><RequestId>{request_id}</RequestId>"
        body = f'<?xml version="1.0" encoding="UTF-8"?>\n<Error>{error}</Error>'
        headers = [("x-amz-request-id", request_id), ("Content-Type", "application/xml")]
        return status, headers, body.encode()
    if protocol == "smithy-rpc-v2-cbor":
        content = b"\xa2" + b"".join(cbor_text(text) for text in ("__type", code, "message", message))
        headers += [("smithy-protocol", "rpc-v2-cbor"), ("Content-Type", "application/cbor")]
        return status, headers, content
    if protocol in ("query", "rest-xml", "ec2"):
        error = f"<Code>{escape(code)}</Code><Message>{escape(message)}</Message>"
        if protocol == "ec2":
            body = f"<Response><Errors><Error>{error}</Error></Errors><RequestID>{request_id}</RequestID></Response>"
        else:
            fault = "<Type>Sender</Type>" if status < 500 or status == NOT_IMPLEMENTED else "<Type>Receiver</Type>"
            body = f"<ErrorResponse><Error>{fault}{error}</Error><RequestId>{request_id}</RequestId></ErrorResponse>"
        if protocol == "rest-xml":
            headers.append(("x-amzn-ErrorType", code))
        return status, [*headers, ("Content-Type", "text/xml")], body.encode()
    body = json.dumps({"__type": code, "message": message})
    kind = "application/json" if protocol == "rest-json" else "application/x-amz-json-1.1"
    return status, [*headers, ("x-amzn-ErrorType", code), ("Content-Type", kind)], body.encode()


def cbor_text(text: str) -> bytes:
    """A text in CBOR, with its length in four bytes."""
    content = text.encode()
    return b"\x7a" + len(content).to_bytes(4, "big") + content
