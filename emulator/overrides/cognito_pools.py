"""Cognito: requests held against the model; user pools with all attributes, defaults, tags, factors and protection."""

import json
from typing import Any

from moto.cognitoidp.exceptions import InvalidParameterException
from moto.cognitoidp.models import CognitoIdpBackend, CognitoIdpUserPool, CognitoIdpUserPoolAttribute
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import get_service_model, utcnow

from emulator.modeled.errors import AwsError
from emulator.modeled.resource import random_id
from emulator.modeled.validate import validate
from emulator.overrides.patch import add, around

CREATE_ONLY = ("UsernameAttributes", "AliasAttributes", "UsernameConfiguration")
ADDRESSING = ("UserPoolId", "PoolName", "Schema", "MfaConfiguration")
FACTORS = {"SmsMfaConfiguration", "SoftwareTokenMfaConfiguration", "EmailMfaConfiguration", "WebAuthnConfiguration"}
SECOND_FACTORS = FACTORS - {"WebAuthnConfiguration"}
# A custom domain has dots, which the model does not know.
UNMODELED = ("CreateUserPoolDomain", "UpdateUserPoolDomain", "DeleteUserPoolDomain", "DescribeUserPoolDomain")
BY_TIER = {"UserPoolAddOns": ("PLUS",), "EmailMfaConfiguration": ("ESSENTIALS", "PLUS")}


def install() -> None:
    @around(CognitoIdpResponse, "call_action")
    def call(moto: Any, self: Any) -> Any:
        try:
            check(self._get_action(), json.loads(self.body or "{}"))
        except AwsError as error:
            status, headers, body = self.serialized(ActionResult(error))
            return status, {**headers, "status": status}, body
        return moto()

    install_pools()
    install_factors()
    install_tags()


def check(operation: str, params: dict[str, Any]) -> None:
    model = get_service_model("cognito-idp")
    if operation not in model.operation_names or operation in UNMODELED:
        return
    try:
        validate(model.operation_model(operation), {k: v for k, v in params.items() if v is not None})
    except AwsError as error:
        code = "InvalidParameterException" if error.code == "ValidationException" else error.code
        raise AwsError(code, error.message) from None


def install_pools() -> None:
    @around(CognitoIdpUserPool, "update_extended_config")
    def configure(moto: Any, self: Any, extended_config: dict[str, Any]) -> None:
        """Everything that is left out has its default again, but for what only a new pool can have."""
        before = getattr(self, "extended_config", {})
        config = {name: value for name, value in (extended_config or {}).items() if name not in ADDRESSING}
        check_settings(config)
        kept = {name: before[name] for name in (*CREATE_ONLY, "UserPoolTags") if name in before}
        moto(with_defaults({**kept, **config}))
        self.extended_config["Schema"] = (extended_config or {}).get("Schema", [])

    @around(CognitoIdpBackend, "create_user_pool")
    def create(moto: Any, self: Any, name: str, extended_config: dict[str, Any]) -> Any:
        check_sms(extended_config, None)
        if "AliasAttributes" in extended_config and "UsernameAttributes" in extended_config:
            raise InvalidParameterException("Only one of the aliasAttributes or usernameAttributes can be set.")
        pool = moto(name, extended_config)
        del self.user_pools[pool.id]
        pool.id = f"{self.region_name}_{random_id(9)}"
        pool.arn = f"{pool.arn.rsplit('/', 1)[0]}/{pool.id}"
        pool.factors = {}
        for standard, schema in CognitoIdpUserPoolAttribute.STANDARD_SCHEMA.items():
            known = pool.schema_attributes.setdefault(standard, CognitoIdpUserPoolAttribute(standard, False, schema))
            if not known.string_constraints and "StringAttributeConstraints" in schema:
                known.string_constraints = schema["StringAttributeConstraints"]
        self.user_pools[pool.id] = pool
        return pool

    @around(CognitoIdpBackend, "update_user_pool")
    def update(_moto: Any, self: Any, user_pool_id: str, extended_config: dict[str, Any]) -> None:
        pool = self.describe_user_pool(user_pool_id)
        check_sms(extended_config, pool)
        pool.update_extended_config(extended_config)
        pool.extended_config.pop("Schema")
        pool.name = extended_config.get("PoolName", pool.name)
        pool.mfa_config = extended_config.get("MfaConfiguration", "OFF")
        pool.last_modified_date = utcnow()

    @around(CognitoIdpUserPool, "to_json")
    def show(moto: Any, self: Any, extended: bool = False) -> dict[str, Any]:
        told: dict[str, Any] = {**moto(extended), "Domain": None}
        for domain in self.backend.user_pool_domains.values():
            if domain.user_pool_id == self.id:
                told["CustomDomain" if domain.custom_domain_config else "Domain"] = domain.domain
        return {name: value for name, value in told.items() if value is not None}

    @around(CognitoIdpBackend, "delete_user_pool")
    def delete(moto: Any, self: Any, user_pool_id: str) -> None:
        pool = self.describe_user_pool(user_pool_id)
        if pool.extended_config["DeletionProtection"] == "ACTIVE":
            raise InvalidParameterException(
                "The user pool cannot be deleted because deletion protection is activated. Deletion protection must be "
                "inactivated first."
            )
        if pool.domain:
            raise InvalidParameterException(
                "User pool cannot be deleted. It has a domain configured that should be deleted first."
            )
        moto(user_pool_id)


