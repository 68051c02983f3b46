"""The three types. All are named by namespace, resource and dimension; those of a target go with it."""

import uuid
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, list_answer, view
from emulator.modeled.errors import AwsError, validation
from emulator.modeled.paging import page
from emulator.modeled.resource import ResourceType
from emulator.modeled.service import Handler
from emulator.modeled.store import Record
from emulator.services.ecs.deployment import DRAINING, INACTIVE
from emulator.services.ecs.service import EcsService

PLACE = ("ServiceNamespace", "ResourceId", "ScalableDimension")
KEY = "Key"
METRICS = ("PredefinedMetricSpecification", "CustomizedMetricSpecification")


class Scaling(ResourceType):
    """What the types have in common. name_member tells several of one target apart."""

    service = "application-autoscaling"
    id = KEY
    upserts = True
    update_replaces = False
    name_member = ""
    words = ""

    def new_id(self, call: Call) -> str:
        return "|".join([place_of(call), str(call.params.get(self.name_member, ""))])

    def missing(self, key: str) -> AwsError:
        namespace, resource, dimension = key.split("|")[:3]
        return AwsError(
            "ObjectNotFoundException",
            f"No {self.words} found for service namespace: {namespace}, resource ID: {resource}, scalable dimension: "
            f"{dimension}",
        )

    def before_create(self, call: Call, parent: Record | None) -> None:
        self.check(call, {})

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call, record.members)

    def check(self, call: Call, before: dict[str, Any]) -> None:
        """Refuse what AWS refuses; I(before) are the members so far."""

    def view(self, record: Record) -> dict[str, Any]:
        return {"CreationTime": record.created}


class Target(Scaling):
    noun = "ScalableTarget"
    words = "scalable target"
    arn = "arn:{partition}:application-autoscaling:{region}:{account}:scalable-target/{id}"
    arn_member = "ScalableTargetARN"
    operations = {"create": "RegisterScalableTarget", "update": "", "delete": "DeregisterScalableTarget"}

    def check(self, call: Call, before: dict[str, Any]) -> None:
        wanted = {**before, **call.params}
        if not wanted["ScalableDimension"].startswith(f"{wanted['ServiceNamespace']}:"):
            raise validation("Unsupported service namespace, resource type or scalable dimension")
        for member in ("MinCapacity", "MaxCapacity"):
            if wanted.get(member) is None:
                raise validation(f"{member} is required to register a new scalable target")
        if wanted["MinCapacity"] > wanted["MaxCapacity"]:
            raise validation("Maximum capacity cannot be less than minimum capacity")
        if wanted["ServiceNamespace"] == "ecs" and not is_service(call, wanted["ResourceId"]):
            raise validation(f"ECS service doesn't exist: {wanted['ResourceId']}")

    def on_create(self, call: Call, record: Record) -> None:
        record.arn = record.arn.replace(record.id, uuid.uuid4().hex)
        off = dict.fromkeys(
            ("DynamicScalingInSuspended", "DynamicScalingOutSuspended", "ScheduledScalingSuspended"), False
        )
        record.members["SuspendedState"] = {**off, **record.members.get("SuspendedState", {})}
        # Services that have a role of their own for it use that, whatever is asked for.
        linked = f"arn:{call.partition}:iam::{call.account}:role/aws-service-role/ecs.application-autoscaling"
        role = f"{linked}.amazonaws.com/AWSServiceRoleForApplicationAutoScaling_ECSService"
        if record.members["ServiceNamespace"] == "ecs" or "RoleARN" not in record.members:
            record.members["RoleARN"] = role

    def before_update(self, call: Call, record: Record) -> None:
        super().before_update(call, record)
        if "SuspendedState" in call.params:
            call.params["SuspendedState"] = {**record.members["SuspendedState"], **call.params["SuspendedState"]}

    def before_delete(self, call: Call, record: Record) -> None:
        for kind in (Policy, ScheduledAction):
            for item in call.records(kind):
                if item.id.startswith(f"{place_of(call)}|"):
                    call.cloud.remove(item)


