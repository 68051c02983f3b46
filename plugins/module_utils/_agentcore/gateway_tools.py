# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Asking a gateway for its tools, and waiting for those that should be there."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.shapes import snake
from .._engine.signing import signer
from .._engine.state import Deadline
from .._engine.unknown import has_unknown
from .mcp import Refused, Session

RESOURCE = Resource(service="bedrock-agentcore-control", noun="Gateway", returns="tools", secret=("bearer_token",))

_SIGNING_NAME = "bedrock-agentcore"
_WITH_TOKEN = ("CUSTOM_JWT", "AUTHENTICATE_ONLY")


def list_tools(context: Context) -> dict[str, Any]:
    """Ask until the expectation is met; the module's result."""
    key = context.params["gateway_identifier"] or _id_of(context, context.params["gateway_name"])
    if has_unknown(key):
        return {"changed": False, "tools": [], "gateway_id": key, "gateway_url": key}
    gateway = context.api.find("GetGateway", gatewayIdentifier=key)
    if gateway is None:
        raise EngineError(f"There is no gateway with the id '{key}' in {context.region}.")
    authorize = _authorization(context, gateway)
    expected = context.params["expect"] or []
    deadline = Deadline(context.params["timeout"])
    while True:
        tools = _ask(gateway, authorize, context)
        missing = [name for name in expected if name not in {tool["name"] for tool in tools}]
        if not missing:
            result = {"tools": tools, "gateway_id": gateway["gatewayId"], "gateway_url": gateway["gatewayUrl"]}
            return {"changed": False, **result}
        if not deadline.pause(longest=5):
            raise EngineError(
                f"The gateway '{gateway['name']}' does not offer {', '.join(missing)} after {deadline.timeout:g} "
                f"seconds. It offers {', '.join(tool['name'] for tool in tools) or 'nothing'}.",
                tools=tools,
            )


def _id_of(context: Context, name: str) -> str:
    found = [item["gatewayId"] for item in context.api.items("ListGateways", "items") if item["name"] == name]
    if not found:
        raise EngineError(f"There is no gateway '{name}' in {context.region}.")
    return found[0]


def _authorization(context: Context, gateway: dict[str, Any]) -> Any:
    """A function that adds to the headers of a request what the gateway's authorizer wants."""
    kind, token = gateway["authorizerType"], context.params["bearer_token"]
    if kind in _WITH_TOKEN:
        if not token:
            raise EngineError(f"bearer_token is required: the authorizer of the gateway is {kind}.")
        return lambda url, body, headers: {**headers, "Authorization": f"Bearer {token}"}
    if token:
        raise EngineError(f"bearer_token has no use here: the authorizer of the gateway is {kind}.")
    return signer(context.api.client, _SIGNING_NAME) if kind == "AWS_IAM" else lambda url, body, headers: headers


def _ask(gateway: dict[str, Any], authorize: Any, context: Context) -> list[dict[str, Any]]:
    session = Session(
        gateway["gatewayUrl"], authorize, context.params["validate_certs"], context.params["aws_ca_bundle"]
    )
    try:
        found = session.tools()
    except Refused as error:
        raise EngineError(f"The gateway '{gateway['name']}' at {gateway['gatewayUrl']} {error}") from error
    return [{**{snake(name): value for name, value in tool.items()}, "target": _target(tool["name"])} for tool in found]


def _target(tool: str) -> str:
    target, mark, _name = tool.partition("___")
    return target if mark else ""
