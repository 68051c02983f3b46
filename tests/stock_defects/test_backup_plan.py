"""amazon.aws.backup_plan predicts a change, in check mode, of a plan with tags that is as it should be."""

import pytest

VAULT = "defects-of-plans"
TAGS = {"project": "defects"}
RULE = {"rule_name": "nightly", "schedule_expression": "cron(0 5 ? * * *)"}


@pytest.fixture(scope="module")
def vault(local_cloud):
    local_cloud.client("backup").create_backup_vault(BackupVaultName=VAULT)


def wish(module, options):
    return [
        {"name": "make", module: options},
        {"name": "again", module: options},
        {"name": "predict", module: options, "check_mode": True},
    ]


@pytest.mark.usefixtures("vault")
def test_the_stock_module_predicts_a_change_that_never_comes(play):
    rules = [{**RULE, "target_backup_vault_name": VAULT}]
    options = {"backup_plan_name": "defects-stock", "rules": rules, "tags": TAGS}
    results = play(wish("amazon.aws.backup_plan", options))
    assert not results["again"]["changed"], results["again"]
    assert results["predict"]["changed"]


@pytest.mark.usefixtures("vault")
def test_ours_predicts_none(play):
    rules = [{**RULE, "target_backup_vault_name": VAULT}]
    results = play(wish("bidops.platform.backup_plan", {"name": "defects-ours", "rules": rules, "tags": TAGS}))
    assert results["make"]["changed"], results["make"]
    assert not results["again"]["changed"]
    assert not results["predict"]["changed"]
