"""What the layer compliance promises, asked of the services themselves."""

from __future__ import annotations

import json
from typing import Any

from tests.e2e.journey import Target


def _start(target: Target) -> str:
    return f"{target.prefix}-{target.environment}-"


def _account(target: Target) -> str:
    return str(target.client("sts").get_caller_identity()["Account"])


def a_trail_records_everywhere(target: Target) -> None:
    """17.2.d: an encrypted, validated trail of all regions that is on, in a bucket and a log group."""
    client, name = target.client("cloudtrail"), f"{_start(target)}trail-{target.region}"
    (trail,) = client.describe_trails(trailNameList=[name])["trailList"]
    assert client.get_trail_status(Name=name)["IsLogging"]
    assert trail["IsMultiRegionTrail"]
    assert trail["LogFileValidationEnabled"]
    assert trail["IncludeGlobalServiceEvents"]
    assert trail["KmsKeyId"]
    assert trail["S3BucketName"].startswith(f"{_start(target)}logs-")
    assert trail["CloudWatchLogsLogGroupArn"].endswith(f":/{target.prefix}/{target.environment}/trail:*")


def only_this_trail_may_write_into_the_bucket(target: Target) -> None:
    """17.2.b, 17.2.d: the bucket lets in CloudTrail for this trail alone, and nobody without TLS."""
    client, name = target.client("cloudtrail"), f"{_start(target)}trail-{target.region}"
    (trail,) = client.describe_trails(trailNameList=[name])["trailList"]
    policy = json.loads(target.client("s3").get_bucket_policy(Bucket=trail["S3BucketName"])["Policy"])
    allowed = [one for one in policy["Statement"] if one["Effect"] == "Allow"]
    assert len(allowed) == 2
    for one in allowed:
        assert one["Principal"] == {"Service": "cloudtrail.amazonaws.com"}
        assert one["Condition"]["StringEquals"]["aws:SourceArn"] == trail["TrailARN"]


def what_is_suspicious_is_told(target: Target) -> None:
    """17.2.d: metrics of the trail, and alarms on them."""
    group = f"/{target.prefix}/{target.environment}/trail"
    filters = target.client("logs").describe_metric_filters(logGroupName=group)["metricFilters"]
    assert {"RootUse", "RefusedCalls", "TrailChanges"} <= {found["filterName"] for found in filters}
    names = [f"{_start(target)}{key}" for key in ("root-use", "trail-changes", "refused-calls")]
    assert len(target.client("cloudwatch").describe_alarms(AlarmNames=names)["MetricAlarms"]) == len(names)


def rules_are_checked_and_mended(target: Target) -> None:
    """17.c, 17.1.c, 17.2.c: a recorder that records, rules, and remediations that run as a role of their own."""
    config = target.client("config")
    (status,) = config.describe_configuration_recorder_status()["ConfigurationRecordersStatus"]
    assert status["recording"]
    (channel,) = config.describe_delivery_channels()["DeliveryChannels"]
    assert channel["s3BucketName"].startswith(f"{_start(target)}logs-")
    assert channel["s3KmsKeyArn"]
    start = _start(target)
    rules = {
        rule["ConfigRuleName"].removeprefix(start): rule["Source"]["SourceIdentifier"]
        for page in config.get_paginator("describe_config_rules").paginate()
        for rule in page["ConfigRules"]
    }
    assert len(rules) >= 20
    assert rules["buckets-over-tls"] == "S3_BUCKET_SSL_REQUESTS_ONLY"
    mended = config.describe_remediation_configurations(ConfigRuleNames=[f"{start}buckets-not-read-by-all"])
    (remediation,) = mended["RemediationConfigurations"]
    assert remediation["Automatic"]
    (role,) = remediation["Parameters"]["AutomationAssumeRole"]["StaticValue"]["Values"]
    assert f"{start}automation" in role


def threats_are_looked_for(target: Target) -> None:
    """17.2.a, 17.2.d: GuardDuty, Security Hub, Inspector and Access Analyzer are on, and carry no tags of ours."""
    guardduty, hub = target.client("guardduty"), target.client("securityhub")
    (detector,) = guardduty.list_detectors()["DetectorIds"]
    found = guardduty.get_detector(DetectorId=detector)
    assert found["Status"] == "ENABLED"
    assert not found.get("Tags")
    assert hub.describe_hub()["HubArn"]
    (standard,) = hub.get_enabled_standards()["StandardsSubscriptions"]
    assert "aws-foundational-security-best-practices" in standard["StandardsArn"]
    (account,) = target.client("inspector2").batch_get_account_status(accountIds=[_account(target)])["accounts"]
    assert account["resourceState"]["ecr"]["status"] == "ENABLED"
    (analyzer,) = target.client("accessanalyzer").list_analyzers(type="ACCOUNT")["analyzers"]
    assert analyzer["status"] == "ACTIVE"


