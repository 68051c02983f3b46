"""Secrets Manager: rotation that takes its time and leaves a new value, keys of replicas, and policies that are judged.

No rotation function is run: it is taken for one that works, and the new value is random text in the place of the old.
"""

import json
import re
import secrets
import time
import uuid
from typing import Any

from moto.awslambda.utils import get_backend
from moto.secretsmanager.exceptions import (
    InvalidParameterException,
    InvalidRequestException,
    OperationNotPermittedOnReplica,
    ResourceNotFoundException,
    SecretNotFoundException,
    SecretsManagerClientError,
    ValidationException,
)
from moto.secretsmanager.models import FakeSecret, ReplicaSecret, SecretsManagerBackend, secretsmanager_backends
from moto.secretsmanager.responses import SecretsManagerResponse

from emulator.clock import CLOCK
from emulator.overrides.patch import add, around

NAME = re.compile(r"[A-Za-z0-9/_+=.@!\-]+")
DAY = 86400
RULES = ("AutomaticallyAfterDays", "ScheduleExpression")
NO_FUNCTION = "No Lambda rotation function ARN is associated with this secret."


def install() -> None:
    @around(SecretsManagerBackend, "_is_valid_identifier")
    def is_valid(moto: Any, self: Any, identifier: str) -> bool:
        """All operations ask this first, so what a rotation has come to is settled here."""
        found: bool = moto(identifier)
        if found:
            settle(self.secrets[identifier])
        return found

    @around(SecretsManagerResponse, "create_secret")
    def create(moto: Any, self: Any) -> str:
        if not NAME.fullmatch(self._get_param("Name") or ""):
            raise ValidationException("Invalid name. It consists of letters, digits and the symbols - / _ + = . @ !")
        return str(moto())

    @around(SecretsManagerBackend, "get_secret_value")
    def value(moto: Any, self: Any, secret_id: str, version_id: str, version_stage: str) -> Any:
        self._is_valid_identifier(secret_id)
        return moto(secret_id, version_id, version_stage)

    @around(SecretsManagerBackend, "rotate_secret")
    def rotate(
        moto: Any,
        self: Any,
        secret_id: str,
        client_request_token: str | None = None,
        rotation_lambda_arn: str | None = None,
        rotation_rules: dict[str, Any] | None = None,
        rotate_immediately: bool = True,
    ) -> str:
        secret = primary(self, secret_id)
        function = rotation_lambda_arn or secret.rotation_lambda_arn
        if not function and not secret.owning_service:
            raise InvalidRequestException(NO_FUNCTION)
        if function:
            check_function(self, function)
        check_rules(rotation_rules or {})
        if pending(secret):
            raise InvalidRequestException("A previous rotation isn't complete. That rotation will be reattempted.")
        secret.rotation_requested = secret.rotation_enabled = True
        secret.rotation_lambda_arn = function or ""
        if rotation_rules:
            secret.rotation_rules = dict(rotation_rules)
        secret.next_rotation_date = int(time.time()) + rules_of(secret).get("AutomaticallyAfterDays", 1) * DAY
        if rotate_immediately and secret.versions:
            start(secret, client_request_token or str(uuid.uuid4()))
        return str(secret.to_short_dict())

    @around(SecretsManagerBackend, "cancel_rotate_secret")
    def cancel(moto: Any, self: Any, secret_id: str) -> str:
        secret = primary(self, secret_id)
        if not secret.rotation_lambda_arn and not secret.owning_service:
            raise InvalidRequestException(NO_FUNCTION)
        secret.rotation_enabled = False
        secret.rotation_due = None
        for key in pending(secret):
            del secret.versions[key]
        return str(secret.to_short_dict())

    @around(FakeSecret, "to_dict")
    def shown(moto: Any, self: Any) -> dict[str, Any]:
        told: dict[str, Any] = moto()
        if self.rotation_requested:
            told["RotationRules"] = rules_of(self)
            told["RotationEnabled"] = self.rotation_enabled
            if not self.rotation_lambda_arn:
                told.pop("RotationLambdaARN", None)
        if not self.rotation_enabled:
            told["NextRotationDate"] = None
        return {name: value for name, value in told.items() if value is not None}

    @around(FakeSecret, "create_replicas")
    def replicate(moto: Any, self: Any, replica_regions: list[dict[str, str]], force_overwrite: bool) -> Any:
        there = [replica.region for replica in getattr(self, "replicas", [])]
        twice = [entry["Region"] for entry in replica_regions or [] if entry["Region"] in there]
        if twice:
            raise InvalidParameterException(f"Secret is already replicated to {', '.join(twice)}.")
        regions = secretsmanager_backends[self.account_id].regions
        for entry in replica_regions or []:
            if entry["Region"] not in regions:
                raise InvalidParameterException(f"Invalid region: {entry['Region']}")
        replicas: list[ReplicaSecret] = moto(replica_regions, force_overwrite)
        keys = {entry["Region"]: entry.get("KmsKeyId") for entry in replica_regions or []}
        for replica in replicas:
            replica.config["KmsKeyId"] = keys[replica.region] or "alias/aws/secretsmanager"
        return replicas

    @around(SecretsManagerResponse, "put_resource_policy")
    def put_policy(moto: Any, self: Any) -> str:
        problems = problems_of(self._get_param("ResourcePolicy"))
        for check, message in problems:
            if check == "Syntax":
                raise SecretsManagerClientError("MalformedPolicyDocumentException", message)
            if self._get_param("BlockPublicPolicy"):
                raise SecretsManagerClientError("PublicPolicyException", message)
        return str(moto())

    @add(SecretsManagerResponse, "validate_resource_policy")
    def validate_policy(self: Any) -> str:
        key = self._get_param("SecretId")
        if key and not self.backend._is_valid_identifier(key):
            raise SecretNotFoundException()
        found = [
            {"CheckName": check, "ErrorMessage": words}
            for check, words in problems_of(self._get_param("ResourcePolicy"))
        ]
        return json.dumps({"PolicyValidationPassed": not found, "ValidationErrors": found})


