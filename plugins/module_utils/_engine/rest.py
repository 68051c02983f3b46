# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Operations of an HTTP endpoint that boto3 has no client for, described by a model of our own, signed like AWS's."""

from __future__ import annotations

import base64
import json
import urllib.error
from collections.abc import Callable, Iterable
from typing import Any

from ansible.module_utils.urls import SSLValidationError, open_url

from .api import Api
from .context import Context
from .errors import EngineError
from .sdk import botocore
from .signing import signer

try:
    from botocore.model import ServiceModel
    from botocore.serialize import create_serializer
except ImportError:
    ServiceModel = create_serializer = None

_SECONDS = 60
_SHOWN_CHARACTERS = 500


class RestApi(Api):
    """The operations of I(model), a botocore service model with the protocol rest-json, as dictionary.

    I(endpoint) (context) returns the URL that the paths of the model stand under; it is asked before the first request.
    I(signing) is the service's name in signatures. The options C(username) and C(password), if there are any and they
    are given, are sent instead of a signature.
    I(shaped) (operation, parsed body) returns the answer in the form of the operation's output.
    An answer with an error is botocore's ClientError, whose code is the HTTP status.
    """

    def __init__(
        self,
        context: Context,
        model: dict[str, Any],
        endpoint: Callable[[Context], str],
        signing: str,
        shaped: Callable[[Any, Any], dict[str, Any]],
        missing: Iterable[str] = (),
    ) -> None:
        self._context, self._endpoint, self._signing, self._shaped = context, endpoint, signing, shaped
        self._know(ServiceModel(model, signing), missing)
        self._url = ""

    @property
    def client(self) -> Any:
        """The boto3 client whose credentials and region are used."""
        return self._context.api_of(self._context.resource.service).client

    def call(self, operation: str, **request: Any) -> dict[str, Any]:
        model = self._model.operation_model(operation)
        sent = create_serializer("rest-json", include_validation=False).serialize_to_request(request, model)
        self._url = self._url or self._endpoint(self._context).rstrip("/")
        body = sent["body"] if sent["method"] not in ("GET", "DELETE") else b""
        text = self._send(operation, sent["method"], self._url + sent["url_path"], body)
        return self._shaped(model, json.loads(text) if text else {})

    def items(self, operation: str, result: str, **request: Any) -> list[Any]:
        """Such an endpoint lists everything at once."""
        return self.call(operation, **request).get(result) or []

    def _send(self, operation: str, method: str, url: str, body: bytes) -> str:
        headers = {"Content-Type": "application/json"} if body else {}
        headers = self._authorized(method, url, body, headers)
        tls = {name: self._context.params.get(option) for name, option in _TLS.items()}
        try:
            answer = open_url(url, data=body or None, headers=headers, method=method, timeout=_SECONDS, **tls)
        except urllib.error.HTTPError as error:
            said = _words(error.read().decode(errors="replace"))
            told = {"Error": {"Code": str(error.code), "Message": said}}
            raise botocore.exceptions.ClientError(told, operation) from error
        except (OSError, SSLValidationError) as error:
            raise EngineError(
                f"{url} can't be reached: {error}. An endpoint inside a VPC answers only to who is in it, or connected "
                "to it."
            ) from error
        return answer.read().decode()

    def _authorized(self, method: str, url: str, body: bytes, headers: dict[str, str]) -> dict[str, str]:
        name, password = (self._context.params.get(option) for option in ("username", "password"))
        if name and password:
            token = base64.b64encode(f"{name}:{password}".encode()).decode()
            return {**headers, "Authorization": f"Basic {token}"}
        return signer(self.client, self._signing, method)(url, body, headers)


_TLS = {"validate_certs": "validate_certs", "ca_path": "aws_ca_bundle"}


def _words(text: str) -> str:
    """What an error says, out of JSON if that is what it is in."""
    try:
        content = json.loads(text)
    except ValueError:
        return text[:_SHOWN_CHARACTERS]
    told = content if isinstance(content, dict) else {}
    return str(told.get("message") or told.get("Message") or told.get("reason") or text)[:_SHOWN_CHARACTERS]
