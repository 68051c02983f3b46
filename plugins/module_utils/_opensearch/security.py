# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Fine-grained access control of a domain, through the domain's own REST API: no operation of AWS reaches it."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.rest import RestApi
from .._engine.sdk import botocore

_PATH = "/_plugins/_security/api"
_TEXTS = {"type": "list", "member": {"shape": "Text"}}
_FLAG = {"type": "boolean"}


def _kind(noun: str, plural: str, path: str) -> dict[str, Any]:
    """The operations of one kind of thing; its name, the member role, is the last part of the path."""

    def operation(name: str, method: str, ending: str, **shapes: str) -> dict[str, Any]:
        named = {side: {"shape": shape} for side, shape in shapes.items()}
        return {"name": name, "http": {"method": method, "requestUri": f"{_PATH}/{path}{ending}"}, **named}

    one = "/{role}"
    return {
        f"Get{noun}": operation(f"Get{noun}", "GET", one, input="Named", output=f"{noun}Told"),
        f"Put{noun}": operation(f"Put{noun}", "PUT", one, input=noun),
        f"Delete{noun}": operation(f"Delete{noun}", "DELETE", one, input="Named"),
        f"List{plural}": operation(f"List{plural}", "GET", "", input="Nothing", output=f"{plural}Told"),
    }


def _structure(*required: str, **members: str) -> dict[str, Any]:
    named = {name: {"shape": shape} for name, shape in members.items()}
    if "role" in named:
        named["role"] = {"shape": "Text", "location": "uri", "locationName": "role"}
    return {"type": "structure", "members": named, "required": list(required)}


def _told(**members: str) -> dict[str, Any]:
    own = {name: {"shape": shape} for name, shape in members.items()}
    more = {"role": {"shape": "Text"}, **{name: {"shape": "Flag"} for name in ("reserved", "hidden", "static")}}
    return {"type": "structure", "members": {**more, **own}}


_ROLE = {
    "description": "Text",
    "cluster_permissions": "Texts",
    "index_permissions": "IndexPermissions",
    "tenant_permissions": "TenantPermissions",
}
_MAPPING = {
    "description": "Text",
    "users": "Texts",
    "backend_roles": "Texts",
    "and_backend_roles": "Texts",
    "hosts": "Texts",
}
_MODEL = {
    "metadata": {"protocol": "rest-json", "serviceId": "es", "apiVersion": "1", "endpointPrefix": "es"},
    "operations": {**_kind("Role", "Roles", "roles"), **_kind("RoleMapping", "RoleMappings", "rolesmapping")},
    "shapes": {
        "Text": {"type": "string"},
        "Texts": _TEXTS,
        "Flag": _FLAG,
        "Nothing": _structure(),
        "Named": _structure("role", role="Text"),
        "Role": _structure("role", role="Text", **_ROLE),
        "RoleTold": _told(**_ROLE),
        "RolesTold": _structure(roles="RoleList"),
        "RoleList": {"type": "list", "member": {"shape": "RoleTold"}},
        "RoleMapping": _structure("role", role="Text", **_MAPPING),
        "RoleMappingTold": _told(**_MAPPING),
        "RoleMappingsTold": _structure(role_mappings="RoleMappingList"),
        "RoleMappingList": {"type": "list", "member": {"shape": "RoleMappingTold"}},
        "IndexPermissions": {"type": "list", "member": {"shape": "IndexPermission"}},
        "IndexPermission": _structure(
            "index_patterns",
            index_patterns="Texts",
            allowed_actions="Texts",
            dls="Text",
            fls="Texts",
            masked_fields="Texts",
        ),
        "TenantPermissions": {"type": "list", "member": {"shape": "TenantPermission"}},
        "TenantPermission": _structure("tenant_patterns", tenant_patterns="Texts", allowed_actions="Texts"),
    },
}


def api(context: Context) -> RestApi:
    """The API of the domain that the options name."""
    return RestApi(context, _MODEL, _endpoint, "es", _shaped)


def _endpoint(context: Context) -> str:
    """Where the domain answers: what the user says, or else what the service tells of it.

    Nothing is in a domain that is not there; neither is it, for check mode, in one that has no endpoint yet.
    """
    if context.params.get("endpoint"):
        return context.params["endpoint"]
    name = context.params["domain_name"]
    status = (context.api_of("opensearch").find("DescribeDomain", DomainName=name) or {}).get("DomainStatus")
    host = status and (status.get("Endpoint") or (status.get("Endpoints") or {}).get("vpc"))
    if status and not host and not context.check_mode:
        raise EngineError(f"The domain '{name}' has no endpoint yet: wait until it is ready.")
    if not host:
        said = {"Code": "404", "Message": f"There is no domain '{name}' that answers."}
        raise botocore.exceptions.ClientError({"Error": said}, "DescribeDomain")
    return f"https://{host}"


def _shaped(operation: Any, body: dict[str, Any]) -> dict[str, Any]:
    """The answers are maps from a role to what is told of it; others only say that it was done."""
    if operation.output_shape is None:
        return {}
    told = [{"role": role, **value} for role, value in body.items()]
    member = next(iter(operation.output_shape.members))
    return told[0] if operation.name.startswith("Get") else {member: told}


def refuse_reserved(_context: Context, live: dict[str, Any]) -> None:
    """Nobody can change what comes with the engine."""
    if live.get("reserved") or live.get("static"):
        raise EngineError(f"{live['role']} comes with OpenSearch and cannot be removed.")


def about(noun: str) -> dict[str, Any]:
    """What the declarations of all kinds of things have in common."""
    return {
        "service": "opensearch",
        "noun": noun,
        "api": api,
        "create": f"Put{noun}",
        "update": f"Put{noun}",
        "ids": {"role": "role"},
        "local": ("domain_name", "endpoint", "username", "password"),  # where, and as whom
        "secret": ("password",),
        "refuse_delete": refuse_reserved,
        "explain": {
            "401": "The domain does not know the username and password.",
            "403": "The caller has to be the master user of the domain, or have a role that may manage its security.",
            "400": "Fine-grained access control (advanced_security_options of the domain) may be off.",
        },
        "transient": {"429": ".", "503": "."},
    }
