"""Inference profiles: those of AWS, which spread over regions, and those that accounts make to tell costs apart."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, list_answer, view
from emulator.modeled.errors import validation
from emulator.modeled.paging import page
from emulator.modeled.resource import LOWER, ResourceType, random_id
from emulator.modeled.store import Record

# Profiles of AWS, by the model that they lead to.
SYSTEM = {
    "amazon.nova-lite-v1:0": "Nova Lite",
    "amazon.nova-micro-v1:0": "Nova Micro",
    "amazon.nova-pro-v1:0": "Nova Pro",
    "anthropic.claude-haiku-4-5-20251001-v1:0": "Claude Haiku 4.5",
    "anthropic.claude-sonnet-4-5-20250929-v1:0": "Claude Sonnet 4.5",
    "anthropic.claude-sonnet-4-6": "Claude Sonnet 4.6",
}
GEOGRAPHIES = {
    "us": ("us-east-1", "us-east-2", "us-west-2"),
    "eu": ("eu-central-1", "eu-west-1", "eu-west-3"),
}


class InferenceProfile(ResourceType):
    service = "bedrock"
    noun = "InferenceProfile"
    id = "inferenceProfileId"
    id_param = "inferenceProfileIdentifier"
    arn = "arn:{partition}:bedrock:{region}:{account}:application-inference-profile/{id}"
    arn_member = "inferenceProfileArn"
    name = "inferenceProfileName"

    def new_id(self, call: Call) -> str:
        return random_id(12, LOWER)

    def on_create(self, call: Call, record: Record) -> None:
        source = record.members.pop("modelSource")["copyFrom"]
        record.hidden["models"] = models_of(call, source)

    def view(self, record: Record) -> dict[str, Any]:
        models = [{"modelArn": arn} for arn in record.hidden["models"]]
        return {"status": "ACTIVE", "type": "APPLICATION", "models": models}


def models_of(call: Call, source: str) -> list[str]:
    """The ARNs of the models that a source leads to; unverified: the words of the refusal."""
    if ":foundation-model/" in source:
        return [source]
    found = next((item for item in system_profiles(call) if item["inferenceProfileArn"] == source), None)
    if found is None:
        raise validation(f"The provided model source {source} is neither a model nor an inference profile of AWS")
    return [model["modelArn"] for model in found["models"]]


def system_profiles(call: Call) -> list[dict[str, Any]]:
    geography = call.region.partition("-")[0]
    place = f"arn:{call.partition}:bedrock:"
    return [
        {
            "inferenceProfileName": f"{geography.upper()} {name}",
            "inferenceProfileId": f"{geography}.{model}",
            "inferenceProfileArn": f"{place}{call.region}:{call.account}:inference-profile/{geography}.{model}",
            "models": [{"modelArn": f"{place}{region}::foundation-model/{model}"} for region in GEOGRAPHIES[geography]],
            "status": "ACTIVE",
            "type": "SYSTEM_DEFINED",
        }
        for model, name in SYSTEM.items()
        if geography in GEOGRAPHIES
    ]


def get_profile(call: Call) -> dict[str, Any]:
    wanted = call.params["inferenceProfileIdentifier"]
    for profile in system_profiles(call):
        if wanted in (profile["inferenceProfileId"], profile["inferenceProfileArn"]):
            return call.answer(profile)
    return Verbs(InferenceProfile()).read(call)


def list_profiles(call: Call) -> dict[str, Any]:
    """Those of AWS come on the first page."""
    kind = call.params.get("typeEquals")
    records, next_token = page([] if kind == "SYSTEM_DEFINED" else call.records(InferenceProfile), call.params)
    system = [] if kind == "APPLICATION" or call.params.get("nextToken") else system_profiles(call)
    return list_answer(call, [*system, *(view(InferenceProfile(), record) for record in records)], next_token)


OPERATIONS = {"GetInferenceProfile": get_profile, "ListInferenceProfiles": list_profiles}