class Policy(Scaling):
    noun = "ScalingPolicy"
    plural = "ScalingPolicies"
    words = "scaling policy"
    name_member = "PolicyName"
    arn = "arn:{partition}:autoscaling:{region}:{account}:scalingPolicy:{id}"
    arn_member = "PolicyARN"
    operations = {"create": "PutScalingPolicy", "update": ""}

    def check(self, call: Call, before: dict[str, Any]) -> None:
        need_target(call)
        kind = before.get("PolicyType") or call.params.get("PolicyType", "StepScaling")
        if call.params.get("PolicyType", kind) != kind:
            raise validation("The type of an existing scaling policy cannot change")
        wanted = {**before, **call.params}
        tracking = wanted.get("TargetTrackingScalingPolicyConfiguration")
        if kind == "TargetTrackingScaling":
            if tracking is None:
                raise validation("Target tracking scaling policies require a TargetTrackingScalingPolicyConfiguration")
            if len([name for name in METRICS if name in tracking]) != 1:
                raise validation(
                    "Exactly one of PredefinedMetricSpecification and CustomizedMetricSpecification is needed"
                )
        if kind == "StepScaling" and not wanted.get("StepScalingPolicyConfiguration", {}).get("StepAdjustments"):
            raise validation("Step scaling policies require a StepScalingPolicyConfiguration with StepAdjustments")

    def on_create(self, call: Call, record: Record) -> None:
        record.members.setdefault("PolicyType", "StepScaling")
        given = record.members
        record.arn = (
            f"arn:{call.partition}:autoscaling:{call.region}:{call.account}:scalingPolicy:{uuid.uuid4()}:resource/"
            f"{given['ServiceNamespace']}/{given['ResourceId']}:policyName/{given['PolicyName']}"
        )
        self.on_update(call, record)

    def on_update(self, call: Call, record: Record) -> None:
        tracking = record.members.get("TargetTrackingScalingPolicyConfiguration")
        if tracking:
            tracking.setdefault("DisableScaleIn", False)

    def view(self, record: Record) -> dict[str, Any]:
        return {"CreationTime": record.created, "Alarms": []}


class ScheduledAction(Scaling):
    noun = "ScheduledAction"
    words = "scheduled action"
    name_member = "ScheduledActionName"
    arn = "arn:{partition}:autoscaling:{region}:{account}:scheduledAction:{id}"
    arn_member = "ScheduledActionARN"
    operations = {"create": "PutScheduledAction", "update": ""}

    def check(self, call: Call, before: dict[str, Any]) -> None:
        need_target(call)
        wanted = {**before, **call.params}
        schedule = wanted.get("Schedule")
        if not schedule:
            raise validation("Schedule is required to create a scheduled action")
        if not schedule.startswith(("at(", "rate(", "cron(")) or not schedule.endswith(")"):
            raise validation(f"Invalid schedule expression: {schedule}")
        action = wanted.get("ScalableTargetAction")
        if not action:
            raise validation("ScalableTargetAction needs MinCapacity, MaxCapacity or both")
        if action.get("MinCapacity", 0) > action.get("MaxCapacity", float("inf")):
            raise validation("Maximum capacity cannot be less than minimum capacity")

    def before_update(self, call: Call, record: Record) -> None:
        super().before_update(call, record)
        # Times that an update leaves out are gone.
        for member in ("StartTime", "EndTime"):
            record.members.pop(member, None)

    def on_create(self, call: Call, record: Record) -> None:
        given = record.members
        given.setdefault("Timezone", "UTC")
        record.arn = (
            f"arn:{call.partition}:autoscaling:{call.region}:{call.account}:scheduledAction:{uuid.uuid4()}:resource/"
            f"{given['ServiceNamespace']}/{given['ResourceId']}:scheduledActionName/{given['ScheduledActionName']}"
        )


def place_of(call: Call) -> str:
    return "|".join(str(call.params[name]) for name in PLACE)


def need_target(call: Call) -> None:
    call.find(Target, f"{place_of(call)}|")


def is_service(call: Call, resource: str) -> bool:
    """Whether service/cluster/name is one that runs."""
    return any(
        resource == f"service/{record.parent}/{record.id}" and record.status not in (DRAINING, INACTIVE)
        for record in call.records(EcsService)
    )


def named(resource: Scaling, handler: Handler) -> Handler:
    """The handler, for calls that name the resource by several members."""

    def handle(call: Call) -> Any:
        call.params[KEY] = resource.new_id(call)
        return handler(call)

    return handle


def describe(resource: Scaling, several: str) -> Handler:
    """All of a namespace that fit the other members of the request."""

    def handle(call: Call) -> dict[str, Any]:
        names = call.params.get(several)
        member = resource.name_member or "ResourceId"
        wanted = {name: call.params.get(name) for name in PLACE}
        records = [
            record
            for record in call.records(type(resource))
            if all(value in (None, record.members[name]) for name, value in wanted.items())
            and (not names or record.members[member] in names)
        ]
        chosen, token = page(records, call.params)
        return list_answer(call, [view(resource, record) for record in chosen], token)

    return handle


OPERATIONS: dict[str, Handler] = {
    "RegisterScalableTarget": named(Target(), Verbs(Target()).create),
    "DescribeScalableTargets": describe(Target(), "ResourceIds"),
    "DeregisterScalableTarget": named(Target(), Verbs(Target()).delete),
    "PutScalingPolicy": named(Policy(), Verbs(Policy()).create),
    "DescribeScalingPolicies": describe(Policy(), "PolicyNames"),
    "DeleteScalingPolicy": named(Policy(), Verbs(Policy()).delete),
    "PutScheduledAction": named(ScheduledAction(), Verbs(ScheduledAction()).create),
    "DescribeScheduledActions": describe(ScheduledAction(), "ScheduledActionNames"),
    "DeleteScheduledAction": named(ScheduledAction(), Verbs(ScheduledAction()).delete),
}
