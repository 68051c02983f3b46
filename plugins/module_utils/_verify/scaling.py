# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What grows and shrinks with the load: requirements 9.2.b, 9.3.b and 16.2."""

from __future__ import annotations

from typing import Any

from .broken import need
from .check import Checks, Evidence
from .live import Live

SCALING = Checks()
METRICS = {"ECSServiceAverageCPUUtilization", "ECSServiceAverageMemoryUtilization"}
ECS = {"ServiceNamespace": "ecs"}


def _scales(name: str, least: int, most: int, *bullets: str) -> None:
    @SCALING.shows(*bullets)
    def the_number_of_tasks_has_bounds(live: Live) -> Evidence:
        """Those that are asked for, or at night those of a scheduled action."""
        place = live.one("containers", "scalable_target", f"scaling-{name}")["id"]
        asked = (least, most)
        targets = live.list("application-autoscaling", "DescribeScalableTargets", **ECS)
        now = [_bounds(one) for one in targets if one["ResourceId"] == place]
        by_schedule = [_bounds(action["ScalableTargetAction"]) for action in _scheduled(live, place)]
        need(now, f"{place} does not scale")
        need(now[0] in [asked, *by_schedule], f"the {name} scales between {now[0]}, not between {asked}")
        need(asked in [*now, *by_schedule], f"nothing lets the {name} scale between {asked}")
        return {f"{name} least and most tasks": now[0]}


_scales("frontend", 2, 10, "9.b", "9.2.b")
_scales("backend", 2, 20, "9.c", "9.3.b")


@SCALING.shows("16.c", "16.2.a")
def tasks_follow_cpu_and_memory(live: Live) -> Evidence:
    followed = {}
    for place in _places(live):
        metrics = {
            _tracked(policy)["PredefinedMetricSpecification"]["PredefinedMetricType"]: _tracked(policy)["TargetValue"]
            for policy in _policies(live, place)
        }
        missing = sorted(METRICS - set(metrics))
        need(not missing, f"{place} does not follow {' and '.join(missing)}")
        followed[place] = metrics
    return {"metrics that are followed, and their targets": followed}


@SCALING.shows("16.c", "16.2.b")
def the_database_follows_its_load(live: Live) -> Evidence:
    clusters = {one["id"] for one in live.some("database", "rds_cluster")}
    capacity = {
        one["DBClusterIdentifier"]: one.get("ServerlessV2ScalingConfiguration") or {}
        for one in live.list("rds", "DescribeDBClusters")
        if one["DBClusterIdentifier"] in clusters
    }
    for name, units in capacity.items():
        need(units.get("MaxCapacity", 0) > units.get("MinCapacity", 0), f"the capacity of {name} is fixed: {units}")
    return {"capacity units": capacity}


@SCALING.shows("16.c", "16.2.c")
def fewer_tasks_run_at_certain_times(live: Live) -> Evidence:
    schedules = {}
    for place in _places(live):
        actions = {action["ScheduledActionName"]: action["Schedule"] for action in _scheduled(live, place)}
        most = {_bounds(action["ScalableTargetAction"])[1] for action in _scheduled(live, place)}
        need(len(most) > 1, f"{place} has the same bounds at all times; its scheduled actions are {actions or 'none'}")
        schedules[place] = actions
    return {"schedules": schedules}


@SCALING.shows("16.c", "16.2.d")
def tasks_go_slower_than_they_come(live: Live) -> Evidence:
    cooldowns = {}
    for place in _places(live):
        for policy in _policies(live, place):
            what, tracked = f"{policy['PolicyName']} of {place}", _tracked(policy)
            out, back = tracked.get("ScaleOutCooldown", 0), tracked.get("ScaleInCooldown", 0)
            need(not tracked.get("DisableScaleIn"), f"{what} never takes tasks away")
            need(0 < out <= back, f"{what} waits {out} seconds after tasks came and {back} after they went")
            cooldowns[what] = {"out": out, "in": back}
    need(cooldowns, "nothing scales")
    return {"seconds between steps": cooldowns}


def _places(live: Live) -> list[str]:
    return [one["id"] for one in live.some("containers", "scalable_target")]


def _policies(live: Live, place: str) -> list[dict[str, Any]]:
    found = live.list("application-autoscaling", "DescribeScalingPolicies", **ECS)
    return [one for one in found if one["ResourceId"] == place and one["PolicyType"] == "TargetTrackingScaling"]


def _tracked(policy: dict[str, Any]) -> dict[str, Any]:
    return policy["TargetTrackingScalingPolicyConfiguration"]


def _scheduled(live: Live, place: str) -> list[dict[str, Any]]:
    found = live.list("application-autoscaling", "DescribeScheduledActions", **ECS)
    return [one for one in found if one["ResourceId"] == place]


def _bounds(values: dict[str, Any]) -> tuple[int | None, int | None]:
    return values.get("MinCapacity"), values.get("MaxCapacity")
