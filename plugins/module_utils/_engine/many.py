# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A list of resources of one type in one task: each is brought to its wish as by the module for one, several at a time.

The list is the option that is named as the resources of the result are. Its suboptions are the options of the module
for one; all other options of the task hold for each of them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, nullcontext
from functools import partial
from threading import Barrier, BoundedSemaphore
from types import SimpleNamespace
from typing import Any, NoReturn

from ansible.module_utils.common.arg_spec import ArgumentSpecValidator

from .._tags_of_many import confirmed
from . import arguments
from .context import Context
from .errors import EngineError
from .module import carry_out
from .reconcile import Reconciler
from .resource import Members, Resource
from .sdk import botocore
from .tags import arn_of

Item = dict[str, Any]
ReadAll = Callable[[Context, list[str]], dict[str, Members] | None]

_AT_ONCE = 5  # services take few changes a second; more threads would only wait for their throttling
_TOLD = ("name", "changed", "replaced", "previous", "failed", "msg")


def run_list(
    resource: Resource, documentation: str, key: Iterable[str] = (), read_all: ReadAll | None = None, **rules: Any
) -> NoReturn:
    """Run a module that keeps a list of resources.

    I(key) are the suboptions that tell one from another, those that are required where nothing is said.
    I(read_all) (context, names) reads them with fewer requests than one each: name -> live resource, of those that are
    there; None where each is to be read by itself. I(rules) are those of AnsibleModule, for each of the list.
    """
    parsed = arguments.load(documentation)
    # Ansible itself would hold the suboptions against the list, too, and not say which of the list is meant.
    suboptions = parsed["options"][resource.several].pop("suboptions")
    carry_out(resource, parsed, lambda context: _Many(context, suboptions, key, rules).keep(read_all))


class _Known(Reconciler):
    """The wish for a resource of which it is known already whether, and how, it is there.

    I(right_tags) are its tags where they are known to be as wanted.
    """

    def __init__(self, context: Context, live: Members | None, right_tags: dict[str, str] | None) -> None:
        super().__init__(context)
        self._live, self._right_tags = live, right_tags

    def _find(self) -> Members | None:
        return self._live

    def _changed_tags(self, live: Members) -> tuple:
        return super()._changed_tags(live) if self._right_tags is None else ({}, [], self._right_tags)


class _Meeting:
    """Where those whose resources may name one another wait for each other; meanwhile others have their turn."""

    def __init__(self, company: list[Context]) -> None:
        self._turns, self._all = BoundedSemaphore(_AT_ONCE), Barrier(len(company))
        self._met: set[Context] = set()
        for context in company:
            context.meet_by(partial(self._meet, context))

    @contextmanager
    def turn(self, context: Context) -> Iterator[None]:
        """The time of one of them, who meets the others in its course, or else at its end."""
        with self._turns:
            try:
                yield
            finally:
                self._meet(context)

    def _meet(self, context: Context) -> None:
        if context in self._met:
            return
        self._met.add(context)
        self._turns.release()
        self._all.wait()
        self._turns.acquire()


