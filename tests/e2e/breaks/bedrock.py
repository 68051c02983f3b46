"""What can be broken of Bedrock."""

from __future__ import annotations

import time
from collections.abc import Iterable

from tests.e2e.breaks import breaks
from tests.e2e.journey import Target
from tests.e2e.looks.database import outputs

HARMFUL = ("SEXUAL", "VIOLENCE", "HATE", "INSULTS", "MISCONDUCT")


@breaks("10.1.d")
def the_daily_sync_is_switched_off(target: Target) -> None:
    scheduler, group = target.client("scheduler"), f"{target.prefix}-{target.environment}-bedrock"
    name = scheduler.list_schedules(GroupName=group)["Schedules"][0]["Name"]
    asked = ("Name", "GroupName", "ScheduleExpression", "ScheduleExpressionTimezone", "FlexibleTimeWindow", "Target")
    live = scheduler.get_schedule(Name=name, GroupName=group)
    scheduler.update_schedule(**{member: live[member] for member in asked}, State="DISABLED")


@breaks("10.d", "10.2.c")
def attacks_on_the_prompt_pass_the_guardrail(target: Target) -> None:
    _publish(target, HARMFUL, "EMAIL")


@breaks("10.2.d")
def personal_data_passes_the_guardrail(target: Target) -> None:
    """The filters stay as they are: what another break has taken away is not put back."""
    bedrock, identity = target.client("bedrock"), outputs(target, "bedrock")["guardrail_id"]
    live = bedrock.get_guardrail(guardrailIdentifier=identity)["contentPolicy"]["filters"]
    _publish(target, [one["type"] for one in live], "")


@breaks("10.b", "10.2.b")
def the_profile_of_nova_micro_is_gone(target: Target) -> None:
    arn = outputs(target, "bedrock")["micro_profile_arn"]
    target.client("bedrock").delete_inference_profile(inferenceProfileIdentifier=arn)


@breaks("10.a", "10.1.a")
def documents_are_looked_for_in_another_bucket(target: Target) -> None:
    agent, ours = target.client("bedrock-agent"), outputs(target, "bedrock")
    names = {"knowledgeBaseId": ours["knowledge_base_id"], "dataSourceId": ours["uploads_data_source_id"]}
    live = agent.get_data_source(**names)["dataSource"]
    other = f"arn:aws:s3:::{outputs(target, 'storage')['knowledge_base_bucket']}"
    place = {**live["dataSourceConfiguration"]["s3Configuration"], "bucketArn": other}
    agent.update_data_source(
        **names,
        name=live["name"],
        dataSourceConfiguration={"type": "S3", "s3Configuration": place},
        vectorIngestionConfiguration=live["vectorIngestionConfiguration"],
    )


@breaks("10.c", "10.3.a")
def uploads_start_nothing(target: Target) -> None:
    target.client("events").disable_rule(Name=f"{target.prefix}-{target.environment}-uploads")


@breaks("10.3.b")
def the_bucket_tells_nobody_of_uploads(target: Target) -> None:
    bucket = outputs(target, "storage")["documents_bucket"]
    target.client("s3").put_bucket_notification_configuration(Bucket=bucket, NotificationConfiguration={})


@breaks("10.3.d")
def the_project_uses_no_blueprint(target: Target) -> None:
    automation = target.client("bedrock-data-automation")
    arn = outputs(target, "bedrock")["data_automation_project_arn"]
    live = automation.get_data_automation_project(projectArn=arn)["project"]
    automation.update_data_automation_project(
        projectArn=arn,
        standardOutputConfiguration=live["standardOutputConfiguration"],
        customOutputConfiguration={"blueprints": []},
    )


def _publish(target: Target, filters: Iterable[str], personal: str) -> None:
    """Make a version of the guardrail with these filters alone, and one for a kind of personal data."""
    bedrock, identity = target.client("bedrock"), outputs(target, "bedrock")["guardrail_id"]
    attack = {"PROMPT_ATTACK": "NONE"}
    policies = {
        "contentPolicyConfig": {
            "filtersConfig": [
                {"type": kind, "inputStrength": "HIGH", "outputStrength": attack.get(kind, "HIGH")} for kind in filters
            ]
        },
        "sensitiveInformationPolicyConfig": {"piiEntitiesConfig": [{"type": personal, "action": "BLOCK"}]},
    }
    live = bedrock.get_guardrail(guardrailIdentifier=identity)
    bedrock.update_guardrail(
        guardrailIdentifier=identity,
        name=live["name"],
        blockedInputMessaging=live["blockedInputMessaging"],
        blockedOutputsMessaging=live["blockedOutputsMessaging"],
        **{name: policy for name, policy in policies.items() if personal or name == "contentPolicyConfig"},
    )
    _when_ready(target, identity)
    bedrock.create_guardrail_version(guardrailIdentifier=identity)
    _when_ready(target, identity)


def _when_ready(target: Target, identity: str) -> None:
    """A guardrail that is about to change takes no other change."""
    bedrock, end = target.client("bedrock"), time.monotonic() + 30
    while bedrock.get_guardrail(guardrailIdentifier=identity)["status"] != "READY" and time.monotonic() < end:
        time.sleep(0.2)
