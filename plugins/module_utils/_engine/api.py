# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""One service's operations: which members they take, calling them, reading all pages, and what their errors mean."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from .errors import EngineError, error_code, error_message
from .sdk import botocore, xform_name
from .shapes import content_of, opened, snake, violations
from .unknown import UNKNOWN

# What the services answer when a resource is not there. Names, not services: the same few words are used everywhere.
_NOT_FOUND = re.compile(r"(NotFound|NoSuch|DoesNotExist|Nonexistent|NotFoundFault|\.NotFound$|^404$)", re.IGNORECASE)

_PAGE_TOKENS = ("nextToken", "NextToken", "NextMarker", "NextPageToken")


class Api:
    """The operations of one boto3 client, called by their API names with API members.

    I(missing) are further error codes that mean "not there" for this resource.
    I(unchecked) are request members for which the model is narrower than the service.
    I(envelopes) maps operations to the member of their request or answer that holds the resource. Nobody else has to
    know: the members of both are on one level.
    """

    def __init__(
        self,
        client: Any,
        missing: Iterable[str] = (),
        unchecked: Iterable[str] = (),
        envelopes: Mapping[str, str] | None = None,
    ) -> None:
        self.client = client
        self._know(client.meta.service_model, missing, unchecked, envelopes)

    def _know(
        self,
        model: Any,
        missing: Iterable[str] = (),
        unchecked: Iterable[str] = (),
        envelopes: Mapping[str, str] | None = None,
    ) -> None:
        """Take the model of the operations and what it does not say."""
        self._model = model
        self._missing = frozenset(missing)
        self._unchecked = frozenset(unchecked)
        self._envelopes = envelopes or {}

    @property
    def service(self) -> str:
        return self._model.service_name

    def has(self, operation: str | None) -> bool:
        return bool(operation) and operation in self._model.operation_names

    def input(self, operation: str) -> Any:
        """The input shape of an operation; EngineError when the installed botocore is too old to know it."""
        return self._opened(operation, self._operation(operation).input_shape)

    def output(self, operation: str) -> Any:
        return self._opened(operation, self._operation(operation).output_shape)

    def _opened(self, operation: str, shape: Any) -> Any:
        envelope = self._envelopes.get(operation)
        return opened(shape, envelope) if shape is not None and envelope in shape.members else shape

    def _operation(self, operation: str) -> Any:
        if not self.has(operation):
            raise EngineError(
                f"The installed botocore does not know {operation} of {self.service}: update boto3 and botocore."
            )
        return self._model.operation_model(operation)

    def members(self, operation: str | None) -> tuple[str, ...]:
        """The members that a request of the operation may have; none when there is no such operation."""
        if not self.has(operation):
            return ()
        shape = self.input(operation)
        return tuple(shape.members) if shape else ()

    def required(self, operation: str) -> tuple[str, ...]:
        if not self.has(operation):
            return ()
        shape = self.input(operation)
        return tuple(shape.required_members) if shape else ()

    def check(self, operation: str, request: dict[str, Any]) -> None:
        """Hold a request against the model before anything is sent; check mode needs the same answer as a real run."""
        unknown = [snake(member) for member in request if member not in self.members(operation)]
        problems = [f"{name} is not known to {operation}" for name in unknown]
        known = {
            name: UNKNOWN if name in self._unchecked else value
            for name, value in request.items()
            if name in self.members(operation)
        }
        problems += violations(self.input(operation), known)
        if problems:
            raise EngineError(f"{operation} would refuse this: {'; '.join(problems)}.", operation=operation)

    def call(self, operation: str, **request: Any) -> dict[str, Any]:
        """Call an operation; botocore's exceptions pass through.

        Operations on several things at once answer with success and a list of what failed: that is an error here.
        """
        answer = getattr(self.client, xform_name(operation))(**self._enveloped(operation, request))
        if isinstance(answer, dict):
            answer.pop("ResponseMetadata", None)
            inside = answer.get(self._envelopes.get(operation, ""))
            if isinstance(inside, dict):
                answer = {**{name: value for name, value in answer.items() if value is not inside}, **inside}
            for failed in answer.get("Unsuccessful") or []:
                raise botocore.exceptions.ClientError({"Error": failed.get("Error") or {}}, operation)
            for failed in answer.get("FailedBatches") or []:
                error = {"Code": "", "Message": failed.get("FailureMessage", "")}
                raise botocore.exceptions.ClientError({"Error": error}, operation)
            for failed in answer.get("errors") or [] if operation.startswith("Batch") else []:
                error = {"Code": failed.get("code", ""), "Message": failed.get("message", "")}
                raise botocore.exceptions.ClientError({"Error": error}, operation)
        return answer

    def _enveloped(self, operation: str, request: dict[str, Any]) -> dict[str, Any]:
        """The request as the operation takes it: what belongs into the envelope is put there."""
        envelope = self._envelopes.get(operation)
        shapes = self._operation(operation).input_shape.members if envelope else {}
        if envelope not in shapes:
            return request
        shape = shapes[envelope]
        inside = content_of(shape).members
        content = {name: value for name, value in request.items() if name in inside}
        outside = {name: value for name, value in request.items() if name not in inside}
        return {**outside, envelope: [content] if shape.type_name == "list" else content}

    def find(self, operation: str, **request: Any) -> dict[str, Any] | None:
        """Call a reading operation; None when the service says that the thing is not there."""
        try:
            return self.call(operation, **request)
        except botocore.exceptions.ClientError as exception:
            if self.is_missing(exception):
                return None
            raise

    def items(self, operation: str, result: str, **request: Any) -> list[Any]:
        """Every entry of the list member I(result) over all pages; botocore's exceptions pass through."""
        name = xform_name(operation)
        request = {**self._page_size(operation), **request}
        if self.client.can_paginate(name):
            pages: Iterable[Any] = self.client.get_paginator(name).paginate(**request)
        else:
            pages = self._pages(operation, request)
        return [item for page in pages for item in page.get(result) or []]

    def _page_size(self, operation: str) -> dict[str, int]:
        """The largest page there is, for operations that insist on being told a size."""
        asked = [name for name in ("MaxResults", "maxResults") if name in self.required(operation)]
        return {name: self.input(operation).members[name].metadata["max"] for name in asked}

    def _pages(self, operation: str, request: dict[str, Any]) -> Iterable[dict[str, Any]]:
        """Pages of an operation that botocore has no paginator for, by its token if it has one."""
        token = next((name for name in _PAGE_TOKENS if name in self.members(operation)), None)
        while True:
            page = self.call(operation, **request)
            yield page
            if token is None or not page.get(token):
                return
            request = {**request, token: page[token]}

    def batches(self, operation: str, member: str, items: list[Any]) -> Iterator[list[Any]]:
        """As many of the items at a time as the list member I(member) of a request takes."""
        size = self.input(operation).members[member].metadata["max"]
        for start in range(0, len(items), size):
            yield items[start : start + size]

    def list_member(self, operation: str) -> str:
        """The member of the answer that holds the list."""
        lists = [name for name, shape in self.output(operation).members.items() if shape.type_name == "list"]
        return lists[0]

    def is_missing(self, exception: BaseException) -> bool:
        code = error_code(exception)
        return code in self._missing or bool(_NOT_FOUND.search(code))


def failure(action: str, exception: BaseException, explain: Mapping[str, str] | None = None) -> EngineError:
    """An EngineError that keeps the service's code and words: I(action) says what was being done to what.

    I(explain) adds to an error code what it means and what to do.
    """
    code = error_code(exception)
    words = " ".join(filter(None, (error_message(exception), (explain or {}).get(code))))
    return EngineError(f"Could not {action}: {f'{code}: ' if code else ''}{words}", cause=exception)
