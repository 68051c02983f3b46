# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Settings of an account or region that give back what was there before them.

They are always there: they are set, and never removed. What was there before the first change is kept in a parameter of
Parameter Store, so that any later run can put it back; and what it was set to, so that it is put back only as long as
nobody else has set it.
"""

from __future__ import annotations

import json
from typing import Any, NoReturn

from ._engine.api import failure
from ._engine.context import Context
from ._engine.module import perform
from ._engine.reconcile import Reconciler
from ._engine.resource import Resource
from ._engine.sdk import botocore

Options = dict[str, Any]


def run_recorded_setting(
    resource: Resource, documentation: str, required: tuple[str, ...], one_of: bool = False, **rules: Any
) -> NoReturn:
    """Run a module for a setting. O(state=present) needs the options I(required): all, or one of them.

    The result has the key C(previous) with what was set before.
    """
    needs = [("state", "present", required, one_of), ("state", "restored", ("record",))]
    perform(resource, documentation, _work, required_if=needs, **rules)


def _work(context: Context) -> dict[str, Any]:
    record = _Record(context)
    if context.params["state"] == "restored":
        return _restore(context, record)
    if record.name and not context.check_mode:
        _keep_prior(context, record)
    return Reconciler(context).setting()


def _keep_prior(context: Context, record: _Record) -> None:
    """Record what is about to be changed, before it is: its value of before the first change, and the one to come."""
    if not _would_change(context):
        return
    kept, prior = record.read(), Reconciler(context).prior()
    given = {option: context.params[option] for option in context.options if context.params[option] is not None}
    if kept is None:
        record.make({"prior": prior, "given": given})
    else:
        record.extend({"prior": {**prior, **kept["prior"]}, "given": {**kept["given"], **given}})


def _would_change(context: Context) -> bool:
    """Whether the options say something else than what is set."""
    asked, context.check_mode = context.check_mode, True
    try:
        return Reconciler(context).setting()["changed"]
    finally:
        context.check_mode = asked


def _restore(context: Context, record: _Record) -> dict[str, Any]:
    kept = record.read()
    unset = dict.fromkeys(context.options)
    if kept:
        context.params.update({**unset, **kept["given"]})
    ours = kept and not _would_change(context)
    context.params.update({**unset, **(kept["prior"] if ours else {})})
    answer = Reconciler(context).setting()
    if kept is None:
        return answer
    if not context.check_mode:
        record.remove()
    before = {**answer["diff"]["before"], "record": record.name}
    return {**answer, "changed": True, "diff": {**answer["diff"], "before": before}}


class _Record:
    """The parameter with the prior options and those given since, as JSON."""

    def __init__(self, context: Context) -> None:
        self.name: str | None = context.params["record"]
        self._tags: dict[str, Any] = context.params["record_tags"] or {}
        self._api = context.api_of("ssm")

    def read(self) -> Options | None:
        found = self._do("read", lambda: self._api.find("GetParameter", Name=self.name))
        return json.loads(found["Parameter"]["Value"]) if found else None

    def make(self, options: Options) -> None:
        tags = [{"Key": key, "Value": str(value)} for key, value in self._tags.items()]
        self._put(options, **({"Tags": tags} if tags else {}))

    def extend(self, options: Options) -> None:
        self._put(options, Overwrite=True)

    def _put(self, options: Options, **more: Any) -> None:
        body = {"Name": self.name, "Value": json.dumps(options, sort_keys=True), "Type": "String", **more}
        self._do("write", lambda: self._api.call("PutParameter", **body))

    def remove(self) -> None:
        self._do("remove", lambda: self._api.call("DeleteParameter", Name=self.name))

    def _do(self, verb: str, call: Any) -> Any:
        try:
            return call()
        except botocore.exceptions.ClientError as exception:
            raise failure(f"{verb} the record '{self.name}'", exception) from exception