def with_defaults(config: dict[str, Any]) -> dict[str, Any]:
    """What a pool has that its maker did not speak of."""
    result = {"DeletionProtection": "INACTIVE", "UserPoolTier": "ESSENTIALS", "UserPoolTags": {}, **config}
    policies = result.get("Policies", {})
    if "PasswordPolicy" in policies:
        flags = dict.fromkeys(("RequireUppercase", "RequireLowercase", "RequireNumbers", "RequireSymbols"), False)
        policy = {"MinimumLength": 8, "TemporaryPasswordValidityDays": 7, **flags, **policies["PasswordPolicy"]}
        result["Policies"] = {**policies, "PasswordPolicy": policy}
    if "AdminCreateUserConfig" in result:
        result["AdminCreateUserConfig"] = {"AllowAdminCreateUserOnly": False, **result["AdminCreateUserConfig"]}
    return result


def check_settings(config: dict[str, Any]) -> None:
    tier = config.get("UserPoolTier", "ESSENTIALS")
    if config.get("UserPoolAddOns", {}).get("AdvancedSecurityMode", "OFF") != "OFF":
        check_tier("UserPoolAddOns", tier)
    mechanisms = [entry["Name"] for entry in config.get("AccountRecoverySetting", {}).get("RecoveryMechanisms", [])]
    if "admin_only" in mechanisms and len(mechanisms) > 1:
        raise InvalidParameterException("Invalid account recovery setting: admin_only cannot be used with others.")
    temporary = config.get("Policies", {}).get("PasswordPolicy", {}).get("TemporaryPasswordValidityDays")
    if temporary is not None and "UnusedAccountValidityDays" in config.get("AdminCreateUserConfig", {}):
        raise InvalidParameterException(
            "Please use TemporaryPasswordValidityDays in PasswordPolicy instead of UnusedAccountValidityDays"
        )


def check_tier(feature: str, tier: str) -> None:
    if tier not in BY_TIER[feature]:
        raise JsonRESTError(
            "FeatureUnavailableInTierException",
            f"{feature} is not available in the feature plan {tier}: it needs {' or '.join(BY_TIER[feature])}",
        )


def check_sms(config: dict[str, Any], pool: Any) -> None:
    """Without another second factor, one that is on or optional can only be that of text messages."""
    others = pool is not None and any(name in pool.factors for name in SECOND_FACTORS)
    if config.get("MfaConfiguration", "OFF") != "OFF" and "SmsConfiguration" not in config and not others:
        raise InvalidParameterException(
            "SMS configuration and Auto verification for phone_number are required when MFA is required/optional"
        )


def install_factors() -> None:
    @around(CognitoIdpResponse, "set_user_pool_mfa_config")
    def set_factors(_moto: Any, self: Any) -> ActionResult:
        params = self.parameters
        pool = self.backend.describe_user_pool(params["UserPoolId"])
        factors = {name: params[name] for name in FACTORS if params.get(name)}
        token = factors.get("SoftwareTokenMfaConfiguration")
        if token is not None and not token.get("Enabled"):
            del factors["SoftwareTokenMfaConfiguration"]
        mode = params.get("MfaConfiguration", "OFF")
        if mode != "OFF" and not SECOND_FACTORS & set(factors):
            raise InvalidParameterException("Invalid MFA configuration given, can't turn on MFA without an MFA factor.")
        if "EmailMfaConfiguration" in factors:
            check_tier("EmailMfaConfiguration", pool.extended_config["UserPoolTier"])
        pool.factors = factors
        pool.mfa_config = mode
        pool.token_mfa_config = factors.get("SoftwareTokenMfaConfiguration")
        pool.sms_mfa_config = factors.get("SmsMfaConfiguration")
        return ActionResult(factors_of(pool))

    @around(CognitoIdpResponse, "get_user_pool_mfa_config")
    def get_factors(_moto: Any, self: Any) -> ActionResult:
        return ActionResult(factors_of(self.backend.describe_user_pool(self.parameters["UserPoolId"])))


def factors_of(pool: Any) -> dict[str, Any]:
    return {**pool.factors, "MfaConfiguration": pool.mfa_config}


def install_tags() -> None:
    @add(CognitoIdpResponse, "tag_resource")
    def tag(self: Any) -> EmptyResult:
        tags = tags_of(self)
        tags.update(self.parameters["Tags"])
        if len(tags) > 50:
            raise InvalidParameterException("A user pool can have 50 tags")
        return EmptyResult()

    @add(CognitoIdpResponse, "untag_resource")
    def untag(self: Any) -> EmptyResult:
        tags = tags_of(self)
        for key in self.parameters["TagKeys"]:
            tags.pop(key, None)
        return EmptyResult()

    @add(CognitoIdpResponse, "list_tags_for_resource")
    def list_tags(self: Any) -> ActionResult:
        return ActionResult({"Tags": tags_of(self)})


def tags_of(response: Any) -> dict[str, str]:
    pool = response.backend.describe_user_pool(response.parameters["ResourceArn"].rsplit("/", 1)[-1])
    tags: dict[str, str] = pool.extended_config.setdefault("UserPoolTags", {})
    return tags
