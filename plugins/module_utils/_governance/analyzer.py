# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Analyzers of access."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_entries
from .._engine.resource import ByKey, Facet, Resource
from .._engine.tags import Tagging

Members = dict[str, Any]


def _read_rules(context: Context, live: Members) -> list[Members]:
    found = context.api.items("ListArchiveRules", "archiveRules", analyzerName=live["name"])
    return [{"ruleName": rule["ruleName"], "filter": rule["filter"]} for rule in found]


def _write_rules(context: Context, live: Members, current: list[Members] | None, wanted: list[Members]) -> None:
    there = {rule["ruleName"]: rule for rule in current or []}
    for rule in wanted:
        if rule["ruleName"] not in there:
            context.api.call("CreateArchiveRule", analyzerName=live["name"], **rule)
        elif rule != there[rule["ruleName"]]:
            context.api.call("UpdateArchiveRule", analyzerName=live["name"], **rule)
    for name in sorted(set(there) - {rule["ruleName"] for rule in wanted}):
        context.api.call("DeleteArchiveRule", analyzerName=live["name"], ruleName=name)


RESOURCE = Resource(
    service="accessanalyzer",
    noun="Analyzer",
    returns="analyzer",
    find=ByKey(),
    ids={"analyzerName": "name"},
    wrapper="analyzer",
    renames={"name": "analyzerName"},
    # How old an unused access may be is fixed with the first request; what is left out of it can change.
    facets=(
        Facet(
            "archive_rules",
            _read_rules,
            _write_rules,
            member="CreateAnalyzer.archiveRules",
            same=same_entries("ruleName"),
            listed=True,
        ),
    ),
    tagging=Tagging(target={"resourceArn": "arn"}, inline="tags"),
    name_family="accessanalyzer_analyzer",
)
