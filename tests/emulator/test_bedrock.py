"""The control plane of models."""

import json
from typing import Any

import pytest
from botocore.exceptions import ClientError

WORDS = {"blockedInputMessaging": "No.", "blockedOutputsMessaging": "No answer."}


@pytest.fixture
def client(cloud: Any) -> Any:
    return cloud.client("bedrock")


def test_versions_of_a_guardrail_never_change(client: Any) -> None:
    guardrail = client.create_guardrail(name="calm", **WORDS)["guardrailId"]
    assert client.create_guardrail_version(guardrailIdentifier=guardrail)["version"] == "1"
    client.update_guardrail(guardrailIdentifier=guardrail, name="calm", **{**WORDS, "blockedInputMessaging": "Sorry."})
    first = client.get_guardrail(guardrailIdentifier=guardrail, guardrailVersion="1")
    assert (first["version"], first["blockedInputMessaging"]) == ("1", "No.")
    assert client.get_guardrail(guardrailIdentifier=guardrail)["blockedInputMessaging"] == "Sorry."
    assert client.create_guardrail_version(guardrailIdentifier=guardrail)["version"] == "2"
    client.delete_guardrail(guardrailIdentifier=guardrail, guardrailVersion="1")
    listed = client.list_guardrails(guardrailIdentifier=guardrail)["guardrails"]
    assert [entry["version"] for entry in listed] == ["DRAFT", "2"]
    assert [entry["version"] for entry in client.list_guardrails()["guardrails"]] == ["DRAFT"]
    client.delete_guardrail(guardrailIdentifier=guardrail)
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.get_guardrail(guardrailIdentifier=guardrail, guardrailVersion="2")


def test_a_guardrail_answers_in_another_form_than_it_is_asked_for(client: Any) -> None:
    words = {"wordsConfig": [{"text": "fiddlesticks"}], "managedWordListsConfig": [{"type": "PROFANITY"}]}
    made = client.create_guardrail(name="calm", **WORDS, wordPolicyConfig=words, kmsKeyId="a" * 36)
    found = client.get_guardrail(guardrailIdentifier=made["guardrailArn"])
    assert [item["text"] for item in found["wordPolicy"]["words"]] == ["fiddlesticks"]
    assert found["kmsKeyArn"].endswith(f":key/{'a' * 36}")


def test_the_standard_tier_crosses_regions(client: Any) -> None:
    topics = {"topicsConfig": [{"name": "Tax", "definition": "Taxes", "type": "DENY"}]}
    standard = {"topicPolicyConfig": {**topics, "tierConfig": {"tierName": "STANDARD"}}}
    with pytest.raises(ClientError, match="cross-Region"):
        client.create_guardrail(name="calm", **WORDS, **standard)
    profile = {"guardrailProfileIdentifier": "us.guardrail.v1:0"}
    made = client.create_guardrail(name="calm", **WORDS, **standard, crossRegionConfig=profile)["guardrailId"]
    found = client.get_guardrail(guardrailIdentifier=made)
    assert found["topicPolicy"]["tier"] == {"tierName": "STANDARD"}
    assert found["crossRegionDetails"]["guardrailProfileArn"].endswith(":guardrail-profile/us.guardrail.v1:0")


def test_an_application_profile_leads_where_its_source_leads(client: Any) -> None:
    system = client.get_inference_profile(inferenceProfileIdentifier="us.amazon.nova-pro-v1:0")
    source = {"copyFrom": system["inferenceProfileArn"]}
    made = client.create_inference_profile(inferenceProfileName="ours", modelSource=source)["inferenceProfileArn"]
    found = client.get_inference_profile(inferenceProfileIdentifier=made)
    assert (found["type"], found["models"]) == ("APPLICATION", system["models"])
    listed = client.list_inference_profiles(typeEquals="APPLICATION")["inferenceProfileSummaries"]
    assert [entry["inferenceProfileName"] for entry in listed] == ["ours"]
    assert len(client.list_inference_profiles()["inferenceProfileSummaries"]) > len(listed)
    with pytest.raises(ClientError, match="model source"):
        client.create_inference_profile(
            inferenceProfileName="other", modelSource={"copyFrom": f"{source['copyFrom']}.no"}
        )


def test_invocation_logging_is_one_setting_of_the_region(cloud: Any, client: Any) -> None:
    assert "loggingConfig" not in client.get_model_invocation_logging_configuration()
    with pytest.raises(ClientError, match="bucket"):
        client.put_model_invocation_logging_configuration(loggingConfig={"s3Config": {"bucketName": "nowhere"}})
    cloud.client("s3").create_bucket(Bucket="invocations")
    client.put_model_invocation_logging_configuration(loggingConfig={"s3Config": {"bucketName": "invocations"}})
    found = client.get_model_invocation_logging_configuration()["loggingConfig"]
    assert (found["s3Config"]["bucketName"], found["textDataDeliveryEnabled"]) == ("invocations", True)
    client.delete_model_invocation_logging_configuration()
    assert "loggingConfig" not in client.get_model_invocation_logging_configuration()


def test_tags_go_to_the_service_whose_resource_it_is(cloud: Any, client: Any) -> None:
    """Three services sign as bedrock and tag by the same path."""
    automation = cloud.client("bedrock-data-automation")
    schema = json.dumps({"class": "letter", "type": "object", "properties": {"total": {"type": "number"}}})
    made = automation.create_blueprint(blueprintName="letters", type="DOCUMENT", schema=schema)["blueprint"]
    automation.tag_resource(resourceARN=made["blueprintArn"], tags=[{"key": "team", "value": "a"}])
    assert automation.list_tags_for_resource(resourceARN=made["blueprintArn"])["tags"] == [
        {"key": "team", "value": "a"}
    ]
    guardrail = client.create_guardrail(name="tagged", **WORDS, tags=[{"key": "team", "value": "b"}])
    tags = client.list_tags_for_resource(resourceARN=guardrail["guardrailArn"])["tags"]
    assert tags == [{"key": "team", "value": "b"}]


def test_foundation_models_are_listed_and_read(client: Any) -> None:
    listed = client.list_foundation_models(byOutputModality="EMBEDDING", byProvider="amazon")["modelSummaries"]
    assert [model["modelId"] for model in listed] == ["amazon.titan-embed-text-v2:0"]
    for identifier in (listed[0]["modelId"], listed[0]["modelArn"]):
        assert client.get_foundation_model(modelIdentifier=identifier)["modelDetails"] == listed[0]
    with pytest.raises(client.exceptions.ResourceNotFoundException):
        client.get_foundation_model(modelIdentifier="nobody.model-v1")
