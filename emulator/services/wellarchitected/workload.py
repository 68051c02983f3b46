"""Workloads, and milestones, which keep a workload as it was."""

import copy
import secrets
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.errors import conflict, validation
from emulator.modeled.resource import ResourceType
from emulator.modeled.store import Record
from emulator.services.wellarchitected import risks
from emulator.services.wellarchitected.lenses import LENSES, alias, find_lens

ANSWERS = "answers"
MOST_MILESTONES = 100


class Workload(ResourceType):
    service = "wellarchitected"
    noun = "Workload"
    id = "WorkloadId"
    arn = "arn:{partition}:wellarchitected:{region}:{account}:workload/{id}"
    arn_member = "WorkloadArn"
    name = "WorkloadName"
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return secrets.token_hex(16)

    def before_create(self, call: Call, parent: Record | None) -> None:
        for lens in call.params["Lenses"]:
            find_lens(lens)
        if not call.params["Lenses"]:
            raise validation("A workload needs at least one lens")
        if not call.params.get("ReviewOwner"):
            raise validation("ReviewOwner is required")
        if not call.params.get("AwsRegions") and not call.params.get("NonAwsRegions"):
            raise validation("A workload needs AwsRegions or NonAwsRegions")

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden[ANSWERS] = {}
        record.members.setdefault("PillarPriorities", list(LENSES["wellarchitected"].pillars))
        record.members.setdefault("ImprovementStatus", "NOT_APPLICABLE")

    def view(self, record: Record) -> dict[str, Any]:
        return {
            "Owner": record.account,
            "UpdatedAt": record.updated,
            "RiskCounts": risks.counts(record.members["Lenses"], record.hidden[ANSWERS]),
            "Tags": record.tags,
        }


class Milestone(ResourceType):
    service = "wellarchitected"
    noun = "Milestone"
    id = "MilestoneNumber"
    arn = ""
    name = "MilestoneName"
    parent = Workload

    def new_id(self, call: Call) -> str:
        return str(len(call.records(Milestone, call.params["WorkloadId"])) + 1)

    def before_create(self, call: Call, parent: Record | None) -> None:
        if len(call.records(Milestone, call.params["WorkloadId"])) == MOST_MILESTONES:
            raise conflict(f"A workload can have {MOST_MILESTONES} milestones")

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden["workload"] = copy.deepcopy(call.find(Workload, call.params["WorkloadId"]))

    def view(self, record: Record) -> dict[str, Any]:
        workload = view(Workload(), record.hidden["workload"])
        told = {
            "MilestoneNumber": int(record.id),
            "MilestoneName": record.members["MilestoneName"],
            "RecordedAt": record.created,
        }
        return {**told, "WorkloadSummary": workload, "Milestone": {**told, "Workload": workload}}


def as_of(call: Call) -> Record:
    """The workload, or as it was at the milestone that the request names."""
    workload = call.find(Workload, call.params["WorkloadId"])
    number = call.params.get("MilestoneNumber")
    return call.find(Milestone, str(number), workload.id).hidden["workload"] if number else workload


def get_milestone(call: Call) -> dict[str, Any]:
    workload = call.find(Workload, call.params["WorkloadId"])
    record = call.find(Milestone, str(call.params["MilestoneNumber"]), workload.id)
    return call.answer(view(Milestone(), record))


def associate(call: Call) -> dict[str, Any]:
    record = call.find(Workload, call.params["WorkloadId"])
    there = {alias(lens) for lens in record.members["Lenses"]}
    for lens in call.params["LensAliases"]:
        find_lens(lens)
        if alias(lens) not in there:
            record.members["Lenses"] = [*record.members["Lenses"], lens]
    call.cloud.store.put(record)
    return {}


def disassociate(call: Call) -> dict[str, Any]:
    """The answers go with the lens."""
    record = call.find(Workload, call.params["WorkloadId"])
    gone = {alias(lens) for lens in call.params["LensAliases"]}
    left = [lens for lens in record.members["Lenses"] if alias(lens) not in gone]
    if not left:
        raise validation("A workload needs at least one lens")
    record.members["Lenses"] = left
    record.hidden[ANSWERS] = {key: answer for key, answer in record.hidden[ANSWERS].items() if key[0] not in gone}
    call.cloud.store.put(record)
    return {}


OPERATIONS = {"AssociateLenses": associate, "DisassociateLenses": disassociate, "GetMilestone": get_milestone}
