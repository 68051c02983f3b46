"""maxResults and nextToken. A token holds the serial of the last record shown, so that deletes don't shift pages."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from emulator.modeled.errors import validation
from emulator.modeled.store import Record

DEFAULT_PAGE = 100
TOKENS = ("nextToken", "NextToken", "NextPageToken", "NextMarker")


def page(records: Sequence[Record], params: dict[str, Any]) -> tuple[list[Record], str | None]:
    """One page of the records, which must be in the order of their serials, and the token of the next page."""
    size = params.get("maxResults") or params.get("MaxResults") or params.get("Limit") or DEFAULT_PAGE
    token = next((params[name] for name in TOKENS if params.get(name)), None)
    rest = [record for record in records if record.serial > _decode(token)]
    chosen = rest[:size]
    return chosen, _encode(chosen[-1].serial) if len(rest) > size else None


def _encode(serial: int) -> str:
    return base64.urlsafe_b64encode(f"after:{serial}".encode()).decode()


def _decode(token: str | None) -> int:
    if not token:
        return 0
    try:
        return int(base64.urlsafe_b64decode(token.encode()).decode().removeprefix("after:"))
    except (ValueError, binascii.Error):
        raise validation("The nextToken is not valid: use the token of the previous answer") from None
