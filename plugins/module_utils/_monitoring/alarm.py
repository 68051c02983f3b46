# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Alarms on metrics."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import Resource
from .alarms import IN_ANY_ORDER, of_type

Members = dict[str, Any]

# Options of which an alarm has one at most.
INSTEAD_OF_EACH_OTHER = (
    ("metric_name", "metrics", "evaluation_criteria"),
    ("statistic", "extended_statistic"),
    ("threshold", "threshold_metric_id"),
)

_ONE_METRIC = ("MetricName", "Namespace", "Statistic", "ExtendedStatistic", "Dimensions", "Period", "Unit")
_LIMIT = ("EvaluationPeriods", "DatapointsToAlarm", "ComparisonOperator", "TreatMissingData")
_FORMS = (
    (_ONE_METRIC, ("Metrics",), ("EvaluationCriteria",)),
    ((*_LIMIT, "Threshold", "ThresholdMetricId"), ("EvaluationCriteria",)),
    (("Statistic",), ("ExtendedStatistic",)),
    (("Threshold",), ("ThresholdMetricId",)),
)


def _observe(context: Context, live: Members) -> Members:
    """The queries in the order in which they are asked for: they go by their ids."""
    order = [query["Id"] for query in context.wanted.get("Metrics") or []]
    place = {key: number for number, key in enumerate(order)}
    queries = sorted(live.get("Metrics") or [], key=lambda query: place.get(query["Id"], len(order)))
    return {**live, **({"Metrics": queries} if queries else {})}


def _update_request(context: Context, _live: Members, request: Members, _changes: Members) -> Members:
    """The update keeps what the user does not speak of, but not what the new wish stands in for."""
    for forms in _FORMS:
        meant = [form for form in forms if any(name in context.wanted for name in form)]
        left = [name for form in forms if meant and form not in meant for name in form]
        request = {name: value for name, value in request.items() if name not in left}
    return {name: value for name, value in request.items() if value or name not in ("Metrics", "Dimensions")}


RESOURCE = Resource(
    service="cloudwatch",
    noun="MetricAlarm",
    returns="alarm",
    create="PutMetricAlarm",
    update="PutMetricAlarm",
    **of_type("MetricAlarm"),
    observe=_observe,
    compare={**IN_ANY_ORDER, "Dimensions": same_set},
    update_request=_update_request,
)
