# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Asking an agent, once, and holding its answer against what is expected."""

from __future__ import annotations

import json
import uuid
from typing import Any

from .._engine.api import Api, failure
from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.sdk import Config, botocore
from .._engine.unknown import has_unknown

RESOURCE = Resource(
    service="bedrock-agentcore", noun="InvokeAgentRuntime", returns="response", create="InvokeAgentRuntime"
)

_INVOKE = "InvokeAgentRuntime"
_SHOWN_CHARACTERS = 500
_MEMBERS = {
    "agent_runtime_arn": "agentRuntimeArn",
    "qualifier": "qualifier",
    "session_id": "runtimeSessionId",
    "user_id": "runtimeUserId",
    "content_type": "contentType",
    "accept": "accept",
}
_EXPLAIN = {
    "RuntimeClientError": "This is the agent's own failure: its log group is /aws/bedrock-agentcore/runtimes/<id>-"
    "<endpoint>.",
}


def invoke(context: Context) -> dict[str, Any]:
    """Send the payload; the module's result."""
    context.params["session_id"] = context.params["session_id"] or str(uuid.uuid4())
    request = {member: context.params[option] for option, member in _MEMBERS.items() if context.params[option]}
    request["payload"] = _bytes(context.params["payload"])
    result = {"changed": True, "session_id": request["runtimeSessionId"], "diff": _diff(context)}
    if not has_unknown(request["agentRuntimeArn"]):
        _check(context, request)
    if context.check_mode or has_unknown(request["agentRuntimeArn"]):
        return result
    answer = _answer(context, request)
    result.update(answer)
    missing = _missing(context.params["expect"] or {}, answer)
    if missing:
        details = {name: value for name, value in result.items() if name != "diff"}
        raise EngineError(f"{context.params['agent_runtime_arn']} answered, but {missing}.", **details)
    return result


def _bytes(payload: Any) -> bytes:
    return payload.encode() if isinstance(payload, str) else json.dumps(payload).encode()


def _diff(context: Context) -> dict[str, Any]:
    qualifier = context.params["qualifier"] or "DEFAULT"
    return {"before": {}, "after": {"invocation": f"{context.params['agent_runtime_arn']}, endpoint {qualifier}"}}


def _check(context: Context, request: dict[str, Any]) -> None:
    """The API's own words name members, the user knows options."""
    try:
        context.api.check(_INVOKE, request)
    except EngineError as error:
        message = error.message
        for option, member in _MEMBERS.items():
            message = message.replace(member, option)
        raise EngineError(message) from error


def _answer(context: Context, request: dict[str, Any]) -> dict[str, Any]:
    """Asked once, whatever happens: nobody knows what an agent has done before a connection broke off."""
    patience = Config(read_timeout=context.params["timeout"], retries={"total_max_attempts": 1})
    api = Api(context.module.client(RESOURCE.service, config=patience))
    try:
        answer = api.call(_INVOKE, **request)
        body = answer["response"].read()
    except botocore.exceptions.ClientError as error:
        raise failure(f"invoke {request['agentRuntimeArn']}", error, _EXPLAIN) from error
    except (botocore.exceptions.ReadTimeoutError, botocore.exceptions.ResponseStreamingError) as error:
        raise EngineError(
            f"{request['agentRuntimeArn']} did not answer within {context.params['timeout']} seconds: {error}. "
            "It may still be at work."
        ) from error
    kind = answer.get("contentType", "")
    return {
        "response": _parsed(body, kind),
        "status_code": answer.get("statusCode"),
        "session_id": answer.get("runtimeSessionId") or request["runtimeSessionId"],
        "content_type": kind,
    }


def _parsed(body: bytes, kind: str) -> Any:
    """JSON as what it stands for, a stream of events as the list of their data, and text as it is."""
    text = body.decode(errors="replace")
    if kind.startswith("text/event-stream"):
        return [_value(line.removeprefix("data:").strip()) for line in text.splitlines() if line.startswith("data:")]
    return _value(text)


def _value(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError:
        return text


def _missing(expect: dict[str, Any], answer: dict[str, Any]) -> str:
    """What the answer lacks; empty when it is as expected."""
    response = answer["response"]
    shown = response if isinstance(response, str) else json.dumps(response)
    told = f"It said: {shown[:_SHOWN_CHARACTERS]}"
    if expect.get("text") is not None and expect["text"] not in shown:
        return f"the text {expect['text']!r} is not in it. {told}"
    wrong = list(_differences(expect.get("response") or {}, response, "response"))
    return f"{'; '.join(wrong)}. {told}" if wrong else ""


def _differences(wanted: Any, found: Any, path: str) -> Any:
    """Where what was found is not as wanted; what nothing is said of may be as it is."""
    if isinstance(wanted, dict) and isinstance(found, dict):
        for name, value in wanted.items():
            if name in found:
                yield from _differences(value, found[name], f"{path}.{name}")
            else:
                yield f"there is no {path}.{name}"
    elif wanted != found:
        yield f"{path} is {json.dumps(found)[:_SHOWN_CHARACTERS]}, not {json.dumps(wanted)}"
