"""community.aws.ecs_taskdefinition sees no difference in an environment variable or in the size of a task."""

import pytest

SIZE = {"cpu": "256", "memory": "512"}


def containers(value):
    return [{"name": "api", "image": "example/api", "environment": [{"name": "LEVEL", "value": value}]}]


@pytest.fixture
def tasks():
    """The same three wishes for both modules: one, one with another environment, one with another size."""

    def make(module, extra, members):
        wishes = {
            "make": {**members(containers("info")), **SIZE},
            "environment": {**members(containers("debug")), **SIZE},
            "size": {**members(containers("info")), "cpu": "512", "memory": "1024"},
        }
        return [{"name": name, module: {**extra, **wish}} for name, wish in wishes.items()]

    return make


def revisions(cloud, family):
    return cloud.client("ecs").list_task_definitions(familyPrefix=family)["taskDefinitionArns"]


def test_the_stock_module_changes_nothing(play, local_cloud, tasks):
    extra = {"state": "present", "family": "defect-stock", "network_mode": "awsvpc", "launch_type": "FARGATE"}
    results = play(tasks("community.aws.ecs_taskdefinition", extra, lambda wanted: {"containers": wanted}))
    assert not results["environment"]["changed"]
    assert not results["size"]["changed"]
    assert len(revisions(local_cloud, "defect-stock")) == 1


def test_ours_registers_a_revision_each_time(play, local_cloud, tasks):
    extra = {"family": "defect-ours", "network_mode": "awsvpc", "requires_compatibilities": ["FARGATE"]}
    wishes = tasks("bidops.platform.ecs_task_definition", extra, lambda wanted: {"container_definitions": wanted})
    results = play([*wishes, {**wishes[-1], "name": "again"}])
    assert results["environment"]["changed"], results["environment"]
    assert results["size"]["changed"], results["size"]
    assert not results["again"]["changed"]
    assert len(revisions(local_cloud, "defect-ours")) == 3
