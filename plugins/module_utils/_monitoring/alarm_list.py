# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Many alarms on metrics in one go: read together, then each brought to its wish, several at a time."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from types import SimpleNamespace
from typing import Any

from ansible.module_utils.common.validation import check_mutually_exclusive

from .._engine import tags
from .._engine.api import failure
from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.reconcile import Reconciler
from .._engine.sdk import botocore
from .alarm import INSTEAD_OF_EACH_OTHER, RESOURCE

Item = dict[str, Any]

_AT_ONCE = 5  # the service takes few changes a second; more threads would only wait for its throttling
_NAMES_A_REQUEST = 100
_TYPES = {"AlarmTypes": ["MetricAlarm"]}


class _Known(Reconciler):
    """The wish for one alarm of which it is known already whether, and how, it is there."""

    def __init__(self, context: Context, live: Item | None) -> None:
        super().__init__(context)
        self._live = live

    def _find(self) -> Item | None:
        return self._live


def keep(context: Context) -> dict[str, Any]:
    """Make all alarms what the list says; the module's result. One that fails does not keep the others."""
    items = context.params["alarms"]
    names = _names(items)
    found = _read(context, names)
    if context.params["state"] == "absent":
        return _remove(context, [name for name in names if name in found], found)
    results = _each(context, items, lambda item: _present(context, item, found.get(item["name"])))
    done = [result for result in results if "failed" not in result]
    changed = [result for result in done if result["changed"]]
    answer = {
        "changed": bool(changed),
        "alarms": {result["name"]: result["alarm"] for result in done},
        "results": [_told(result) for result in results],
        "diff": {side: _side(changed, side) for side in ("before", "after")},
    }
    return _unless_failed(results, answer)


def _names(items: list[Item]) -> list[str]:
    names = [item.get("name") for item in items]
    for number, name in enumerate(names):
        if not isinstance(name, str) or not name:
            raise EngineError(f"alarms[{number}].name is missing.")
    twice = [name for name, count in Counter(names).items() if count > 1]
    if twice:
        raise EngineError(f"alarms: {', '.join(twice)} is there more than once.")
    return names


def _read(context: Context, names: list[str]) -> dict[str, Item]:
    """Name -> alarm, for those that are there."""
    found = []
    for start in range(0, len(names), _NAMES_A_REQUEST):
        some = names[start : start + _NAMES_A_REQUEST]
        try:
            found += context.api.items("DescribeAlarms", "MetricAlarms", AlarmNames=some, **_TYPES)
        except botocore.exceptions.ClientError as exception:
            raise failure("look for the alarms", exception) from exception
    return {alarm["AlarmName"]: alarm for alarm in found}


def _present(context: Context, item: Item, live: Item | None) -> dict[str, Any]:
    for terms in INSTEAD_OF_EACH_OTHER:
        try:
            check_mutually_exclusive([terms], {name: value for name, value in item.items() if value is not None})
        except TypeError as error:
            raise EngineError(f"{error}.") from error
    return _Known(_item_context(context, item), live).present()


def _item_context(context: Context, item: Item) -> Context:
    """The context that a task for this alarm alone would have, with the client of them all."""
    own = item.get("tags")
    shared = context.params["tags"]
    wanted = None if own is None and shared is None else {**(shared or {}), **(own or {})}
    params = {
        **{name: value for name, value in item.items() if name != "tags"},
        "state": "present",
        "tags": wanted,
        "purge_tags": context.params["purge_tags"],
        "required_tags": context.params["required_tags"],
    }
    module = SimpleNamespace(params=params, check_mode=context.check_mode, client=lambda *_, **__: context.api.client)
    return Context(module, RESOURCE, [name for name in item if name != "tags"])


def _remove(context: Context, names: list[str], found: dict[str, Item]) -> dict[str, Any]:
    required = context.params["required_tags"]
    results = _each(
        context, [{"name": name} for name in names], lambda item: _refuse_unless_ours(context, item, found, required)
    )
    going = [result["name"] for result in results if "failed" not in result]
    if not context.check_mode:
        for start in range(0, len(going), _NAMES_A_REQUEST):
            try:
                context.api.call("DeleteAlarms", AlarmNames=going[start : start + _NAMES_A_REQUEST])
            except botocore.exceptions.ClientError as exception:
                raise failure("delete the alarms", exception) from exception
    answer = {
        "changed": bool(going),
        "alarms": {},
        "results": [_told(result) for result in results],
        "diff": {"before": {"alarms": going}, "after": {"alarms": []}},
    }
    return _unless_failed(results, answer)


def _refuse_unless_ours(context: Context, item: Item, found: dict[str, Item], required: Any) -> dict[str, Any]:
    if required:
        live = found[item["name"]]
        tags.require(tags.read(context.api, live, RESOURCE.tagging), required, f"alarm '{item['name']}'")
    return {"changed": True}


def _each(context: Context, items: Iterable[Item], work: Callable[[Item], dict[str, Any]]) -> list[dict[str, Any]]:
    """The result of each item, in order, or why there is none."""

    def one(item: Item) -> dict[str, Any]:
        try:
            return {"name": item["name"], **work(item)}
        except EngineError as error:
            return {"name": item["name"], "failed": True, "msg": error.message}
        except (botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError) as exception:
            return {"name": item["name"], "failed": True, "msg": f"Talking to {RESOURCE.service} failed: {exception}"}

    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        return list(pool.map(one, items))


def _side(changed: list[dict[str, Any]], side: str) -> dict[str, Any]:
    """One side of the diff: what differs of the alarms, and of their tags, by name."""
    alarms, tagged = {}, {}
    for result in changed:
        members = dict(result["diff"][side])
        tagged.update({result["name"]: members.pop("tags")} if "tags" in members else {})
        alarms.update({result["name"]: members} if members else {})
    return {"alarms": alarms, **({"tags": tagged} if tagged else {})}


def _told(result: dict[str, Any]) -> dict[str, Any]:
    return {key: result[key] for key in ("name", "changed", "failed", "msg") if key in result}


def _unless_failed(results: list[dict[str, Any]], answer: dict[str, Any]) -> dict[str, Any]:
    failed = [result for result in results if "failed" in result]
    if failed:
        told = " ".join(f"{result['name']}: {result['msg']}" for result in failed)
        raise EngineError(f"{len(failed)} of {len(results)} alarms failed. {told}", **answer)
    return answer
