"""scripts/role_readme writes the READMEs of the roles from their argument specs."""

import subprocess
import sys
from pathlib import Path

import pytest

SCRIPT = Path(__file__).resolve().parents[2] / "scripts/role_readme"
SPEC = """
argument_specs:
  main:
    short_description: A network
    description: [Makes a VPC, "named as O(net_name) says."]
    options: &options
      net_name: {required: true, description: Its name.}
      net_tiers:
        type: list
        elements: dict
        description: a | b
        options:
          kind: {choices: [public, private], description: Kind.}
  launch:
    short_description: The first half
    options: *options
  settle:
    short_description: The second half
"""


@pytest.fixture
def role(tmp_path) -> Path:
    """A role with an argument spec and a default."""
    folder = tmp_path / "net"
    (folder / "meta").mkdir(parents=True)
    (folder / "defaults").mkdir()
    (folder / "meta/argument_specs.yml").write_text(SPEC)
    (folder / "defaults/main.yml").write_text("net_tiers: []\n")
    return folder


def run(role: Path, *arguments: str) -> subprocess.CompletedProcess:
    command = [sys.executable, SCRIPT, "--roles", role.parent, *arguments]
    return subprocess.run(command, text=True, capture_output=True, check=False)


def test_readme(role):
    assert run(role).returncode == 0
    text = (role / "README.md").read_text()
    assert "Makes a VPC named as `net_name` says." in text
    assert "| `settle` | The second half |" in text
    assert "## Variables of `main`, `launch`" in text
    assert "| `net_name` | str | required | Its name. |" in text
    assert "| `net_tiers` | list of dict | `[]` | a \\| b |" in text
    assert "| `net_tiers[].kind` | str |  | Kind. One of `public`, `private`. |" in text
    assert "- role: bidops.platform.net" in text


def test_check_fails_until_it_is_written(role):
    assert run(role, "--check").returncode == 1
    assert not (role / "README.md").exists()
    run(role)
    assert run(role, "--check").returncode == 0


def test_a_default_that_is_not_described_is_an_error(role):
    (role / "defaults/main.yml").write_text("net_secret: 1\n")
    result = run(role)
    assert result.returncode == 1
    assert "defaults/main.yml sets net_secret, which meta/argument_specs.yml doesn't describe" in result.stderr


def test_a_role_without_a_spec_is_an_error(role):
    (role / "meta/argument_specs.yml").unlink()
    assert "has no argument_specs" in run(role).stderr


def test_an_unknown_role_is_an_error(role):
    result = run(role, "nope")
    assert result.returncode == 1
    assert "no such role: nope" in result.stderr
