# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The files of a local directory, in an order that does not depend on the file system."""

from __future__ import annotations

import fnmatch
import os
from pathlib import Path

from ._engine.errors import EngineError


def walk(src: Path, exclude: list[str]) -> list[tuple[str, Path]]:
    """The files below I(src) as (relative name with slashes, path), sorted, without those that a pattern excludes.

    A pattern stands for a name, or for a path relative to I(src); a directory that it fits is left out as a whole.
    EngineError when I(src) is no directory.
    """
    if not src.is_dir():
        raise EngineError(f"src is '{src}': there is no such directory on the host that runs the module.")
    found = []
    for folder, directories, names in os.walk(src):
        relative = Path(folder).relative_to(src)
        directories[:] = [name for name in directories if not _excluded(relative / name, exclude)]
        links = [name for name in directories if (Path(folder) / name).is_symlink()]
        if links:
            raise EngineError(
                f"{Path(folder) / links[0]} is a link to a directory: exclude it, or put a real one there."
            )
        found += [relative / name for name in names if not _excluded(relative / name, exclude)]
    return sorted((path.as_posix(), src / path) for path in found)


def _excluded(path: Path, patterns: list[str]) -> bool:
    return any(fnmatch.fnmatch(path.name, one) or fnmatch.fnmatch(path.as_posix(), one) for one in patterns)
