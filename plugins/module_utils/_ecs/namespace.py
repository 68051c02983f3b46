# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Namespaces of Service Connect: asked for by name, told by ARN."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context


def in_words_of(context: Context, wanted: dict[str, Any] | None, told: dict[str, Any]) -> dict[str, Any]:
    """What is told, with the namespace by its name where the wish names it so."""
    name, arn = (wanted or {}).get("namespace", ""), told.get("namespace", "")
    if name.startswith("arn:") or not arn.startswith("arn:") or not name:
        return told
    api = context.api_of("servicediscovery")
    found = api.find("GetNamespace", Id=arn.rpartition("/")[2])
    return {**told, "namespace": found["Namespace"]["Name"]} if found else told
