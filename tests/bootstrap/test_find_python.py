"""scripts/find-python takes the newest Python >= 3.11 that really runs."""

import pytest

BROKEN = "echo 'pyenv: python3.13: command not found' >&2; exit 127"


def find(machine, **environment):
    return machine.run("scripts/find-python", **environment)


def test_newest_wins(machine):
    machine.python("python3.11", "3.11.9")
    newest = machine.python("python3.13", "3.13.1")
    machine.python("python3", "3.12.4")
    assert find(machine).stdout.strip() == str(newest)


def test_versions_are_compared_as_numbers(machine):
    machine.python("python3.14", "3.14.2")
    newest = machine.python("python3", "3.14.10")
    assert find(machine).stdout.strip() == str(newest)


def test_what_does_not_run_is_passed_over(machine):
    machine.program("python3.13", BROKEN)
    works = machine.python("python3.11", "3.11.2")
    result = find(machine)
    assert (result.stdout.strip(), result.stderr) == (str(works), "")


def test_pyenv_versions_are_seen(machine):
    machine.program("python3.13", BROKEN)
    hidden = machine.python(".pyenv/versions/3.12.1/bin/python", "3.12.1")
    assert find(machine).stdout.strip() == str(hidden)


def test_uv_pythons_are_seen(machine):
    managed = machine.python("managed by uv/python3.13", "3.13.5")
    machine.program("uv", f'echo "cpython-3.13.5-linux-x86_64-gnu    {managed}"')
    assert find(machine).stdout.strip() == str(managed)


def test_path_with_spaces(machine):
    machine.python("python3", "3.12.1", "/opt/my python/bin/python3")
    assert find(machine).stdout.strip() == "/opt/my python/bin/python3"


def test_real_python_answers(machine):
    machine.real_python()
    assert find(machine).returncode == 0


def test_none_is_one_clear_message(machine):
    machine.program("python3", BROKEN)
    result = find(machine)
    assert result.returncode == 1
    assert result.stdout == ""
    assert len(result.stderr.splitlines()) == 1
    assert result.stderr.startswith("No Python 3.11 or newer was found")


def test_missing_venv_module_is_said(machine):
    machine.program("python3", "echo 'no it lacks the venv module (apt install python3.11-venv)'")
    result = find(machine)
    assert result.returncode == 1
    assert "lacks the venv module" in result.stderr


def test_override_wins_over_newer(machine):
    machine.python("python3.14", "3.14.1")
    chosen = machine.python("mine/python", "3.11.1")
    assert find(machine, PYTHON=str(chosen)).stdout.strip() == str(chosen)


@pytest.mark.parametrize(
    ("script", "reason"),
    [
        (BROKEN, "it does not run"),
        ("echo 'no it is Python 3.9, and 3.11 or newer is needed'", "it is Python 3.9, and 3.11 or newer is needed"),
    ],
)
def test_override_that_can_not_be_used(machine, script, reason):
    chosen = machine.program("mine/python", script)
    result = find(machine, PYTHON=str(chosen))
    assert result.returncode == 1
    assert result.stderr == f"PYTHON={chosen} can't be used: {reason}.\n"
