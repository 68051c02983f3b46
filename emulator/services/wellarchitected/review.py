"""The review of a workload by a lens: what is asked, and what was answered."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import not_found, validation
from emulator.modeled.store import Record
from emulator.services.wellarchitected import risks
from emulator.services.wellarchitected.lenses import LENSES, Lens, Question, alias, find_lens
from emulator.services.wellarchitected.workload import ANSWERS, Workload, as_of


def reviewed(call: Call, record: Record) -> Lens:
    lens = find_lens(call.params["LensAlias"])
    if lens.alias not in {alias(name) for name in record.members["Lenses"]}:
        raise not_found(f"The lens {lens.alias} is not associated with the workload {record.id}")
    return lens


def lens_summary(lens: Lens, record: Record) -> dict[str, Any]:
    return {
        "LensAlias": lens.alias,
        "LensArn": lens.arn,
        "LensName": lens.name,
        "LensVersion": lens.version,
        "LensStatus": "CURRENT",
        "UpdatedAt": record.updated,
        "RiskCounts": risks.counts([lens.alias], record.hidden[ANSWERS]),
    }


def list_reviews(call: Call) -> dict[str, Any]:
    record = as_of(call)
    found = [lens_summary(find_lens(name), record) for name in record.members["Lenses"]]
    return call.answer({**call.params, "LensReviewSummaries": found})


def get_review(call: Call) -> dict[str, Any]:
    record = as_of(call)
    lens = reviewed(call, record)
    pillars = [
        {
            "PillarId": pillar,
            "PillarName": name,
            "RiskCounts": risks.counts([lens.alias], record.hidden[ANSWERS], pillar),
        }
        for pillar, name in lens.pillars.items()
    ]
    review = {**lens_summary(lens, record), "PillarReviewSummaries": pillars}
    return call.answer({**call.params, "LensReview": review})


def answer_of(record: Record, lens: Lens, question: Question) -> dict[str, Any]:
    answer = record.hidden[ANSWERS].get((lens.alias, question.id), {})
    chosen, updates = answer.get("SelectedChoices", []), answer.get("choices", {})
    choices = [*question.practices, question.nothing]
    told = [
        {
            "Reason": "NONE",
            **updates.get(choice.id, {}),
            "ChoiceId": choice.id,
            "Status": status(choice.id, chosen, updates),
        }
        for choice in choices
        if choice.id in chosen or choice.id in updates
    ]
    return {
        "QuestionId": question.id,
        "PillarId": question.pillar,
        "QuestionTitle": question.title,
        "QuestionDescription": question.description,
        "Choices": [{"ChoiceId": choice.id, "Title": choice.title, "Description": choice.title} for choice in choices],
        "SelectedChoices": chosen,
        "ChoiceAnswers": told,
        "ChoiceAnswerSummaries": told,
        "IsApplicable": answer.get("IsApplicable", True),
        "Reason": answer.get("Reason", "NONE"),
        "Notes": answer.get("Notes", ""),
        "Risk": risks.risk(question, answer),
    }


def status(choice: str, chosen: list[str], updates: dict[str, Any]) -> str:
    if choice in chosen:
        return "SELECTED"
    return "NOT_APPLICABLE" if updates.get(choice, {}).get("Status") == "NOT_APPLICABLE" else "UNSELECTED"


def list_answers(call: Call) -> dict[str, Any]:
    """Pages by the number of the next question: there are no records of questions."""
    record = as_of(call)
    lens = reviewed(call, record)
    wanted = [one for one in lens.questions if call.params.get("PillarId") in (None, one.pillar)]
    start, size = int(call.params.get("NextToken", 0)), call.params.get("MaxResults", 50)
    found = [answer_of(record, lens, one) for one in wanted[start : start + size]]
    token = str(start + size) if len(wanted) > start + size else None
    where = {**call.params, "LensArn": lens.arn, "NextToken": token}
    return call.answer({**where, "AnswerSummaries": found})


def find_question(call: Call, lens: Lens) -> Question:
    for question in lens.questions:
        if question.id == call.params["QuestionId"]:
            return question
    raise not_found(f"The lens {lens.alias} has no question {call.params['QuestionId']}")


def get_answer(call: Call) -> dict[str, Any]:
    record = as_of(call)
    lens = reviewed(call, record)
    answer = answer_of(record, lens, find_question(call, lens))
    return call.answer({**call.params, "LensArn": lens.arn, "Answer": answer})


def update_answer(call: Call) -> dict[str, Any]:
    """What the request leaves out stays."""
    record = call.find(Workload, call.params["WorkloadId"])
    lens = reviewed(call, record)
    question = find_question(call, lens)
    updates = call.params.get("ChoiceUpdates", {})
    known = {choice.id for choice in (*question.practices, question.nothing)}
    unknown = sorted({*updates, *call.params.get("SelectedChoices", [])} - known)
    if unknown:
        raise validation(f"The question {question.id} has no choices {', '.join(unknown)}")
    key = (lens.alias, question.id)
    answer = dict(record.hidden[ANSWERS].get(key, {}))
    answer.update({name: call.params[name] for name in ("Notes", "IsApplicable", "Reason") if name in call.params})
    chosen = list(call.params.get("SelectedChoices", answer.get("SelectedChoices", [])))
    chosen += [one for one, update in updates.items() if update["Status"] == "SELECTED" and one not in chosen]
    dropped = {one for one, update in updates.items() if update["Status"] != "SELECTED"}
    answer["SelectedChoices"] = [one for one in chosen if one not in dropped]
    if question.none in answer["SelectedChoices"] and len(answer["SelectedChoices"]) > 1:
        raise validation("None of these cannot be selected along with other choices")
    answer["choices"] = {**answer.get("choices", {}), **updates}
    record.hidden[ANSWERS] = {**record.hidden[ANSWERS], key: answer}
    record.updated = call.cloud.timestamp()
    call.cloud.store.put(record)
    return call.answer({**call.params, "LensArn": lens.arn, "Answer": answer_of(record, lens, question)})


def list_lenses(call: Call) -> dict[str, Any]:
    found = [
        {
            "LensArn": lens.arn,
            "LensAlias": lens.alias,
            "LensName": lens.name,
            "LensType": "AWS_OFFICIAL",
            "LensVersion": lens.version,
            "LensStatus": "CURRENT",
            "Description": lens.name,
        }
        for lens in LENSES.values()
    ]
    return call.answer({"LensSummaries": found})


OPERATIONS = {
    "GetAnswer": get_answer,
    "GetLensReview": get_review,
    "ListAnswers": list_answers,
    "ListLensReviews": list_reviews,
    "ListLenses": list_lenses,
    "UpdateAnswer": update_answer,
}
