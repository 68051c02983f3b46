"""What the requirements say of secrets and parameters, looked up in the platform that is deployed."""

from __future__ import annotations

import json

from tests.e2e.journey import Target
from tests.e2e.looks.database import outputs


def secrets_have_values_and_the_key_of_the_layer(target: Target) -> None:
    """14.a, 14.1.b, 14.1.c"""
    client = target.client("secretsmanager")
    known = {name: arn for name, arn in outputs(target, "config").items() if name.endswith("_secret_arn")}
    assert {"api_key_secret_arn", "session_key_secret_arn", "external_services_secret_arn"} <= set(known)
    for arn in known.values():
        assert client.describe_secret(SecretId=arn)["KmsKeyId"] == outputs(target, "security")["secrets_key_arn"]
        assert client.get_secret_value(SecretId=arn)["SecretString"]
        assert "OnlyThisAccount" in client.get_resource_policy(SecretId=arn)["ResourcePolicy"]


def parameters_stand_in_the_hierarchy_of_the_environment(target: Target) -> None:
    """14.b, 14.2.a, 14.2.b"""
    path = outputs(target, "config")["parameters_path"]
    assert path == f"/{target.prefix}/{target.environment}/config"
    pages = target.client("ssm").get_paginator("get_parameters_by_path").paginate(Path=path, Recursive=True)
    found = {entry["Name"].removeprefix(f"{path}/"): entry for page in pages for entry in page["Parameters"]}
    assert found["app/environment"]["Value"] == target.environment
    assert found["features/agent"]["Value"] == "true"
    assert found["endpoints/database_writer"]["Value"] == outputs(target, "database")["writer_endpoint"]


def sensitive_parameters_are_encrypted_with_the_key_of_the_layer(target: Target) -> None:
    """14.2.c, 14.d"""
    name = f"{outputs(target, 'config')['parameters_path']}/secure/database_url"
    client = target.client("ssm")
    assert client.get_parameter(Name=name)["Parameter"]["Type"] == "SecureString"
    told = client.describe_parameters(ParameterFilters=[{"Key": "Name", "Values": [name]}])["Parameters"][0]
    assert told["KeyId"] == outputs(target, "security")["secrets_key_arn"]
    assert client.get_parameter(Name=name, WithDecryption=True)["Parameter"]["Value"].startswith("postgresql://")


def policies_for_applications_name_paths_of_the_environment(target: Target) -> None:
    """14.1.d, 14.2.d, 17.2.b"""
    client = target.client("iam")
    known = outputs(target, "config")
    place = f"{target.prefix}/{target.environment}/config"
    for output in ("parameter_policy_arn", "secret_policy_arn"):
        version = client.get_policy(PolicyArn=known[output])["Policy"]["DefaultVersionId"]
        document = client.get_policy_version(PolicyArn=known[output], VersionId=version)["PolicyVersion"]["Document"]
        document = json.loads(document) if isinstance(document, str) else document
        for statement in document["Statement"]:
            resources = statement["Resource"]
            resources = [resources] if isinstance(resources, str) else resources
            assert all(place in resource or ":kms:" in resource for resource in resources)
            assert not any(action.endswith("*") for action in [statement["Action"]] if isinstance(action, str))
