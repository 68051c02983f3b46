"""meta/runtime.yml: what `module_defaults: group/bidops.platform.aws` reaches, and which action runs a module."""

import ast
from pathlib import Path

import yaml

ROOT = Path(__file__).resolve().parents[2]
MODULES = sorted(path for path in (ROOT / "plugins/modules").glob("*.py") if path.stem != "__init__")
RUNTIME = yaml.safe_load((ROOT / "meta/runtime.yml").read_text())
GROUP, ROUTES = RUNTIME["action_groups"]["aws"], RUNTIME["plugin_routing"]["modules"]


def documentation(module: Path) -> dict:
    """The DOCUMENTATION of a module, read without importing it."""
    for node in ast.parse(module.read_text()).body:
        if isinstance(node, ast.Assign) and node.targets[0].id == "DOCUMENTATION":
            return yaml.safe_load(ast.literal_eval(node.value))
    raise AssertionError(f"{module} has no DOCUMENTATION")


def talks_to_aws(module: Path) -> bool:
    """Whether a module has region and credentials as options: the defaults of the group would break any other."""
    return "amazon.aws.common.modules" in documentation(module).get("extends_documentation_fragment", [])


def test_group_has_every_module_that_talks_to_aws_and_nothing_else():
    assert sorted(GROUP) == [module.stem for module in MODULES if talks_to_aws(module)]


def test_group_is_sorted():
    assert sorted(GROUP) == GROUP


def test_every_module_has_the_action_that_runs_it_in_process():
    assert {module.stem: {"action_plugin": "bidops.platform.in_process"} for module in MODULES} == ROUTES
