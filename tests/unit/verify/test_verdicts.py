"""How looks become verdicts, without a cloud: what wins, what stays, and what an error means."""

from __future__ import annotations

from typing import Any

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._verify.broken import Broken, need
from ansible_collections.bidops.platform.plugins.module_utils._verify.check import Check, Checks
from ansible_collections.bidops.platform.plugins.module_utils._verify.checks import CHECKS
from ansible_collections.bidops.platform.plugins.module_utils._verify.requirements import BULLETS
from ansible_collections.bidops.platform.plugins.module_utils._verify.settled import SETTLED
from ansible_collections.bidops.platform.plugins.module_utils._verify.verdicts import counted, verdicts
from botocore.exceptions import ClientError, EndpointConnectionError


def check(*bullets: str, sees: Any = None, raises: Exception | None = None, status: str = "holds") -> Check:
    """A look that sees something, or raises."""

    def something_is_so(live: Any) -> dict[str, Any]:
        if raises:
            raise raises
        return sees or {"seen": "yes"}

    return Check(bullets, something_is_so, status)


def verdict(bullet: str, *checks: Check) -> dict[str, Any]:
    return next(one for one in verdicts(None, checks) if one["id"] == bullet)


def test_there_is_one_verdict_on_each_requirement_in_their_order():
    found = verdicts(None, [check("9.b"), check("2.a", "2.1.a")])
    assert [one["id"] for one in found] == list(BULLETS)
    assert all(set(one) == {"id", "text", "status", "evidence", "reason", "advice"} for one in found)
    assert all(one["text"] == BULLETS[one["id"]] for one in found)


def test_what_several_looks_have_seen_is_put_together():
    found = verdict("2.a", check("2.a", sees={"vpc": "vpc-1"}), check("2.a", sees={"zones": 2}))
    assert (found["status"], found["evidence"]) == ("holds", {"vpc": "vpc-1", "zones": 2})
    assert (found["reason"], found["advice"]) == ("", "")


@pytest.mark.parametrize("first", [True, False])
def test_what_is_broken_wins_over_what_holds(first):
    looks = [check("2.a", sees={"vpc": "vpc-1"}), check("2.a", raises=Broken("there is no subnet"))]
    found = verdict("2.a", *(reversed(looks) if first else looks))
    assert (found["status"], found["reason"]) == ("broken", "there is no subnet")
    assert found["evidence"] == {"vpc": "vpc-1"}
    assert found["advice"]


def test_all_that_is_broken_is_told_once():
    looks = [check("2.a", raises=Broken("no subnet")), check("2.a", raises=Broken("no gateway"))]
    assert verdict("2.a", *looks, looks[0])["reason"] == "no subnet; no gateway"


def test_one_look_that_finds_something_wrong_breaks_all_of_its_requirements_and_no_others():
    found = verdicts(None, [check("2.a", "2.1.a", raises=Broken("no")), check("2.b")])
    assert [one["id"] for one in found if one["status"] == "broken"] == ["2.a", "2.1.a"]


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (
            ClientError({"Error": {"Code": "AccessDenied", "Message": "You may not"}}, "ListKeys"),
            "AccessDenied: You may",
        ),
        (EndpointConnectionError(endpoint_url="http://nowhere"), "nowhere"),
        (EngineError("botocore is too old"), "botocore is too old"),
    ],
)
def test_what_cannot_be_read_is_broken(error, words):
    found = verdict("2.a", check("2.a", raises=error), check("2.a"))
    assert found["status"] == "broken"
    assert found["reason"].startswith("this could not be read: ")
    assert words in found["reason"]


@pytest.mark.parametrize("error", [KeyError("Vpcs"), IndexError(), StopIteration(), TypeError("None"), ValueError("x")])
def test_an_answer_that_is_not_understood_is_broken_and_ends_nothing(error):
    found = verdict("2.a", check("2.a", raises=error))
    assert found["status"] == "broken"
    assert "something is so" in found["reason"]
    assert verdict("2.b", check("2.a", raises=error), check("2.b"))["status"] == "holds"


def test_a_defect_of_a_look_is_not_hidden():
    with pytest.raises(AttributeError):
        verdicts(None, [check("2.a", raises=AttributeError("typo"))])


@pytest.mark.parametrize("bullet", ["4.2.b", "17.a", "15.a"])
def test_what_is_settled_stays_so_with_what_was_seen(bullet):
    found = verdict(bullet, check(bullet))
    assert found["status"] == SETTLED[bullet].status
    assert (found["reason"], found["advice"]) == (SETTLED[bullet].reason, SETTLED[bullet].advice)
    assert found["evidence"] == {"seen": "yes"}


def test_what_is_settled_can_be_broken():
    assert verdict("4.2.b", check("4.2.b", raises=Broken("no listener")))["status"] == "broken"


def test_what_is_seen_in_the_account_says_more_than_a_file():
    assert verdict("1.2.b", check("1.2.b", status="by file"))["status"] == "by file"
    assert verdict("1.2.b", check("1.2.b", status="by file"), check("1.2.b"))["status"] == "holds"


def test_what_nothing_looks_at_is_not_said_to_hold():
    found = verdict("2.a")
    assert (found["status"], found["reason"]) == ("later", "nothing looks at this yet")


def test_counts_are_those_of_the_statuses():
    found = verdicts(None, [check("2.a"), check("2.b", raises=Broken("no")), check("1.a", status="by file")])
    counts = counted(found)
    assert (counts["holds"], counts["broken"], counts["by file"]) == (1, 1, 1)
    assert sum(counts.values()) == len(BULLETS)


def test_a_need_that_is_met_says_nothing():
    need(["something"], "never said")
    with pytest.raises(Broken, match="said"):
        need([], "said")


def test_a_layers_looks_keep_their_order_and_status():
    layer = Checks(status="by file")

    @layer.shows("1.a", "1.b")
    def first(live: Any) -> dict[str, Any]:
        return {}

    @layer.shows("1.c")
    def second(live: Any) -> dict[str, Any]:
        return {}

    assert [(one.bullets, one.look, one.status) for one in layer] == [
        (("1.a", "1.b"), first, "by file"),
        (("1.c",), second, "by file"),
    ]


def test_looks_and_what_is_settled_are_about_requirements_that_there_are():
    assert {bullet for one in CHECKS for bullet in one.bullets} <= set(BULLETS)
    assert set(SETTLED) <= set(BULLETS)


def test_a_task_that_is_looked_at_is_looked_at_as_a_whole():
    seen = {bullet for one in CHECKS for bullet in one.bullets}
    tasks = {bullet.partition(".")[0] for bullet in seen}
    unseen = set(BULLETS) - seen - set(SETTLED)
    assert {bullet for bullet in unseen if bullet.partition(".")[0] in tasks} == set()


def test_what_is_settled_says_why_and_what_to_do():
    assert {one.status for one in SETTLED.values()} <= {"human", "replaced", "later"}
    assert all(one.reason and one.advice for one in SETTLED.values())
