"""Two environments in one account, and two regions of one environment: each is deployed and removed by itself.

Those that stay have half of the layers each, so that every layer but security is switched off once, and the rest is
deployed without it. The other region has those that make things which have no region.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from tests.e2e import belongings
from tests.e2e.journey import Run, Target
from tests.local_cloud import running

HALVES: tuple[list[str], ...] = (
    ["dns", "load_balancing", "config", "monitoring", "auth", "cost", "cicd", "compliance"],
    ["network", "storage", "database", "containers", "search", "bedrock", "agentcore", "load_balancing"],
)
OTHERS = {
    "another environment": {"environment": "staging", "extra": {"platform_disabled_layers": HALVES[0]}},
    "another region": {
        "region": "eu-central-1",
        "extra": {"platform_disabled_layers": HALVES[1], "platform_domain": "eu.example.org"},
    },
}


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: Any) -> Iterator[Any]:
    with running(tmp_path_factory.mktemp("side-by-side") / "cloud.log") as cloud:
        yield cloud


@pytest.fixture(scope="module")
def targets(cloud: Any, collections: Any, tmp_path_factory: Any) -> dict[str, Target]:
    """The platform that goes, and those that stay."""
    folder = tmp_path_factory.mktemp("targets")
    return {name: Target(cloud, folder, collections, **given) for name, given in {"first": {}, **OTHERS}.items()}


@pytest.fixture(scope="module")
def deployed(targets: dict[str, Target]) -> dict[str, Run]:
    return {name: target.play("site.yml") for name, target in targets.items()}


@pytest.fixture(scope="module")
def before(deployed: dict[str, Run], targets: dict[str, Target]) -> dict[str, set[str]]:
    return {name: belongings.tagged(target) for name, target in targets.items()}


@pytest.fixture(scope="module")
def destroyed(before: dict[str, set[str]], targets: dict[str, Target]) -> Run:
    return targets["first"].play("playbooks/destroy.yml", "-e", f"confirm_destroy={targets['first'].environment}")


@pytest.mark.parametrize("name", ["first", *OTHERS])
def test_each_is_deployed(name, deployed):
    assert deployed[name].code == 0, deployed[name].end


def test_nothing_belongs_to_two(before):
    assert all(len(belonging) > 20 for belonging in before.values())
    # Names may be the same in two regions; ARNs may not.
    arns = [[one for one in belonging if one.startswith("arn:")] for belonging in before.values()]
    assert len({arn for one in arns for arn in one}) == sum(map(len, arns))


def test_the_first_leaves_the_setting_that_another_has_taken_since(before, targets):
    run = targets["first"].play("site.yml", "--tags", "bedrock")
    assert (run.code, run.changed, run.writes) == (0, 0, []), f"{run.changed_tasks}\n{run.end}"
    assert "leads to /bidops/staging/model-invocations of the environment staging" in " ".join(run.output.split())


def test_one_is_removed(destroyed, targets):
    assert destroyed.code == 0, destroyed.end
    assert belongings.tagged(targets["first"]) == set()


@pytest.mark.parametrize("name", list(OTHERS))
def test_another_has_all_that_it_had(name, destroyed, before, targets):
    assert belongings.tagged(targets[name]) == before[name]


@pytest.mark.parametrize("name", list(OTHERS))
def test_another_has_nothing_to_mend(name, destroyed, targets):
    run = targets[name].play("site.yml")
    assert (run.code, run.changed) == (0, 0), f"{run.changed_tasks}\n{run.end}"
    assert run.writes == []
