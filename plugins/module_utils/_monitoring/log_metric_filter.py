# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Metric filters: numbers made of what is logged."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import Resource
from .log_filters import of_log_group

RESOURCE = Resource(
    **of_log_group("MetricFilter"),
    returns="metric_filter",
    compare={"emitSystemFieldDimensions": same_set},
)
