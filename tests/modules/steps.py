"""What is done with each module, step by step: the life of a resource, or the steps of an action."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from tests.modules.cases import RESOURCE, Case, Options

OURS = {"owner": "cases", "stage": "one"}
LATER = {"stage": "two"}
FOREIGN = {"owner": "somebody else"}

REASON = "there is no room for it"
SHORT, LONGER, LONG = 1, 2, 4  # seconds


@dataclass(frozen=True)
class Step:
    """One run of a module. Its name is part of the access key it uses, so the cloud's request log tells what it did."""

    name: str
    options: Options
    check: bool = False
    before: tuple = ()
    twin: bool = False
    """Whether it runs the module that lists the resources."""
    fault: dict[str, Any] = field(default_factory=dict)
    """What the cloud does to the resource that the step creates, see emulator/faults.py."""


def steps(case: Case) -> list[Step]:
    """The steps of a case in their order."""
    if case.kind == RESOURCE:
        return list(_life(case))
    return [
        Step(f"step-{number}", step.get("options", {}), step.get("check", False), tuple(step.get("before", ())))
        for number, step in enumerate(case.steps)
    ] + list(_bad(case))


def _life(case: Case) -> Iterator[Step]:
    create, absent = case.create, {**case.identity, "state": "absent"}
    yield Step("create-in-check-mode", create, check=True)
    yield Step("create", create)
    yield Step("create-again", create)
    if case.twin:
        yield Step("list-it", {**case.where, **case.filters}, twin=True)
        yield Step("list-all", case.where, twin=True)
    if case.has_change:
        yield Step("change-in-check-mode", case.change, check=True)
        yield Step("change", case.change)
        yield Step("change-again", case.change)
    newest = case.change or create
    if case.taggable:
        yield Step("tag", {**newest, "tags": OURS})
        yield Step("tag-without-purge", {**newest, "tags": LATER, "purge_tags": False})
        yield Step("purge-tags", {**newest, "tags": LATER})
        yield Step("change-foreign", {**create, "tags": {"stage": "three"}, "required_tags": FOREIGN})
        yield Step("delete-foreign", {**absent, "required_tags": FOREIGN})
    kept = {"required_tags": LATER} if case.taggable else {}
    yield from _bad(case)
    if case.has_replace:
        tags = {"tags": LATER} if case.taggable else {}
        yield Step("replace-in-check-mode", {**case.replace, **tags, "force_replace": True}, check=True)
        yield Step("replace", {**case.replace, **tags, "force_replace": True})
    yield Step("delete-in-check-mode", {**absent, **kept}, check=True)
    yield Step("delete", {**absent, **kept})
    yield Step("delete-again", {**absent, **kept})
    if case.twin:
        yield Step("list-nothing", {**case.where, **case.filters}, twin=True)
    if case.takes_time:
        yield from _slow(case, absent)
    if case.can_fail:
        yield from _failing(case, absent)
    yield Step("create-after-deletion", create)
    if case.cleanup:
        yield Step("delete-at-last", absent)


def _slow(case: Case, absent: Options) -> Iterator[Step]:
    """The wait is over before the resource is ready; the next run goes on, a deletion waits until it may delete."""
    yield Step("create-too-slow", {**case.create, "wait_timeout": SHORT}, fault={"seconds": LONG})
    yield Step("wait-again", case.create)
    yield Step("delete-after-waiting", absent)
    yield Step("create-without-waiting", {**case.create, "wait": False}, fault={"seconds": LONGER})
    yield Step("delete-while-creating", absent)


def _failing(case: Case, absent: Options) -> Iterator[Step]:
    yield Step("create-that-fails", case.create, fault={"failure": REASON})
    yield Step("create-again-after-failure", case.create)
    yield Step("delete-what-failed", absent)


def _bad(case: Case) -> Iterator[Step]:
    for number, bad in enumerate(case.bad):
        yield Step(f"bad-{number}", bad["options"])
