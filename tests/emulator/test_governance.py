"""Budgets, costs, reviews, backup plans and the security services of an account."""

from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.emulator.conftest import TRUST

ACCOUNT = "123456789012"
BUDGET = {
    "BudgetName": "b",
    "BudgetType": "COST",
    "TimeUnit": "MONTHLY",
    "BudgetLimit": {"Amount": "5", "Unit": "USD"},
}
NOTIFICATION = {"NotificationType": "ACTUAL", "ComparisonOperator": "GREATER_THAN", "Threshold": 80.0}
MAIL = {"SubscriptionType": "EMAIL", "Address": "a@example.com"}
TOPIC = {"SubscriptionType": "SNS", "Address": f"arn:aws:sns:us-east-1:{ACCOUNT}:a"}
WORKLOAD = {
    "WorkloadName": "workload",
    "Description": "One of ours",
    "Environment": "PRODUCTION",
    "ReviewOwner": "me@example.com",
    "AwsRegions": ["us-east-1"],
    "Lenses": ["wellarchitected"],
}
GENAI = "arn:aws:wellarchitected::aws:lens/genai"


def refused(call: Any, code: str, **request: Any) -> None:
    with pytest.raises(ClientError) as caught:
        call(**request)
    assert caught.value.response["Error"]["Code"] == code


def test_a_budget_lives_in_all_regions_at_once(cloud: Any) -> None:
    client = cloud.client("budgets")
    client.create_budget(AccountId=ACCOUNT, Budget=BUDGET, ResourceTags=[{"Key": "a", "Value": "b"}])
    elsewhere = cloud.client("budgets", region="eu-central-1")
    found = elsewhere.describe_budget(AccountId=ACCOUNT, BudgetName="b")["Budget"]
    assert found["BudgetLimit"] == {"Amount": "5.0", "Unit": "USD"}
    assert found["CostTypes"]["IncludeTax"]
    arn = f"arn:aws:budgets::{ACCOUNT}:budget/b"
    assert client.list_tags_for_resource(ResourceARN=arn)["ResourceTags"] == [{"Key": "a", "Value": "b"}]
    more = {**BUDGET, "BudgetLimit": {"Amount": "6", "Unit": "USD"}}
    client.update_budget(AccountId=ACCOUNT, NewBudget=more)
    assert client.describe_budgets(AccountId=ACCOUNT)["Budgets"][0]["BudgetLimit"]["Amount"] == "6.0"
    client.delete_budget(AccountId=ACCOUNT, BudgetName="b")
    refused(client.describe_budget, "NotFoundException", AccountId=ACCOUNT, BudgetName="b")


def test_what_budgets_refuse(cloud: Any) -> None:
    client = cloud.client("budgets", check=False)
    client.create_budget(AccountId=ACCOUNT, Budget=BUDGET)
    refused(client.create_budget, "DuplicateRecordException", AccountId=ACCOUNT, Budget=BUDGET)
    unlimited = {name: value for name, value in BUDGET.items() if name != "BudgetLimit"} | {"BudgetName": "other"}
    other = {**BUDGET, "BudgetName": "other"}
    refused(client.create_budget, "InvalidParameterException", AccountId=ACCOUNT, Budget=unlimited)
    refused(client.create_budget, "AccessDeniedException", AccountId="210987654321", Budget=other)
    refused(
        client.create_budget, "InvalidParameterException", AccountId=ACCOUNT, Budget={**BUDGET, "TimeUnit": "HOURLY"}
    )
    refused(client.delete_budget, "NotFoundException", AccountId=ACCOUNT, BudgetName="none")


def test_a_notification_ends_with_its_last_subscriber(cloud: Any) -> None:
    client = cloud.client("budgets")
    client.create_budget(AccountId=ACCOUNT, Budget=BUDGET)
    named = {"AccountId": ACCOUNT, "BudgetName": "b"}
    one = {**named, "Notification": NOTIFICATION}
    client.create_notification(**one, Subscribers=[MAIL])
    refused(client.create_notification, "DuplicateRecordException", **one, Subscribers=[MAIL])
    client.create_subscriber(**one, Subscriber=TOPIC)
    second = {**TOPIC, "Address": f"{TOPIC['Address']}b"}
    refused(client.create_subscriber, "CreationLimitExceededException", **one, Subscriber=second)
    assert client.describe_subscribers_for_notification(**one)["Subscribers"] == [MAIL, TOPIC]
    for subscriber in (MAIL, TOPIC):
        client.delete_subscriber(**one, Subscriber=subscriber)
    assert client.describe_notifications_for_budget(**named)["Notifications"] == []
    refused(client.delete_notification, "NotFoundException", **one)


