"""The part of a domain's own REST API that manages its security: roles, and who has them.

The local cloud answers it under a path of its own, for it has no host for each domain. Who signs with an access key
that IAM knows is that user or role; any other key counts as the master user, as keys are not checked anywhere in the
local cloud. unverified: the words of the errors.
"""

import base64
import json
import re
from typing import Any
from urllib.parse import unquote

from emulator.identify import Identity
from emulator.modeled.store import Record
from emulator.services.opensearch.domain import Domain
from emulator.site import Answer, Site, Visit

PATH = re.compile(r"/_opensearch/([a-z][a-z0-9-]+)(/.*)?")
API = re.compile(r"/_plugins/_security/api/(rolesmapping|roles)/?([^/]*)")
ADMINISTRATORS = ("all_access", "security_manager")
STATIC = {
    "all_access": (["*"], [{"index_patterns": ["*"], "allowed_actions": ["*"]}]),
    "security_manager": (["restapi:*"], []),
    "readall": (["cluster_composite_ops_ro"], [{"index_patterns": ["*"], "allowed_actions": ["read"]}]),
    "readall_and_monitor": (
        ["cluster_monitor", "cluster_composite_ops_ro"],
        [{"index_patterns": ["*"], "allowed_actions": ["read"]}],
    ),
    "kibana_user": (["cluster_composite_ops"], []),
}
MEMBERS = {
    "roles": {
        "description": str,
        "cluster_permissions": list,
        "index_permissions": list,
        "tenant_permissions": list,
    },
    "rolesmapping": {
        "description": str,
        "backend_roles": list,
        "and_backend_roles": list,
        "hosts": list,
        "users": list,
    },
}
INDEX_PERMISSION = {"dls": None, "fls": [], "masked_fields": [], "index_patterns": [], "allowed_actions": []}


class Refused(Exception):
    def __init__(self, code: int, status: str, message: str):
        super().__init__(message)
        self.code = code
        self.content = {"status": status, "message": message}


def answer(visit: Visit) -> Answer:
    with visit.cloud.store.lock:
        visit.cloud.settle()
        try:
            return respond(visit)
        except Refused as error:
            return render(error.code, error.content)


def respond(visit: Visit) -> Answer:
    domain = domain_of(visit)
    method, path = visit.environ["REQUEST_METHOD"], visit.found[2] or "/"
    asked = API.fullmatch(path)
    if asked is None or not domain.members["AdvancedSecurityOptions"].get("Enabled"):
        raise Refused(400, "error", f"no handler found for uri [{path}] and method [{method}]")
    kind, name = asked[1], unquote(asked[2])
    check_caller(domain, visit.environ, visit.identity)
    known = contents(domain)[kind]
    if method == "GET":
        return read(known, name)
    if not name:
        raise Refused(405, "error", f"Incorrect HTTP method for uri and method [{method}]")
    if method == "DELETE":
        found = one(known, name)
        refuse_reserved(found, name)
        del known[name]
        outcome = render(200, {"status": "OK", "message": f"'{name}' deleted."})
    elif method == "PUT":
        outcome = put(domain, kind, name, parsed(visit.body))
    elif method == "PATCH":
        outcome = put(domain, kind, name, patched(plain(kind, one(known, name)), parsed(visit.body)))
    else:
        raise Refused(405, "error", f"Incorrect HTTP method for uri and method [{method}]")
    visit.cloud.store.put(domain)
    return outcome


def domain_of(visit: Visit) -> Record:
    name = visit.found[1]
    found = [item for item in visit.cloud.store.everything() if (item.kind, item.id) == (Domain.kind(), name)]
    if not found or found[0].status in (Domain.states.creating, Domain.states.deleting):
        raise Refused(404, "NOT_FOUND", f"No domain {name} answers here.")
    return found[0]


# Who asks -------------------------------------------------------------------------------------------------------------


def check_caller(domain: Record, environ: dict[str, Any], identity: Identity) -> None:
    options = domain.members["AdvancedSecurityOptions"]
    master = options.get("MasterUserOptions", {})
    header = environ.get("HTTP_AUTHORIZATION", "")
    if header.startswith("Basic "):
        given = base64.b64decode(header.removeprefix("Basic ")).decode().partition(":")
        if (given[0], given[2]) != (master.get("MasterUserName"), master.get("MasterUserPassword")):
            raise Refused(401, "UNAUTHORIZED", "Unauthorized")
        return
    if not identity.is_signed:
        raise Refused(401, "UNAUTHORIZED", "Unauthorized")
    arn = arn_of(identity.access_key or "", domain)
    if "MasterUserARN" in master and arn in (None, master["MasterUserARN"]):
        return
    mappings = contents(domain)["rolesmapping"]
    roles = [role for role, told in mappings.items() if arn in (*told.get("users", []), *told.get("backend_roles", []))]
    if not set(roles) & set(ADMINISTRATORS):
        said = f"User {arn or identity.access_key} with Security Roles {roles} does not have any role privileged for"
        raise Refused(403, "FORBIDDEN", f"No permission to access REST API: {said} admin access.")


