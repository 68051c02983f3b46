"""The tarball that `ansible-galaxy collection build` makes: what an installed collection needs, and nothing else."""

import subprocess
import sys
import tarfile
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
GALAXY = yaml.safe_load((ROOT / "galaxy.yml").read_text())

# The first part of every path in the tarball is one of these.
BELONGS = {
    "CHANGELOG.md",
    "CODE_OF_CONDUCT.md",
    "FILES.json",
    "LICENSE",
    "MANIFEST.json",
    "README.md",
    "apps",
    "changelogs",
    "docs",
    "examples",
    "extensions",
    "group_vars",
    "inventories",
    "meta",
    "playbooks",
    "plugins",
    "roles",
    "tests",
}
# Without these the collection doesn't work or isn't accepted by a Galaxy server.
NEEDED = {
    "LICENSE",
    "README.md",
    "changelogs/changelog.yaml",
    "meta/ee-requirements.txt",
    "meta/execution-environment.yml",
    "meta/runtime.yml",
    "playbooks/site.yml",
    "playbooks/destroy.yml",
}
# The defaults of the roles point to files in these folders.
DEFAULTS = ["apps/agent/", "apps/tools/", "examples/documents/"]
# What Galaxy asks for: at least one of these tags.
TOPICS = {"ai", "application", "cloud", "database", "infrastructure", "monitoring", "networking", "security", "storage"}


@pytest.fixture(scope="module")
def names(tmp_path_factory) -> list[str]:
    """Paths in a freshly built tarball."""
    output = tmp_path_factory.mktemp("build")
    command = [Path(sys.executable).with_name("ansible-galaxy"), "collection", "build", "--output-path", output]
    subprocess.run(command, cwd=ROOT, check=True, capture_output=True, timeout=120)
    with tarfile.open(output / f"bidops-platform-{GALAXY['version']}.tar.gz") as tarball:
        return [member.name for member in tarball.getmembers() if member.isfile()]


def test_tarball_has_what_is_needed(names):
    assert NEEDED - set(names) == set()


@pytest.mark.parametrize("folder", DEFAULTS)
def test_tarball_has_the_files_that_roles_default_to(names, folder):
    assert any(name.startswith(folder) for name in names)


def test_tarball_has_nothing_else(names):
    assert {name.split("/")[0] for name in names} - BELONGS == set()
    unwanted = [name for name in names if "__pycache__" in name or "/." in name or name.endswith((".pyc", ".tar.gz"))]
    assert unwanted == []
    assert [name for name in names if name.startswith("tests/") and not name.startswith("tests/sanity/")] == []


def test_every_role_has_what_galaxy_shows():
    for role in sorted(path for path in (ROOT / "roles").iterdir() if path.is_dir()):
        meta = yaml.safe_load((role / "meta/main.yml").read_text())
        assert meta["galaxy_info"]["description"], role.name
        assert (role / "README.md").exists(), role.name
        assert (role / "meta/argument_specs.yml").exists(), role.name


def test_metadata():
    assert (GALAXY["namespace"], GALAXY["name"]) == ("bidops", "platform")
    assert len(GALAXY["tags"]) <= 20
    assert TOPICS & set(GALAXY["tags"])
    assert list(GALAXY["dependencies"]) == ["amazon.aws"]