def test_there_is_one_monitor_of_all_services(cloud: Any) -> None:
    client = cloud.client("ce")
    monitor = {"MonitorName": "all", "MonitorType": "DIMENSIONAL", "MonitorDimension": "SERVICE"}
    arn = client.create_anomaly_monitor(AnomalyMonitor=monitor)["MonitorArn"]
    refused(client.create_anomaly_monitor, "LimitExceededException", AnomalyMonitor=monitor)
    client.update_anomaly_monitor(MonitorArn=arn, MonitorName="other")
    assert client.get_anomaly_monitors()["AnomalyMonitors"][0]["MonitorName"] == "other"
    wish = {"SubscriptionName": "s", "MonitorArnList": [arn], "Frequency": "DAILY"}
    mail = {**wish, "Subscribers": [{"Type": "EMAIL", "Address": MAIL["Address"]}]}
    subscription = client.create_anomaly_subscription(AnomalySubscription=mail)["SubscriptionArn"]
    refused(
        client.update_anomaly_subscription, "ValidationException", SubscriptionArn=subscription, Frequency="IMMEDIATE"
    )
    client.delete_anomaly_subscription(SubscriptionArn=subscription)
    client.delete_anomaly_monitor(MonitorArn=arn)
    refused(client.delete_anomaly_monitor, "UnknownMonitorException", MonitorArn=arn)
    refused(client.create_anomaly_subscription, "UnknownMonitorException", AnomalySubscription=mail)


def test_only_tags_that_something_carries_can_be_activated(cloud: Any) -> None:
    bucket = cloud.client("s3")
    bucket.create_bucket(Bucket="costly")
    bucket.put_bucket_tagging(Bucket="costly", Tagging={"TagSet": [{"Key": "project", "Value": "a"}]})
    client = cloud.client("ce")
    wanted = [{"TagKey": key, "Status": "Active"} for key in ("project", "unseen")]
    errors = client.update_cost_allocation_tags_status(CostAllocationTagsStatus=wanted)["Errors"]
    assert [(error["TagKey"], error["Code"]) for error in errors] == [("unseen", "TagKeysNotFoundException")]
    found = client.list_cost_allocation_tags(TagKeys=["project", "unseen"])["CostAllocationTags"]
    assert [(tag["TagKey"], tag["Status"]) for tag in found] == [("project", "Active")]


def test_nothing_costs_anything(cloud: Any) -> None:
    client = cloud.client("ce")
    period = {"Start": "2026-01-15", "End": "2026-03-01"}
    wish = {"TimePeriod": period, "Granularity": "MONTHLY", "Metrics": ["UnblendedCost"]}
    told = client.get_cost_and_usage(**wish)["ResultsByTime"]
    assert [entry["TimePeriod"]["Start"] for entry in told] == ["2026-01-15", "2026-02-01"]
    assert told[0]["Total"]["UnblendedCost"] == {"Amount": "0", "Unit": "USD"}
    backwards = {"Start": "2026-03-01", "End": "2026-01-01"}
    refused(client.get_cost_and_usage, "ValidationException", **{**wish, "TimePeriod": backwards})


def test_risks_follow_from_answers_and_a_milestone_keeps_them(cloud: Any) -> None:
    client = cloud.client("wellarchitected")
    made = {"WorkloadId": client.create_workload(**WORKLOAD)["WorkloadId"]}
    before = client.get_workload(**made)["Workload"]["RiskCounts"]
    assert set(before) == {"UNANSWERED"}
    asked = {**made, "LensAlias": "wellarchitected", "QuestionId": "permissions"}
    choices = [f"sec_permissions_{name}" for name in ("least_privileges", "continuous_reduction", "lifecycle")]
    for chosen, risk in (
        (choices[1:], "HIGH"),
        (choices[:1], "MEDIUM"),
        (choices[:2], "NONE"),
        ([], "UNANSWERED"),
        (["sec_permissions_no"], "HIGH"),
    ):
        answer = client.update_answer(**asked, SelectedChoices=chosen)["Answer"]
        assert answer["Risk"] == risk, chosen
    client.create_milestone(**made, MilestoneName="first")
    client.update_answer(**asked, IsApplicable=False, Reason="OUT_OF_SCOPE")
    assert client.get_workload(**made)["Workload"]["RiskCounts"]["NOT_APPLICABLE"] == 1
    then = client.get_milestone(**made, MilestoneNumber=1)["Milestone"]
    assert (then["MilestoneName"], then["Workload"]["RiskCounts"]["HIGH"]) == ("first", 1)
    assert client.get_answer(**asked, MilestoneNumber=1)["Answer"]["SelectedChoices"] == ["sec_permissions_no"]
    pillars = client.get_lens_review(**made, LensAlias="wellarchitected")["LensReview"]["PillarReviewSummaries"]
    assert {"PillarId": "security", "PillarName": "Security"}.items() <= pillars[1].items()


