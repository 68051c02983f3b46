# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How the registry of the account scans images."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import Resource

RESOURCE = Resource(
    service="ecr",
    noun="RegistryScanningConfiguration",
    returns="registry_scanning",
    create="",
    update="PutRegistryScanningConfiguration",
    delete="",
    listing="",
    wrapper="scanningConfiguration",
    compare={"rules": same_set},
)
