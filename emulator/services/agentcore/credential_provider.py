"""Credential providers and the token vault that keeps their secrets, which no answer shows."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.errors import AwsError, not_found, validation
from emulator.modeled.resource import ResourceType, random_id
from emulator.modeled.store import Record

CONTROL = "bedrock-agentcore-control"
VAULT = "default"


class CredentialProvider(ResourceType):
    """What providers of API keys and of OAuth tokens have in common."""

    service = CONTROL
    id = "name"
    arn_member = "credentialProviderArn"
    name = "name"

    def new_id(self, call: Call) -> str:
        return str(call.params["name"])

    def duplicate(self, name: str) -> AwsError:
        return validation(f"Credential provider with name: {name} already exists")

    def view(self, record: Record) -> dict[str, Any]:
        return {"createdTime": record.created, "lastUpdatedTime": record.updated}

    def keep_secret(self, record: Record, given: dict[str, Any], prefix: str) -> None:
        """Where the secret lies: one of the vault's own, or the user's; the value itself is forgotten."""
        source = given.pop(f"{prefix}Source", None) or record.members.get(f"{prefix}Source") or "MANAGED"
        external = given.pop(f"{prefix}Config", None)
        where = record.arn.split(":")
        if source == "EXTERNAL":
            if external is None and f"{prefix}JsonKey" not in record.members:
                raise validation(f"{prefix}Config is required when {prefix}Source is EXTERNAL")
            if external:
                record.hidden["secret"] = external["secretId"]
                record.members[f"{prefix}JsonKey"] = external["jsonKey"]
        elif "secret" not in record.hidden:
            name = f"bedrock-agentcore-identity!{VAULT}/{record.id}-{random_id(6)}"
            record.hidden["secret"] = f"arn:{where[1]}:secretsmanager:{where[3]}:{where[4]}:secret:{name}"
        record.members[f"{prefix}Source"] = source
        record.members[f"{prefix}Arn"] = {"secretArn": record.hidden["secret"]}


class ApiKeyCredentialProvider(CredentialProvider):
    noun = "ApiKeyCredentialProvider"
    arn = "arn:{partition}:acps:{region}:{account}:token-vault/default/apikeycredentialprovider/{id}"
    update_replaces = False

    def on_create(self, call: Call, record: Record) -> None:
        if not call.params.get("apiKey") and call.params.get("apiKeySecretSource") != "EXTERNAL":
            raise validation("apiKey is required when apiKeySecretSource is MANAGED")
        self.keep_secret(record, record.members, "apiKeySecret")
        record.members.pop("apiKey", None)

    def on_update(self, call: Call, record: Record) -> None:
        self.on_create(call, record)


class Oauth2CredentialProvider(CredentialProvider):
    noun = "Oauth2CredentialProvider"
    arn = "arn:{partition}:acps:{region}:{account}:token-vault/default/oauth2credentialprovider/{id}"

    def on_create(self, call: Call, record: Record) -> None:
        given = record.members.pop("oauth2ProviderConfigInput")
        kind, settings = next(iter(given.items()))
        settings = dict(settings)
        if not settings.get("clientId"):
            raise validation(f"{kind}.clientId is required")
        if not settings.pop("clientSecret", None) and settings.get("clientSecretSource") != "EXTERNAL":
            raise validation(f"{kind}.clientSecret is required when clientSecretSource is MANAGED")
        source = {name: settings.pop(name, None) for name in ("clientSecretSource", "clientSecretConfig")}
        self.keep_secret(record, source, "clientSecret")
        discovery = settings.get("oauthDiscovery") or {"discoveryUrl": discovery_of(kind)}
        record.members["oauth2ProviderConfigOutput"] = {kind: {**settings, "oauthDiscovery": discovery}}
        callback = f"https://bedrock-agentcore.{record.region}.amazonaws.com/identities/oauth2/callback"
        record.members["callbackUrl"] = record.members.get("callbackUrl") or f"{callback}/{random_id(36)}"
        record.status = "READY"

    def on_update(self, call: Call, record: Record) -> None:
        if call.params["credentialProviderVendor"] != record.hidden.setdefault("vendor", self.vendor(call, record)):
            raise validation("credentialProviderVendor can't change")
        self.on_create(call, record)

    @staticmethod
    def vendor(call: Call, record: Record) -> str:
        return str(record.members["credentialProviderVendor"])

    def view(self, record: Record) -> dict[str, Any]:
        return {**super().view(record), "status": record.status}


def discovery_of(kind: str) -> str:
    """The discovery document of a vendor that is known by name; unverified: AWS's own choice."""
    host = {
        "googleOauth2ProviderConfig": "accounts.google.com",
        "microsoftOauth2ProviderConfig": "login.microsoftonline.com/common/v2.0",
        "slackOauth2ProviderConfig": "slack.com",
        "salesforceOauth2ProviderConfig": "login.salesforce.com",
    }.get(kind, f"{kind.removesuffix('Oauth2ProviderConfig')}.example.com")
    return f"https://{host}/.well-known/openid-configuration"


class TokenVault(ResourceType):
    """The vault that every account has in every region; nothing creates or deletes it."""

    service = CONTROL
    noun = "TokenVault"
    id = "tokenVaultId"
    arn = "arn:{partition}:acps:{region}:{account}:token-vault/{id}"


def token_vault(call: Call) -> Record:
    key = call.params.get("tokenVaultId") or VAULT
    if key != VAULT:
        raise not_found(f"Token vault {key} was not found")
    for record in call.records(TokenVault):
        return record
    now = call.cloud.timestamp()
    record = Record(
        kind=TokenVault.kind(),
        account=call.account,
        region=call.region,
        id=VAULT,
        arn=TokenVault.arn.format(partition=call.partition, region=call.region, account=call.account, id=VAULT),
        created=now,
        updated=now,
        members={"kmsConfiguration": {"keyType": "ServiceManagedKey"}},
    )
    call.cloud.store.put(record)
    return record


def get_token_vault(call: Call) -> dict[str, Any]:
    record = token_vault(call)
    return call.answer({**view(TokenVault(), record), "lastModifiedDate": record.updated})


def set_token_vault_cmk(call: Call) -> dict[str, Any]:
    record = token_vault(call)
    wanted = call.params["kmsConfiguration"]
    if wanted["keyType"] == "CustomerManagedKey" and not wanted.get("kmsKeyArn"):
        raise validation("kmsConfiguration.kmsKeyArn is required when keyType is CustomerManagedKey")
    record.members["kmsConfiguration"] = wanted
    record.updated = call.cloud.timestamp()
    call.cloud.store.put(record)
    return get_token_vault(call)
