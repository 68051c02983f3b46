# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The second factors of a user pool, and passkeys: a setting is set as a whole."""

from __future__ import annotations

from typing import Any

from .._engine.shapes import merge

Members = dict[str, Any]


def read(context: Any, live: Members) -> Members:
    """An answer is silent about codes of an app while there are none."""
    answer = context.api.find("GetUserPoolMfaConfig", UserPoolId=live["Id"]) or {}
    return {"SoftwareTokenMfaConfiguration": {"Enabled": False}, **answer}


def write(context: Any, live: Members, current: Members, wanted: Members) -> None:
    shape = context.api.input("SetUserPoolMfaConfig")
    context.api.call("SetUserPoolMfaConfig", UserPoolId=live["Id"], **merge(shape, current, wanted))
    live["MfaConfiguration"] = wanted.get("MfaConfiguration", live.get("MfaConfiguration"))
