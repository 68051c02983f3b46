# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What hooks, facets and the reconciler share during one run of a module."""

from __future__ import annotations

import os
from collections.abc import Callable, Hashable, Iterable, Sequence
from threading import Lock
from typing import Any

from .api import Api
from .resource import Resource
from .sdk import Config
from .shapes import plain_text
from .state import Deadline

# Throttling is normal on a busy account: botocore's standard mode backs off with jitter, for longer than its default.
_PATIENT = {"mode": "standard", "max_attempts": 10}


class Context:
    """The user's options, the service, and what is known of the wanted resource.

    options: the names of the module's own options, in the order of its documentation.
    wanted: request members that the user asked for, filled in by the reconciler before any hook runs.
    company: the contexts of all in the list that this one is of; its own alone where there is no list.
    live: the resource as it was when it met the others, None before.
    """

    def __init__(self, module: Any, resource: Resource, options: Iterable[str] = ()) -> None:
        self.module = module
        self.resource = resource.choose(module.params) if resource.choose else resource
        self.options = tuple(options)
        self.params: dict[str, Any] = module.params
        self.check_mode: bool = module.check_mode
        self.wanted: dict[str, Any] = {}
        self._apis: dict[str, Api] = {}
        self._answers: dict[Hashable, Any] = {}
        self._asking = Lock()
        self.company: Sequence[Context] = (self,)
        self.live: dict[str, Any] | None = None
        self._wait_for_others: Callable[[], None] = lambda: None
        self.api: Any = resource.api(self) if resource.api else self.api_of(resource.service)

    def api_of(self, service: str) -> Api:
        """The operations of a service by its boto3 name, one client each."""
        if service not in self._apis:
            own = service == self.resource.service
            own_words = (self.resource.missing, self.resource.unchecked, self.resource.envelopes) if own else ()
            configured = "AWS_RETRY_MODE" in os.environ or "AWS_MAX_ATTEMPTS" in os.environ
            make = self.module.client
            client = make(service) if configured else make(service, config=Config(retries=_PATIENT))
            self._apis[service] = Api(client, *own_words)
        return self._apis[service]

    def of_list(self, whole: Context) -> Context:
        """The same for one of the list that I(whole) is the context of: what was asked for one is known to all."""
        self._answers, self._asking = whole._answers, whole._asking
        return self

    def meet_by(self, wait_for_others: Callable[[], None]) -> None:
        """Let those of the company, whose resources may name one another, wait for each other like this."""
        self._wait_for_others = wait_for_others

    def meet(self, live: dict[str, Any]) -> None:
        """Wait until all in company have come as far as this one, which is I(live), or to their end."""
        self.live = live
        self._wait_for_others()

    def once(self, question: Hashable, ask: Callable[[], Any]) -> Any:
        """What I(ask) answers, asked one time for each question, whoever of a list comes first."""
        with self._asking:
            if question not in self._answers:
                self._answers[question] = ask()
            return self._answers[question]

    @property
    def tags(self) -> dict[str, str] | None:
        """The tags that the user asked for, all values as text; None when the user says nothing of tags."""
        given = self.params.get("tags")
        result = None if given is None else {str(key): plain_text(value) for key, value in given.items()}
        name_tag, name = self.resource.name_tag, self.params.get("name")
        return {**(result or {}), name_tag: name} if name_tag and name else result

    @property
    def purge_tags(self) -> bool:
        """Whether tags that the user did not ask for are to go."""
        return bool(self.params.get("purge_tags")) and self.params.get("tags") is not None

    @property
    def region(self) -> str:
        return self.api.client.meta.region_name

    @property
    def what(self) -> str:
        """The resource as messages call it, such as: agent runtime 'assistant'."""
        words = self.resource.returns.replace("_", " ")
        name = self.params.get("name") or next((self.params[option] for option in self.options), None)
        return words if name is None else f"{words} '{name}'"

    def deadline(self, longest: float = float("inf")) -> Deadline:
        """The user's wait_timeout (seconds), at most I(longest)."""
        return Deadline(min(self.params.get("wait_timeout") or 300, longest))
