# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The action of modules without an action plugin of their own, as Ansible finds it: ansible.legacy.normal."""

from __future__ import annotations

from ansible_collections.bidops.platform.plugins.action import in_process


class ActionModule(in_process.ActionModule):
    """The action of this collection's own modules, for those of others."""
