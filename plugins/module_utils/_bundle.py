# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A zip file that depends on nothing but the names, contents and executable bits of the files in it."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import zipfile
from pathlib import Path

from ._engine.errors import EngineError
from ._local_files import walk

_LONG_AGO = (1980, 1, 1, 0, 0, 0)  # the earliest time that a zip file can tell
_UNIX = 3
_PLAIN, _EXECUTABLE = 0o644, 0o755


def write(src: Path, dest: Path, exclude: list[str], compress: bool, skip: Path) -> None:
    """Bundle the files below I(src) into I(dest), without the file I(skip). EngineError when there are none."""
    files = [(name, path) for name, path in walk(src, exclude) if path.resolve() != skip.resolve()]
    if not files:
        raise EngineError(f"src is '{src}': there is nothing in it to bundle.")
    method = zipfile.ZIP_DEFLATED if compress else zipfile.ZIP_STORED
    with zipfile.ZipFile(dest, "w") as bundle:
        for name, path in files:
            try:
                _add(bundle, name, path, method)
            except OSError as error:
                raise EngineError(f"{path} cannot be read: {error.strerror}.") from error


def _add(bundle: zipfile.ZipFile, name: str, path: Path, method: int) -> None:
    about = path.stat()
    entry = zipfile.ZipInfo(name, _LONG_AGO)
    entry.create_system = _UNIX
    entry.compress_type = method
    entry.external_attr = (stat.S_IFREG | (_EXECUTABLE if about.st_mode & stat.S_IXUSR else _PLAIN)) << 16
    entry.file_size = about.st_size
    with path.open("rb") as source, bundle.open(entry, "w") as target:
        shutil.copyfileobj(source, target)


def contents(bundle: Path) -> dict[str, str]:
    """Name -> what tells one content from another, for a reader; empty when there is no such zip file."""
    try:
        with zipfile.ZipFile(bundle) as opened:
            return {entry.filename: f"{entry.file_size} bytes, CRC {entry.CRC:08x}" for entry in opened.infolist()}
    except (FileNotFoundError, zipfile.BadZipFile):
        return {}


def digest(path: Path) -> str:
    """SHA-256 of a file in hexadecimal digits; empty when there is none."""
    if not path.exists():
        return ""
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha256").hexdigest()


def refuse(dest: Path) -> None:
    """EngineError when I(dest) cannot be written; check mode has to say so too."""
    if dest.is_dir():
        raise EngineError(f"dest is '{dest}', a directory: name a file.")
    there = next(folder for folder in dest.absolute().parents if folder.exists())
    if not (there.is_dir() and os.access(there, os.W_OK)):
        raise EngineError(f"dest is '{dest}': {there} is no directory, or not writable. Name another file.")


def make_directories(folder: Path) -> None:
    """Make what is missing of I(folder), for its owner alone."""
    for missing in [one for one in (*reversed(folder.parents), folder) if not one.exists()]:
        missing.mkdir(mode=0o700, exist_ok=True)
