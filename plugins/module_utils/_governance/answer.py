# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Answers to the questions of a lens about a workload."""

from __future__ import annotations

from typing import Any

from .._engine.api import failure
from .._engine.context import Context
from .._engine.diff import same_given, same_set
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.sdk import botocore
from .._engine.unknown import UNKNOWN, has_unknown

Members = dict[str, Any]

# Options of which one says which question it is.
QUESTION = ("question_id", "question_title")


def _question(context: Context) -> str:
    """The id of the question, which may be given by its title. EngineError when there is none such."""
    where = {"WorkloadId": context.params["workload_id"], "LensAlias": context.params["lens_alias"]}
    asked = context.params["question_id"] or context.params["question_title"]
    if has_unknown(where):
        return str(context.params["question_id"] or UNKNOWN)
    try:
        found = context.once(
            ("questions", *where.values()), lambda: context.api.items("ListAnswers", "AnswerSummaries", **where)
        )
    except botocore.exceptions.ClientError as exception:
        raise failure(f"look for the question '{asked}'", exception) from exception
    for entry in found:
        if entry["QuestionId"] == asked or entry["QuestionTitle"].casefold() == asked.casefold():
            return str(entry["QuestionId"])
    known = ", ".join(sorted(entry["QuestionId"] for entry in found))
    raise EngineError(f"The lens {where['LensAlias']} has no question '{asked}'. It has: {known}.")


def _observe(_context: Context, live: Members) -> Members:
    """An answer lists its choices; an update has them by their ids."""
    names = ("Status", "Reason", "Notes")
    told = {
        one["ChoiceId"]: {name: one[name] for name in names if name in one} for one in live.get("ChoiceAnswers") or []
    }
    return {**live, "ChoiceUpdates": told}


RESOURCE = Resource(
    service="wellarchitected",
    noun="Answer",
    returns="answer",
    create="",
    delete="",
    wrapper="Answer",
    parents=("WorkloadId", "LensAlias"),
    ids={"QuestionId": "QuestionId"},
    supplied={"QuestionId": _question},
    local=QUESTION,
    observe=_observe,
    update_sends="changed",
    compare={"SelectedChoices": same_set, "ChoiceUpdates": same_given},
)
