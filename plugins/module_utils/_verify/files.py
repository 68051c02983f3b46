# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What files of the collection meet: requirements 1, and procedures and tests that are written down."""

from __future__ import annotations

from pathlib import Path

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live

FILES = Checks(status="by file")


def _has(*bullets: str, files: tuple[str, ...]) -> None:
    """The bullets are met when each pattern finds a file that is not empty."""

    @FILES.shows(*bullets)
    def files_are_there(live: Live) -> Evidence:
        root = _root(live)
        evidence = {}
        for pattern in files:
            found = sorted(path for path in root.glob(pattern) if path.is_file() and path.stat().st_size)
            need(found, f"{root} has no {pattern}")
            evidence[pattern] = len(found)
        return evidence


def _root(live: Live) -> Path:
    if not live.root or not Path(live.root).is_dir():
        raise Broken(f"the folder of the collection, root, is {live.root}")
    return Path(live.root)


# The plan was written for the CDK: its project, context, stacks and constructs are the collection, its inventories, its
# layers and its modules and roles.
_has("1.a", "1.1.a", files=("galaxy.yml", "meta/runtime.yml", "playbooks/site.yml"))
_has("1.b", "1.1.b", "1.1.d", "1.2.c", files=("group_vars/all.yml", "inventories/*/group_vars/targets.yml"))
_has("1.c", files=("playbooks/layers/*.yml", "roles/*/tasks/main.yml"))
_has("1.d", "1.2.a", files=("plugins/modules/*.py", "roles/*/meta/argument_specs.yml"))
_has("1.1.c", files=("requirements.txt", "requirements.yml"))
_has("1.2.d", files=("plugins/filter/resource_name.py", "plugins/module_utils/_naming.py"))
_has("18.a", "18.1.a", "18.1.b", "18.1.c", "18.1.d", files=("tests/unit/test_*.py", "tests/e2e/test_site.py"))
_has("18.3.d", files=("playbooks/verify.yml", "playbooks/cost.yml", "tests/e2e/test_verify.py"))
