"""Which operations of AWS the collection can call, and who answers them here.

An operation of a module is found where it is written: in its declaration, whose verbs, tags and facets name operations,
and as a text in its code. Nothing is run for it, so an operation that only a forgotten branch calls is found as well.
"""

import ast
import functools
import importlib
import inspect
import pkgutil
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, NamedTuple

from botocore import xform_name
from botocore.loaders import Loader
from moto.core.responses import BaseResponse
from moto.core.utils import get_service_model

from emulator import overrides
from emulator.overrides.patch import INSTALLED
from emulator.services import SERVICES

ROOT = Path(__file__).resolve().parent.parent
COLLECTION = "ansible_collections.bidops.platform.plugins"
VERBS = ("create", "read", "update", "delete", "listing")
# Services that moto answers through no method for each operation.
BY_HAND = ("s3",)
# Where moto calls a service otherwise than boto3 does.
MOTO_NAMES = {"lambda": "awslambda"}
US, MOTO, CORRECTED, NOBODY = "us", "moto", "moto, corrected", "nobody"

STOCK = {
    "aws_az_info": ("ec2", "DescribeAvailabilityZones"),
    "aws_caller_info": ("sts", "GetCallerIdentity"),
    "backup_vault": (
        "backup",
        "CreateBackupVault DeleteBackupVault DescribeBackupVault ListTags TagResource UntagResource",
    ),
    "backup_vault_info": ("backup", "DescribeBackupVault ListBackupVaults ListTags"),
    "cloudtrail": (
        "cloudtrail",
        "AddTags CreateTrail DeleteTrail DescribeTrails GetTrailStatus ListTags RemoveTags StartLogging StopLogging "
        "UpdateTrail kms:ListAliases sts:GetCallerIdentity",
    ),
    "cloudtrail_info": ("cloudtrail", "DescribeTrails GetTrailStatus ListTags ListTrails"),
    "ec2_security_group_info": ("ec2", "DescribeSecurityGroups"),
    "ec2_vpc_endpoint_info": ("ec2", "DescribeVpcEndpoints"),
    "ec2_vpc_igw": (
        "ec2",
        "AttachInternetGateway CreateInternetGateway CreateTags DeleteInternetGateway DeleteTags "
        "DescribeInternetGateways DescribeVpcs DetachInternetGateway",
    ),
    "ec2_vpc_igw_info": ("ec2", "DescribeInternetGateways"),
    "ec2_vpc_net": (
        "ec2",
        "AssociateDhcpOptions AssociateVpcCidrBlock CreateTags CreateVpc DeleteTags DeleteVpc DescribeVpcAttribute "
        "DescribeVpcs DisassociateVpcCidrBlock ModifyVpcAttribute",
    ),
    "ec2_vpc_net_info": ("ec2", "DescribeVpcAttribute DescribeVpcs"),
    "ec2_vpc_route_table_info": ("ec2", "DescribeRouteTables"),
    "ec2_vpc_subnet": (
        "ec2",
        "AssociateSubnetCidrBlock CreateSubnet CreateTags DeleteSubnet DeleteTags DescribeSubnets "
        "DisassociateSubnetCidrBlock ModifySubnetAttribute",
    ),
    "ec2_vpc_subnet_info": ("ec2", "DescribeSubnets"),
    "iam_role_info": (
        "iam",
        "GetRole ListAttachedRolePolicies ListInstanceProfilesForRole ListRolePolicies ListRoles",
    ),
    "kms_key_info": (
        "kms",
        "DescribeKey GetKeyPolicy GetKeyRotationStatus ListAliases ListGrants ListKeyPolicies ListKeys "
        "ListResourceTags",
    ),
    "rds_cluster_param_group": (
        "rds",
        "AddTagsToResource CreateDBClusterParameterGroup DeleteDBClusterParameterGroup "
        "DescribeDBClusterParameterGroups DescribeDBClusterParameters ListTagsForResource "
        "ModifyDBClusterParameterGroup RemoveTagsFromResource",
    ),
    "rds_subnet_group": (
        "rds",
        "AddTagsToResource CreateDBSubnetGroup DeleteDBSubnetGroup DescribeDBSubnetGroups ListTagsForResource "
        "ModifyDBSubnetGroup RemoveTagsFromResource",
    ),
}
"""What the stock modules of amazon.aws call that roles and playbooks use, read from their sources.

A service before the name is another one than that of the module's other operations.
"""


