"""Access to models: Amazon's own need no agreement, those of others do; the form is one for the account."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, not_found, validation
from emulator.services.bedrock.account import account

# The vendors that have models at all; the names of single models are not known here.
VENDORS = ("ai21", "amazon", "anthropic", "cohere", "deepseek", "meta", "mistral", "openai", "qwen", "stability")


def vendor(call: Call) -> str:
    name = str(call.params["modelId"]).split(".", maxsplit=1)[0]
    if name not in VENDORS:
        raise not_found(f"The model {call.params['modelId']} was not found")
    return name


def availability(call: Call) -> dict[str, Any]:
    own = vendor(call) == "amazon"
    agreed = call.params["modelId"] in account(call).hidden.get("agreements", set())
    status = "AVAILABLE" if own or agreed else "NOT_AVAILABLE"
    return call.answer(
        {
            "modelId": call.params["modelId"],
            "agreementAvailability": {"status": status},
            "authorizationStatus": "AUTHORIZED",
            "entitlementAvailability": status,
            "regionAvailability": "AVAILABLE",
        }
    )


def offers(call: Call) -> dict[str, Any]:
    model = call.params["modelId"]
    offer = {"offerId": f"offer-{model}", "offerToken": token(model), "termDetails": terms()}
    return call.answer({"modelId": model, "offers": [] if vendor(call) == "amazon" else [offer]})


def token(model: str) -> str:
    return f"token-for-{model}"


def terms() -> dict[str, Any]:
    return {
        "usageBasedPricingTerm": {"rateCard": []},
        "legalTerm": {"url": "https://example.com/terms"},
        "supportTerm": {"refundPolicyDescription": "none"},
        "validityTerm": {"agreementDuration": "P1Y"},
    }


def create_agreement(call: Call) -> dict[str, Any]:
    model = call.params["modelId"]
    record = account(call)
    if call.params["offerToken"] != token(model):
        raise validation("The offer token is not valid for the model")
    if vendor(call) == "anthropic" and "use_case" not in record.hidden:
        raise AwsError("ValidationException", "Submit the use case details form before you request access to the model")
    record.hidden.setdefault("agreements", set()).add(model)
    call.cloud.store.put(record)
    return call.answer({"modelId": model})


def delete_agreement(call: Call) -> dict[str, Any]:
    record = account(call)
    agreements = record.hidden.get("agreements", set())
    if call.params["modelId"] not in agreements:
        raise not_found(f"There is no agreement for the model {call.params['modelId']}")
    agreements.discard(call.params["modelId"])
    call.cloud.store.put(record)
    return {}


def put_use_case(call: Call) -> dict[str, Any]:
    record = account(call)
    record.hidden["use_case"] = call.params["formData"]
    call.cloud.store.put(record)
    return {}


def get_use_case(call: Call) -> dict[str, Any]:
    form = account(call).hidden.get("use_case")
    if form is None:
        raise not_found("No use case was submitted")
    return call.answer({"formData": form})


OPERATIONS = {
    "CreateFoundationModelAgreement": create_agreement,
    "DeleteFoundationModelAgreement": delete_agreement,
    "GetFoundationModelAvailability": availability,
    "GetUseCaseForModelAccess": get_use_case,
    "ListFoundationModelAgreementOffers": offers,
    "PutUseCaseForModelAccess": put_use_case,
}
