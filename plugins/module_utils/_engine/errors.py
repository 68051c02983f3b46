# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The engine's one exception: a message that tells the user what is wrong, where, and what to do."""

from __future__ import annotations

from typing import Any


class EngineError(Exception):
    """Ends the module with I(message); I(cause) is the boto exception behind it, I(details) go into the result."""

    def __init__(self, message: str, cause: BaseException | None = None, **details: Any) -> None:
        super().__init__(message)
        self.message = message
        self.cause = cause
        self.details = details


def error_code(exception: BaseException) -> str:
    """The service's error code of a botocore ClientError, or an empty string."""
    return getattr(exception, "response", {}).get("Error", {}).get("Code", "")


def error_message(exception: BaseException) -> str:
    """The service's own words of a botocore ClientError, or the text of any other exception."""
    return getattr(exception, "response", {}).get("Error", {}).get("Message", "") or str(exception)