class Operation(NamedTuple):
    service: str
    name: str

    @property
    def method(self) -> str:
        """What boto3 calls it; moto mostly does, too."""
        return str(xform_name(self.name))


def called() -> list[Operation]:
    """Every operation that a module of the collection, or a stock module that its roles use, can call."""
    return sorted({*declared(), *counted(), *written(ROOT / "plugins"), *stock()})


def stock() -> Iterator[Operation]:
    for service, names in STOCK.values():
        for name in names.split():
            other, _colon, operation = name.rpartition(":")
            yield Operation(other or service, operation)


def known(service: str, names: Iterable[Any]) -> Iterator[Operation]:
    """Those of the names that are operations of the service."""
    there = operations_of(service)
    return (Operation(service, name) for name in names if name in there)


@functools.cache
def operations_of(service: str) -> frozenset[str]:
    return frozenset(get_service_model(service).operation_names)


@functools.cache
def services() -> frozenset[str]:
    return frozenset(Loader().list_available_services("service-2"))


# What declarations say


def declared() -> Iterator[Operation]:
    """The operations of every declaration in the collection: verbs, tags, envelopes and facets."""
    for resource in declarations():
        names = [resource.operation(verb) for verb in VERBS]
        if resource.tagging:
            names += [resource.tagging.tag, resource.tagging.untag]
            names += [] if resource.tagging.inline else [resource.tagging.listing]
        names += resource.envelopes
        names += [facet.member.partition(".")[0] for facet in resource.facets]
        # Without a boto3 client the operations have other names.
        yield from known(resource.service, names if resource.api is None else [])


def declarations() -> Iterator[Any]:
    """Every Resource of the collection, alone or in a table of several."""
    declaration = importlib.import_module(f"{COLLECTION}.module_utils._engine.resource").Resource
    for folder in ("module_utils", "modules"):
        for found in pkgutil.walk_packages([str(ROOT / "plugins" / folder)], f"{COLLECTION}.{folder}."):
            for value in vars(importlib.import_module(found.name)).values():
                items = value.values() if isinstance(value, dict) else value if isinstance(value, tuple) else (value,)
                yield from (item for item in items if isinstance(item, declaration))


# What the table of types says

CENSUS = "_census_types.py"


def counted() -> Iterator[Operation]:
    """The operations by which each type of resource of the platform is listed, and its tags are read."""
    for kind in importlib.import_module(f"{COLLECTION}.module_utils.{Path(CENSUS).stem}").KINDS:
        yield from known(kind.service, [kind.listing, "" if kind.tagging.inline else kind.tagging.listing])


# What code says


def written(plugins: Path) -> set[Operation]:
    """Texts in the collection's code that are operations of a service that belongs to the file.

    Those are the services that the file names, that its users name, and that stand in the declarations of its users. A
    text that is put together, such as f"Update{noun}", stands for every operation that its file's texts make of it.
    What stands in a call that names a service is said of that service alone.
    """
    files = {path: ast.parse(path.read_text(encoding="utf-8")) for path in plugins.rglob("*.py")}
    files = {path: tree for path, tree in files.items() if "_engine" not in path.parts and path.name != CENSUS}
    imports = imports_of(files)
    importers = inverted(imports)
    found: set[Operation] = set()
    for path, tree in files.items():
        users = {path, *reached(path, importers)}
        near = users.union(*(imports[user] for user in users))
        for service in {text for one in near for text in texts(files[one])} & services():
            said = texts(tree, service)
            found.update(known(service, said))
            found.update(known(service, put_together(tree, said, operations_of(service))))
    return found


