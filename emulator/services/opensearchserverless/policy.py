"""Policies: security (encryption and network) and data access. A name is taken once in each type."""

import base64
import fnmatch
import json
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import list_answer, view
from emulator.modeled.errors import AwsError, conflict, not_found, validation
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.service import Handler
from emulator.modeled.store import Record

KEY = "policyKey"
RESOURCE_TYPES = {
    "encryption": {"collection"},
    "network": {"collection", "dashboard"},
    "data": {"collection", "index", "model"},
}
STATEMENT = {
    "encryption": {"Rules", "AWSOwnedKey", "KmsARN", "Description"},
    "network": {"Rules", "AllowFromPublic", "SourceVPCEs", "SourceServices", "Description"},
    "data": {"Rules", "Principal", "Description"},
}


class Policy(ResourceType):
    service = "opensearchserverless"
    id = KEY
    arn = "arn:{partition}:aoss:{region}:{account}:policy/{id}"
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return str(call.params[KEY])

    def before_create(self, call: Call, parent: Record | None) -> None:
        kind, name = call.params["type"], call.params["name"]
        if any(record.id == call.params[KEY] for record in call.records(type(self))):
            raise conflict(f"Policy with name {name} and type {kind} already exists")
        call.params["policy"] = checked(kind, call.params["policy"])

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden["changes"] = 1

    def before_update(self, call: Call, record: Record) -> None:
        given = call.params.pop("policyVersion")
        if given != version(record):
            raise validation(
                "Policy version specified in the request refers to an older version and policy has since changed"
            )
        if "policy" in call.params:
            call.params["policy"] = checked(call.params["type"], call.params["policy"])
        wanted = {name: call.params[name] for name in ("policy", "description") if name in call.params}
        if all(record.members.get(name) == value for name, value in wanted.items()):
            raise validation("No changes detected in policy or policy description")

    def on_update(self, call: Call, record: Record) -> None:
        record.hidden["changes"] += 1

    def view(self, record: Record) -> dict[str, Any]:
        return {"policyVersion": version(record), **dates(record)}

    def missing(self, key: str) -> AwsError:
        kind, name = key.split("/", 1)
        return not_found(f"Policy with name {name} and type {kind} is not found")


class SecurityPolicy(Policy):
    noun = "SecurityPolicy"
    plural = "SecurityPolicies"


class AccessPolicy(Policy):
    noun = "AccessPolicy"
    plural = "AccessPolicies"


def keyed(handler: Handler) -> Handler:
    """The handler, for calls that name a policy by type and name."""

    def handle(call: Call) -> dict[str, Any]:
        call.params[KEY] = f"{call.params['type']}/{call.params['name']}"
        return handler(call)

    return handle


def list_policies(resource: Policy) -> Handler:
    def handle(call: Call) -> dict[str, Any]:
        records = [item for item in call.records(type(resource)) if item.members["type"] == call.params["type"]]
        for wanted in call.params.get("resource", []):
            records = [item for item in records if any(fits(rule, wanted) for rule in rules(item))]
        chosen, next_token = page(records, call.params)
        return list_answer(call, [view(resource, record) for record in chosen], next_token)

    return handle


def version(record: Record) -> str:
    """In the form of the real ones: when, and how often it changed, in base 64."""
    text = f"{round(record.created.timestamp() * 1000)}_{record.hidden['changes']}"
    return base64.b64encode(text.encode()).decode()


def dates(record: Record) -> dict[str, int]:
    return {
        "createdDate": round(record.created.timestamp() * 1000),
        "lastModifiedDate": round(record.updated.timestamp() * 1000),
    }


def checked(kind: str, text: str) -> Any:
    """The document in a policy's text; ValidationException for one of another form."""
    try:
        document = json.loads(text)
    except ValueError:
        raise validation("Policy json is invalid, error: it can't be parsed") from None
    statements = [document] if kind == "encryption" else document
    if not isinstance(statements, list) or not statements or not all(isinstance(item, dict) for item in statements):
        form = "an object" if kind == "encryption" else "a list of objects"
        raise validation(f"Policy json is invalid, error: a policy of type {kind} is {form}")
    for statement in statements:
        check_statement(kind, statement)
    return document


def check_statement(kind: str, statement: dict[str, Any]) -> None:
    unknown = sorted(set(statement) - STATEMENT[kind])
    if unknown:
        raise validation(f"Policy json is invalid, error: [$.{unknown[0]}: is not defined in the schema]")
    if not statement.get("Rules"):
        raise validation("Policy json is invalid, error: [$.Rules: is missing but it is required]")
    for rule in statement["Rules"]:
        if rule.get("ResourceType") not in RESOURCE_TYPES[kind] or not isinstance(rule.get("Resource"), list):
            known = ", ".join(sorted(RESOURCE_TYPES[kind]))
            raise validation(
                f"Policy json is invalid, error: a rule needs a ResourceType ({known}) and a Resource list"
            )
        bad = [item for item in rule["Resource"] if not str(item).startswith(f"{prefix(rule)}/")]
        if bad:
            raise validation(
                f"Policy json is invalid, error: the resource {bad[0]} does not start with {prefix(rule)}/"
            )
        if kind == "data" and not rule.get("Permission"):
            raise validation("Policy json is invalid, error: [$.Rules.Permission: is missing but it is required]")
    if kind == "encryption" and bool(statement.get("AWSOwnedKey")) == bool(statement.get("KmsARN")):
        raise validation("Policy json is invalid, error: set AWSOwnedKey to true or KmsARN, but not both")
    if kind == "data" and not statement.get("Principal"):
        raise validation("Policy json is invalid, error: [$.Principal: is missing but it is required]")


def prefix(rule: dict[str, Any]) -> str:
    """Dashboards are named as their collections are."""
    return "collection" if rule["ResourceType"] == "dashboard" else str(rule["ResourceType"])


def rules(record: Record) -> list[dict[str, Any]]:
    document = record.members["policy"]
    return [rule for item in (document if isinstance(document, list) else [document]) for rule in item["Rules"]]


def fits(rule: dict[str, Any], resource: str) -> bool:
    """Whether a rule is about a resource such as collection/handbook or index/handbook/vectors."""
    return prefix(rule) == resource.split("/", 1)[0] and any(
        fnmatch.fnmatchcase(resource, pattern) for pattern in rule["Resource"]
    )


def statements_for(call: Call, kind: type[Policy], word: str, resource: str) -> list[dict[str, Any]]:
    """The statements of all policies of a type that are about a resource."""
    found = []
    for record in call.records(kind):
        if record.members["type"] == word:
            document = record.members["policy"]
            statements = document if isinstance(document, list) else [document]
            found += [item for item in statements if any(fits(rule, resource) for rule in item["Rules"])]
    return found
