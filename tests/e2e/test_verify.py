"""playbooks/verify.yml tells the truth of a deployed platform: all that holds, and what does not when it is broken.

The platform is deployed once. It is broken in one place after the other, looked at each time, and put back at the end.
PLATFORM_BREAKS=all breaks it wherever a break is known, and not only in every third of these places.
"""

from __future__ import annotations

import json
import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._verify.requirements import BULLETS

from tests.e2e import breaks
from tests.e2e.journey import Run, Target
from tests.e2e.verdicts import Verifier, broken

SHOWN = {"holds", "by file"}
SETTLED = {"human", "replaced", "later"}
BREAKS = breaks.ALL if os.environ.get("PLATFORM_BREAKS") == "all" else breaks.ALL[::3]


@pytest.fixture(scope="module")
def target(target: Target) -> Target:
    """A platform that is deployed."""
    run = target.play("site.yml")
    assert run.code == 0, run.end
    return target


@dataclass(frozen=True)
class Report:
    """A run of the playbook, and the files that it has written."""

    run: Run
    folder: Path

    @property
    def verdicts(self) -> list[dict[str, Any]]:
        return json.loads((self.folder / "verify.json").read_text())


@pytest.fixture(scope="module")
def report(target: Target, tmp_path_factory: pytest.TempPathFactory) -> Report:
    folder = tmp_path_factory.mktemp("report")
    return Report(target.play("playbooks/verify.yml", "-e", f"verify_folder={folder}"), folder)


@pytest.fixture(scope="module")
def verify(target: Target) -> Verifier:
    return Verifier(target)


@pytest.fixture(scope="module")
def standing(report: Report) -> dict[str, str]:
    """What is broken so far, and why; each break adds to it."""
    return broken({one["id"]: one for one in report.verdicts})


def test_nothing_is_broken_and_nothing_is_changed(report):
    assert report.run.code == 0, report.run.end
    assert (report.run.changed, report.run.writes) == (0, [])
    assert broken({one["id"]: one for one in report.verdicts}) == {}


def test_there_is_one_verdict_on_each_requirement(report):
    assert [one["id"] for one in report.verdicts] == list(BULLETS)
    assert {one["status"] for one in report.verdicts} <= SHOWN | SETTLED


def test_what_holds_says_what_was_seen_and_the_rest_says_why_and_what_to_do(report):
    for one in report.verdicts:
        if one["status"] in SHOWN:
            assert one["evidence"], one["id"]
        else:
            assert one["reason"], one["id"]
            assert one["advice"], one["id"]


def test_the_page_shows_each_requirement_and_what_is_there(report):
    page = (report.folder / "verify.html").read_text()
    assert [bullet for bullet in BULLETS if f'id="{bullet}"' not in page] == []
    assert "<svg" in page
    assert not re.search(r"""(src|href)=["']?\w*:?//|url\((?!#)|@import""", page), "the page needs something else"
    for one in report.verdicts:
        assert f'class="status {one["status"].replace(" ", "-")}"' in page


def test_in_process_it_finds_the_same(report, verify):
    assert json.loads(json.dumps(list(verify().values()))) == report.verdicts


def test_of_what_is_there_preflight_asks_for_no_quota(target):
    target.cloud.forget_requests()
    run = target.play("site.yml", "--tags", "preflight")
    assert (run.code, run.changed, run.writes) == (0, 0, []), run.end
    asked = {(one["service"], one["operation"]) for one in target.cloud.requests()}
    assert ("resourcegroupstaggingapi", "GetResources") in asked
    assert {service for service, _operation in asked} & {"service-quotas"} == set()


def test_what_may_not_be_read_is_not_known_to_hold(target, verify):
    refused = {"code": "AccessDeniedException", "message": "You may not", "status": 403}
    target.cloud.faults([{"service": "guardduty", "operation": "ListDetectors", "error": refused}])
    try:
        found = broken(verify())
    finally:
        target.cloud.faults([])
    assert set(found) == {"17.2.d"}
    assert "could not be read: AccessDeniedException: You may not" in found["17.2.d"]


@pytest.mark.parametrize("broke", BREAKS, ids=lambda broke: f"{broke.__module__.rpartition('.')[2]}-{broke.__name__}")
def test_a_break_shows_in_the_requirements_that_it_is_about(broke, target, verify, standing):
    broke(target)
    now = broken(verify())
    newly = {bullet for bullet, reason in now.items() if standing.get(bullet) != reason}
    gone = standing.keys() - now.keys()
    standing.clear()
    standing.update(now)
    assert newly == broke.bullets, {bullet: now[bullet] for bullet in newly}
    assert gone == set()


def test_site_yml_puts_everything_back(target, verify):
    run = target.play("site.yml")
    assert run.code == 0, run.end
    assert broken(verify()) == {}
