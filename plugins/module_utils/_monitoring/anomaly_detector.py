# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Anomaly detectors, which have no name: they are known by what they learn."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import Comparison, same_set, same_time
from .._engine.resource import ByList, Resource

Members = dict[str, Any]

_FORMS = ("SingleMetricAnomalyDetector", "MetricMathAnomalyDetector")
_OLD_FORM = ("Namespace", "MetricName", "Dimensions", "Stat")  # answers still tell it, beside the other


def _learns_the_same(live: Members, wanted: Members) -> bool:
    """Whether a detector is the wanted one; what is not said of the metric, such as dimensions, it must not have."""
    for form in _FORMS:
        asked, told = wanted.get(form), live.get(form)
        if bool(asked) != bool(told):
            return False
        if asked and told:
            empty = dict.fromkeys(name for name in told if name not in asked and not told[name])
            if Comparison({"Dimensions": same_set}).difference(None, {form: {**empty, **asked}}, {form: told}):
                return False
    return True


def _update_request(_context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    return {name: value for name, value in request.items() if name not in _OLD_FORM}


RESOURCE = Resource(
    service="cloudwatch",
    noun="AnomalyDetector",
    returns="anomaly_detector",
    create="PutAnomalyDetector",
    read="",
    update="PutAnomalyDetector",
    listing="DescribeAnomalyDetectors",
    find=ByList(agrees=_learns_the_same, request={"AnomalyDetectorTypes": ["SINGLE_METRIC", "METRIC_MATH"]}),
    ids={"AnomalyDetectorId": "AnomalyDetectorId"},
    compare={"Dimensions": same_set, "StartTime": same_time, "EndTime": same_time},
    update_request=_update_request,
)
