# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""For resources with a secret that the API takes and never shows."""

from __future__ import annotations


class ModuleDocFragment:
    """Documents the options that plugins/module_utils/_engine/arguments.py adds for this fragment."""

    DOCUMENTATION = r"""
options:
  update_secret:
    description:
      - The API never shows the secret, so the module cannot tell whether it differs.
      - V(on_create) sends it when the resource is created, and along with any other change.
      - V(always) sends it each time, which always counts as a change.
    type: str
    default: on_create
    choices: [on_create, always]
"""
