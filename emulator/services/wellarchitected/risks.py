"""How risky an answer is: by the best practices that are not followed, and how much each of them matters."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from emulator.services.wellarchitected.lenses import HIGH, MEDIUM, Question, find_lens

KINDS = ("UNANSWERED", "HIGH", "MEDIUM", "NONE", "NOT_APPLICABLE")
Answers = dict[tuple[str, str], dict[str, Any]]


def risk(question: Question, answer: dict[str, Any]) -> str:
    if not answer.get("IsApplicable", True):
        return "NOT_APPLICABLE"
    chosen = set(answer.get("SelectedChoices", []))
    if not chosen:
        return "UNANSWERED"
    spared = {name for name, update in answer.get("choices", {}).items() if update["Status"] == "NOT_APPLICABLE"}
    missing = [choice.weight for choice in question.practices if choice.id not in chosen | spared]
    if question.none in chosen or HIGH in missing:
        return "HIGH"
    return "MEDIUM" if MEDIUM in missing else "NONE"


def counts(lenses: Iterable[str], answers: Answers, pillar: str = "") -> dict[str, int]:
    """How many questions of the lenses, or of one pillar of them, have which risk."""
    found: Counter[str] = Counter()
    for name in lenses:
        lens = find_lens(name)
        for question in lens.questions:
            if not pillar or question.pillar == pillar:
                found[risk(question, answers.get((lens.alias, question.id), {}))] += 1
    return {kind: found[kind] for kind in KINDS if found[kind]}
