# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""For resources that have members which only a new one can have."""

from __future__ import annotations


class ModuleDocFragment:
    """Documents the options that plugins/module_utils/_engine/arguments.py adds for this fragment."""

    DOCUMENTATION = r"""
options:
  force_replace:
    description:
      - Delete the resource and create it anew when an option changes that the API cannot change on an existing
        resource, or when its creation failed. Without it, the module then fails and changes nothing.
      - The new resource has another id and starts empty.
    type: bool
    default: false
"""
