# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Compiled templates, kept from run to run as Python keeps its compiled modules.

They are code that the next run trusts, so the file is for its owner alone, and another's is not read.
"""

from __future__ import annotations

import contextlib
import hashlib
import marshal
import os
import stat
import sys
import tempfile
from importlib import metadata
from pathlib import Path
from types import CodeType

from ansible import constants

Key = tuple[str, bool, str]  # the text, whether backslashes stand for themselves, what it is

_MOST = 20_000  # a site has 2,000


def file() -> Path:
    """In the home of Ansible (C(ANSIBLE_HOME)); another for each Python, Ansible and Jinja, whose code differs."""
    makers = (str(Key), sys.implementation.cache_tag, metadata.version("ansible-core"), metadata.version("jinja2"))
    name = hashlib.sha256(repr(makers).encode()).hexdigest()[:16]
    return Path(constants.config.get_config_value("ANSIBLE_HOME")) / "bidops.platform" / f"templates-{name}"


def load() -> dict[Key, CodeType]:
    """What earlier runs have kept; nothing if there is no such file, or one that this user alone couldn't write."""
    try:
        with file().open("rb") as opened:
            about = os.fstat(opened.fileno())
            if about.st_uid != os.getuid() or about.st_mode & (stat.S_IWGRP | stat.S_IWOTH):
                return {}
            return marshal.loads(opened.read())  # noqa: S302 - our own, see above
    except (OSError, EOFError, ValueError, TypeError):
        return {}


def save(compiled: dict[Key, CodeType]) -> None:
    """Keep these, of very many the newest. A home that can't be written to keeps none."""
    newest = dict(list(compiled.items())[-_MOST:])
    place = file()
    with contextlib.suppress(OSError):
        place.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        handle, made = tempfile.mkstemp(dir=place.parent)
        with os.fdopen(handle, "wb") as opened:
            opened.write(marshal.dumps(newest))
        Path(made).replace(place)