def primary(backend: Any, secret_id: str) -> Any:
    """The secret itself, not a replica, and not one that is to be deleted."""
    if not backend._is_valid_identifier(secret_id):
        raise SecretNotFoundException()
    secret = backend.secrets[secret_id]
    if isinstance(secret, ReplicaSecret):
        raise OperationNotPermittedOnReplica
    if secret.is_deleted():
        raise InvalidRequestException(
            "You can't perform this operation on the secret because it was marked for deletion."
        )
    return secret


def check_function(backend: Any, arn: str) -> None:
    try:
        get_backend(backend.account_id, backend.region_name).get_function(arn)
    except Exception:
        raise ResourceNotFoundException(f"Secrets Manager can't find the rotation function {arn}.") from None


def check_rules(rules: dict[str, Any]) -> None:
    given = [name for name in RULES if rules.get(name) is not None]
    if rules and len(given) != 1:
        raise InvalidParameterException(f"RotationRules needs one of {' and '.join(RULES)}, and only one.")
    days = rules.get("AutomaticallyAfterDays")
    if days is not None and not 1 <= days <= 1000:
        raise InvalidParameterException("RotationRules.AutomaticallyAfterDays must be within 1-1000.")
    expression = rules.get("ScheduleExpression", "rate(1 day)")
    if not expression.startswith(("rate(", "cron(")) or not expression.endswith(")"):
        raise InvalidParameterException(f"Invalid schedule expression: {expression}")


def rules_of(secret: Any) -> dict[str, Any]:
    return dict(getattr(secret, "rotation_rules", {}))


def pending(secret: Any) -> list[str]:
    """The versions that a rotation has begun and not ended."""
    stages = {key: version["version_stages"] for key, version in secret.versions.items()}
    return [key for key, words in stages.items() if "AWSPENDING" in words and "AWSCURRENT" not in words]


def start(secret: Any, version_id: str) -> None:
    old = secret.versions[secret.default_version_id]
    secret.versions[version_id] = {
        "createdate": int(time.time()),
        "version_id": version_id,
        "version_stages": ["AWSPENDING"],
        "secret_string": changed(old.get("secret_string") or ""),
    }
    secret.rotation_due = (CLOCK.now() + CLOCK.seconds("secretsmanager:Secret:rotate"), version_id)


def settle(secret: Any) -> None:
    """End the rotation whose time has come: the new version is the current one."""
    due = getattr(secret, "rotation_due", None)
    if due and CLOCK.now() >= due[0]:
        version = secret.versions[due[1]]
        version["version_stages"] = ["AWSCURRENT"]
        secret.reset_default_version(version, due[1])
        secret.secret_string = version["secret_string"]
        secret.last_rotation_date = secret.last_changed_date = int(time.time())
        secret.rotation_due = None


def changed(value: str) -> str:
    """The value after a rotation: another password, in its place if there are several things."""
    try:
        content = json.loads(value)
    except ValueError:
        return secrets.token_urlsafe(24)
    return json.dumps({**content, "password": secrets.token_urlsafe(24)}) if isinstance(content, dict) else value


def problems_of(text: str) -> list[tuple[str, str]]:
    """What is wrong with a policy: the name of the check, and what it says."""
    try:
        document = json.loads(text)
        statements = document["Statement"]
    except (ValueError, KeyError, TypeError):
        return [("Syntax", "This resource policy contains invalid JSON, or no Statement.")]
    found = []
    for statement in statements if isinstance(statements, list) else [statements]:
        if not {"Effect", "Action"} <= set(statement) or "Principal" not in statement:
            found.append(("Syntax", "This resource policy contains a syntax error: Effect, Principal and Action."))
        elif is_public(statement):
            found.append(("PublicPolicy", "You can't attach a policy that allows broad access to the secret."))
    return found


def is_public(statement: dict[str, Any]) -> bool:
    everybody = statement["Principal"] in ("*", {"AWS": "*"}, {"AWS": ["*"]})
    return statement["Effect"] == "Allow" and everybody and not statement.get("Condition")
