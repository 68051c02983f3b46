"""The finder of the operations that modules can call, on a small collection, and on the real one."""

import ast
import re
from pathlib import Path

import pytest

from emulator import ledger
from emulator.ledger import CORRECTED, MOTO, NOBODY, US, Operation

PLUGINS = Path(ledger.ROOT / "plugins")


def service_of(folder: Path, files: dict[str, str]) -> set[str]:
    """What is found in plugins with these files, as service:operation."""
    for name, text in files.items():
        path = folder / "plugins" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text)
    return {f"{found.service}:{found.name}" for found in ledger.written(folder / "plugins")}


def test_a_text_counts_for_the_services_of_its_file(tmp_path):
    code = 'api_of("kms").call("DescribeKey"); other("DescribeVpcs")'
    assert service_of(tmp_path, {"modules/a.py": code}) == {"kms:DescribeKey"}


def test_a_table_tells_each_service_its_own(tmp_path):
    code = 'KINDS = (Kind("key", "kms", "ListKeys"), Kind("role", "iam", "ListRoles"), api("kms").call("ListAliases"))'
    assert service_of(tmp_path, {"modules/a.py": code + '; x = "ListTagsForResource"'}) == {
        "kms:ListKeys",
        "iam:ListRoles",
        "kms:ListAliases",
    }


def test_a_helper_belongs_to_the_services_of_its_users(tmp_path):
    files = {
        "module_utils/_a/helper.py": 'def f(context): context.api.call("ListKeys")',
        "module_utils/_a/type.py": 'from .helper import f\nRESOURCE = Resource(service="kms")',
        "modules/a.py": f'from {ledger.COLLECTION}.module_utils._a.type import RESOURCE\nx = "ListAliases"',
    }
    # The module names no service, but imports a declaration that does.
    assert service_of(tmp_path, files) == {"kms:ListKeys", "kms:ListAliases"}


def test_a_text_that_is_put_together(tmp_path):
    code = 'SERVICE = "config"\nverb = "Start" if on else "Stop"\ncall(f"{verb}ConfigurationRecorder")'
    names = {"config:StartConfigurationRecorder", "config:StopConfigurationRecorder"}
    assert service_of(tmp_path, {"modules/a.py": code}) == names


def test_the_engine_is_no_code_of_a_service(tmp_path):
    assert service_of(tmp_path, {"module_utils/_engine/a.py": 'call("kms", "ListKeys")'}) == set()


def test_declarations_tell_verbs_tags_and_facets():
    found = set(ledger.declared())
    memory = {f"{verb}Memory" for verb in ("Create", "Get", "Update", "Delete")}
    names = {*memory, "ListMemories", "TagResource", "UntagResource", "ListTagsForResource"}
    assert {Operation("bedrock-agentcore-control", name) for name in names} <= found
    assert Operation("iam", "PutRolePermissionsBoundary") in ledger.called()


def test_what_the_documentation_names_is_found():
    """Documentation is written by hand, the ledger is not: each holds the other."""
    found = {operation.name for operation in ledger.called()}
    missed = {
        f"{path.stem}: {name}"
        for path in (PLUGINS / "modules").glob("*.py")
        for name in documented(path)
        if name not in found and any(name in ledger.operations_of(service) for service in services_of(path))
    }
    assert missed == set()


def documented(path: Path) -> set[str]:
    sentences = re.findall(r"Uses the operations? (.*?)(?=\n  - |\n\w)", documentation(path), re.DOTALL)
    return {word for sentence in sentences for word in re.findall(r"\b[A-Z][a-z]+[A-Z]\w+", sentence)}


def services_of(path: Path) -> set[str]:
    return set(re.findall(r"C\(([\w-]+)\)", documentation(path))) & ledger.services()


def documentation(path: Path) -> str:
    texts = (node for node in ast.parse(path.read_text()).body if isinstance(node, ast.Assign))
    return next((ast.literal_eval(node.value) for node in texts if node.targets[0].id == "DOCUMENTATION"), "")


def test_the_calls_of_stock_modules_are_operations():
    assert [found for found in ledger.stock() if found.name not in ledger.operations_of(found.service)] == []


def test_the_stock_modules_are_those_that_roles_and_playbooks_use():
    files = [path for folder in ("roles", "playbooks") for path in (ledger.ROOT / folder).rglob("*.yml")]
    files += ledger.ROOT.glob("*.yml")
    used = {name for path in files for name in re.findall(r"\b(?:amazon|community)\.aws\.\w+", path.read_text())}
    assert used == {f"amazon.aws.{name}" for name in ledger.STOCK}


@pytest.mark.parametrize(
    ("service", "name", "who"),
    [
        ("bedrock-agent", "CreateKnowledgeBase", US),
        ("bedrock-agent", "CreateAgent", NOBODY),
        ("wafv2", "CreateIPSet", MOTO),
        ("iam", "GetRole", MOTO),
        ("logs", "AssociateKmsKey", CORRECTED),
        ("s3", "CreateBucket", MOTO),
    ],
)
def test_who_answers(service, name, who):
    assert ledger.answered_by(Operation(service, name)) == who


def test_the_guide_names_every_service_of_ours():
    guide = (ledger.ROOT / "docs/local-cloud.md").read_text()
    rows = [row for row in guide.partition("## Who answers what")[2].splitlines() if row.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`([\w-]+)`", row.split("|")[1])}
    assert {service.name for service in ledger.SERVICES} <= named
