# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Who is told of anomalies in costs."""

from __future__ import annotations

from .._engine.diff import same_entries, same_set
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging

RESOURCE = Resource(
    service="ce",
    noun="AnomalySubscription",
    returns="anomaly_subscription",
    find=ByList(match={"SubscriptionName": "SubscriptionName"}),
    read="",
    listing="GetAnomalySubscriptions",
    ids={"SubscriptionArn": "SubscriptionArn"},
    envelopes={"CreateAnomalySubscription": "AnomalySubscription"},
    renames={"name": "SubscriptionName"},
    update_sends="changed",
    compare={"MonitorArnList": same_set, "Subscribers": same_entries("Type", "Address")},
    missing=("UnknownSubscriptionException",),
    tagging=Tagging(target={"ResourceArn": "SubscriptionArn"}),
)
