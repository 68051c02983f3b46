# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who has a role of a domain with fine-grained access control."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import Resource
from .security import about

RESOURCE = Resource(
    returns="role_mapping",
    compare=dict.fromkeys(("users", "backend_roles", "and_backend_roles", "hosts"), same_set),
    **about("RoleMapping"),
)
