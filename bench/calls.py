"""The API calls of a run, from the log of requests, as a boto3 script would make them."""

import base64
import io
import json
from pathlib import Path
from typing import Any

from botocore import xform_name

from bench.measure import Failed
from emulator.clock import Clock
from emulator.identify import identify
from emulator.modeled.call import Call
from emulator.modeled.cloud import Cloud
from emulator.modeled.dispatch import ModeledResponse


def written(requests: list[dict[str, Any]], file: Path) -> int:
    """Write the calls of a run into a file for bench/replay.py; how many they are."""
    if any(entry["content"] is None for entry in requests):
        raise Failed("The log of requests has no contents.")
    calls = [call_of(entry) or raw(entry) for entry in requests]
    file.write_text(json.dumps(calls, default=text))
    return len(calls)


def call_of(entry: dict[str, Any]) -> dict[str, Any] | None:
    """Service, region, method and parameters; nothing for what is no operation of a service that boto3 knows."""
    environ = dict(entry["content"]["environ"])
    body = base64.b64decode(entry["content"]["body"])
    environ["wsgi.input"] = io.BytesIO(body)
    identity = identify(environ)
    if not identity.service or not identity.operation or identity.operation != entry["operation"]:
        return None
    found: list[dict[str, Any]] = []

    def keep(call: Call) -> dict[str, Any]:
        found.append(call.params)
        return {}

    environ["wsgi.input"] = io.BytesIO(body)
    response = ModeledResponse(Cloud(Clock()), identity.service, identity.operation, identity.uri_params, keep)
    response.answer(environ, str(identity.region))
    if not found:
        return None
    method = xform_name(identity.operation)
    return {"service": identity.service, "region": identity.region, "method": method, "parameters": found[0]}


def raw(entry: dict[str, Any]) -> dict[str, Any]:
    environ = entry["content"]["environ"]
    query = f"?{environ['QUERY_STRING']}" if environ.get("QUERY_STRING") else ""
    return {
        "method": environ["REQUEST_METHOD"],
        "path": environ["PATH_INFO"] + query,
        "type": environ.get("CONTENT_TYPE", ""),
        "service": entry["service"] or "es",
        "region": entry["region"] or "us-east-1",
        "body": entry["content"]["body"],
    }


def text(value: Any) -> str:
    """What JSON can't carry, in a form that botocore takes."""
    return value.decode("latin-1") if isinstance(value, bytes) else str(value)
