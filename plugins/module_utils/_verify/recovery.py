# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What goes on when something fails, and comes back when it is lost: requirements 17.3 and 18.3.c."""

from __future__ import annotations

from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .containers import SERVICES, service
from .live import Live

RECOVERY = Checks()


@RECOVERY.shows("17.3.a")
def data_is_backed_up(live: Live) -> Evidence:
    """What carries the platform's tags, often, into its vault."""
    name = live.one("compliance", "backup_plan")["id"]
    vault = live.one("compliance", "backup_vault")["id"]
    plan = next(one for one in live.list("backup", "ListBackupPlans") if one["BackupPlanName"] == name)["BackupPlanId"]
    rules = live.ask("backup", "GetBackupPlan", BackupPlanId=plan)["BackupPlan"]["Rules"]
    kept = {
        rule["RuleName"]: rule.get("Lifecycle", {}).get("DeleteAfterDays")
        for rule in rules
        if rule["TargetBackupVaultName"] == vault
    }
    need(kept, f"{name} puts nothing into {vault}")
    selections = live.list("backup", "ListBackupSelections", BackupPlanId=plan)
    chosen = [_selection(live, plan, one["SelectionId"]) for one in selections]
    wanted = {"aws:ResourceTag/bidops:platform": live.platform, "aws:ResourceTag/bidops:environment": live.environment}
    ours = [one["SelectionName"] for one in chosen if wanted.items() <= _tags(one).items()]
    need(ours, f"{name} backs up nothing of the platform")
    return {"backup plan": plan, "days that backups are kept": kept, "what is backed up": ours}


@RECOVERY.shows("17.3.b")
def services_survive_the_loss_of_a_zone(live: Live) -> Evidence:
    """Tasks and load balancers stand in two zones, and ECS keeps tasks spread."""
    zones = {one["id"]: one["key"].removeprefix("subnet-private-app-") for one in live.some("network", "subnet")}
    spread = {}
    for name in SERVICES:
        found = service(live, name)
        placed = {zones.get(subnet) for subnet in found["networkConfiguration"]["awsvpcConfiguration"]["subnets"]}
        need(len(placed) >= 2, f"tasks of {found['serviceName']} run in one zone only")
        rebalanced = found.get("availabilityZoneRebalancing")
        need(rebalanced == "ENABLED", f"ECS does not spread tasks of {found['serviceName']} anew when a zone is back")
        spread[name] = sorted(zone for zone in placed if zone)
    ours = {one["arn"] for one in live.some("load_balancing", "load_balancer")}
    for balancer in live.list("elbv2", "DescribeLoadBalancers"):
        if balancer["LoadBalancerArn"] in ours:
            spread[balancer["LoadBalancerName"]] = [zone["ZoneName"] for zone in balancer["AvailabilityZones"]]
            need(len(balancer["AvailabilityZones"]) >= 2, f"{balancer['LoadBalancerName']} stands in one zone only")
    return {"zones": spread}


@RECOVERY.shows("17.3.c")
def performance_is_watched(live: Live) -> Evidence:
    """What is usual is learnt for the load balancer, and the database shows what its time goes into."""
    suffix = live.one("load_balancing", "load_balancer", "load-balancer-external")["arn"].partition("loadbalancer/")[2]
    found = live.list("cloudwatch", "DescribeAnomalyDetectors")
    detectors = [one.get("SingleMetricAnomalyDetector", {}) for one in found]
    learnt = sorted(one["MetricName"] for one in detectors if suffix in _values(one.get("Dimensions", [])))
    need(learnt, "nothing learns what is usual for the external load balancer")
    ours = {one["id"] for one in live.some("database", "rds_instance")}
    for instance in live.list("rds", "DescribeDBInstances"):
        if instance["DBInstanceIdentifier"] in ours:
            seen = instance.get("PerformanceInsightsEnabled")
            need(seen, f"Performance Insights of {instance['DBInstanceIdentifier']} are off")
    return {"what is learnt": learnt, "Performance Insights": sorted(ours)}


@RECOVERY.shows("17.3.d", "18.3.c")
def backups_are_restored_by_way_of_trial(live: Live) -> Evidence:
    plan = live.one("compliance", "restore_testing_plan")["id"]
    vault = live.one("compliance", "backup_vault")["arn"]
    found = live.ask("backup", "GetRestoreTestingPlan", RestoreTestingPlanName=plan)["RestoreTestingPlan"]
    vaults = found["RecoveryPointSelection"]["IncludeVaults"]
    need(vault in vaults or "*" in vaults, f"{plan} tries no backups of {vault}")
    tried = live.list("backup", "ListRestoreTestingSelections", RestoreTestingPlanName=plan)
    need(tried, f"{plan} tries nothing")
    return {"trials": plan, "when": found["ScheduleExpression"], "of": [one["ProtectedResourceType"] for one in tried]}


@RECOVERY.shows("17.3.d")
def there_is_a_runbook_for_lost_data(live: Live) -> Evidence:
    return {"runbook for lost data": live.one("compliance", "ssm_document", "runbook-restore-database")["id"]}


def _selection(live: Live, plan: str, selection: str) -> dict[str, Any]:
    found = live.find("backup", "GetBackupSelection", BackupPlanId=plan, SelectionId=selection)
    if found is None:
        raise Broken(f"the selection {selection} of {plan} is gone")
    return dict(found["BackupSelection"])


def _tags(selection: dict[str, Any]) -> dict[str, str]:
    return {one["ConditionKey"]: one["ConditionValue"] for one in selection["Conditions"].get("StringEquals", [])}


def _values(dimensions: list[dict[str, str]]) -> list[str]:
    return [dimension["Value"] for dimension in dimensions]
