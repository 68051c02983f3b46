# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Passwords that the service makes up."""

from __future__ import annotations

from typing import Any

from .._engine.api import failure
from .._engine.context import Context
from .._engine.resource import Resource
from .._engine.sdk import botocore
from .._engine.shapes import snake

OPERATION = "GetRandomPassword"
RESOURCE = Resource(service="secretsmanager", noun="RandomPassword", returns="random_password", read=OPERATION)


def make(context: Context) -> dict[str, Any]:
    """The module's result."""
    members = {snake(member): member for member in context.api.members(OPERATION)}
    given = {name: context.params[name] for name in context.options if context.params[name] is not None}
    request = {members[name]: value for name, value in given.items()}
    context.api.check(OPERATION, request)
    try:
        return {"changed": False, RESOURCE.returns: context.api.call(OPERATION, **request)["RandomPassword"]}
    except botocore.exceptions.ClientError as error:
        raise failure("make up a password", error) from error
