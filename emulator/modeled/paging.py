"""maxResults and nextToken. The token of records holds the serial of the last one shown: deletes don't shift pages."""

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
    after = _after(params)
    rest = [record for record in records if record.serial > after]
    chosen = rest[: _size(params)]
    return chosen, _encode(chosen[-1].serial) if len(rest) > len(chosen) else None


def part(items: Sequence[Any], params: dict[str, Any]) -> tuple[Sequence[Any], str | None]:
    """One page of what has no serials, by its place, and the token of the next page."""
    begin = _after(params)
    end = begin + _size(params)
    return items[begin:end], _encode(end) if len(items) > end else None


def _size(params: dict[str, Any]) -> int:
    return int(params.get("maxResults") or params.get("MaxResults") or params.get("Limit") or DEFAULT_PAGE)


def _after(params: dict[str, Any]) -> int:
    return _decode(next((params[name] for name in TOKENS if params.get(name)), None))


def _encode(serial: int) -> str:
    return base64.urlsafe_b64encode(f"after:{serial}".encode()).decode()


def _decode(token: str | None) -> int:
    if not token:
        return 0
    try:
        return int(base64.urlsafe_b64decode(token.encode()).decode().removeprefix("after:"))
    except (ValueError, binascii.Error):
        raise validation("The nextToken is not valid: use the token of the previous answer") from None
