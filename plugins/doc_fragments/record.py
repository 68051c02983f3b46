# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""For settings that an account or a region has once, and that may have been set by somebody else before."""

from __future__ import annotations


class ModuleDocFragment:
    """Documents the options that plugins/module_utils/_engine/arguments.py adds for this fragment."""

    DOCUMENTATION = r"""
options:
  state:
    description:
      - V(present) sets what the other options say.
      - V(restored) puts back what was there before the first change that was recorded, and removes the record. Without
        a record nothing was changed, and nothing is. What somebody else has set since stays as it is.
    type: str
    default: present
    choices: [present, restored]
  record:
    description:
      - Name of a parameter in Parameter Store that keeps what the options were before they were first changed, and
        what they were changed to, such as V(/shop/dev/settings/traces). It is written before the change, and only if
        there is one.
      - Without it the prior value is only returned. Needed for O(state=restored).
    type: str
  record_tags:
    description: Tags of that parameter, set when it is made.
    type: dict
"""