def test_answers_go_with_their_lens(cloud: Any) -> None:
    client = cloud.client("wellarchitected")
    made = {"WorkloadId": client.create_workload(**WORKLOAD)["WorkloadId"]}
    client.associate_lenses(**made, LensAliases=[GENAI])
    asked = {**made, "LensAlias": GENAI, "QuestionId": "gensec02"}
    client.update_answer(**asked, SelectedChoices=["gensec02_bp01"], Notes="A guardrail")
    assert [one["LensAlias"] for one in client.list_lens_reviews(**made)["LensReviewSummaries"]] == [
        "wellarchitected",
        "genai",
    ]
    client.disassociate_lenses(**made, LensAliases=["genai"])
    refused(client.get_answer, "ResourceNotFoundException", **asked)
    refused(client.disassociate_lenses, "ValidationException", **made, LensAliases=["wellarchitected"])
    refused(client.create_workload, "ConflictException", **WORKLOAD)
    other = {**WORKLOAD, "WorkloadName": "other"}
    refused(client.create_workload, "ResourceNotFoundException", **{**other, "Lenses": ["unheard-of"]})
    refused(client.create_workload, "ValidationException", **{**other, "AwsRegions": []})
    client.delete_workload(**made)
    refused(client.get_workload, "ResourceNotFoundException", **made)


def test_questions_come_in_pages(cloud: Any) -> None:
    client = cloud.client("wellarchitected")
    made = {"WorkloadId": client.create_workload(**WORKLOAD)["WorkloadId"], "LensAlias": "wellarchitected"}
    first = client.list_answers(**made, MaxResults=2)
    second = client.list_answers(**made, MaxResults=2, NextToken=first["NextToken"])
    ids = [entry["QuestionId"] for entry in first["AnswerSummaries"] + second["AnswerSummaries"]]
    assert ids == ["observability", "dev-integ", "securely-operate", "permissions"]
    secure = client.list_answers(**made, PillarId="security")["AnswerSummaries"]
    assert {entry["PillarId"] for entry in secure} == {"security"}


def test_a_plan_with_selections_stays(cloud: Any) -> None:
    client = cloud.client("backup")
    client.create_backup_vault(BackupVaultName="vault")
    role = cloud.client("iam").create_role(RoleName="backup", AssumeRolePolicyDocument=TRUST)["Role"]["Arn"]
    rule = {"RuleName": "r", "TargetBackupVaultName": "vault"}
    plan = {"BackupPlanName": "p", "Rules": [rule]}
    made = client.create_backup_plan(BackupPlan=plan, BackupPlanTags={"a": "b"})
    named = {"BackupPlanId": made["BackupPlanId"]}
    assert client.list_tags(ResourceArn=made["BackupPlanArn"])["Tags"] == {"a": "b"}
    refused(client.create_backup_plan, "AlreadyExistsException", BackupPlan=plan)
    nowhere = {"BackupPlanName": "q", "Rules": [{**rule, "TargetBackupVaultName": "nowhere"}]}
    refused(client.create_backup_plan, "InvalidParameterValueException", BackupPlan=nowhere)
    changed = client.update_backup_plan(**named, BackupPlan={**plan, "Rules": [{**rule, "StartWindowMinutes": 60}]})
    assert changed["VersionId"] != made["VersionId"]
    assert client.get_backup_plan(**named)["BackupPlan"]["Rules"][0]["StartWindowMinutes"] == 60
    selection = {"SelectionName": "s", "IamRoleArn": role, "Resources": ["*"]}
    selected = client.create_backup_selection(**named, BackupSelection=selection)["SelectionId"]
    refused(client.create_backup_selection, "AlreadyExistsException", **named, BackupSelection=selection)
    refused(client.delete_backup_plan, "InvalidRequestException", **named)
    client.delete_backup_selection(**named, SelectionId=selected)
    client.delete_backup_plan(**named)
    refused(client.get_backup_plan, "ResourceNotFoundException", **named)
    refused(client.describe_backup_vault, "AccessDeniedException", BackupVaultName="nowhere")


