# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The keys of the layers: those that the platform made, and those that it was given."""

from __future__ import annotations

from .broken import need
from .live import Live


def key_of(live: Live, name: str) -> str:
    """ARN of a key by its logical name. One that was given carries no tags of the platform: the outputs name it."""
    ours = live.all("security", "kms_key", f"key-{name}")
    if ours:
        return ours[0]["arn"]
    outputs = live.all("security", "ssm_parameter", "outputs")
    given = [one["id"] for one in outputs if one["id"].endswith(f"/{name}_key_arn")]
    need(given, f"there is no key for {name}")
    return live.ask("ssm", "GetParameter", Name=given[0])["Parameter"]["Value"]
