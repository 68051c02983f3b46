"""Cognito: clients, domains, resource servers and identity providers of user pools, with what AWS refuses."""

from typing import Any

from moto.cognitoidp.exceptions import InvalidParameterException
from moto.cognitoidp.models import CognitoIdpBackend, CognitoIdpUserPoolClient, CognitoIdpUserPoolDomain
from moto.cognitoidp.responses import CognitoIdpResponse
from moto.core.exceptions import JsonRESTError
from moto.core.responses import ActionResult, EmptyResult
from moto.core.utils import utcnow

from emulator.modeled.resource import LOWER, random_id
from emulator.overrides.patch import add, around

ADDRESSING = ("UserPoolId", "ClientId", "GenerateSecret", "ClientSecret")
STANDARD_SCOPES = {"openid", "email", "phone", "profile", "aws.cognito.signin.user.admin"}
SECONDS = {"seconds": 1, "minutes": 60, "hours": 3600, "days": 86400}
DAY, YEAR = 86400, 365 * 86400
VALIDITY = {
    "AccessToken": ("hours", 300, DAY, 3600),
    "IdToken": ("hours", 300, DAY, 3600),
    "RefreshToken": ("days", 3600, 10 * YEAR, 30 * DAY),
}
"""Unit without TokenValidityUnits; least, most and usual seconds."""
RESERVED = ("aws", "amazon", "cognito")
SAML_SOURCES = {"MetadataURL", "MetadataFile"}


def install() -> None:
    install_clients()
    install_domains()
    install_resource_servers()
    install_providers()


def install_clients() -> None:
    @around(CognitoIdpBackend, "create_user_pool_client")
    def create(moto: Any, self: Any, user_pool_id: str, generate_secret: bool, extended_config: dict[str, Any]) -> Any:
        pool = self.describe_user_pool(user_pool_id)
        given = extended_config.get("ClientSecret")
        check_client(pool, extended_config, bool(generate_secret or given))
        client = moto(user_pool_id, bool(generate_secret or given), own(extended_config))
        del pool.clients[client.id]
        client.id, client.secret = random_id(26, LOWER), given or random_id(51, LOWER)
        client.created = client.changed = utcnow()
        pool.clients[client.id] = client
        return client

    @around(CognitoIdpBackend, "update_user_pool_client")
    def update(_moto: Any, self: Any, user_pool_id: str, client_id: str, extended_config: dict[str, Any]) -> Any:
        """Everything that is left out has its default again."""
        client = self.describe_user_pool_client(user_pool_id, client_id)
        check_client(self.describe_user_pool(user_pool_id), extended_config, client.generate_secret)
        named = {"ClientName": client.extended_config["ClientName"], **own(extended_config)}
        client.extended_config = CognitoIdpUserPoolClient(user_pool_id, False, named).extended_config
        client.changed = utcnow()
        return client

    @around(CognitoIdpUserPoolClient, "to_json")
    def show(moto: Any, self: Any, extended: bool = False) -> dict[str, Any]:
        return {**moto(extended), "CreationDate": self.created, "LastModifiedDate": self.changed}


def own(config: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in config.items() if name not in ADDRESSING}


def check_client(pool: Any, config: dict[str, Any], has_secret: bool) -> None:
    flows = set(config.get("AllowedOAuthFlows", []))
    if "client_credentials" in flows and flows != {"client_credentials"}:
        raise JsonRESTError(
            "InvalidOAuthFlowException",
            "client_credentials flow can not be selected along with code flow or implicit flow.",
        )
    if "client_credentials" in flows and not has_secret:
        raise JsonRESTError(
            "InvalidOAuthFlowException",
            "client_credentials flow can not be selected if client does not have a client secret.",
        )
    unknown = set(config.get("AllowedOAuthScopes", [])) - STANDARD_SCOPES - custom_scopes(pool)
    if unknown:
        raise JsonRESTError("ScopeDoesNotExistException", f"Scope does not exist: {', '.join(sorted(unknown))}")
    for provider in config.get("SupportedIdentityProviders", []):
        if provider != "COGNITO" and provider not in pool.identity_providers:
            raise InvalidParameterException(f"The provider {provider} does not exist for User Pool {pool.id}.")
    redirect = config.get("DefaultRedirectURI")
    if redirect and redirect not in config.get("CallbackURLs", []):
        raise InvalidParameterException("DefaultRedirectURI must be in the list of CallbackURLs.")
    allowed = config.get("ExplicitAuthFlows", [])
    if len({flow.startswith("ALLOW_") for flow in allowed}) > 1:
        raise InvalidParameterException("ExplicitAuthFlows with and without the prefix ALLOW_ cannot be combined.")
    rotates = config.get("RefreshTokenRotation", {}).get("Feature") == "ENABLED"
    if rotates and "ALLOW_REFRESH_TOKEN_AUTH" in allowed:
        raise InvalidParameterException("ALLOW_REFRESH_TOKEN_AUTH is not allowed with refresh token rotation.")
    for token, (_unit, least, most, _default) in VALIDITY.items():
        if not least <= validity(config, token) <= most:
            raise InvalidParameterException(
                f"Invalid range for token validity: {token} takes {least} to {most} seconds"
            )


def validity(config: dict[str, Any], token: str) -> int:
    """How many seconds a token of a client is good for."""
    default_unit, _least, _most, default = VALIDITY[token]
    unit = config.get("TokenValidityUnits", {}).get(token, default_unit)
    given: int | None = config.get(f"{token}Validity")
    return given * SECONDS[unit] if given else default  # 0 stands for the default as well


