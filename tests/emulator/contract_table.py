"""The table of contracts as steps: contracts/<service>.yml has the lives of a service's resources.

A contract is a list of steps, or a life, which stands for the steps that nearly all resources have in common;
contracts/README.md tells the keys of both.
"""

import functools
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml
from moto.core.utils import get_service_model

FOLDER = Path(__file__).parent / "contracts"
SHARED = "shared"
"""The file with steps for what several contracts stand on."""
STEP = ("keep", "shows", "lists", "mentions", "omits", "lacks", "fails", "region", "takes")
LIFE = (
    *("life", "operations", "within", "key", "create", "keep", "in", "hidden", "shown", "update", "changed"),
    *("mention", "list", "tags", "duplicate", "gone", "needs", "before", "between", "after"),
)
TAGGING = (
    ("TagResource", "AddTags", "AddTagsToResource"),
    ("UntagResource", "RemoveTags", "RemoveTagsFromResource"),
    ("ListTagsForResource", "ListTags", "ListResourceTags"),
)
TOKENS = ("clientToken", "ClientToken", "clientRequestToken")
TOKEN = "$name-0123456789-0123456789-0123456789"
LOOKS = ("Get", "List", "Describe", "BatchGet", "Head")


@dataclass(frozen=True)
class Step:
    """One request, and what its answer must show."""

    service: str
    operation: str
    request: dict[str, Any]
    region: str = ""
    takes: int = 0
    """For how many seconds what it starts shall not be ready."""
    keep: dict[str, str] = field(default_factory=dict)
    """Name for later steps -> where the answer has the value."""
    shows: dict[str, Any] = field(default_factory=dict)
    """Where in the answer -> what must be there; dicts may have more."""
    lists: dict[str, Any] = field(default_factory=dict)
    """Where in the answer -> what one item of the list there must show."""
    mentions: Any = None
    """A value that must be somewhere in the answer."""
    omits: Any = None
    lacks: tuple[str, ...] = ()
    """Where the answer must have nothing."""
    fails: str = ""
    """The error code that it must end in."""

    @property
    def expects(self) -> bool:
        return bool(self.keep or self.shows or self.lists or self.lacks or self.fails or self.mentions or self.omits)

    @property
    def looks(self) -> bool:
        return self.operation.startswith(LOOKS)

    @property
    def model(self) -> Any:
        return get_service_model(self.service).operation_model(self.operation)


@dataclass(frozen=True)
class Contract:
    service: str
    name: str
    steps: tuple[Step, ...]

    @property
    def unique(self) -> str:
        """What $name stands for: letters and digits, which names of all kinds may have, and in no other contract."""
        words = re.sub("[^a-z0-9]", "", self.name)[:12]
        return f"{words}{zlib.crc32(f'{self.service} {self.name}'.encode()) % 0xFFFF:04x}"


@functools.cache
def contracts() -> tuple[Contract, ...]:
    files = sorted(path for path in FOLDER.glob("*.yml") if path.stem != SHARED)
    return tuple(
        Contract(path.stem, name, tuple(steps_of(path.stem, written))) for path in files for name, written in load(path)
    )


def load(path: Path) -> list[tuple[str, Any]]:
    return list((yaml.safe_load(path.read_text(encoding="utf-8")) or {}).items())


@functools.cache
def shared() -> dict[str, Any]:
    return dict(load(FOLDER / f"{SHARED}.yml"))


def steps_of(service: str, written: Any) -> Iterator[Step]:
    """The steps of a contract: those of a list, and those that a life stands for."""
    if isinstance(written, list):
        for item in written:
            yield from steps_of(service, item)
    elif isinstance(written, str):
        yield from steps_of(service, shared()[written])
    elif "life" in written:
        check(written, LIFE)
        yield from steps_of(service, written.get("needs", []))
        yield from steps_of(service, written.get("before", []))
        yield from steps_of(service, list(Life(service, written).steps()))
        yield from steps_of(service, written.get("after", []))
    else:
        yield step(service, written)


def check(written: dict[str, Any], known: tuple[str, ...]) -> None:
    unknown = set(written) - set(known)
    if unknown:
        raise ValueError(f"unknown {sorted(unknown)} in {written}")


def step(service: str, written: dict[str, Any]) -> Step:
    """A step as written: its one key that is no expectation is the operation, of another service if it says so."""
    (asked,) = [key for key in written if key not in STEP]
    other, _colon, operation = asked.rpartition(":")
    rest = {key: value for key, value in written.items() if key != asked}
    rest["lacks"] = tuple(rest.get("lacks", ()))
    return Step(other or service, operation, written[asked] or {}, **rest)


