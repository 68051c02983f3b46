# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: metric_alarms
short_description: The alarms of a platform, from the way people write them down
version_added: 0.1.0
author: Contributors to the bidops.platform collection (@bidops)
description:
  - Turns alarms that are written down by logical key into the list that M(bidops.platform.cloudwatch_alarms) takes.
  - Dimensions are written as a dictionary. An alarm with an empty dimension is left out; what it watches is not there.
  - Each alarm has a C(severity), which says what acts when it goes off.
positional: _input
options:
  _input:
    description:
      - Alarms by logical key, each with C(severity), and the options of M(bidops.platform.cloudwatch_alarm) except its
        name and actions.
    type: dict
    required: true
  actions:
    description: For each severity, ARNs of what to do when an alarm goes off, and again when all is well.
    type: dict
    required: true
  prefix:
    description: Prefix of the platform.
    type: str
    required: true
  environment:
    description: Name of the environment.
    type: str
    required: true
  defaults:
    description: Options of alarms that do not say otherwise.
    type: dict
"""

EXAMPLES = r"""
- name: Watch the balancer, if there is one
  bidops.platform.cloudwatch_alarms:
    alarms: "{{ alarms | bidops.platform.metric_alarms(actions={'critical': [topic_arn]}, prefix='shop',
                environment='dev', defaults={'treat_missing_data': 'notBreaching'}) }}"
  vars:
    alarms:
      balancer-errors:
        severity: critical
        namespace: AWS/ApplicationELB
        metric_name: HTTPCode_ELB_5XX_Count
        dimensions: {LoadBalancer: "{{ balancer | default('') }}"}
        statistic: Sum
        period: 300
        evaluation_periods: 1
        threshold: 10
        comparison_operator: GreaterThanThreshold
"""

RETURN = r"""
_value:
  description: The alarms as the module takes them, tagged with their C(bidops:key), in the order of their keys.
  type: list
  elements: dict
"""

from ansible.errors import AnsibleFilterError
from ansible_collections.bidops.platform.plugins.module_utils._naming import legal_name


def _dimensions(wanted):
    return [{"name": name, "value": value} for name, value in wanted.items()]


def _query(query):
    """A query of metric math with its dimensions in the form of the service."""
    stat = query.get("metric_stat") or {}
    metric = stat.get("metric") or {}
    if not isinstance(metric.get("dimensions"), dict):
        return dict(query)
    return {
        **query,
        "metric_stat": {**stat, "metric": {**metric, "dimensions": _dimensions(metric["dimensions"])}},
    }


def _is_there(alarm):
    """Whether what it watches is there: no dimension is empty."""
    metrics = [(query.get("metric_stat") or {}).get("metric") or {} for query in alarm.get("metrics") or []]
    return all(value for part in [alarm, *metrics] for value in (part.get("dimensions") or {}).values())


def metric_alarms(alarms, actions=None, prefix=None, environment=None, defaults=None):
    result = []
    for key in sorted(alarms):
        alarm = {**(defaults or {}), **alarms[key]}
        severity = alarm.pop("severity", None)
        if severity not in (actions or {}):
            known = ", ".join(sorted(actions or {})) or "none"
            raise AnsibleFilterError(f"metric_alarms: {key} has the severity {severity!r}; there are: {known}")
        if not _is_there(alarm):
            continue
        if alarm.get("dimensions"):
            alarm["dimensions"] = _dimensions(alarm["dimensions"])
        if alarm.get("metrics"):
            alarm["metrics"] = [_query(query) for query in alarm["metrics"]]
        result.append(
            {
                "name": legal_name("cloudwatch_alarm", key, prefix, environment),
                **alarm,
                "alarm_actions": actions[severity],
                "ok_actions": actions[severity],
                "tags": {"bidops:key": f"alarm-{key}", "bidops:severity": severity},
            }
        )
    return result


class FilterModule:
    def filters(self):
        return {"metric_alarms": metric_alarms}
