"""What can go wrong with records, rules, backups and the review."""

from __future__ import annotations

from typing import Any

from tests.e2e.belongings import one
from tests.e2e.breaks import breaks
from tests.e2e.journey import Target


@breaks("17.1.d", "17.2.d")
def the_trail_is_stopped(target: Target) -> None:
    target.client("cloudtrail").stop_logging(Name=one(target, "trails", "trail"))


@breaks("17.2.d")
def nobody_looks_for_threats(target: Target) -> None:
    guardduty = target.client("guardduty")
    (detector,) = guardduty.list_detectors()["DetectorIds"]
    guardduty.update_detector(DetectorId=detector, Enable=False)


@breaks("17.c", "17.1.d")
def the_recorder_is_stopped(target: Target) -> None:
    config = target.client("config")
    (recorder,) = config.describe_configuration_recorders()["ConfigurationRecorders"]
    config.stop_configuration_recorder(ConfigurationRecorderName=recorder["name"])


@breaks("17.c")
def a_rule_is_gone(target: Target) -> None:
    target.client("config").delete_config_rule(ConfigRuleName=_rule(target, "rule-images-scanned"))


@breaks("17.1.c")
def nothing_mends_open_buckets(target: Target) -> None:
    target.client("config").delete_remediation_configuration(
        ConfigRuleName=_rule(target, "rule-buckets-not-written-by-all")
    )


@breaks("17.2.a")
def the_account_is_held_against_no_standard(target: Target) -> None:
    hub = target.client("securityhub")
    found = hub.get_enabled_standards()["StandardsSubscriptions"]
    hub.batch_disable_standards(StandardsSubscriptionArns=[one["StandardsSubscriptionArn"] for one in found])


@breaks("17.2.b")
def nobody_looks_at_who_gets_in(target: Target) -> None:
    analyzer = one(target, "analyzers", "analyzer").rpartition("/")[2]
    target.client("accessanalyzer").delete_analyzer(analyzerName=analyzer)


@breaks("17.d", "17.1.b")
def a_runbook_is_gone(target: Target) -> None:
    target.client("ssm").delete_document(Name=one(target, "documents", "runbook-scale-out"))


@breaks("17.3.a")
def nothing_is_backed_up(target: Target) -> None:
    backup = target.client("backup")
    plan = one(target, "backups", "backup-plan").rpartition(":")[2]
    for selection in backup.list_backup_selections(BackupPlanId=plan)["BackupSelectionsList"]:
        backup.delete_backup_selection(BackupPlanId=plan, SelectionId=selection["SelectionId"])


@breaks("17.3.d", "18.3.c")
def backups_are_never_tried(target: Target) -> None:
    backup = target.client("backup")
    for plan in backup.list_restore_testing_plans()["RestoreTestingPlans"]:
        name = {"RestoreTestingPlanName": plan["RestoreTestingPlanName"]}
        for tried in backup.list_restore_testing_selections(**name)["RestoreTestingSelections"]:
            backup.delete_restore_testing_selection(
                RestoreTestingSelectionName=tried["RestoreTestingSelectionName"], **name
            )


@breaks("17.b", "17.4.a", "18.3.b")
def a_question_is_not_answered_any_more(target: Target) -> None:
    client, workload = target.client("wellarchitected"), one(target, "reviews", "workload").rpartition("/")[2]
    lenses: list[Any] = client.get_workload(WorkloadId=workload)["Workload"]["Lenses"]
    (lens,) = [lens for lens in lenses if lens.endswith("/genai")]
    client.update_answer(WorkloadId=workload, LensAlias=lens, QuestionId="gensec01", SelectedChoices=[])


def _rule(target: Target, key: str) -> str:
    """Names of rules are not part of their ARNs."""
    arn = one(target, "rules", key)
    pages = target.client("config").get_paginator("describe_config_rules").paginate()
    (name,) = [rule["ConfigRuleName"] for page in pages for rule in page["ConfigRules"] if rule["ConfigRuleArn"] == arn]
    return name