def custom_scopes(pool: Any) -> set[str]:
    return {
        f"{server.identifier}/{scope['ScopeName']}"
        for server in pool.resource_servers.values()
        for scope in server.scopes or []
    }


def install_domains() -> None:
    @around(CognitoIdpResponse, "create_user_pool_domain")
    def create(_moto: Any, self: Any) -> ActionResult:
        params, backend = self.parameters, self.backend
        name, custom = params["Domain"], params.get("CustomDomainConfig")
        pool = backend.describe_user_pool(params["UserPoolId"])
        if name in backend.user_pool_domains:
            raise InvalidParameterException("Domain already associated with another user pool.")
        check_domain(name, custom)
        if any(
            bool(other.custom_domain_config) == bool(custom)
            for other in backend.user_pool_domains.values()
            if other.user_pool_id == pool.id
        ):
            raise InvalidParameterException("User pool already has a domain configured.")
        made = backend.create_user_pool_domain(pool.id, name, custom)
        made.settings = {"ManagedLoginVersion": params.get("ManagedLoginVersion", 1), "Routing": params.get("Routing")}
        made.account, made.version = self.current_account, utcnow().strftime("%Y%m%d%H%M%S")
        return ActionResult(made.to_json(extended=False))

    @around(CognitoIdpResponse, "update_user_pool_domain")
    def update(_moto: Any, self: Any) -> ActionResult:
        params, domain = self.parameters, domain_of(self)
        if params.get("CustomDomainConfig"):
            domain.custom_domain_config = params["CustomDomainConfig"]
        domain.settings.update({name: params[name] for name in domain.settings if params.get(name) is not None})
        return ActionResult(domain.to_json(extended=False))

    @around(CognitoIdpResponse, "delete_user_pool_domain")
    def delete(moto: Any, self: Any) -> ActionResult:
        domain_of(self)
        result: ActionResult = moto()
        return result

    @around(CognitoIdpUserPoolDomain, "to_json")
    def show(moto: Any, self: Any, extended: bool = True) -> dict[str, Any]:
        front = f"d{self._distribution_name()[:13]}.cloudfront.net"
        if not extended:
            return {**self.settings, "CloudFrontDomain": front}
        told = {
            **moto(),
            **self.settings,
            "AWSAccountId": self.account,
            "S3Bucket": "aws-cognito-prod-assets",
            "Version": self.version,
            "CloudFrontDistribution": front,
            "CustomDomainConfig": self.custom_domain_config,
        }
        return {name: value for name, value in told.items() if value}


def check_domain(name: str, custom: Any) -> None:
    if custom and "." not in name:
        raise InvalidParameterException("A custom domain must be a domain name.")
    word = next((word for word in RESERVED if word in name), None) if not custom else None
    if word:
        raise InvalidParameterException(f"Domain cannot contain reserved word: {word}")
    if not custom and "." in name:
        raise InvalidParameterException(f"Domain {name} needs a CustomDomainConfig")


def domain_of(response: Any) -> Any:
    params = response.parameters
    domain = response.backend.user_pool_domains.get(params["Domain"])
    if domain is None or domain.user_pool_id != params["UserPoolId"]:
        raise InvalidParameterException("No such domain or user pool exists.")
    return domain


def install_resource_servers() -> None:
    @add(CognitoIdpResponse, "update_resource_server")
    def update(self: Any) -> ActionResult:
        params = self.parameters
        server = self.backend.describe_resource_server(params["UserPoolId"], params["Identifier"])
        server.name, server.scopes = params["Name"], params.get("Scopes")
        return ActionResult({"ResourceServer": server.to_json()})

    @add(CognitoIdpResponse, "delete_resource_server")
    def delete(self: Any) -> EmptyResult:
        params = self.parameters
        self.backend.describe_resource_server(params["UserPoolId"], params["Identifier"])
        del self.backend.describe_user_pool(params["UserPoolId"]).resource_servers[params["Identifier"]]
        return EmptyResult()

    @around(CognitoIdpBackend, "list_resource_servers")
    def listed(moto: Any, self: Any, user_pool_id: str, **paging: Any) -> Any:
        self.describe_user_pool(user_pool_id)
        return moto(user_pool_id, **paging)


def install_providers() -> None:
    @around(CognitoIdpBackend, "create_identity_provider")
    def create(moto: Any, self: Any, user_pool_id: str, name: str, extended_config: dict[str, Any]) -> Any:
        if name in self.describe_user_pool(user_pool_id).identity_providers:
            raise JsonRESTError("DuplicateProviderException", f"A provider with the name {name} already exists.")
        check_provider(extended_config)
        return moto(user_pool_id, name, extended_config)

    @around(CognitoIdpBackend, "update_identity_provider")
    def update(moto: Any, self: Any, user_pool_id: str, name: str, extended_config: dict[str, Any]) -> Any:
        kind = self.describe_identity_provider(user_pool_id, name).extended_config["ProviderType"]
        if "ProviderDetails" in extended_config:
            check_provider({**extended_config, "ProviderType": kind})
        provider = moto(user_pool_id, name, extended_config)
        provider.last_modified_date = utcnow()
        return provider


def check_provider(config: dict[str, Any]) -> None:
    details = config["ProviderDetails"]
    if config["ProviderType"] == "SAML" and len(SAML_SOURCES & set(details)) != 1:
        raise InvalidParameterException("ProviderDetails must have exactly one of MetadataURL and MetadataFile")
    if config["ProviderType"] != "SAML" and not details.get("client_id"):
        raise InvalidParameterException("ProviderDetails must have client_id")
