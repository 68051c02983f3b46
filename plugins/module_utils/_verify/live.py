# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The platform as it is in the account: found by its tags, and read from the services themselves."""

from __future__ import annotations

import json
from collections import defaultdict
from concurrent.futures import Future
from threading import Lock
from typing import Any

from .._engine.context import Context
from .broken import Broken

Resource = dict[str, str]


class Live:
    """What carries the platform's tags, and answers of the services; each question is put once.

    Looks run side by side, so a question that is on its way is waited for and not asked again.
    """

    def __init__(self, context: Context, resources: list[Resource], silent: list[Resource]) -> None:
        self.platform: str = context.params["platform"]
        self.environment: str = context.params["environment"]
        self.region = context.region
        self.partition: str = context.api.client.meta.partition
        self.resources = resources
        self.root: str | None = context.params["root"]
        self._silent = {one["type"]: one["reason"] for one in silent}
        self._context = context
        self._places: dict[tuple[str, str], list[Resource]] = defaultdict(list)
        for resource in resources:
            self._places[resource["layer"], resource["type"]].append(resource)
        self._answers: dict[str, Future[Any]] = {}
        self._lock = Lock()

    @property
    def account(self) -> str:
        return str(self.ask("sts", "GetCallerIdentity")["Account"])

    def all(self, layer: str, kind: str, key: str = "") -> list[Resource]:
        """The layer's resources of a type, or those whose C(bidops:key) starts with I(key)."""
        return [one for one in self._places[layer, kind] if one["key"].startswith(key)]

    def some(self, layer: str, kind: str, key: str = "") -> list[Resource]:
        """The same, and Broken when there is none."""
        found = self.all(layer, kind, key)
        if not found and kind in self._silent:
            raise Broken(f"this could not be read: {self._silent[kind]}")
        if not found:
            marked = f" with the key {key}" if key else ""
            raise Broken(f"the layer {layer} has no {kind.replace('_', ' ')}{marked}")
        return found

    def one(self, layer: str, kind: str, key: str = "") -> Resource:
        """The only one; Broken when there is none or more than one."""
        exact = [one for one in self._places[layer, kind] if one["key"] == key]
        found = exact or self.some(layer, kind, key)
        if len(found) > 1:
            raise Broken(f"there is more than one {kind}: {', '.join(one['id'] for one in found)}")
        return found[0]

    def ask(self, service: str, operation: str, **request: Any) -> dict[str, Any]:
        """The answer of a reading operation; botocore's exceptions pass through."""
        return self._once(service, operation, request, lambda api: api.call(operation, **request))

    def list(self, service: str, operation: str, among: str = "", **request: Any) -> list[Any]:
        """All entries of a listing operation, over all pages; I(among) is the list where the answer has several."""
        return self._once(
            service,
            f"{operation} all {among}",
            request,
            lambda api: api.items(operation, among or api.list_member(operation), **request),
        )

    def find(self, service: str, operation: str, **request: Any) -> dict[str, Any] | None:
        """The answer of a reading operation; None when the service says that the thing is not there."""
        return self._once(service, f"{operation} or none", request, lambda api: api.find(operation, **request))

    def _once(self, service: str, what: str, request: dict[str, Any], asking: Any) -> Any:
        question = json.dumps([service, what, request], sort_keys=True, default=str)
        with self._lock:
            answer = self._answers.get(question)
            mine = answer is None
            if answer is None:
                answer = self._answers[question] = Future()
            api = self._context.api_of(service)  # making a client is not safe in threads
        if mine:
            try:
                answer.set_result(asking(api))
            except BaseException as exception:
                answer.set_exception(exception)
        return answer.result()
