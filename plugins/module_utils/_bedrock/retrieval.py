# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Searching a knowledge base, and waiting for what a search should find."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.shapes import from_api, to_api
from .._engine.state import Deadline
from .._engine.unknown import has_unknown

RESOURCE = Resource(service="bedrock-agent-runtime", noun="Retrieve", returns="results", create="Retrieve")

_RETRIEVE = "Retrieve"
_SHOWN_CHARACTERS = 60
_SHOWN_RESULTS = 3

Result = dict[str, Any]


def retrieve(context: Context) -> dict[str, Any]:
    """Search until the expectation is met; the module's result."""
    request = _request(context)
    if has_unknown(request):
        return {"changed": False, "results": [], "knowledge_base_id": request["knowledgeBaseId"]}
    deadline = Deadline(context.params["timeout"])
    while True:
        results = _search(context, request)
        missing = _missing(context.params["expect"] or {}, results)
        if not missing:
            return {"changed": False, "results": results, "knowledge_base_id": request["knowledgeBaseId"]}
        if not deadline.pause(longest=5):
            raise EngineError(
                f"{missing} for the query '{context.params['query']}' after {deadline.timeout:g} seconds. "
                f"{_summary(results)}",
                results=results,
            )


def _request(context: Context) -> dict[str, Any]:
    params, api = context.params, context.api
    search = {
        "numberOfResults": params["number_of_results"],
        "overrideSearchType": params["search_type"],
        "filter": params["filter"],
        "rerankingConfiguration": params["reranking_configuration"],
    }
    search = {name: value for name, value in search.items() if value is not None}
    request: dict[str, Any] = {
        "knowledgeBaseId": params["knowledge_base_id"] or _id_of(context, params["knowledge_base_name"]),
        "retrievalQuery": {"text": params["query"]},
    }
    if search:
        request["retrievalConfiguration"] = {"vectorSearchConfiguration": _converted(context, search)}
    if params["guardrail_configuration"]:
        shape = api.input(_RETRIEVE).members["guardrailConfiguration"]
        request["guardrailConfiguration"] = to_api(shape, params["guardrail_configuration"], "guardrail_configuration")
    api.check(_RETRIEVE, request)
    return request


def _converted(context: Context, search: dict[str, Any]) -> dict[str, Any]:
    shape = context.api.input(_RETRIEVE).members["retrievalConfiguration"].members["vectorSearchConfiguration"]
    options = {"numberOfResults": "number_of_results", "rerankingConfiguration": "reranking_configuration"}
    return {name: to_api(shape.members[name], value, options.get(name, name)) for name, value in search.items()}


def _id_of(context: Context, name: str) -> str:
    entries = context.api_of("bedrock-agent").items("ListKnowledgeBases", "knowledgeBaseSummaries")
    found = [entry["knowledgeBaseId"] for entry in entries if entry["name"] == name]
    if not found:
        raise EngineError(f"There is no knowledge base '{name}' in {context.region}.")
    return found[0]


def _search(context: Context, request: dict[str, Any]) -> list[Result]:
    answer = context.api.call(_RETRIEVE, **request)
    found = from_api(context.api.output(_RETRIEVE).members["retrievalResults"], answer["retrievalResults"])
    return [{**result, "source": _source(result)} for result in found]


def _source(result: Result) -> str | None:
    """Where a result comes from, in one word, whatever its type of location calls it."""
    places = [place for place in (result.get("location") or {}).values() if isinstance(place, dict)]
    return next((str(value) for place in places for value in place.values()), None)


def _missing(expect: dict[str, Any], results: list[Result]) -> str:
    """What the results lack; empty when they are as expected."""
    if len(results) < (expect.get("count") or 0):
        return f"Only {len(results)} of at least {expect['count']} results came back"
    wanted = {name: expect[name] for name in ("source", "text", "score") if expect.get(name) is not None}
    if wanted and not any(_fits(result, wanted) for result in results):
        return f"No result with {' and '.join(f'{name} {value!r}' for name, value in wanted.items())} came back"
    return ""


def _fits(result: Result, wanted: dict[str, Any]) -> bool:
    text = (result.get("content") or {}).get("text") or ""
    return (
        wanted.get("source") in (None, result["source"])
        and wanted.get("text", "") in text
        and (result.get("score") or 0) >= wanted.get("score", 0)
    )


def _summary(results: list[Result]) -> str:
    if not results:
        return "Nothing was found."
    shown = [
        f"{result['source']}: {((result.get('content') or {}).get('text') or '')[:_SHOWN_CHARACTERS]!r}"
        for result in results[:_SHOWN_RESULTS]
    ]
    return f"Found were {'; '.join(shown)}{' and others' if len(results) > _SHOWN_RESULTS else ''}."