def test_there_is_one_analyzer_of_a_type(cloud: Any) -> None:
    client = cloud.client("accessanalyzer")
    client.create_analyzer(analyzerName="a", type="ACCOUNT", tags={"a": "b"})
    refused(client.create_analyzer, "ConflictException", analyzerName="a", type="ACCOUNT")
    refused(client.create_analyzer, "ServiceQuotaExceededException", analyzerName="b", type="ACCOUNT")
    refused(client.create_analyzer, "ValidationException", analyzerName="b", type="ORGANIZATION")
    rule = {"analyzerName": "a", "ruleName": "r", "filter": {"isPublic": {"eq": ["true"]}}}
    client.create_archive_rule(**rule)
    refused(client.create_archive_rule, "ConflictException", **rule)
    client.delete_analyzer(analyzerName="a")
    refused(client.get_analyzer, "ResourceNotFoundException", analyzerName="a")
    client.create_analyzer(analyzerName="a", type="ACCOUNT")
    assert client.list_archive_rules(analyzerName="a")["archiveRules"] == []


def test_there_is_one_detector(cloud: Any) -> None:
    client = cloud.client("guardduty")
    made = {"DetectorId": client.create_detector(Enable=True)["DetectorId"]}
    refused(client.create_detector, "BadRequestException", Enable=True)
    client.update_detector(**made, Enable=False, Features=[{"Name": "S3_DATA_EVENTS", "Status": "DISABLED"}])
    found = client.get_detector(**made)
    features = {feature["Name"]: feature["Status"] for feature in found["Features"]}
    assert (found["Status"], features["S3_DATA_EVENTS"], features["CLOUD_TRAIL"]) == ("DISABLED", "DISABLED", "ENABLED")
    client.delete_detector(**made)
    refused(client.get_detector, "BadRequestException", **made)


def test_standards_need_a_hub(cloud: Any) -> None:
    client = cloud.client("securityhub")
    refused(client.describe_hub, "InvalidAccessException")
    refused(client.get_enabled_standards, "InvalidAccessException")
    client.enable_security_hub(EnableDefaultStandards=False)
    refused(client.enable_security_hub, "ResourceConflictException")
    standard = client.describe_standards()["Standards"][0]["StandardsArn"]
    client.batch_enable_standards(StandardsSubscriptionRequests=[{"StandardsArn": standard}])
    subscribed = client.get_enabled_standards()["StandardsSubscriptions"]
    assert [one["StandardsArn"] for one in subscribed] == [standard]
    unknown = [{"StandardsArn": "arn:aws:securityhub:::standards/none"}]
    refused(client.batch_enable_standards, "InvalidInputException", StandardsSubscriptionRequests=unknown)
    client.batch_disable_standards(StandardsSubscriptionArns=[subscribed[0]["StandardsSubscriptionArn"]])
    assert client.get_enabled_standards()["StandardsSubscriptions"] == []
    client.disable_security_hub()


def test_code_is_scanned_only_with_its_functions(cloud: Any) -> None:
    client = cloud.client("inspector2", check=False)
    refused(client.enable, "ValidationException", resourceTypes=["LAMBDA_CODE"])
    client.enable(resourceTypes=["LAMBDA", "LAMBDA_CODE"])
    client.disable(resourceTypes=["LAMBDA"])
    state = client.batch_get_account_status()["accounts"][0]["resourceState"]
    assert {name: told["status"] for name, told in state.items()}["lambdaCode"] == "DISABLED"
    refused(client.enable, "AccessDeniedException", accountIds=["210987654321"], resourceTypes=["EC2"])
    refused(client.enable, "ValidationException", resourceTypes=["S3"])


