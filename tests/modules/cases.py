"""The case files: what each module is tried with. README.md says what may stand in them."""

from __future__ import annotations

import ast
import importlib
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import yaml

from emulator.modeled import failing

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
MODULES = sorted(path.stem for path in (ROOT / "plugins/modules").glob("*.py") if path.stem != "__init__")
CASES = sorted(path.stem for path in (HERE / "cases").glob("*.yml"))
PLUGINS = "ansible_collections.bidops.platform.plugins"
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
    comes_back: bool = False
    # actions and info modules
    steps: list = field(default_factory=list)
    # the examples of the documentation
    examples: dict[str, str] = field(default_factory=dict)

    @cached_property
    def options(self) -> frozenset[str]:
        return frozenset(options_of(self.module))

    @cached_property
    def resource(self) -> Any:
        """The module's declaration."""
        return importlib.import_module(f"{PLUGINS}.modules.{self.module}").RESOURCE

    @property
    def taggable(self) -> bool:
        return "tags" in self.options

    @property
    def has_change(self) -> bool:
        return self.change is not None

    @property
    def has_replace(self) -> bool:
        return self.replace is not None

    # The twin, which lists

    @cached_property
    def twin(self) -> str:
        """The module that lists the resources, unless it has a case of its own."""
        name = f"{self.module}_info"
        return name if name in MODULES and name not in CASES else ""

    @cached_property
    def where(self) -> Options:
        """Options without which the twin cannot look."""
        required = {name for name, option in spec_of(self.twin).items() if option.get("required")}
        return {name: self.create[name] for name in required}

    @cached_property
    def filters(self) -> Options:
        """Options that leave only the resource of this case."""
        known = options_of(self.twin)
        identity = {name: value for name, value in self.identity.items() if name in known}
        return {**identity, **({"tags": self.create.get("tags", {})} if "tags" in known else {})}

    # What takes time, in those services that the local cloud can be told to delay or to fail

    @cached_property
    def modeled(self) -> Any:
        """The local cloud's own type of resource; None when moto has it."""
        from emulator.services import SERVICES

        types = [kind for service in SERVICES if service.name == self.resource.service for kind in service.types]
        return next((kind for kind in types if kind.operation("create") == self.resource.operation("create")), None)

    @property
    def takes_time(self) -> bool:
        states = self.modeled.states if self.modeled and "wait" in self.options else None
        return states is not None and states.creating not in (None, states.ready)

    @property
    def can_fail(self) -> bool:
        return self.takes_time and failing.can_fail(self.modeled, "create")

    @property
    def tells_why(self) -> bool:
        """Whether the service says why something failed."""
        return failing.tells_why(self.modeled)


@cache
def load(module: str) -> Case:
    given = _parsed((HERE / "cases" / f"{module}.yml").read_text())
    return Case(module=module, **given)


def options_of(module: str) -> set[str]:
    """The names of a module's options, those of this collection's fragments included."""
    return set(spec_of(module))


def spec_of(module: str) -> dict[str, Any]:
    from ansible_collections.bidops.platform.plugins.module_utils._engine.arguments import argument_spec

    return argument_spec(documented(module, "DOCUMENTATION"))


def documented(module: str, part: str) -> Any:
    """DOCUMENTATION, EXAMPLES or RETURN of a module."""
    tree = ast.parse((ROOT / f"plugins/modules/{module}.py").read_text())
    text = next(node.value.value for node in tree.body if isinstance(node, ast.Assign) and node.targets[0].id == part)
    return _parsed(text)


def _parsed(text: str) -> Any:
    """By libyaml, where it is there: in Python the cases of all modules take a minute."""
    return yaml.load(text, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
