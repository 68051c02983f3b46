"""Policy engines and the Cedar policies in them."""

import re
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import conflict
from emulator.modeled.resource import LOWER, ResourceType, States, random_id
from emulator.modeled.store import Record

STATES = States("CREATING", "ACTIVE", "UPDATING", "DELETING")
SCOPE = r"\(\s*principal\b[^;]*?,\s*action\b[^;]*?,\s*resource\b[^;]*?\)"
CLAUSES = r"(?:(?:when|unless)\s*\{[^;]*\}\s*)*"
CEDAR = re.compile(rf"(?:@\w+\(\"[^\"]*\"\)\s*)*(?:permit|forbid)\s*{SCOPE}\s*{CLAUSES};", re.DOTALL)
COMMENT = re.compile(r"//[^\n]*")


class PolicyEngine(ResourceType):
    service = "bedrock-agentcore-control"
    noun = "PolicyEngine"
    id = "policyEngineId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:policy-engine/{id}"
    arn_member = "policyEngineArn"
    name = "name"
    states = STATES
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return f"{call.params['name']}-{random_id(10, LOWER)}"

    def before_delete(self, call: Call, record: Record) -> None:
        if call.records(Policy, record.id):
            raise conflict(f"Policy engine {record.id} has policies: delete them first")

    def view(self, record: Record) -> dict[str, Any]:
        return {} if record.failure else {"statusReasons": []}


class Policy(ResourceType):
    service = "bedrock-agentcore-control"
    noun = "Policy"
    plural = "Policies"
    id = "policyId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:policy-engine/{parent}/policy/{id}"
    arn_member = "policyArn"
    name = "name"
    parent = PolicyEngine
    states = STATES
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return f"{call.params['name']}-{random_id(10, LOWER)}"

    def on_create(self, call: Call, record: Record) -> None:
        record.members.setdefault("enforcementMode", "ACTIVE")

    def on_scheduled(self, call: Call, record: Record, verb: str) -> None:
        """Validation comes after the request was taken; unverified: that AWS refuses bad syntax in this way."""
        problem = cedar_problem(record.members["definition"])
        if problem:
            record.steps[-1].status = f"{verb.upper()}_FAILED"
            record.failure = problem

    def view(self, record: Record) -> dict[str, Any]:
        return {} if record.failure else {"statusReasons": []}


def cedar_problem(definition: dict[str, Any]) -> str | None:
    """Why a statement is no Cedar policy, by its form alone: one permit or forbid with its whole scope."""
    given = definition.get("cedar") or definition.get("policy")
    if given is None:
        return None
    if CEDAR.fullmatch(COMMENT.sub("", given["statement"]).strip()):
        return None
    return "The statement is no Cedar policy: permit or forbid, a scope of principal, action, resource, a semicolon"
