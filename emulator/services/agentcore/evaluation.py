"""Evaluators, online evaluations and datasets."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import conflict, validation
from emulator.modeled.resource import ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.neighbours import object_exists
from emulator.services.agentcore.checks import check_role

CONTROL = "bedrock-agentcore-control"
STATES = States("CREATING", "ACTIVE", "UPDATING", "DELETING")
TYPES = {"llmAsAJudge": "Custom", "codeBased": "CustomCode", "derived": "CustomDerived"}


class Evaluator(ResourceType):
    service = CONTROL
    noun = "Evaluator"
    id = "evaluatorId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:evaluator/{id}"
    arn_member = "evaluatorArn"
    name = "evaluatorName"
    states = STATES
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return f"{call.params['evaluatorName']}-{random_id()}"

    def before_update(self, call: Call, record: Record) -> None:
        self.check_lock(call, record)

    def before_delete(self, call: Call, record: Record) -> None:
        self.check_lock(call, record)

    def check_lock(self, call: Call, record: Record) -> None:
        """An evaluator that an enabled online evaluation uses can neither change nor go."""
        for config in call.records(OnlineEvaluationConfig):
            used = {item.get("evaluatorId") for item in config.members.get("evaluators", [])}
            if record.id in used and config.members["executionStatus"] == "ENABLED":
                raise conflict(f"Evaluator {record.id} is locked for modification by {config.id}")

    def view(self, record: Record) -> dict[str, Any]:
        kind = TYPES[next(iter(record.members["evaluatorConfig"]))]
        return {"evaluatorType": kind, "provider": "Custom", "lockedForModification": False}


class OnlineEvaluationConfig(ResourceType):
    service = CONTROL
    noun = "OnlineEvaluationConfig"
    id = "onlineEvaluationConfigId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:online-evaluation-config/{id}"
    arn_member = "onlineEvaluationConfigArn"
    name = "onlineEvaluationConfigName"
    states = STATES
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return f"{call.params['onlineEvaluationConfigName']}-{random_id()}"

    def before_create(self, call: Call, parent: Record | None) -> None:
        self.check(call)

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call)

    def check(self, call: Call) -> None:
        check_role(call.params.get("evaluationExecutionRoleArn"))
        for item in call.params.get("evaluators", []):
            if not item["evaluatorId"].startswith(("Builtin.", "ThirdParty.")):
                call.find(Evaluator, item["evaluatorId"])

    def on_create(self, call: Call, record: Record) -> None:
        enabled = record.members.pop("enableOnCreate")
        record.members["executionStatus"] = "ENABLED" if enabled else "DISABLED"
        group = f"/aws/bedrock-agentcore/evaluations/results/{record.id}"
        record.members.setdefault("outputConfig", {"cloudWatchConfig": {"logGroupName": group}})


class Dataset(ResourceType):
    service = CONTROL
    noun = "Dataset"
    id = "datasetId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:dataset/{id}"
    arn_member = "datasetArn"
    name = "datasetName"
    states = STATES
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return f"{call.params['datasetName']}-{random_id()}"

    def before_create(self, call: Call, parent: Record | None) -> None:
        source = call.params.get("source", {}).get("s3Source")
        if source:
            bucket, key = source["s3Uri"].removeprefix("s3://").split("/", 1)
            if not object_exists(call.account, call.region, bucket, key):
                raise validation(f"The object {source['s3Uri']} can't be read")

    def on_create(self, call: Call, record: Record) -> None:
        source = record.members.pop("source", {})
        record.hidden["count"] = len(source.get("inlineExamples", {}).get("examples", []))

    def view(self, record: Record) -> dict[str, Any]:
        return {"datasetVersion": "DRAFT", "draftStatus": "MODIFIED", "exampleCount": record.hidden["count"]}