def test_a_recorder_starts_only_with_a_channel(cloud: Any) -> None:
    client = cloud.client("config")
    recorder = {"name": "default", "roleARN": f"arn:aws:iam::{ACCOUNT}:role/config"}
    named = {"ConfigurationRecorderName": "default"}
    refused(client.start_configuration_recorder, "NoSuchConfigurationRecorderException", **named)
    channel = {"name": "default", "s3BucketName": "records"}
    refused(client.put_delivery_channel, "NoAvailableConfigurationRecorderException", DeliveryChannel=channel)
    client.put_configuration_recorder(ConfigurationRecorder=recorder, Tags=[{"Key": "a", "Value": "b"}])
    refused(client.start_configuration_recorder, "NoAvailableDeliveryChannelException", **named)
    arn = client.describe_configuration_recorders()["ConfigurationRecorders"][0]["arn"]
    assert client.list_tags_for_resource(ResourceArn=arn)["Tags"] == [{"Key": "a", "Value": "b"}]
    other = {**recorder, "name": "other"}
    code = "MaxNumberOfConfigurationRecordersExceededException"
    refused(client.put_configuration_recorder, code, ConfigurationRecorder=other)
    refused(client.put_delivery_channel, "NoSuchBucketException", DeliveryChannel=channel)
    cloud.client("s3").create_bucket(Bucket="records")
    client.put_delivery_channel(DeliveryChannel=channel)
    client.start_configuration_recorder(**named)
    told = client.describe_configuration_recorder_status()["ConfigurationRecordersStatus"]
    assert [entry["recording"] for entry in told] == [True]
    channel_name = {"DeliveryChannelName": "default"}
    refused(client.delete_delivery_channel, "LastDeliveryChannelDeleteFailedException", **channel_name)
    client.stop_configuration_recorder(**named)
    client.delete_delivery_channel(**channel_name)
    client.delete_configuration_recorder(**named)
    refused(client.delete_configuration_recorder, "NoSuchConfigurationRecorderException", **named)


def test_a_rule_has_one_remediation(cloud: Any) -> None:
    client = cloud.client("config")
    wish = {"ConfigRuleName": "r", "TargetType": "SSM_DOCUMENT", "TargetId": "one"}
    for target in ("one", "two"):
        client.put_remediation_configurations(RemediationConfigurations=[{**wish, "TargetId": target}])
    found = client.describe_remediation_configurations(ConfigRuleNames=["r", "none"])["RemediationConfigurations"]
    assert [entry["TargetId"] for entry in found] == ["two"]
    automatic = [{**wish, "Automatic": True}]
    put = client.put_remediation_configurations
    refused(put, "InvalidParameterValueException", RemediationConfigurations=automatic)
    client.delete_remediation_configuration(ConfigRuleName="r")
    code = "NoSuchRemediationConfigurationException"
    refused(client.delete_remediation_configuration, code, ConfigRuleName="r")


def test_a_conformance_pack_is_put_described_and_deleted(cloud: Any) -> None:
    client = cloud.client("config")
    put, name = client.put_conformance_pack, {"ConformancePackName": "ours"}
    template = {"TemplateBody": "Resources: {}"}
    refused(put, "InvalidParameterValueException", **name)
    refused(put, "InvalidParameterValueException", **name, **template, TemplateS3Uri="s3://a/b")
    refused(put, "ConformancePackTemplateValidationException", **name, TemplateBody="Parameters: {}")
    arn = put(**name, **template, Tags=[{"Key": "a", "Value": "b"}])["ConformancePackArn"]
    age = [{"ParameterName": "Age", "ParameterValue": "30"}]
    assert client.describe_conformance_pack_status()["ConformancePackStatusDetails"][0]["ConformancePackArn"] == arn
    assert put(**name, **template, ConformancePackInputParameters=age)["ConformancePackArn"] == arn
    (told,) = client.describe_conformance_packs(ConformancePackNames=["ours"])["ConformancePackDetails"]
    assert told["ConformancePackInputParameters"] == age
    (status,) = client.describe_conformance_pack_status(ConformancePackNames=["ours"])["ConformancePackStatusDetails"]
    assert status["ConformancePackState"] == "UPDATE_COMPLETE"
    client.tag_resource(ResourceArn=arn, Tags=[{"Key": "c", "Value": "d"}])
    client.untag_resource(ResourceArn=arn, TagKeys=["a"])
    assert client.list_tags_for_resource(ResourceArn=arn)["Tags"] == [{"Key": "c", "Value": "d"}]
    client.delete_conformance_pack(**name)
    refused(client.delete_conformance_pack, "NoSuchConformancePackException", **name)
    refused(client.describe_conformance_packs, "NoSuchConformancePackException", ConformancePackNames=["ours"])
    assert client.describe_conformance_pack_status(ConformancePackNames=["ours"])["ConformancePackStatusDetails"] == []
