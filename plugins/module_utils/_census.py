# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Asking every service of the platform what it has that carries the platform's tags."""

from __future__ import annotations

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from typing import Any

from ._account import account_id
from ._census_types import KINDS, Entry, Kind
from ._engine import tags
from ._engine.context import Context
from ._engine.errors import EngineError, error_code, error_message
from ._engine.sdk import botocore

_KINDS_AT_ONCE = 6
_TAGS_AT_ONCE = 4
_PREFIX = "bidops:"


def take(context: Context) -> dict[str, Any]:
    """Everything of one platform and environment in this region; the module's result."""
    resources, silent = ask(context)
    if silent and not context.params["ignore_unanswered"]:
        told = "; ".join(f"{one['type']}: {one['reason']}" for one in silent)
        raise EngineError(
            f"What there is of some types is not known, so the answer would be incomplete. {told}. "
            "Grant the permissions, or set ignore_unanswered where a service is not offered.",
            resources=resources,
            unanswered=silent,
        )
    return {
        "changed": False,
        "resources": resources,
        "by_layer": dict(sorted(Counter(resource["layer"] for resource in resources).items())),
        "unanswered": silent,
    }


def ask(context: Context) -> tuple[list[Entry], list[Entry]]:
    """The resources, sorted by layer, type and id; and the types whose service did not tell, with the reason."""
    marks = {f"{_PREFIX}{name}": context.params.get(name) for name in ("platform", "environment", "layer")}
    place = _place(context)
    # What has no region of its own, such as a role, says by its tag which region's platform it belongs to.
    marks = {key: value for key, value in marks.items() if value} | {f"{_PREFIX}region": place["region"]}
    kinds = _chosen(context.params.get("types"))
    for kind in kinds:  # clients are made here: making them is not safe in threads
        context.api_of(kind.service)
    with ThreadPoolExecutor(max_workers=_KINDS_AT_ONCE) as pool:
        answers = list(pool.map(partial(_ask, context, marks, place), kinds))
    resources = sorted(
        (resource for found, _reason in answers for resource in found),
        key=lambda resource: (resource["layer"], resource["type"], resource["id"]),
    )
    silent = [
        {"service": kind.service, "type": kind.type, "reason": reason}
        for kind, (_found, reason) in zip(kinds, answers, strict=True)
        if reason
    ]
    return resources, silent


def _chosen(types: list[str] | None) -> tuple[Kind, ...]:
    """The kinds that are asked for; EngineError for one that there is not."""
    if types is None:
        return KINDS
    known = [kind.type for kind in KINDS]
    unknown = sorted(set(types) - set(known))
    if unknown:
        raise EngineError(f"types: there is no {', '.join(unknown)}, there are {', '.join(sorted(known))}.")
    return tuple(kind for kind in KINDS if kind.type in types)


def _place(context: Context) -> dict[str, str]:
    meta = context.api.client.meta
    account = account_id(context)
    return {"partition": meta.partition, "region": meta.region_name, "account": account}


def _ask(context: Context, marks: dict[str, str], place: dict[str, str], kind: Kind) -> tuple[list[Entry], str]:
    """What is there of one type, or why its service does not tell."""
    try:
        api = context.api_of(kind.service)
        requests = kind.requests(api, marks) if kind.requests else [kind.request(marks)]
        account = {kind.account: place["account"]} if kind.account else {}
        member = kind.among or api.list_member(kind.listing)
        items = [item for request in requests for item in api.items(kind.listing, member, **request, **account)]
        entries = [_entry(item[kind.inside] if kind.inside else item) for item in items]
        with ThreadPoolExecutor(max_workers=_TAGS_AT_ONCE) as pool:
            found = pool.map(partial(_resource, context, marks, place, kind), entries)
            return [resource for resource in found if resource], ""
    except botocore.exceptions.ClientError as exception:
        return [], f"{error_code(exception)}: {error_message(exception)}"
    except (botocore.exceptions.BotoCoreError, EngineError) as exception:
        return [], str(exception)


def _entry(item: Entry | str) -> Entry:
    """Some operations list ARNs and nothing else."""
    return {"Arn": item, "Name": item.rpartition("/")[2]} if isinstance(item, str) else item


def _resource(
    context: Context, marks: dict[str, str], place: dict[str, str], kind: Kind, entry: Entry
) -> dict[str, str] | None:
    """The entry as the module returns it; None when it is not marked, or only seems to be there."""
    api = context.api_of(kind.service)
    if kind.id not in entry or not kind.counts(api, entry, place["region"]):
        return None
    name = entry[kind.id].removeprefix(kind.strip)
    arn = kind.arn.format(id=name, **place) if "{" in kind.arn else entry[kind.arn]
    live = {**entry, "Id": name, "Arn": arn, "Parameter": "Parameter"}
    carried = tags.read(api, live, kind.tagging)
    if any(carried.get(key) != value for key, value in marks.items()):
        return None
    told = {word: carried.get(f"{_PREFIX}{word}", "") for word in ("layer", "key")}
    return {"type": kind.type, "id": name, "arn": arn, "service": kind.service, **told}
