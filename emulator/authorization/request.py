"""A request as policies see it: who asks for what, with which parameters."""

import io
from dataclasses import dataclass, field
from typing import Any

from moto.core.parse import PROTOCOL_PARSERS
from moto.core.request import Request as HttpRequest
from moto.core.request import determine_request_protocol
from moto.core.utils import get_service_model
from moto.utilities.utils import get_partition

from emulator.authorization.principals import Principal
from emulator.identify import Identity
from emulator.modeled.cloud import Cloud


@dataclass(frozen=True)
class Asked:
    identity: Identity
    environ: dict[str, Any]
    principal: Principal
    cloud: Cloud
    is_secure: bool = True
    """Whether the request counts as one over TLS."""
    params: dict[str, Any] = field(default_factory=dict)
    """What the operation is given, by the names of its model."""

    @property
    def service(self) -> str:
        return self.identity.service or ""

    @property
    def operation(self) -> str:
        return self.identity.operation or ""

    @property
    def account(self) -> str:
        return self.principal.account

    @property
    def region(self) -> str:
        return self.identity.region or "us-east-1"

    @property
    def partition(self) -> str:
        return str(get_partition(self.region))

    @property
    def where(self) -> dict[str, str]:
        """What every template of an ARN is filled with."""
        return {"partition": self.partition, "region": self.region, "account": self.account}


def parameters(identity: Identity, environ: dict[str, Any], body: bytes) -> dict[str, Any]:
    """The parameters of a request. One that can't be read has none: its service will tell why."""
    try:
        model = get_service_model(str(identity.service))
        operation = model.operation_model(str(identity.operation))
        request = HttpRequest({**environ, "wsgi.input": io.BytesIO(body)})
        parser = PROTOCOL_PARSERS[determine_request_protocol(model, request.content_type)](operation)
        parsed = parser.parse(
            {
                "method": request.method,
                "values": request.values,
                "headers": request.headers,
                "body": request.data or body,
                "url_path": request.path,
                "url_params": identity.uri_params,
            }
        )
    except Exception:  # whatever a parser makes of what is no request of the service
        return {}
    return {name: value for name, value in parsed.items() if value is not None}
