# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Subscription filters: where else what is logged goes."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import Resource
from .log_filters import of_log_group

RESOURCE = Resource(
    **of_log_group("SubscriptionFilter"),
    returns="subscription_filter",
    compare={"emitSystemFields": same_set},
    # The service tries the destination out; IAM takes a moment to spread the role or the permission.
    transient={"InvalidParameterException": "role|permission"},
)
