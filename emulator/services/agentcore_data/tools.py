"""The tools that a gateway's targets offer, as far as their configuration tells."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any

import yaml

from emulator.modeled.store import Record
from emulator.neighbours import object_body

Tool = dict[str, Any]
METHODS = ("get", "put", "post", "delete", "patch", "head", "options")
NOTHING: dict[str, Any] = {"type": "object", "properties": {}}


def tools_of(target: Record) -> list[Tool]:
    """The tools of a target, whose names begin with the target's."""
    configuration = target.members["targetConfiguration"].get("mcp", {})
    kind, given = next(iter(configuration.items()), ("", {}))
    found = READERS[kind](target, given) if kind in READERS else ()
    return named(target, found)


def named(target: Record, tools: Iterable[Tool]) -> list[Tool]:
    """The tools by the names that the gateway gives them."""
    return [{**tool, "name": f"{target.members['name']}___{tool['name']}"} for tool in tools]


def of_lambda(target: Record, given: dict[str, Any]) -> Iterator[Tool]:
    yield from given["toolSchema"].get("inlinePayload") or document(target, given["toolSchema"]) or []


def of_open_api(target: Record, given: dict[str, Any]) -> Iterator[Tool]:
    """The operations that have an id; a parameter is a property, and so are those of a body that is an object."""
    for path in (document(target, given) or {}).get("paths", {}).values():
        for method, operation in path.items():
            if method in METHODS and "operationId" in operation:
                words = operation.get("description") or operation.get("summary") or operation["operationId"]
                schema = parameters([*path.get("parameters", []), *operation.get("parameters", [])], operation)
                yield {"name": operation["operationId"], "description": words, "inputSchema": schema}


def parameters(listed: list[dict[str, Any]], operation: dict[str, Any]) -> dict[str, Any]:
    properties = {item["name"]: item.get("schema", {}) for item in listed if "name" in item}
    required = [item["name"] for item in listed if "name" in item and item.get("required")]
    content = operation.get("requestBody", {}).get("content", {}).get("application/json", {})
    body = content.get("schema", {})
    properties |= body.get("properties", {})
    required += body.get("required", [])
    return {"type": "object", "properties": properties, **({"required": required} if required else {})}


def of_smithy(target: Record, given: dict[str, Any]) -> Iterator[Tool]:
    for name, shape in (document(target, given) or {}).get("shapes", {}).items():
        if shape.get("type") == "operation":
            words = shape.get("traits", {}).get("smithy.api#documentation", name.rpartition("#")[2])
            yield {"name": name.rpartition("#")[2], "description": words, "inputSchema": NOTHING}


def of_server(target: Record, given: dict[str, Any]) -> Iterator[Tool]:
    """What was told of an MCP server that can't be asked."""
    known = document(target, given.get("mcpToolSchema", {})) or []
    yield from known.get("tools", []) if isinstance(known, dict) else known


def of_api_gateway(target: Record, given: dict[str, Any]) -> Iterator[Tool]:
    for item in given["apiGatewayToolConfiguration"].get("toolOverrides", []):
        words = item.get("description", f"{item['method']} {item['path']}")
        yield {"name": item["name"], "description": words, "inputSchema": NOTHING}


def of_connector(target: Record, given: dict[str, Any]) -> Iterator[Tool]:
    for item in given.get("configurations", []):
        yield {"name": item["name"], "description": item.get("description", item["name"]), "inputSchema": NOTHING}


READERS: dict[str, Callable[[Record, dict[str, Any]], Iterator[Tool]]] = {
    "lambda": of_lambda,
    "openApiSchema": of_open_api,
    "smithyModel": of_smithy,
    "mcpServer": of_server,
    "apiGateway": of_api_gateway,
    "connector": of_connector,
}


def document(target: Record, schema: dict[str, Any]) -> Any:
    """A schema that was sent along or that lies in S3, JSON or YAML; None if there is none that can be read."""
    text: str | bytes | None = schema.get("inlinePayload")
    if "s3" in schema:
        bucket, _slash, key = schema["s3"].get("uri", "").removeprefix("s3://").partition("/")
        text = object_body(schema["s3"].get("bucketOwnerAccountId", target.account), target.region, bucket, key)
    try:
        return yaml.safe_load(text) if text else None
    except yaml.YAMLError:
        return None
