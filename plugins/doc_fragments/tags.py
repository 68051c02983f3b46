# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""For resources that can be tagged."""

from __future__ import annotations


class ModuleDocFragment:
    """Documents the options that plugins/module_utils/_engine/arguments.py adds for this fragment."""

    DOCUMENTATION = r"""
options:
  tags:
    description:
      - Tags of the resource, name to value. Not given, tags are left alone.
    type: dict
    aliases: [resource_tags]
  purge_tags:
    description:
      - Remove tags that are not in O(tags), except those whose names start with C(aws:).
    type: bool
    default: true
  required_tags:
    description:
      - Tags that an existing resource must carry before the module changes or deletes it. If it does not carry them,
        the module fails and changes nothing. So nothing is touched that merely has the same name.
    type: dict
"""
