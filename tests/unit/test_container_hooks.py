# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What the declarations for ECS, ECR and Application Auto Scaling compare in their own way."""

from __future__ import annotations

import datetime
import json
from types import SimpleNamespace

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._application_autoscaling.scheduled_action import same_time
from ansible_collections.bidops.platform.plugins.module_utils._ecr.repository import same_lifecycle
from ansible_collections.bidops.platform.plugins.module_utils._ecs import service, task_definition
from ansible_collections.bidops.platform.plugins.module_utils._ecs.containers import same_amount, same_containers
from ansible_collections.bidops.platform.plugins.module_utils._ecs.strategy import same_strategy
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN

FILLED = {"cpu": 0, "essential": True, "environment": [], "mountPoints": [], "volumesFrom": []}
API = {"name": "api", "image": "x"}


class TestRevision:
    def request(self, **options):
        context = SimpleNamespace(params={"family": "x", **options})
        return task_definition._read_request(context, {"taskDefinition": "x"})["taskDefinition"]

    def test_a_family_alone_is_its_newest_revision(self):
        assert self.request(revision=None) == "x"

    def test_one_revision_can_be_read_and_removed_but_not_wished_for(self):
        assert self.request(revision=3) == "x:3"
        assert self.request(revision=3, state="absent") == "x:3"
        with pytest.raises(EngineError, match="revision is for state=absent"):
            self.request(revision=3, state="present")


class TestContainers:
    @pytest.mark.parametrize(
        ("wanted", "current"),
        [
            (API, {**API, **FILLED}),
            ({**API, "cpu": 0, "essential": True}, API),
            (
                {**API, "portMappings": [{"containerPort": 80}]},
                {**API, "portMappings": [{"containerPort": 80, "hostPort": 80, "protocol": "tcp"}]},
            ),
            (
                {**API, "portMappings": [{"containerPort": 80}]},
                {**API, "portMappings": [{"containerPort": 80, "hostPort": 0, "protocol": "tcp"}]},
            ),
            (
                {**API, "environment": [{"name": "a", "value": "1"}, {"name": "b", "value": "2"}]},
                {**API, "environment": [{"name": "b", "value": "2"}, {"name": "a", "value": "1"}]},
            ),
            (
                {**API, "healthCheck": {"command": ["CMD", "x"]}},
                {**API, "healthCheck": {"command": ["CMD", "x"], "interval": 30, "timeout": 5, "retries": 3}},
            ),
        ],
    )
    def test_what_the_service_fills_in_makes_no_difference(self, wanted, current):
        assert same_containers([wanted], [current])

    @pytest.mark.parametrize(
        ("wanted", "current"),
        [
            (
                {**API, "environment": [{"name": "a", "value": "1"}]},
                {**API, "environment": [{"name": "a", "value": "2"}]},
            ),
            (API, {**API, "environment": [{"name": "a", "value": "2"}]}),
            (API, {**API, "cpu": 128}),
            (API, {**API, "essential": False}),
            ({**API, "command": ["a", "b"]}, {**API, "command": ["b", "a"]}),
            (
                {**API, "portMappings": [{"containerPort": 80, "hostPort": 80}]},
                {**API, "portMappings": [{"containerPort": 80, "hostPort": 0, "protocol": "tcp"}]},
            ),
            ({**API, "image": UNKNOWN}, API),
            (
                {**API, "secrets": [{"name": "a", "valueFrom": "x"}]},
                {**API, "secrets": [{"name": "a", "valueFrom": "y"}]},
            ),
        ],
    )
    def test_all_else_does(self, wanted, current):
        assert not same_containers([wanted], [current])

    def test_their_order_makes_none(self):
        other = {**API, "name": "other"}
        assert same_containers([API, other], [other, API])
        assert not same_containers([API, other], [API])

    @pytest.mark.parametrize(
        ("wanted", "current", "same"),
        [
            ("1 vCPU", "1024", True),
            (".5 vcpu", "512", True),
            ("2GB", "2048", True),
            ("512", 512, True),
            ("1 vCPU", "512", False),
            (UNKNOWN, "512", False),
        ],
    )
    def test_amounts(self, wanted, current, same):
        assert same_amount(wanted, current) is same


class TestStrategies:
    def test_neither_order_nor_zero_matters(self):
        one, other = {"capacityProvider": "a", "weight": 1}, {"capacityProvider": "b"}
        assert same_strategy([one, other], [{**other, "weight": 0, "base": 0}, {**one, "base": 0}])

    def test_weights_do(self):
        assert not same_strategy([{"capacityProvider": "a", "weight": 1}], [{"capacityProvider": "a", "weight": 2}])


class TestServiceState:
    def state(self, rollout=None, status="ACTIVE", **more):
        deployments = [{"status": "PRIMARY", "rolloutState": rollout, "rolloutStateReason": "why"}] if rollout else []
        return service.RESOURCE.state_of({"status": status, "deployments": deployments, **more})

    def test_follows_the_newest_deployment(self):
        assert self.state("COMPLETED", runningCount=1, desiredCount=1).kind == "ready"
        assert self.state("FAILED") == service.State("failed", "FAILED", "why")

    def test_one_that_goes_on_tells_the_newest_event(self):
        going = self.state("IN_PROGRESS", events=[{"message": "no subnet"}, {"message": "old"}])
        assert (going.kind, going.reason) == ("pending", "why; no subnet")

    def test_tasks_are_waited_for(self):
        assert self.state("COMPLETED", runningCount=1, desiredCount=2).kind == "pending"

    def test_without_deployments_nothing_is(self):
        assert self.state(runningCount=0, desiredCount=2).kind == "ready"

    def test_what_drains_goes(self):
        assert self.state(status="DRAINING").kind == "gone"


class TestLifecycle:
    rules = [{"rulePriority": 2, "action": {"type": "expire"}}, {"rulePriority": 1, "action": {"type": "expire"}}]

    def test_rules_are_ordered_by_their_priority(self):
        assert same_lifecycle(json.dumps({"rules": self.rules}), json.dumps({"rules": self.rules[::-1]}, indent=2))

    def test_none_is_none(self):
        assert same_lifecycle("{}", None)
        assert not same_lifecycle(json.dumps({"rules": self.rules}), None)


@pytest.mark.parametrize(
    ("wanted", "same"),
    [("2030-01-01T00:00:00", True), ("2030-01-01T01:00:00+01:00", True), ("2030-01-01", True), ("tomorrow", False)],
)
def test_times(wanted, same):
    assert same_time(wanted, datetime.datetime(2030, 1, 1, tzinfo=datetime.UTC)) is same
