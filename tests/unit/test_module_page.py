"""docs/modules.md names every module, and none that there is not."""

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MODULES = {path.stem for path in (ROOT / "plugins/modules").glob("*.py")} - {"__init__"}
# Module names in the tables: `name`, and a + behind it for the twin.
NAMED = re.findall(r"`([a-z0-9_.]+)`( \+)?", (ROOT / "docs/modules.md").read_text())
ROWS = [line for line in (ROOT / "docs/modules.md").read_text().splitlines() if line.startswith("| ")]


def test_every_module_has_its_place():
    named = {name for name, _twin in NAMED} | {f"{name}_info" for name, twin in NAMED if twin}
    assert sorted(MODULES - named) == []


def test_every_twin_that_is_promised_is_there():
    assert [name for name, twin in NAMED if twin and f"{name}_info" not in MODULES] == []


def test_every_row_names_a_module_of_ours_or_a_stock_one():
    for row in ROWS:
        cells = row.split("|")
        names = re.findall(r"`([a-z0-9_.]+)`", cells[2])
        known = [name for name in names if name in MODULES or name.startswith(("amazon.aws.", "community.aws."))]
        assert known or "module" in cells[2] or "---" in cells[2], row
