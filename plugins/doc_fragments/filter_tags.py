# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""For modules that list resources which can be tagged."""

from __future__ import annotations


class ModuleDocFragment:
    """Documents the options that plugins/module_utils/_engine/arguments.py adds for this fragment."""

    DOCUMENTATION = r"""
options:
  tags:
    description:
      - Only resources that carry these tags, name to value.
      - Tags cost a request for each resource, so they are only read, and returned, when this is given. An empty
        dictionary asks for all resources with their tags.
    type: dict
"""
