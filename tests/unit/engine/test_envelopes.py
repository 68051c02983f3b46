"""Operations whose requests, or answers, hold the resource in one member."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import Api
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from botocore.stub import Stubber

from tests.unit.engine.stand_ins import client_of

BUDGETS = {"CreateBudget": "Budget", "DescribeBudget": "Budget"}
BUDGET = {"BudgetName": "b", "BudgetType": "COST", "TimeUnit": "MONTHLY"}
ACCOUNT = {"AccountId": "123456789012"}


def test_the_members_of_both_are_on_one_level():
    api = Api(client_of("budgets"), envelopes=BUDGETS)
    assert {"AccountId", "BudgetName", "TimeUnit"} <= set(api.members("CreateBudget"))
    assert "Budget" not in api.members("CreateBudget")
    assert set(api.required("CreateBudget")) == {"AccountId", "BudgetName", "BudgetType", "TimeUnit"}
    assert api.required("") == ()


def test_what_is_missing_inside_is_told_without_the_envelope():
    with pytest.raises(EngineError, match=r"refuse this: time_unit is required\."):
        request = {name: value for name, value in BUDGET.items() if name != "TimeUnit"}
        Api(client_of("budgets"), envelopes=BUDGETS).check("CreateBudget", {**ACCOUNT, **request})


def test_a_request_is_put_into_its_envelope():
    client = client_of("budgets")
    with Stubber(client) as stub:
        stub.add_response("create_budget", {}, {**ACCOUNT, "Budget": BUDGET})
        Api(client, envelopes=BUDGETS).call("CreateBudget", **ACCOUNT, **BUDGET)


def test_an_envelope_may_be_a_list_of_one():
    client = client_of("config")
    rule = {"ConfigRuleName": "r", "TargetType": "SSM_DOCUMENT", "TargetId": "d"}
    envelopes = {"PutRemediationConfigurations": "RemediationConfigurations"}
    with Stubber(client) as stub:
        stub.add_response("put_remediation_configurations", {}, {"RemediationConfigurations": [rule]})
        Api(client, envelopes=envelopes).call("PutRemediationConfigurations", **rule)


def test_an_answer_is_taken_out_of_its_envelope():
    client = client_of("backup")
    api = Api(client, envelopes={"GetBackupPlan": "BackupPlan"})
    plan = {"BackupPlanName": "p", "Rules": []}
    with Stubber(client) as stub:
        stub.add_response("get_backup_plan", {"BackupPlanId": "1", "BackupPlan": plan}, {"BackupPlanId": "1"})
        assert api.call("GetBackupPlan", BackupPlanId="1") == {"BackupPlanId": "1", **plan}
    assert {"BackupPlanArn", "BackupPlanName", "Rules"} <= set(api.output("GetBackupPlan").members)


def test_a_token_that_botocore_makes_up_is_not_missed():
    Api(client_of("wellarchitected")).check("CreateMilestone", {"WorkloadId": "0" * 32, "MilestoneName": "one"})
