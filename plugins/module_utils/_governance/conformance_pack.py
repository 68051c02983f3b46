# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Conformance packs of AWS Config."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_entries
from .._engine.errors import EngineError
from .._engine.resource import ByKey, Resource
from .._engine.state import FAILED, GONE, PENDING, READY, State
from .._engine.tags import Tagging

Members = dict[str, Any]

_PUT = "PutConformancePack"
_TEMPLATES = ("TemplateBody", "TemplateS3Uri", "TemplateSSMDocumentDetails", "Source")


def _with_template(_context: Context, request: Members) -> Members:
    """The request, with the one template that the service needs each time, for it does not take parts of a wish."""
    if not any(name in request for name in _TEMPLATES):
        raise EngineError(
            "A conformance pack needs template_body, template_s3_uri, template_ssm_document_details or source."
        )
    return request


def _update(context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    """What is wanted as a template stands in for what there was."""
    wanted = [name for name in _TEMPLATES if name in context.wanted]
    kept = {name: value for name, value in request.items() if name not in _TEMPLATES or name in wanted or not wanted}
    return _with_template(context, kept)


def _state(live: Members) -> State:
    status = live.get("ConformancePackState", "")
    kinds = {"DELETE_IN_PROGRESS": GONE, "CREATE_IN_PROGRESS": PENDING, "UPDATE_IN_PROGRESS": PENDING}
    kind = kinds.get(status, FAILED if status.endswith("_FAILED") else READY)
    return State(kind, status, live.get("ConformancePackStatusReason", ""))


RESOURCE = Resource(
    service="config",
    noun="ConformancePack",
    returns="conformance_pack",
    find=ByKey(),
    create=_PUT,
    read="DescribeConformancePacks",
    also_read=("DescribeConformancePackStatus",),
    update=_PUT,
    listing="DescribeConformancePacks",
    wrapper="ConformancePackDetails",
    ids={"ConformancePackNames": "ConformancePackName", "ConformancePackName": "ConformancePackName"},
    renames={"name": "ConformancePackName"},
    create_request=_with_template,
    update_request=_update,
    unreadable=("TemplateBody", "TemplateS3Uri"),
    local=("update_template",),
    renewed_by="update_template",
    compare={"ConformancePackInputParameters": same_entries("ParameterName")},
    state=_state,
    tagging=Tagging(target={"ResourceArn": "ConformancePackArn"}),
)
