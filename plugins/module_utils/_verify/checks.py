# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""All looks, layer by layer."""

from __future__ import annotations

from .agentcore import AGENTCORE
from .alarms import ALARMS
from .bedrock import BEDROCK
from .cicd import CICD
from .compliance import COMPLIANCE
from .containers import CONTAINERS
from .cost import COST
from .files import FILES
from .guards import GUARDS
from .logs import LOGS
from .network import NETWORK
from .recovery import RECOVERY
from .registry import REGISTRY
from .review import REVIEW
from .scaling import SCALING
from .traces import TRACES

CHECKS = (
    *FILES,
    *NETWORK,
    *REGISTRY,
    *CONTAINERS,
    *SCALING,
    *BEDROCK,
    *AGENTCORE,
    *LOGS,
    *ALARMS,
    *TRACES,
    *CICD,
    *COST,
    *COMPLIANCE,
    *GUARDS,
    *RECOVERY,
    *REVIEW,
)
