# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Signing requests that no operation of a client makes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from .._engine.context import Context

try:
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
except ImportError:
    SigV4Auth = AWSRequest = None

Headers = dict[str, str]


def signer(context: Context, service: str) -> Callable[[str, bytes, Headers], Headers]:
    """A function that adds a signature, with the module's credentials, to the headers of a POST request."""
    credentials: Any = context.api.client._request_signer._credentials  # botocore has no public way to them

    def sign(url: str, body: bytes, headers: Headers) -> Headers:
        request = AWSRequest("POST", url, headers, body)
        SigV4Auth(credentials.get_frozen_credentials(), service, context.region).add_auth(request)
        return dict(request.headers.items())

    return sign
