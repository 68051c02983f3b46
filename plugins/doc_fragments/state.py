# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What every module for a resource has."""

from __future__ import annotations


class ModuleDocFragment:
    """Documents the options that plugins/module_utils/_engine/arguments.py adds for this fragment."""

    DOCUMENTATION = r"""
options:
  state:
    description:
      - Whether the resource should be there, with the given options, or not.
    type: str
    default: present
    choices: [present, absent]
notes:
  - In check mode the request is held against the API's model and the result is predicted. What only the service can
    assign, such as an id, is then returned as V((known after apply)), which every option of this collection accepts.
"""
