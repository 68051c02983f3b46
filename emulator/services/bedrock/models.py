"""Foundation models: some of those that there are, as the documentation of AWS describes them."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import not_found

WORDS = {"inputModalities": ["TEXT"], "outputModalities": ["TEXT"], "responseStreamingSupported": True}
SEES = {**WORDS, "inputModalities": ["TEXT", "IMAGE"]}
WATCHES = {**WORDS, "inputModalities": ["TEXT", "IMAGE", "VIDEO"]}
VECTORS = {"inputModalities": ["TEXT"], "outputModalities": ["EMBEDDING"], "responseStreamingSupported": False}
ACTIVE = {"modelLifecycle": {"status": "ACTIVE"}}
LEGACY = {"modelLifecycle": {"status": "LEGACY"}}
ON_DEMAND = {"inferenceTypesSupported": ["ON_DEMAND"], "customizationsSupported": []}
BY_PROFILE = {"inferenceTypesSupported": ["INFERENCE_PROFILE"], "customizationsSupported": []}
MODELS: dict[str, dict[str, Any]] = {
    "amazon.nova-lite-v1:0": {"modelName": "Nova Lite", **WATCHES, **ON_DEMAND, **ACTIVE},
    "amazon.nova-micro-v1:0": {"modelName": "Nova Micro", **WORDS, **ON_DEMAND, **ACTIVE},
    "amazon.nova-pro-v1:0": {"modelName": "Nova Pro", **WATCHES, **ON_DEMAND, **ACTIVE},
    "amazon.titan-embed-text-v2:0": {"modelName": "Titan Text Embeddings V2", **VECTORS, **ON_DEMAND, **ACTIVE},
    "anthropic.claude-3-sonnet-20240229-v1:0": {"modelName": "Claude 3 Sonnet", **SEES, **ON_DEMAND, **LEGACY},
    "anthropic.claude-haiku-4-5-20251001-v1:0": {"modelName": "Claude Haiku 4.5", **SEES, **BY_PROFILE, **ACTIVE},
    "anthropic.claude-sonnet-4-5-20250929-v1:0": {"modelName": "Claude Sonnet 4.5", **SEES, **BY_PROFILE, **ACTIVE},
    "anthropic.claude-sonnet-4-6": {"modelName": "Claude Sonnet 4.6", **SEES, **BY_PROFILE, **ACTIVE},
    "cohere.embed-english-v3": {"modelName": "Embed English", **VECTORS, **ON_DEMAND, **ACTIVE},
}


def described(call: Call, model: str) -> dict[str, Any]:
    arn = f"arn:{call.partition}:bedrock:{call.region}::foundation-model/{model}"
    return {"modelArn": arn, "modelId": model, "providerName": model.split(".")[0].title(), **MODELS[model]}


def listed(call: Call) -> dict[str, Any]:
    given = call.params
    tests = {
        "byProvider": lambda model, wanted: model["providerName"].lower() == wanted.lower(),
        "byCustomizationType": lambda model, wanted: wanted in model["customizationsSupported"],
        "byOutputModality": lambda model, wanted: wanted in model["outputModalities"],
        "byInferenceType": lambda model, wanted: wanted in model["inferenceTypesSupported"],
    }
    models = [described(call, model) for model in MODELS]
    return {"modelSummaries": [one for one in models if all(tests[name](one, given[name]) for name in given)]}


def get(call: Call) -> dict[str, Any]:
    model = call.params["modelIdentifier"].rpartition("/")[2]
    if model not in MODELS:
        raise not_found("Could not resolve the foundation model from the model identifier")
    return {"modelDetails": described(call, model)}


OPERATIONS = {"ListFoundationModels": listed, "GetFoundationModel": get}
