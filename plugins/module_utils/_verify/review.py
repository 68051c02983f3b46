# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The review by the lens for generative AI, and what watches the models: requirements 17.b, 17.4 and 18.3.b."""

from __future__ import annotations

import json
from typing import Any

from .alarms import alarm
from .broken import need
from .check import Checks, Evidence
from .live import Live
from .logs import dashboard, metric_filters

REVIEW = Checks()
# Questions of the lens that are answered by what is deployed: how models are watched, and who reaches them.
QUESTIONS = ("genops02", "gensec01", "gensec05")


@REVIEW.shows("17.b", "17.4.a", "18.3.b")
def the_lens_for_generative_ai_is_answered(live: Live) -> Evidence:
    """With what shows each answer."""
    workload, lens = _workload(live)
    for question in QUESTIONS:
        found = live.ask("wellarchitected", "GetAnswer", WorkloadId=workload, LensAlias=lens, QuestionId=question)
        answer = found["Answer"]
        need(answer.get("SelectedChoices"), f"{question} of the lens for generative AI is not answered")
        need(answer.get("Notes"), f"nothing shows the answer to {question} of the lens for generative AI")
    return {"workload": workload, "answers to the lens for generative AI": list(QUESTIONS)}


@REVIEW.shows("17.4.b")
def how_models_do_is_measured(live: Live) -> Evidence:
    """Whether they fail, how long they take, and what people say of their answers."""
    watching = [alarm(live, key)["AlarmName"] for key in ("models-failing", "models-slow")]
    need("Feedback" in metric_filters(live), "what people say of answers is not counted")
    return {"alarms on models": watching, "what people say of answers": "Feedback"}


@REVIEW.shows("17.4.c")
def personal_data_is_masked(live: Live) -> Evidence:
    group = live.one("monitoring", "log_group", "log-group-application")["id"]
    found = live.find("logs", "GetDataProtectionPolicy", logGroupIdentifier=group) or {}
    statements = json.loads(found.get("policyDocument") or "{}").get("Statement", [])
    masked = [
        identifier.rpartition("/")[2]
        for statement in statements
        if "Deidentify" in statement["Operation"]
        for identifier in statement["DataIdentifier"]
    ]
    need(masked, f"personal data in {group} is not masked")
    return {"log group": group, "what is masked": masked}


@REVIEW.shows("17.4.d")
def what_models_use_is_watched(live: Live) -> Evidence:
    """Tokens are what models are paid by."""
    shown = dashboard(live, "monitoring", "dashboard-ai", "OutputTokenCount")["id"]
    need("ModelTokens" in metric_filters(live), "the tokens that applications use are not counted")
    return {"dashboard of models": shown, "alarm on tokens": alarm(live, "models-output-tokens")["AlarmName"]}


def _workload(live: Live) -> tuple[str, Any]:
    """Its id, and the lens for generative AI that it is reviewed by."""
    arn = live.one("compliance", "wellarchitected_workload")["arn"]
    workload = arn.rpartition("/")[2]
    lenses = live.ask("wellarchitected", "GetWorkload", WorkloadId=workload)["Workload"]["Lenses"]
    ours = [lens for lens in lenses if lens.rpartition("/")[2] == "genai"]
    need(ours, f"{arn} is not reviewed by the lens for generative AI")
    return workload, ours[0]
