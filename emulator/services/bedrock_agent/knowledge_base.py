"""Knowledge bases. Their configuration and storage are checked when they are created, and never change."""

from emulator.modeled.call import Call
from emulator.modeled.errors import conflict, validation
from emulator.modeled.resource import UPPER, ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.neighbours import role_exists
from emulator.services.bedrock_agent.storage import check_configuration, check_storage

IMMUTABLE = ("knowledgeBaseConfiguration", "storageConfiguration")


class KnowledgeBase(ResourceType):
    service = "bedrock-agent"
    noun = "KnowledgeBase"
    id = "knowledgeBaseId"
    arn = "arn:{partition}:bedrock:{region}:{account}:knowledge-base/{id}"
    arn_member = "knowledgeBaseArn"
    name = "name"
    states = States("CREATING", "ACTIVE", "UPDATING", "DELETING")
    create_only = IMMUTABLE

    def new_id(self, call: Call) -> str:
        return random_id(10, UPPER)

    def before_create(self, call: Call, parent: Record | None) -> None:
        check_role(call.params["roleArn"])
        check_configuration(call.params)
        check_storage(call)

    def before_update(self, call: Call, record: Record) -> None:
        for member in IMMUTABLE:
            if member in call.params and call.params[member] != record.members.get(member):
                raise validation(f"{member} can't change: send the value that the knowledge base was created with")
        check_role(call.params["roleArn"])

    def before_delete(self, call: Call, record: Record) -> None:
        check_idle(record)


def check_role(arn: str) -> None:
    if not role_exists(arn):
        raise validation(
            "Bedrock Knowledge Base was unable to assume the given role. "
            f"Provide the proper permissions and retry the request: there is no role {arn}"
        )


def require_active(record: Record) -> None:
    if record.status != KnowledgeBase.states.ready:
        raise conflict(f"Knowledge base {record.id} is in status {record.status}: wait until it is ACTIVE")


def check_idle(record: Record) -> None:
    """Refuse while an ingestion job runs: there is one at a time in a knowledge base."""
    job = record.hidden.get("running")
    if job:
        raise conflict(f"Knowledge base {record.id} has a running ingestion job, {job}: stop it or wait for it")
