"""A bundle depends on names, contents and executable bits only."""

import os
import zipfile

import pytest
from ansible_collections.bidops.platform.plugins.module_utils import _bundle
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._local_files import walk


@pytest.fixture
def source(tmp_path):
    src = tmp_path / "src"
    (src / "lib").mkdir(parents=True)
    (src / "main.py").write_text("print()\n")
    (src / "lib" / "tool").write_text("#!/bin/sh\n")
    (src / "lib" / "tool").chmod(0o700)
    (src / "__pycache__").mkdir()
    (src / "__pycache__" / "main.pyc").write_text("x")
    return src


def bundle(source, dest, **options):
    _bundle.write(source, dest, options.get("exclude", ["__pycache__"]), options.get("compress", False), skip=dest)
    return _bundle.digest(dest)


def test_times_and_permissions_do_not_matter(source, tmp_path):
    first = bundle(source, tmp_path / "a.zip")
    os.utime(source / "main.py", (1, 1))
    (source / "main.py").chmod(0o600)
    assert bundle(source, tmp_path / "b.zip") == first


@pytest.mark.parametrize("change", [lambda path: path.write_text("pass\n"), lambda path: path.chmod(0o755)])
def test_contents_and_executable_bits_matter(source, tmp_path, change):
    first = bundle(source, tmp_path / "a.zip")
    change(source / "main.py")
    assert bundle(source, tmp_path / "b.zip") != first


def test_entries_are_sorted_and_readable_by_all(source, tmp_path):
    bundle(source, tmp_path / "a.zip")
    with zipfile.ZipFile(tmp_path / "a.zip") as made:
        modes = {entry.filename: entry.external_attr >> 16 & 0o777 for entry in made.infolist()}
    assert list(modes.items()) == [("lib/tool", 0o755), ("main.py", 0o644)]


def test_a_bundle_inside_its_source_does_not_hold_itself(source):
    first = bundle(source, source / "agent.zip")
    assert bundle(source, source / "agent.zip") == first


def test_nothing_to_bundle(tmp_path):
    with pytest.raises(EngineError, match="nothing in it to bundle"):
        bundle(tmp_path, tmp_path / "a.zip")


def test_no_directory(tmp_path):
    with pytest.raises(EngineError, match="no such directory"):
        walk(tmp_path / "none", [])


def test_links_to_directories_are_refused(source):
    (source / "link").symlink_to(source / "lib")
    with pytest.raises(EngineError, match="link to a directory"):
        walk(source, [])
    assert [name for name, _path in walk(source, ["link", "__pycache__"])] == ["lib/tool", "main.py"]


def test_destination_that_cannot_be(tmp_path):
    with pytest.raises(EngineError, match="a directory: name a file"):
        _bundle.refuse(tmp_path)
    (tmp_path / "file").touch()
    with pytest.raises(EngineError, match="file is no directory"):
        _bundle.refuse(tmp_path / "file" / "a.zip")


def test_missing_directories_are_made_for_their_owner_alone(tmp_path):
    _bundle.refuse(tmp_path / "some" / "where" / "a.zip")
    _bundle.make_directories(tmp_path / "some" / "where")
    assert [folder.stat().st_mode & 0o777 for folder in (tmp_path / "some", tmp_path / "some/where")] == [0o700] * 2