class Life:
    """create, read, update, read, list, tag, untag, delete, and gone: written as what is special about a type."""

    def __init__(self, service: str, written: dict[str, Any]):
        self.service = service
        self.written = written
        self.names = get_service_model(service).operation_names
        noun = written["life"]
        defaults = {
            "create": [f"Create{noun}"],
            "read": [f"Get{noun}", f"Describe{noun}"],
            "update": [f"Update{noun}"],
            "list": [f"List{noun}s", f"List{noun.removesuffix('y')}ies"],
            "delete": [f"Delete{noun}"],
        }
        self.operations = {verb: next((name for name in names if name in self.names), "")
                           for verb, names in defaults.items()}  # fmt: skip
        self.operations.update(written.get("operations", {}))
        self.within = written.get("within", {})
        self.key = {**self.within, **written["key"]}
        self.mention = written.get("mention") or next(iter(written["key"].values()))
        self.inside = written.get("in", self.wrapper())

    def wrapper(self) -> str:
        """Where the read answer has the resource: its one member, if that is a structure."""
        if not self.operations["read"]:
            return ""
        members = get_service_model(self.service).operation_model(self.operations["read"]).output_shape.members
        (name, shape), *more = members.items()
        return name if not more and shape.type_name == "structure" else ""

    def steps(self) -> Iterator[Any]:
        create, update = self.written["create"], self.written.get("update")
        keep = self.written.get("keep", {})
        token = self.token() if keep else {}
        yield {**self.ask("create", {**self.within, **create, **token}), "keep": keep}
        if token:
            same = {path: f"${name}" for name, path in keep.items()}
            yield {**self.ask("create", {**self.within, **create, **token}), "shows": same}
        yield from self.shown({**self.seen(create), **self.written.get("shown", {})})
        if "duplicate" in self.written:
            yield {**self.ask("create", {**self.within, **create}), "fails": self.written["duplicate"]}
        if update is not None:
            yield self.ask("update", {**self.key, **update})
            yield from self.shown(self.written.get("changed", self.seen(update)))
        if self.operations["list"]:
            yield {**self.listing, "mentions": self.mention}
        yield from self.written.get("between", [])
        if "tags" in self.written:
            yield from tagging(self.service, self.written["tags"])
        if self.operations["delete"]:
            yield self.ask("delete", self.key)
            yield from self.gone(update)

    def token(self) -> dict[str, str]:
        """What makes the second of two like requests a retry, if the operation takes it."""
        members = get_service_model(self.service).operation_model(self.operations["create"]).input_shape.members
        return {name: TOKEN for name in members if name in TOKENS}

    @property
    def listing(self) -> dict[str, Any]:
        return self.ask("list", self.written.get("list", self.within))

    def seen(self, sent: dict[str, Any]) -> dict[str, Any]:
        return {name: value for name, value in sent.items() if name not in self.written.get("hidden", [])}

    def ask(self, verb: str, request: dict[str, Any]) -> dict[str, Any]:
        return {self.operations[verb]: request}

    def shown(self, wanted: dict[str, Any]) -> Iterator[dict[str, Any]]:
        if self.operations["read"]:
            yield {**self.ask("read", self.key), "shows": {self.inside: wanted}, "mentions": self.mention}
        else:
            yield {**self.listing, "lists": {self.inside: wanted}}

    def gone(self, update: dict[str, Any] | None) -> Iterator[dict[str, Any]]:
        """A resource that is no more can't be read, changed or deleted; lists don't have it."""
        code = self.written.get("gone", "ResourceNotFoundException")
        codes = code if isinstance(code, dict) else dict.fromkeys(("read", "update", "delete"), code)
        requests = {"read": self.key, "update": {**self.key, **(update or {})}, "delete": self.key}
        for verb in ("read", "update", "delete"):
            if self.operations[verb] and codes.get(verb) and (verb != "update" or update is not None):
                asked = self.ask(verb, requests[verb])
                yield {**asked, "omits": self.mention} if codes[verb] == "omits" else {**asked, "fails": codes[verb]}
        if self.operations["list"]:
            yield {**self.listing, "omits": self.mention}


def tagging(service: str, of: Any) -> Iterator[dict[str, Any]]:
    """Two tags come and one goes; the requests are made from the model."""
    model = get_service_model(service)
    tag, untag, show = (next((name for name in names if name in model.operation_names), "") for names in TAGGING)
    given = model.operation_model(tag).input_shape
    address, tags = sides(given)
    _address, keys = sides(model.operation_model(untag).input_shape)
    look = {show: {sides(model.operation_model(show).input_shape)[0]: of}} if show else {}
    if isinstance(of, dict):
        # Tags are read with the resource, or the resource is named by more than one member.
        look, of = of["look"], of["of"]
    yield {tag: {address: of, tags: in_form(given.members[tags], {"contract": "one", "stage": "two"})}}
    yield {**look, "mentions": "contract"} | tags_shown(model, look, {"contract": "one", "stage": "two"})
    yield {untag: {address: of, keys: ["contract"]}}
    yield {**look, "omits": "contract"} | tags_shown(model, look, {"stage": "two"})


def sides(shape: Any) -> tuple[str, str]:
    """Of a tag operation's request: the member that names the resource, and the one with tags or keys."""
    tags = next((name for name, member in shape.members.items() if member.type_name in ("list", "map")), "")
    return next(name for name in shape.required_members if name != tags), tags


def in_form(shape: Any, tags: dict[str, str]) -> Any:
    """Tags as a service has them: a map, or a list of keys and values."""
    if shape.type_name == "map":
        return tags
    key, value = list(shape.member.members)[:2]
    return [{key: name, value: text} for name, text in tags.items()]


def tags_shown(model: Any, look: dict[str, Any], tags: dict[str, str]) -> dict[str, Any]:
    """What the list of tags must show, if there is an operation for nothing else."""
    (operation,) = look
    if operation not in TAGGING[2]:
        return {}
    where, shape = place(model.operation_model(operation).output_shape)
    if shape.type_name == "map":
        return {"shows": {where: tags}}
    return {"lists": {where: in_form(shape, tags)[-1]}}


def place(shape: Any) -> tuple[str, Any]:
    for name, member in shape.members.items():
        if member.type_name in ("map", "list"):
            return name, member
        if member.type_name == "structure":
            inner, found = place(member)
            return f"{name}.{inner}", found
    raise ValueError(shape)
