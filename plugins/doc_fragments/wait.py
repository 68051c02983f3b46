# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""For resources that take time."""

from __future__ import annotations


class ModuleDocFragment:
    """Documents the options that plugins/module_utils/_engine/arguments.py adds for this fragment."""

    DOCUMENTATION = r"""
options:
  wait:
    description:
      - Wait until what was asked for is done, whether something is made or removed.
      - Without waiting, the same task with O(wait=true) later on waits for what an earlier one started.
    type: bool
    default: true
  wait_timeout:
    description:
      - How long to wait, in seconds. The message of a wait that ran out tells what was last seen.
    type: int
    default: 600
"""