def texts(tree: ast.AST, service: str = "") -> set[str]:
    """All texts in the code, or with I(service) those that are not said of another service."""
    found: set[str] = set()
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if isinstance(node, ast.Call) and service and said_of(node) - {service}:
            continue
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            found.add(node.value)
        waiting += ast.iter_child_nodes(node)
    return found


def said_of(call: ast.Call) -> set[str]:
    """The services that stand among the arguments of a call."""
    return {argument.value for argument in call.args if isinstance(argument, ast.Constant)} & services()


def put_together(tree: ast.Module, said: set[str], names: frozenset[str]) -> Iterator[str]:
    """The names that the f-strings of a file can become, with texts of the file in their holes."""
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr) and any(isinstance(part, ast.Constant) for part in node.values):
            parts = [re.escape(str(part.value)) if isinstance(part, ast.Constant) else "(.+)" for part in node.values]
            matches = ((name, re.fullmatch("".join(parts), name)) for name in names)
            yield from (name for name, match in matches if match and said.issuperset(match.groups()))


def imports_of(files: dict[Path, ast.Module]) -> dict[Path, set[Path]]:
    """File -> the files of the collection that it imports."""
    return {
        path: {
            target
            for node in ast.walk(tree)
            if isinstance(node, ast.ImportFrom)
            for target in targets(path, node)
            if target in files
        }
        for path, tree in files.items()
    }


def inverted(edges: dict[Path, set[Path]]) -> dict[Path, set[Path]]:
    found: dict[Path, set[Path]] = defaultdict(set)
    for source, ends in edges.items():
        for end in ends:
            found[end].add(source)
    return found


def targets(path: Path, node: ast.ImportFrom) -> Iterator[Path]:
    """The files that an import may mean: the module, or modules in the package."""
    words = (node.module or "").removeprefix(COLLECTION).strip(".").split(".")
    plugins = next((parent for parent in path.parents if parent.name == "plugins"), path)
    base = path.parents[node.level - 1] if node.level else plugins
    module = base.joinpath(*filter(None, words))
    yield module.with_suffix(".py")
    yield from (module / f"{alias.name}.py" for alias in node.names)


def reached(start: Path, edges: dict[Path, set[Path]]) -> set[Path]:
    found: set[Path] = set()
    waiting = [start]
    while waiting:
        new = edges.get(waiting.pop(), set()) - found
        found |= new
        waiting += new
    return found


# Who answers


def answered_by(operation: Operation) -> str:
    """US, MOTO, CORRECTED (a correction replaces or adds the operation's own method), or NOBODY.

    tests/emulator/test_operations.py asks each operation, and holds this against what comes back.
    """
    service = next((item for item in SERVICES if item.name == operation.service), None)
    if service and service.answers(operation.name):
        return US if operation.name in service.operations else NOBODY
    overrides.install(operation.service)
    if operation.service in BY_HAND:
        return MOTO
    owners = [owner for owner in moto_classes(operation.service) if hasattr(owner, operation.method)]
    if any(f"{owner.__name__}.{operation.method}" in INSTALLED for owner in owners):
        return CORRECTED
    return MOTO if any(issubclass(owner, BaseResponse) for owner in owners) else NOBODY


@functools.cache
def moto_classes(service: str) -> list[type]:
    """The classes in moto's part for a service: answers, and what is behind them."""
    found: list[type] = []
    for part in ("responses", "models"):
        try:
            module = importlib.import_module(f"moto.{MOTO_NAMES.get(service, service.replace('-', ''))}.{part}")
        except ModuleNotFoundError:
            continue
        found += [item for _name, item in inspect.getmembers(module, inspect.isclass) if "moto" in item.__module__]
    return found
