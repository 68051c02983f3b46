"""The case files: what each module is tried with. README.md says what may stand in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODULES = sorted(path.stem for path in (ROOT / "plugins/modules").glob("*.py") if path.stem != "__init__")
CASES = sorted(path.stem for path in (HERE / "cases").glob("*.yml"))
RESOURCE, ACTION, INFO = "resource", "action", "info"

Options = dict[str, Any]


@dataclass(frozen=True)
class Case:
    module: str
    kind: str = RESOURCE
    needs: list = field(default_factory=list)
    prepare: list = field(default_factory=list)
    cleanup: list = field(default_factory=list)
    bad: list = field(default_factory=list)
    # resources
    create: Options = field(default_factory=dict)
    change: Options | None = None
    expect_diff: dict[str, list] = field(default_factory=dict)
    replace: Options | None = None
    identity: Options = field(default_factory=dict)
    returns: str = ""
    # actions and info modules
    steps: list = field(default_factory=list)
    # read from the module
    options: frozenset = frozenset()

    @property
    def taggable(self) -> bool:
        return "tags" in self.options

    @property
    def has_change(self) -> bool:
        return self.change is not None

    @property
    def has_replace(self) -> bool:
        return self.replace is not None


def load(module: str) -> Case:
    given = yaml.safe_load((HERE / "cases" / f"{module}.yml").read_text())
    return Case(module=module, options=frozenset(options_of(module)), **given)


def options_of(module: str) -> set[str]:
    """The names of a module's options, those of this collection's fragments included."""
    from ansible_collections.bidops.platform.plugins.module_utils._engine.arguments import argument_spec

    return set(argument_spec(documentation(module)))


def documentation(module: str) -> dict[str, Any]:
    import ast

    tree = ast.parse((ROOT / f"plugins/modules/{module}.py").read_text())
    text = next(
        node.value.value for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == "DOCUMENTATION"
    )
    return yaml.safe_load(text)