def data_is_backed_up_and_restored_by_way_of_trial(target: Target) -> None:
    """17.3.a, 17.3.d, 18.3.c: a vault with a key, a plan, a selection by tags, a restore testing plan."""
    backup, start = target.client("backup"), _start(target)
    vault = backup.describe_backup_vault(BackupVaultName=f"{start}vault")
    assert vault["EncryptionKeyArn"]
    (plan,) = [one for one in backup.list_backup_plans()["BackupPlansList"] if one["BackupPlanName"] == f"{start}plan"]
    rules = backup.get_backup_plan(BackupPlanId=plan["BackupPlanId"])["BackupPlan"]["Rules"]
    assert {rule["Lifecycle"]["DeleteAfterDays"] for rule in rules} == {35, 365}
    (listed,) = backup.list_backup_selections(BackupPlanId=plan["BackupPlanId"])["BackupSelectionsList"]
    selection = backup.get_backup_selection(BackupPlanId=plan["BackupPlanId"], SelectionId=listed["SelectionId"])
    wanted = {
        one["ConditionKey"]: one["ConditionValue"] for one in selection["BackupSelection"]["Conditions"]["StringEquals"]
    }
    assert wanted["aws:ResourceTag/bidops:environment"] == target.environment
    name = f"{start}trials".replace("-", "_")
    trials = backup.get_restore_testing_plan(RestoreTestingPlanName=name)["RestoreTestingPlan"]
    assert trials["RecoveryPointSelection"]["IncludeVaults"] == [vault["BackupVaultArn"]]
    tried = backup.list_restore_testing_selections(RestoreTestingPlanName=name)["RestoreTestingSelections"]
    assert [one["ProtectedResourceType"] for one in tried] == ["Aurora"]


def there_are_runbooks(target: Target) -> None:
    """17.d, 17.1.b: runbooks that run as the role automation, and whose parameters are their own."""
    ssm = target.client("ssm")
    for key in ("restart-service", "scale-out", "restore-database", "rotate-secret", "isolate-agent"):
        document = ssm.get_document(Name=f"{_start(target)}{key}")
        content = json.loads(document["Content"])
        assert document["DocumentType"] == "Automation"
        assert f"{_start(target)}automation" in content["assumeRole"]
        assert content["mainSteps"]
        text = json.dumps(content["mainSteps"])
        used = {name for name in content["parameters"] if "{{ " + name + " }}" in text}
        assert used == set(content["parameters"])


def the_role_of_the_runbooks_may_do_little(target: Target) -> None:
    """17.2.b: no statement of the role automation allows all actions, and few are on all resources."""
    iam = target.client("iam")
    name = f"{_start(target)}automation-{target.region}"
    for policy in iam.list_role_policies(RoleName=name)["PolicyNames"]:
        document = iam.get_role_policy(RoleName=name, PolicyName=policy)["PolicyDocument"]
        for statement in document["Statement"]:
            actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
            assert not any(action.endswith("*") for action in actions)
            assert statement["Resource"] != "*" or statement["Sid"] == "FindScalableTargets"


def the_review_has_answers_with_evidence(target: Target) -> None:
    """17.a, 17.b, 17.4.a, 18.3.a, 18.3.b: a workload with both lenses; each answer says what shows it."""
    client = target.client("wellarchitected")
    name = f"{_start(target)}platform"
    (found,) = [one for one in client.list_workloads()["WorkloadSummaries"] if one["WorkloadName"] == name]
    lenses = client.get_workload(WorkloadId=found["WorkloadId"])["Workload"]["Lenses"]
    assert [lens.rsplit("/", 1)[-1] for lens in sorted(lenses)] == ["genai", "wellarchitected"]
    answered: dict[str, list[Any]] = {}
    for lens in lenses:
        for one in client.list_answers(WorkloadId=found["WorkloadId"], LensAlias=lens)["AnswerSummaries"]:
            if one["SelectedChoices"]:
                answer = client.get_answer(WorkloadId=found["WorkloadId"], LensAlias=lens, QuestionId=one["QuestionId"])
                answered[one["QuestionId"]] = answer["Answer"]["SelectedChoices"]
                assert answer["Answer"]["Notes"], one["QuestionId"]
    assert {"permissions", "protect-data-rest", "backing-up-data", "fault-isolation"} <= set(answered)
