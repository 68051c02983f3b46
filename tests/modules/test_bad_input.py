"""What each module refuses, and how it says so."""

import re


def test_bad_input_says_what_is_wrong(bad, outcomes):
    case, number = bad
    outcome = outcomes(case)[f"bad-{number}"]
    assert outcome.failed, "it was accepted"
    assert "Traceback" not in f"{outcome.result.get('module_stderr')}{outcome.result.get('exception')}"
    assert re.search(case.bad[number]["message"], outcome.message, re.DOTALL), outcome.message


def test_bad_input_changes_nothing(bad, outcomes):
    case, number = bad
    assert outcomes(case)[f"bad-{number}"].writes == []