def arn_of(access_key: str, domain: Record) -> str | None:
    """The IAM user or role behind a key; None for a key that nobody was given."""
    from moto.iam.models import iam_backends
    from moto.sts.models import sts_backends

    iam, sts = iam_backends[domain.account]["aws"], sts_backends[domain.account]["aws"]
    for user in iam.users.values():
        if access_key in [key.access_key_id for key in user.access_keys]:
            return str(user.arn)
    assumed = sts.get_assumed_role_from_access_key(access_key)
    return str(assumed.role_arn) if assumed else None


# What is there --------------------------------------------------------------------------------------------------------


def contents(domain: Record) -> dict[str, dict[str, Any]]:
    """The roles and mappings of a domain, which starts with those that come with the engine."""
    if "security" not in domain.hidden:
        master = domain.members["AdvancedSecurityOptions"].get("MasterUserOptions", {})
        arn, user = master.get("MasterUserARN"), master.get("MasterUserName")
        backend = [arn] if arn and ":role/" in arn else []
        users = [name for name in (arn if not backend else None, user) if name]
        administrator = {"backend_roles": backend, "hosts": [], "users": users, "and_backend_roles": []}
        flags = {"reserved": False, "hidden": False}
        domain.hidden["security"] = {
            "roles": {
                name: {
                    "reserved": True,
                    "hidden": False,
                    "static": True,
                    "cluster_permissions": cluster,
                    "index_permissions": [{**INDEX_PERMISSION, **entry} for entry in indexes],
                    "tenant_permissions": [],
                }
                for name, (cluster, indexes) in STATIC.items()
            },
            "rolesmapping": {name: {**flags, **administrator} for name in ADMINISTRATORS},
        }
    found: dict[str, dict[str, Any]] = domain.hidden["security"]
    return found


def one(known: dict[str, Any], name: str) -> dict[str, Any]:
    if name not in known:
        raise Refused(404, "NOT_FOUND", f"Resource '{name}' not found.")
    found: dict[str, Any] = known[name]
    return found


def refuse_reserved(found: dict[str, Any], name: str) -> None:
    if found.get("reserved"):
        raise Refused(403, "FORBIDDEN", f"Resource '{name}' is reserved.")


def read(known: dict[str, Any], name: str) -> Answer:
    return render(200, {name: one(known, name)} if name else known)


def put(domain: Record, kind: str, name: str, content: dict[str, Any]) -> Answer:
    """The whole of a role or mapping; what is left out is empty."""
    known = contents(domain)
    check(kind, content)
    if kind == "rolesmapping" and name not in known["roles"]:
        raise Refused(404, "NOT_FOUND", f"role '{name}' not found.")
    before = known[kind].get(name)
    if before:
        refuse_reserved(before, name)
    empty = {member: [] for member, shape in MEMBERS[kind].items() if shape is list}
    flags = {"reserved": False, "hidden": False, **({"static": False} if kind == "roles" else {})}
    if "index_permissions" in content:
        content["index_permissions"] = [{**INDEX_PERMISSION, **entry} for entry in content["index_permissions"]]
    known[kind][name] = {**flags, **empty, **content}
    if before:
        return render(200, {"status": "OK", "message": f"'{name}' updated."})
    return render(201, {"status": "CREATED", "message": f"'{name}' created."})


def check(kind: str, content: dict[str, Any]) -> None:
    unknown = sorted(set(content) - set(MEMBERS[kind]))
    if unknown:
        raise Refused(400, "error", f"Invalid configuration: invalid keys {', '.join(unknown)}")
    wrong = [name for name, value in content.items() if not isinstance(value, MEMBERS[kind][name])]
    for entry in content.get("index_permissions") or []:
        wrong += [f"index_permissions.{name}" for name in set(entry) - set(INDEX_PERMISSION)]
    if wrong or not content:
        raise Refused(400, "error", f"Wrong datatype: {', '.join(wrong)}" if wrong else "Request body required.")


def plain(kind: str, found: dict[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in found.items() if name in MEMBERS[kind]}


def parsed(body: bytes) -> Any:
    try:
        return json.loads(body or b"{}")
    except ValueError:
        raise Refused(400, "error", "Could not parse content of request.") from None


def patched(content: dict[str, Any], steps: Any) -> dict[str, Any]:
    """A JSON patch whose paths are members of the resource itself."""
    for step in steps if isinstance(steps, list) else []:
        member = step["path"].strip("/")
        if step["op"] == "remove":
            content.pop(member, None)
        elif step["op"] in ("add", "replace"):
            content[member] = step["value"]
        else:
            raise Refused(400, "error", f"Unsupported patch operation {step['op']}")
    return content


def render(code: int, content: dict[str, Any]) -> Answer:
    return code, [("Content-Type", "application/json")], json.dumps(content).encode()


SITE = Site("opensearch-domain", PATH, answer, keeps=True)
