"""Guardrails: a working draft, and numbered versions of it that never change."""

import copy
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, list_answer, view
from emulator.modeled.errors import not_found, validation
from emulator.modeled.paging import part
from emulator.modeled.resource import LOWER, ResourceType, States, random_id
from emulator.modeled.store import Record

DRAFT = "DRAFT"
ACTIONS = {"inputAction": "BLOCK", "outputAction": "BLOCK", "inputEnabled": True, "outputEnabled": True}
MODALITIES = {"inputModalities": ["TEXT"], "outputModalities": ["TEXT"]}
# What entries have that the caller leaves out; unverified: that answers always show it.
DEFAULTS: dict[str, dict[str, Any]] = {
    "topicsConfig": ACTIONS,
    "filtersConfig": {**ACTIONS, **MODALITIES},
    "wordsConfig": ACTIONS,
    "managedWordListsConfig": ACTIONS,
    "piiEntitiesConfig": {"inputEnabled": True, "outputEnabled": True},
    "regexesConfig": {"inputEnabled": True, "outputEnabled": True},
}
GROUNDING = {"filtersConfig": {"action": "BLOCK", "enabled": True}}
POLICIES = (
    "topicPolicyConfig",
    "contentPolicyConfig",
    "wordPolicyConfig",
    "sensitiveInformationPolicyConfig",
    "contextualGroundingPolicyConfig",
    "automatedReasoningPolicyConfig",
)
TIERED = ("topicPolicyConfig", "contentPolicyConfig", "contextualGroundingPolicyConfig")


class Guardrail(ResourceType):
    service = "bedrock"
    noun = "Guardrail"
    id = "guardrailId"
    id_param = "guardrailIdentifier"
    arn = "arn:{partition}:bedrock:{region}:{account}:guardrail/{id}"
    arn_member = "guardrailArn"
    name = "name"
    states = States("CREATING", "READY", "UPDATING", "DELETING")

    def new_id(self, call: Call) -> str:
        return random_id(12, LOWER)

    def before_create(self, call: Call, parent: Record | None) -> None:
        check(call.params)

    def before_update(self, call: Call, record: Record) -> None:
        check(call.params)

    def view(self, record: Record) -> dict[str, Any]:
        return shown(record, record.members, DRAFT)


def check(params: dict[str, Any]) -> None:
    """unverified: the words of these refusals."""
    for item in params.get("contentPolicyConfig", {}).get("filtersConfig", []):
        if item["type"] == "PROMPT_ATTACK" and item["outputStrength"] != "NONE":
            raise validation("The output strength of the filter PROMPT_ATTACK must be NONE")
    tiers = [params.get(policy, {}).get("tierConfig", {}).get("tierName") for policy in TIERED]
    if "STANDARD" in tiers and "crossRegionConfig" not in params:
        raise validation("The tier STANDARD needs a cross-Region guardrail profile")


def shown(record: Record, members: dict[str, Any], version: str) -> dict[str, Any]:
    """Members in the form of answers, which have other names for policies than requests."""
    where = record.arn.rpartition(":guardrail/")[0]
    answer: dict[str, Any] = {"version": version}
    for policy in POLICIES:
        if policy in members:
            answer[policy.removesuffix("Config")] = shown_policy(policy, members[policy])
    if "crossRegionConfig" in members:
        profile = members["crossRegionConfig"]["guardrailProfileIdentifier"].rpartition("/")[2]
        arn = f"{where}:guardrail-profile/{profile}"
        answer["crossRegionDetails"] = {"guardrailProfileId": profile, "guardrailProfileArn": arn}
    if "kmsKeyId" in members:
        key = members["kmsKeyId"]
        answer["kmsKeyArn"] = key if key.startswith("arn:") else f"{where.replace(':bedrock:', ':kms:')}:key/{key}"
    return {**answer, "id": record.id, "arn": record.arn}


def shown_policy(policy: str, given: dict[str, Any]) -> dict[str, Any]:
    defaults = GROUNDING if policy == "contextualGroundingPolicyConfig" else DEFAULTS
    told = {
        name.removesuffix("Config"): [{**defaults.get(name, {}), **item} for item in value]
        if name in defaults
        else value
        for name, value in given.items()
    }
    return {"tier": {"tierName": "CLASSIC"}, **told} if policy in TIERED else told


def view_of_version(record: Record, number: str) -> dict[str, Any]:
    """The answer about a version, or about the draft."""
    told = view(Guardrail(), record)
    if number == DRAFT:
        return told
    if number not in record.hidden.get("versions", {}):
        raise not_found(f"Guardrail {record.id} has no version {number}")
    kept = record.hidden["versions"][number]
    other = ("name", "description", "blockedInputMessaging", "blockedOutputsMessaging")
    rest = {name: value for name, value in told.items() if name not in other and not name.endswith("Policy")}
    times = {"createdAt": kept["created"], "updatedAt": kept["created"]}
    return {**rest, **kept["members"], **shown(record, kept["members"], number), **times, "status": "READY"}


def get_guardrail(call: Call) -> dict[str, Any]:
    record = call.find(Guardrail, call.params["guardrailIdentifier"])
    return call.answer(view_of_version(record, call.params.get("guardrailVersion", DRAFT)))


def list_guardrails(call: Call) -> dict[str, Any]:
    """All drafts, or the draft and the versions of one guardrail."""
    if "guardrailIdentifier" not in call.params:
        return Verbs(Guardrail()).list(call)
    record = call.find(Guardrail, call.params["guardrailIdentifier"])
    numbers, token = part([DRAFT, *record.hidden.get("versions", {})], call.params)
    return list_answer(call, [view_of_version(record, number) for number in numbers], token)


def delete_guardrail(call: Call) -> dict[str, Any]:
    """One version, or all of it."""
    number = call.params.get("guardrailVersion")
    if not number:
        return Verbs(Guardrail()).delete(call)
    record = call.find(Guardrail, call.params["guardrailIdentifier"])
    view_of_version(record, number)
    del record.hidden["versions"][number]
    call.cloud.store.put(record)
    return {}


def create_version(call: Call) -> dict[str, Any]:
    record = call.find(Guardrail, call.params["guardrailIdentifier"])
    resource = Guardrail()
    if record.is_changing:
        error = resource.busy(record, "version")
        assert error
        raise error
    number = str(record.hidden.get("newest", 0) + 1)
    members = copy.deepcopy(record.members)
    if "description" in call.params:
        members["description"] = call.params["description"]
    record.hidden["newest"] = int(number)
    record.hidden.setdefault("versions", {})[number] = {"members": members, "created": call.cloud.timestamp()}
    record.status = "VERSIONING"
    call.cloud.schedule(record, ("version", "READY"))
    call.cloud.store.put(record)
    return {"guardrailId": record.id, "version": number}


OPERATIONS = {
    "CreateGuardrailVersion": create_version,
    "DeleteGuardrail": delete_guardrail,
    "GetGuardrail": get_guardrail,
    "ListGuardrails": list_guardrails,
}
