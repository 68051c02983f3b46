# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Evaluation jobs."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.resource import ByList, Resource
from .._engine.tags import Tagging


def _stop(context: Context, live: dict[str, Any]) -> None:
    """A job that nobody wants any more need not run to its end."""
    if live["status"] == "InProgress":
        context.api.call("StopEvaluationJob", jobIdentifier=live["jobArn"])


RESOURCE = Resource(
    service="bedrock",
    noun="EvaluationJob",
    returns="evaluation_job",
    delete="BatchDeleteEvaluationJob",
    find=ByList(match={"jobName": "jobName"}),
    renames={"name": "jobName", "description": "jobDescription"},
    ids={"jobIdentifier": "jobArn", "jobIdentifiers": "jobArn"},
    interrupt=_stop,
    tagging=Tagging(target={"resourceARN": "jobArn"}),
    # IAM takes a moment to spread a new role.
    transient={"ValidationException": "role"},
    name_family="bedrock_evaluation_job",
)
