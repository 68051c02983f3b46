"""Which operation of which service a request is for."""

import functools
import gzip
import io
import json
import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs

from botocore.loaders import Loader, create_loader
from moto.core.request import Request
from moto.core.routing import get_service_router
from moto.core.utils import get_service_model
from werkzeug.exceptions import HTTPException

SCOPE = re.compile(r"Credential=([^/]+)/\d{8}/([^/]+)/([^/]+)/aws4_request")
CBOR_PATH = re.compile(r"^/service/([^/]+)/operation/([^/]+)$")
METADATA_CHARACTERS = 16384
# Several services sign as one. Those that are ours, or whose paths are the more specific, are asked first; of docdb,
# neptune and rds, which even share their version, the one with all operations.
FIRST = (
    "bedrock-agentcore-control",
    "bedrock-agent",
    "bedrock-agent-runtime",
    "bedrock",
    "opensearch",
    "rds",
    "s3control",
)


@dataclass(frozen=True)
class Api:
    """What a service's model says about the form of its requests."""

    service: str
    protocols: tuple[str, ...]
    target_prefix: str | None
    version: str
    knows_query_codes: bool = False
    """Whether its clients expect the error codes of the protocol query."""


@dataclass(frozen=True)
class Identity:
    service: str | None = None
    operation: str | None = None
    region: str | None = None
    access_key: str | None = None
    protocol: str | None = None
    uri_params: dict[str, Any] = field(default_factory=dict)

    @property
    def is_signed(self) -> bool:
        return self.access_key is not None


def identify(environ: dict[str, Any]) -> Identity:
    """Read the credential scope, then find the operation by target header, form body or path. Never raises."""
    query = parse_qs(environ.get("QUERY_STRING", ""))
    presigned = query.get("X-Amz-Credential", [""])[0]
    scope = SCOPE.search(environ.get("HTTP_AUTHORIZATION", "") or f"Credential={presigned}")
    if not scope:
        return _unsigned(environ, query)
    key, region, signing_name = scope.groups()
    candidates = apis().get(signing_name.lower(), ())
    for match in (_by_target, _by_form, _by_path):
        found = match(environ, candidates, query)
        if found:
            api, operation, uri_params = found
            protocol = _protocol(environ, api)
            return Identity(api.service, operation, region, key, protocol, uri_params)
    if len(candidates) == 1:
        return Identity(candidates[0].service, None, region, key, _protocol(environ, candidates[0]))
    return Identity(signing_name, None, region, key, None)


def _unsigned(environ: dict[str, Any], query: Any) -> Identity:
    """Some operations, such as a sign-in, take no credentials. Only their target tells what they are."""
    everything = tuple(api for group in apis().values() for api in group)
    found = _by_target(environ, everything, query) if "HTTP_X_AMZ_TARGET" in environ else None
    return Identity(found[0].service, found[1], protocol=_protocol(environ, found[0])) if found else Identity()


def identify_unsigned(environ: dict[str, Any], identity: Identity) -> Identity:
    """What a request without credentials is for, if its target doesn't tell: a sign-in of STS, or a look into S3."""
    if identity.service is not None:
        return identity
    query = parse_qs(environ.get("QUERY_STRING", ""))
    for signing_name, match in (("sts", _by_form), ("s3", _by_path)):
        found = match(environ, apis()[signing_name], query)
        if found:
            api, operation, uri_params = found
            return Identity(api.service, operation, "us-east-1", None, _protocol(environ, api), uri_params)
    return identity


Match = tuple[Api, str, dict[str, Any]] | None


def _by_target(environ: dict[str, Any], candidates: tuple[Api, ...], query: Any) -> Match:
    prefix, _dot, operation = environ.get("HTTP_X_AMZ_TARGET", "").rpartition(".")
    if not operation:
        found = CBOR_PATH.match(environ.get("PATH_INFO", ""))
        if not found:
            return None
        prefix, operation = found.groups()
    api = next((api for api in candidates if api.target_prefix == prefix), None)
    return (api, operation, {}) if api else None


def _by_form(environ: dict[str, Any], candidates: tuple[Api, ...], query: dict[str, list[str]]) -> Match:
    apis_with_forms = [api for api in candidates if {"query", "ec2"} & set(api.protocols)]
    if not apis_with_forms:
        return None
    form = query
    if environ.get("CONTENT_TYPE", "").startswith("application/x-www-form-urlencoded"):
        form = query | parse_qs(buffered_body(environ).decode("utf-8", errors="replace"))
    operation, version = form.get("Action", [""])[0], form.get("Version", [""])[0]
    api = next((api for api in apis_with_forms if api.version == version), apis_with_forms[0])
    return (api, operation, {}) if operation else None


