# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""All looks, layer by layer."""

from __future__ import annotations

from .agentcore import AGENTCORE
from .alarms import ALARMS
from .auth import AUTH
from .bedrock import BEDROCK
from .cicd import CICD
from .compliance import COMPLIANCE
from .config import CONFIG
from .containers import CONTAINERS
from .cost import COST
from .database import DATABASE
from .dns import DNS
from .files import FILES
from .guards import GUARDS
from .load_balancing import LOAD_BALANCING
from .logs import LOGS
from .network import NETWORK
from .recovery import RECOVERY
from .registry import REGISTRY
from .review import REVIEW
from .scaling import SCALING
from .search import SEARCH
from .security import SECURITY
from .storage import STORAGE
from .traces import TRACES

CHECKS = (
    *FILES,
    *NETWORK,
    *SECURITY,
    *LOAD_BALANCING,
    *DNS,
    *DATABASE,
    *SEARCH,
    *STORAGE,
    *REGISTRY,
    *CONTAINERS,
    *SCALING,
    *BEDROCK,
    *AGENTCORE,
    *AUTH,
    *CONFIG,
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
