"""Corrections of moto's Secrets Manager: rotation, replicas and policies."""

import io
import json
import zipfile
from typing import Any

import pytest

from tests.emulator.conftest import TRUST

POLICY = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "secretsmanager:*", "Resource": "*"}
RULES = {"ScheduleExpression": "rate(10 days)", "Duration": "3h"}


@pytest.fixture
def secrets(cloud: Any) -> Any:
    client = cloud.client("secretsmanager")
    client.create_secret(Name="login", SecretString=json.dumps({"username": "a", "password": "old"}))
    return client


@pytest.fixture
def function(cloud: Any) -> str:
    role = cloud.client("iam").create_role(RoleName="rotate", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as opened:
        opened.writestr("main.py", "def handler(event, context): pass\n")
    made = cloud.client("lambda").create_function(
        FunctionName="rotate",
        Runtime="python3.13",
        Role=role,
        Handler="main.handler",
        Code={"ZipFile": archive.getvalue()},
    )
    return str(made["FunctionArn"])


def password(secrets: Any, name: str = "login") -> str:
    return str(json.loads(secrets.get_secret_value(SecretId=name)["SecretString"])["password"])


def test_a_function_rotates_at_once(secrets: Any, function: str) -> None:
    secrets.rotate_secret(SecretId="login", RotationLambdaARN=function, RotationRules=RULES)
    assert password(secrets) != "old"
    told = secrets.describe_secret(SecretId="login")
    assert told["RotationEnabled"]
    assert told["RotationRules"] == RULES
    assert told["RotationLambdaARN"] == function
    assert sorted(told["VersionIdsToStages"].values()) == [["AWSCURRENT"], ["AWSPREVIOUS"]]


def test_not_at_once_leaves_the_value(secrets: Any, function: str) -> None:
    rules = {"AutomaticallyAfterDays": 30}
    secrets.rotate_secret(SecretId="login", RotationLambdaARN=function, RotationRules=rules, RotateImmediately=False)
    assert password(secrets) == "old"
    assert list(secrets.describe_secret(SecretId="login")["VersionIdsToStages"].values()) == [["AWSCURRENT"]]


def test_the_rules_stay_until_they_change_and_rotation_can_be_cancelled(secrets: Any, function: str) -> None:
    secrets.rotate_secret(SecretId="login", RotationLambdaARN=function, RotationRules=RULES)
    secrets.rotate_secret(SecretId="login")
    assert secrets.describe_secret(SecretId="login")["RotationRules"] == RULES
    secrets.cancel_rotate_secret(SecretId="login")
    told = secrets.describe_secret(SecretId="login")
    assert (told["RotationEnabled"], told["RotationLambdaARN"]) == (False, function)
    assert "NextRotationDate" not in told


def test_refusals(secrets: Any, function: str, code: Any) -> None:
    rotate = secrets.rotate_secret
    both = {**RULES, "AutomaticallyAfterDays": 1}
    nowhere = function.replace("rotate", "nothing")
    assert code(rotate, SecretId="nothing", RotationLambdaARN=function) == "ResourceNotFoundException"
    assert code(rotate, SecretId="login") == "InvalidRequestException"
    assert code(secrets.cancel_rotate_secret, SecretId="login") == "InvalidRequestException"
    assert code(rotate, SecretId="login", RotationLambdaARN=nowhere) == "ResourceNotFoundException"
    wrong = {"SecretId": "login", "RotationLambdaARN": function}
    assert code(rotate, **wrong, RotationRules=both) == "InvalidParameterException"
    assert code(rotate, **wrong, RotationRules={"ScheduleExpression": "weekly"}) == "InvalidParameterException"
    assert code(secrets.put_resource_policy, SecretId="login", ResourcePolicy="{") == "MalformedPolicyDocumentException"
    secrets.delete_secret(SecretId="login")
    assert code(rotate, **wrong) == "InvalidRequestException"


def test_a_managed_secret_rotates_without_a_function(cloud: Any) -> None:
    cluster = cloud.client("rds").create_db_cluster(
        DBClusterIdentifier="base", Engine="aurora-postgresql", MasterUsername="boss", ManageMasterUserPassword=True
    )["DBCluster"]
    secrets = cloud.client("secretsmanager")
    arn = cluster["MasterUserSecret"]["SecretArn"]
    before = password(secrets, arn)
    secrets.rotate_secret(SecretId=arn, RotationRules=RULES)
    assert password(secrets, arn) != before
    told = secrets.describe_secret(SecretId=arn)
    assert (told["OwningService"], told["RotationEnabled"]) == ("rds", True)
    assert "RotationLambdaARN" not in told


def test_policies_are_judged(secrets: Any, code: Any) -> None:
    def judged(statement: dict[str, Any]) -> list[str]:
        text = json.dumps({"Version": "2012-10-17", "Statement": [statement]})
        answer = secrets.validate_resource_policy(SecretId="login", ResourcePolicy=text)
        assert answer["PolicyValidationPassed"] is not bool(answer["ValidationErrors"])
        return [problem["CheckName"] for problem in answer["ValidationErrors"]]

    assert judged(POLICY) == ["PublicPolicy"]
    assert judged({**POLICY, "Principal": {"AWS": "123456789012"}}) == []
    assert judged({"Effect": "Allow"}) == ["Syntax"]
    public = {"SecretId": "login", "ResourcePolicy": json.dumps({"Statement": [POLICY]})}
    assert code(secrets.put_resource_policy, **public, BlockPublicPolicy=True) == "PublicPolicyException"
    secrets.put_resource_policy(**public)


def test_replicas_have_keys(secrets: Any, code: Any) -> None:
    region = {"Region": "eu-central-1", "KmsKeyId": "alias/mine"}
    secrets.replicate_secret_to_regions(SecretId="login", AddReplicaRegions=[region])
    (told,) = secrets.describe_secret(SecretId="login")["ReplicationStatus"]
    assert (told["Region"], told["KmsKeyId"], told["Status"]) == ("eu-central-1", "alias/mine", "InSync")
    again = {"SecretId": "login", "AddReplicaRegions": [region]}
    assert code(secrets.replicate_secret_to_regions, **again) == "InvalidParameterException"
