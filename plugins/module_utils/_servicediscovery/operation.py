# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Operations of Cloud Map: what changes a namespace or a service only gives a ticket, whose end has to be asked for."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.state import FAILED, PENDING, READY, State, wait_until_ready

Members = dict[str, Any]
_KINDS = {"SUCCESS": READY, "FAIL": FAILED}


def ticket(context: Context, answer: Members) -> Members:
    """Wait for the operation and give the id of its namespace; EngineError has the reason of a failure.

    Without waiting, it is what the operation tells so far.
    """
    number = answer.get("OperationId")
    if number is None:
        return answer

    def read() -> Members:
        return context.api.call("GetOperation", OperationId=number)["Operation"]

    waits = context.params.get("wait", True)
    operation = wait_until_ready(context.what, read, _state, context.deadline()) if waits else read()
    namespace = (operation.get("Targets") or {}).get("NAMESPACE")
    return {"Id": namespace} if namespace else {}


def _state(operation: Members) -> State:
    status = operation.get("Status", "")
    reason = ": ".join(operation[name] for name in ("ErrorCode", "ErrorMessage") if operation.get(name))
    return State(_KINDS.get(status, PENDING), status, reason)
