# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Signing requests that no operation of a client makes."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

try:
    from botocore.auth import SigV4Auth
    from botocore.awsrequest import AWSRequest
except ImportError:
    SigV4Auth = AWSRequest = None

Headers = dict[str, str]


def signer(client: Any, service: str, method: str = "POST") -> Callable[[str, bytes, Headers], Headers]:
    """A function that adds a signature, with the credentials of a boto3 client, to the headers of a request."""
    credentials = client._request_signer._credentials  # botocore has no public way to them

    def sign(url: str, body: bytes, headers: Headers) -> Headers:
        request = AWSRequest(method, url, headers, body)
        SigV4Auth(credentials.get_frozen_credentials(), service, client.meta.region_name).add_auth(request)
        return dict(request.headers.items())

    return sign
