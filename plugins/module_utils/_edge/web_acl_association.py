# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Which web ACL stands before a resource."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.unknown import is_unknown
from .web_acl import TRANSIENT

Members = dict[str, Any]


def _known(context: Context, request: Members) -> Members:
    """The request, if its web ACL exists: check mode has to tell that as well."""
    arn = request["WebACLArn"]
    if not is_unknown(arn) and context.api.find("GetWebACL", ARN=arn) is None:
        raise EngineError(f"web_acl_arn: there is no web ACL {arn}. Create it first, or give the ARN of another one.")
    return request


RESOURCE = Resource(
    service="wafv2",
    noun="WebACLAssociation",
    returns="web_acl_association",
    create="AssociateWebACL",
    read="GetWebACLForResource",
    update="AssociateWebACL",
    delete="DisassociateWebACL",
    listing="",
    exists=lambda live: "ARN" in live,
    observe=lambda _context, live: {**live, "WebACLArn": live.get("ARN")},
    create_request=_known,
    update_request=lambda context, _live, request, _changes: _known(context, request),
    computed=lambda context, live: {"web_acl_arn": context.wanted.get("WebACLArn") or live.get("ARN")},
    transient=TRANSIENT,
    explain={"WAFNonexistentItemException": "Either the resource or the web ACL is not there, or in another region."},
)
