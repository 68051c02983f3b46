# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""All looks, layer by layer."""

from __future__ import annotations

from .bedrock import BEDROCK
from .files import FILES
from .network import NETWORK

CHECKS = (*FILES, *NETWORK, *BEDROCK)
