"""Documents by moto, and the executions of runbooks by us."""

import json
import urllib.request
from typing import Any

import pytest

STEPS = [
    {"name": "one", "action": "aws:sleep", "inputs": {"Duration": "PT1S"}},
    {"name": "two", "action": "aws:sleep", "inputs": {"Duration": "PT1S"}},
]


def runbook(steps: list[dict[str, Any]], **parameters: Any) -> str:
    return json.dumps({"schemaVersion": "0.3", "parameters": parameters, "mainSteps": steps})


@pytest.fixture
def ssm(cloud: Any) -> Any:
    client = cloud.client("ssm")
    content = runbook(STEPS, Cluster={"type": "String"}, Count={"type": "String", "default": "1"})
    client.create_document(Name="runbook", DocumentType="Automation", Content=content)
    return client


def plan(cloud: Any, **fault: Any) -> None:
    """What shall go wrong with executions that are started."""
    rules = json.dumps([{"service": "ssm", "operation": "StartAutomationExecution", **fault}])
    request = urllib.request.Request(f"{cloud.url}/_local-cloud/faults", rules.encode(), method="PUT")
    urllib.request.urlopen(request, timeout=10)


def start(ssm: Any, **more: Any) -> str:
    asked = {"DocumentName": "runbook", "Parameters": {"Cluster": ["a"]}, **more}
    return str(ssm.start_automation_execution(**asked)["AutomationExecutionId"])


def get(ssm: Any, key: str) -> dict[str, Any]:
    found: dict[str, Any] = ssm.get_automation_execution(AutomationExecutionId=key)["AutomationExecution"]
    return found


def test_a_document_tells_its_platforms(ssm: Any) -> None:
    told = ssm.describe_document(Name="runbook")["Document"]
    assert told["PlatformTypes"] == ["Windows", "Linux", "MacOS"]


def test_an_execution_runs_all_steps(ssm: Any) -> None:
    told = get(ssm, start(ssm))
    assert told["AutomationExecutionStatus"] == "Success"
    assert [(step["StepName"], step["StepStatus"]) for step in told["StepExecutions"]] == [
        ("one", "Success"),
        ("two", "Success"),
    ]
    assert told["Parameters"] == {"Cluster": ["a"], "Count": ["1"]}
    assert told["ExecutionEndTime"]
    assert told["DocumentVersion"] == "1"


def test_an_execution_takes_time(ssm: Any, cloud: Any) -> None:
    plan(cloud, seconds=60)
    key = start(ssm)
    told = get(ssm, key)
    assert told["AutomationExecutionStatus"] == "Pending"
    assert {step["StepStatus"] for step in told["StepExecutions"]} == {"Pending"}
    ssm.stop_automation_execution(AutomationExecutionId=key)
    assert get(ssm, key)["AutomationExecutionStatus"] == "Cancelled"


def test_an_execution_may_fail(ssm: Any, cloud: Any) -> None:
    plan(cloud, failure="no such cluster")
    told = get(ssm, start(ssm))
    assert (told["AutomationExecutionStatus"], told["FailureMessage"]) == ("Failed", "no such cluster")
    assert [step["StepStatus"] for step in told["StepExecutions"]] == ["Success", "Failed"]


def test_an_execution_waits_for_a_person(ssm: Any) -> None:
    steps = [STEPS[0], {"name": "ask", "action": "aws:approve"}, STEPS[1]]
    ssm.create_document(Name="asking", DocumentType="Automation", Content=runbook(steps))
    key = ssm.start_automation_execution(DocumentName="asking")["AutomationExecutionId"]
    told = get(ssm, key)
    assert (told["AutomationExecutionStatus"], told["CurrentStepName"]) == ("Waiting", "ask")
    assert [step["StepStatus"] for step in told["StepExecutions"]] == ["Success", "Waiting", "Pending"]


def test_executions_are_listed(ssm: Any) -> None:
    keys = [start(ssm), start(ssm)]
    found = ssm.describe_automation_executions()["AutomationExecutionMetadataList"]
    assert [entry["AutomationExecutionId"] for entry in found] == keys[::-1]
    chosen = [{"Key": "ExecutionId", "Values": keys[:1]}]
    assert len(ssm.describe_automation_executions(Filters=chosen)["AutomationExecutionMetadataList"]) == 1


def test_refusals(ssm: Any, code: Any) -> None:
    run = ssm.start_automation_execution
    ssm.create_document(
        Name="shell",
        DocumentType="Command",
        Content=json.dumps({"schemaVersion": "2.2", "mainSteps": []}),
    )
    assert code(run, DocumentName="nothing") == "AutomationDefinitionNotFoundException"
    assert code(run, DocumentName="shell") == "AutomationDefinitionNotFoundException"
    assert code(run, DocumentName="runbook", DocumentVersion="9") == "AutomationDefinitionVersionNotFoundException"
    assert code(run, DocumentName="runbook") == "InvalidAutomationExecutionParametersException"
    wrong = {"Cluster": ["a"], "Town": ["b"]}
    assert code(run, DocumentName="runbook", Parameters=wrong) == "InvalidAutomationExecutionParametersException"
    key = {"AutomationExecutionId": "00000000-0000-0000-0000-000000000000"}
    assert code(ssm.get_automation_execution, **key) == "AutomationExecutionNotFoundException"
    done = start(ssm)
    get(ssm, done)
    assert code(ssm.stop_automation_execution, AutomationExecutionId=done) == "InvalidAutomationStatusUpdateException"
