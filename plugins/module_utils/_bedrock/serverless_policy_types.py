# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The types of policies of OpenSearch Serverless, which two families of operations share."""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NoReturn

from .._engine import info, module
from .._engine.context import Context
from .._engine.reconcile import Reconciler
from .._engine.resource import Resource
from .serverless_policy import RESOURCE

_SECURITY = replace(RESOURCE, local=(), parents=("type",))
_ACCESS = replace(_SECURITY, noun="AccessPolicy", listing="ListAccessPolicies")
TYPES = {"data": _ACCESS, "encryption": _SECURITY, "network": _SECURITY}


def _of_type(context: Context, name: str) -> Context:
    context.params["type"] = name
    context.resource = TYPES[name]
    return context


def _keep(context: Context) -> dict[str, Any]:
    reconciler = Reconciler(_of_type(context, context.params["type"]))
    return reconciler.absent() if context.params["state"] == "absent" else reconciler.present()


def _list(context: Context) -> dict[str, Any]:
    """Those of one type, or of all."""
    types = [context.params["type"]] if context.params["type"] else sorted(TYPES)
    found = [policy for name in types for policy in info.list_resources(_of_type(context, name))[RESOURCE.several]]
    return {"changed": False, RESOURCE.several: found}


def run(resource: Resource, documentation: str) -> NoReturn:
    """As the engine's, after the type has chosen the operations."""
    module.perform(resource, documentation, _keep)


def run_info(resource: Resource, documentation: str) -> NoReturn:
    module.perform(resource, documentation, _list)
