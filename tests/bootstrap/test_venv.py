"""scripts/venv makes .venv once, links the collection, and says in a few lines what went wrong."""

import pytest

# A Python whose `-m venv` puts itself into .venv, and whose pip notes how it was called.
FAKE = """
case "$*" in
"- "*|-) echo "3 13 1 $0" ;;
"-m venv .venv") mkdir -p .venv/bin && cat "$0" >.venv/bin/python && chmod +x .venv/bin/python ;;
"-m pip install"*) echo "$*" >>calls; {pip} ;;
-V) echo "Python 3.13.1" ;;
esac
"""


@pytest.fixture
def ready(machine):
    """A machine with a Python that installs without a network."""
    machine.program("python3", FAKE.format(pip="true"))
    return machine


def calls(machine) -> list[str]:
    return (machine.checkout / "calls").read_text().splitlines()


def test_second_run_does_nothing(ready):
    first, second = ready.run("scripts/venv"), ready.run("scripts/venv")
    assert (first.returncode, second.returncode) == (0, 0), first.stderr + second.stderr
    assert "Installing requirements.txt" in first.stdout
    assert (second.stdout, second.stderr) == ("", "")
    assert len(calls(ready)) == 1


def test_dev_adds_its_own_requirements(ready):
    ready.run("scripts/venv")
    ready.run("scripts/venv", "dev")
    assert calls(ready)[-1].endswith("-r requirements.txt -r requirements-dev.txt")


def test_changed_requirements_are_installed(ready):
    ready.run("scripts/venv")
    with (ready.checkout / "requirements.txt").open("a") as file:
        file.write("extra==1.0\n")
    ready.run("scripts/venv")
    assert len(calls(ready)) == 2


def test_moved_checkout_gets_a_new_venv(ready):
    ready.run("scripts/venv")
    ready.checkout = ready.checkout.rename(ready.checkout.with_name("moved"))
    assert "Installing" in ready.run("scripts/venv").stdout


def test_collection_is_linked(ready):
    ready.run("scripts/venv")
    link = ready.checkout / ".ansible/collections/ansible_collections/bidops/platform"
    assert link.resolve() == ready.checkout.resolve()


def test_no_network_is_said_without_a_traceback(ready):
    ready.program("python3", FAKE.format(pip="echo 'ERROR: No matching distribution found for ansible' >&2; exit 1"))
    result = ready.run("scripts/venv")
    assert result.returncode == 1
    assert result.stderr.splitlines() == [
        "Installing requirements.txt failed: ERROR: No matching distribution found for ansible",
        "Check that this machine reaches a Python package index, then run the same command again.",
        "The whole output is in .venv-install.log.",
    ]
    assert "Installing" in ready.run("scripts/venv").stdout, "a failed installation must be tried again"


def test_no_python_is_one_message(machine):
    result = machine.run("scripts/venv")
    assert result.returncode == 1
    assert result.stderr.startswith("No Python 3.11 or newer was found")