class _Many:
    def __init__(self, context: Context, suboptions: dict[str, Any], key: Iterable[str], rules: dict[str, Any]) -> None:
        self.context = context
        self.resource = context.resource
        self.several = context.resource.several
        self.suboptions = suboptions
        self.spec = arguments.argument_spec({"options": suboptions}, context.resource.secret)
        self.required = [option for option in self.spec if self.spec[option].get("required")]
        # The name stands behind what it is in.
        self.key = tuple(key) or sorted(self.required, key=lambda option: option == "name")
        self.validator = ArgumentSpecValidator(self.spec, **rules)

    def keep(self, read_all: ReadAll | None) -> dict[str, Any]:
        """Make all of them what the list says; the module's result. One that fails does not keep the others."""
        contexts = {name: self._context_of(item) for name, item in self._items().items()}
        if not contexts:
            return self._answer([])
        company = list(contexts.values())
        for context in (self.context, *company):
            context.company = company
        turn = _Meeting(company).turn if self.resource.linked else nullcontext
        found = read_all(self.context, list(contexts)) if read_all else None
        right_tags = self._right_tags(contexts, found or {})

        def one(name: str) -> dict[str, Any]:
            known = partial(_Known, live=(found or {}).get(name), right_tags=right_tags.get(name))
            with turn(contexts[name]):
                return {"name": name, **self._result(contexts[name], Reconciler if found is None else known)}

        with ThreadPoolExecutor(max_workers=len(company) if self.resource.linked else _AT_ONCE) as pool:
            return self._answer(list(pool.map(one, contexts)))

    def _right_tags(self, contexts: dict[str, Context], found: dict[str, Members]) -> dict[str, dict[str, str]]:
        """Name -> tags, of those whose tags are known to be as wanted."""
        tagging = self.resource.tagging
        if not tagging or tagging.inline or self.context.params.get("state") == "absent":
            return {}
        arns = {name: arn for name, live in found.items() if (arn := arn_of(self.context.api, live, tagging))}
        wanted = {arn: contexts[name].tags for name, arn in arns.items() if contexts[name].tags is not None}
        right = confirmed(self.context.module.client, wanted, bool(self.context.params["purge_tags"]))
        return {name: right[arn] for name, arn in arns.items() if arn in right}

    # What is asked for --------------------------------------------------------------------------------------------

    def _items(self) -> dict[str, Item]:
        """Name -> what is asked for, in the order of the list."""
        given = self.context.params[self.several]
        items = [self._checked(f"{self.several}[{number}]", item) for number, item in enumerate(given)]
        names = [self._name(item) for item in items]
        twice = [name for name, count in Counter(names).items() if count > 1]
        if twice:
            raise EngineError(f"{self.several}: {', '.join(twice)} is there more than once.")
        return dict(zip(names, items, strict=True))

    def _checked(self, where: str, given: Item) -> Item:
        """The item as Ansible hands options to a module: typed, and None where one is left out."""
        result = self.validator.validate(given)
        unknown = sorted(set(given) - set(self.spec))
        if unknown:
            raise EngineError(f"{where}.{unknown[0]} is no option. There are: {', '.join(sorted(self.spec))}.")
        if result.error_messages:
            raise EngineError(f"{where}: {result.error_messages[0]}.")
        item = result.validated_parameters
        empty = [option for option in self.required if not item[option]]
        if empty:
            raise EngineError(f"{where}.{empty[0]} is empty.")
        try:
            arguments.refuse_bad_json({"options": self.suboptions}, item)
        except EngineError as error:
            raise EngineError(f"{where}.{error.message}") from error
        return item

    def _name(self, item: Item) -> str:
        return ":".join(item[option] for option in self.key if item[option])

    def _context_of(self, item: Item) -> Context:
        """The context that a task for this one alone would have, with the clients of them all."""
        shared = self.context.params
        params = {**shared, **item}
        if self.resource.tagging:
            tags = [tags for tags in (shared["tags"], item["tags"]) if tags is not None]
            params["tags"] = {key: value for some in tags for key, value in some.items()} if tags else None
        module = SimpleNamespace(
            params=params,
            check_mode=self.context.check_mode,
            client=lambda service, **_: self.context.api_of(service).client,
        )
        options = [option for option in self.suboptions if option != "tags"]
        return Context(module, self.resource, options).of_list(self.context)

    # What becomes of it -------------------------------------------------------------------------------------------

    def _result(self, context: Context, reconciler: Callable[[Context], Reconciler]) -> dict[str, Any]:
        try:
            return self._reconciled(reconciler(context))
        except EngineError as error:
            message = error.message
        except (botocore.exceptions.BotoCoreError, botocore.exceptions.ClientError) as exception:
            message = f"Talking to {self.resource.service} failed: {exception}"
        return {"failed": True, "msg": message}

    def _reconciled(self, reconciler: Reconciler) -> dict[str, Any]:
        wish = self.context.params.get("state", "set")
        return {"present": reconciler.present, "absent": reconciler.absent, "set": reconciler.setting}[wish]()

    def _answer(self, results: list[dict[str, Any]]) -> dict[str, Any]:
        changed = [result for result in results if result.get("changed")]
        failed = [result for result in results if "failed" in result]
        one = self.resource.returns
        answer = {
            "changed": bool(changed),
            self.several: {result["name"]: result[one] for result in results if one in result},
            "results": [{key: result[key] for key in _TOLD if key in result} for result in results],
            "diff": {side: self._side(changed, side) for side in ("before", "after")},
        }
        if any("replaced" in result for result in results):
            answer["replaced"] = True
        if failed:
            told = " ".join(f"{result['name']}: {result['msg']}" for result in failed)
            words = self.several.replace("_", " ")
            raise EngineError(f"{len(failed)} of {len(results)} {words} failed. {told}", **answer)
        return answer

    def _side(self, changed: list[dict[str, Any]], side: str) -> dict[str, Any]:
        """One side of the diff: what differs of each, and of its tags, by name."""
        differing: dict[str, Any] = {self.several: {}, "tags": {}}
        for result in changed:
            members = dict(result["diff"][side])
            tags = members.pop("tags", None)
            for place, values in ((self.several, members), ("tags", tags)):
                if values:
                    differing[place][result["name"]] = values
        return {place: values for place, values in differing.items() if values or place == self.several}