def _by_path(environ: dict[str, Any], candidates: tuple[Api, ...], query: Any) -> Match:
    """On AWS the host would tell the service; here several may know the path, and then the ARN in the body tells."""
    rest = [api for api in candidates if any(protocol.startswith("rest-") for protocol in api.protocols)]
    found = [match for api in rest for match in _routed(environ, api)]
    found = found or [match for api in rest for match in _routed_without_query(environ, api)]
    if len(found) < 2 or "json" not in environ.get("CONTENT_TYPE", "json"):
        return found[0] if found else None
    body = buffered_body(environ)
    return next((match for match in found if _takes(match[0].service, match[1], body)), found[0])


def _routed(environ: dict[str, Any], api: Api) -> Iterator[tuple[Api, str, dict[str, Any]]]:
    try:
        operation, uri_params = get_service_router(api.service).match(Request(dict(environ)))
        yield api, str(operation.name), uri_params
    except (HTTPException, NotImplementedError):
        pass


def _routed_without_query(environ: dict[str, Any], api: Api) -> Iterator[tuple[Api, str, dict[str, Any]]]:
    """moto's router knows no operation for what lacks something in its query. The service tells what it lacks."""
    for name in _required_in_query(api.service) if "rest-json" in api.protocols else ():
        query = f"{environ.get('QUERY_STRING', '')}&{name}=".lstrip("&")
        yield from _routed({**environ, "QUERY_STRING": query}, api)


@functools.cache
def _required_in_query(service: str) -> list[str]:
    model = get_service_model(service)
    shapes = [model.operation_model(name).input_shape for name in model.operation_names]
    return sorted({name for shape in shapes if shape for name in shape.required_query_args})


def _takes(service: str, operation: str, body: bytes) -> bool:
    """Whether the ARNs in a body are such as the operation takes."""
    shape = get_service_model(service).operation_model(operation).input_shape
    try:
        given = json.loads(body or b"{}")
    except ValueError:
        return False
    arns = {name: text for name, text in given.items() if isinstance(text, str) and text.startswith("arn:")}
    patterns = {name: member.metadata.get("pattern", ".*") for name, member in shape.members.items()}
    return all(name in patterns and re.fullmatch(patterns[name], arn) for name, arn in arns.items())


def _protocol(environ: dict[str, Any], api: Api) -> str:
    """The protocol of this very request, for services that speak several."""
    kind = environ.get("CONTENT_TYPE", "")
    if "cbor" in kind:
        return "smithy-rpc-v2-cbor"
    if kind.startswith("application/x-www-form-urlencoded"):
        return next((name for name in api.protocols if name in ("query", "ec2")), api.protocols[0])
    if "json" in kind:
        return next((name for name in api.protocols if name.endswith("json")), api.protocols[0])
    return api.protocols[0]


def buffered_body(environ: dict[str, Any]) -> bytes:
    """The request's body, which stays readable for whoever comes next."""
    length = int(environ.get("CONTENT_LENGTH") or 0)
    body = environ["wsgi.input"].read(length) if length else b""
    environ["wsgi.input"] = io.BytesIO(body)
    return bytes(body)


@functools.cache
def apis() -> dict[str, tuple[Api, ...]]:
    """Signing name -> the services that sign with it, from the head of every botocore model (quick, unlike loading)."""
    loader = create_loader()
    found: dict[str, list[Api]] = defaultdict(list)
    for service in loader.list_available_services("service-2"):
        head = _metadata(loader, service)
        if head is None:
            continue
        protocols = tuple(head.get("protocols") or [head["protocol"]])
        had_query = "awsQueryCompatible" in head
        api = Api(service, protocols, head.get("targetPrefix"), head["apiVersion"], had_query)
        found[head.get("signingName", head["endpointPrefix"])].append(api)
    order = {service: place for place, service in enumerate(FIRST)}
    return {
        name: tuple(sorted(group, key=lambda api: (order.get(api.service, len(order)), api.service)))
        for name, group in found.items()
    }


@functools.cache
def _api(service: str | None) -> tuple[str, Api] | None:
    return next(((name, api) for name, group in apis().items() for api in group if api.service == service), None)


def signing_name(service: str) -> str:
    """What a service is called in signatures."""
    found = _api(service)
    return found[0] if found else service


def knows_query_codes(service: str | None) -> bool:
    """Whether the clients of a service expect the error codes of the protocol that it once had."""
    found = _api(service)
    return found is not None and found[1].knows_query_codes


def _metadata(loader: Loader, service: str) -> dict[str, Any] | None:
    version = loader.determine_latest_version(service, "service-2")
    for root in loader.search_paths:
        folder = Path(root, service, version)
        if (packed := folder / "service-2.json.gz").exists():
            with gzip.open(packed, "rt", encoding="utf-8") as stream:
                return _object_after(stream.read(METADATA_CHARACTERS), '"metadata":')
        if (plain := folder / "service-2.json").exists():
            with plain.open(encoding="utf-8") as stream:
                return _object_after(stream.read(METADATA_CHARACTERS), '"metadata":')
    return None


def _object_after(text: str, key: str) -> dict[str, Any] | None:
    start = text.find(key)
    if start < 0:
        return None
    value, _end = json.JSONDecoder().raw_decode(text[start + len(key) :].lstrip())
    return dict(value)
