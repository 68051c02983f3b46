"""Errors of the local cloud itself, in the form that the client's protocol expects."""

import json
import uuid
from xml.sax.saxutils import escape

NOT_IMPLEMENTED = 501
"""A status that no AWS client retries."""


def render(protocol: str | None, status: int, code: str, message: str) -> tuple[int, list[tuple[str, str]], bytes]:
    """Status, headers and body of an error answer."""
    request_id = str(uuid.uuid4())
    headers = [("x-amzn-RequestId", request_id)]
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
