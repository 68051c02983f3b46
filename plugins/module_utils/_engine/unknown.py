# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What a value is called that exists only after a real run.

In check mode a resource that would be created has no id yet. Its place is taken by one literal string, so that later
tasks of the same run can be predicted too, and so that a reader of the diff sees what cannot be known.
"""

from __future__ import annotations

from typing import Any

UNKNOWN = "(known after apply)"


def is_unknown(value: Any) -> bool:
    """Whether I(value) is a string that contains the mark, for example an ARN built around an unknown id."""
    return isinstance(value, str) and UNKNOWN in value


def has_unknown(value: Any) -> bool:
    """Whether the mark occurs anywhere in a nested value."""
    if isinstance(value, dict):
        return any(has_unknown(item) for item in value.values())
    if isinstance(value, (list, tuple)):
        return any(has_unknown(item) for item in value)
    return is_unknown(value)
