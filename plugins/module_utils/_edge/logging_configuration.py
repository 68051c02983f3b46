# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Where the log of a web ACL goes."""

from __future__ import annotations

from .._engine.diff import same_set
from .._engine.resource import Resource
from .web_acl import TRANSIENT

RESOURCE = Resource(
    service="wafv2",
    noun="LoggingConfiguration",
    returns="logging_configuration",
    create="PutLoggingConfiguration",
    update="PutLoggingConfiguration",
    parents=("Scope",),
    ids={"ResourceArn": "ResourceArn", "LogType": "LogType", "LogScope": "LogScope"},
    envelopes={"PutLoggingConfiguration": "LoggingConfiguration"},
    compare={"LogDestinationConfigs": same_set, "RedactedFields": same_set},
    transient=TRANSIENT,
    explain={
        "WAFNonexistentItemException": "There is no such web ACL in this region.",
        "WAFLogDestinationPermissionIssueException": "The destination must exist and let AWS WAF write; a log group "
        "needs a resource policy for delivery.logs.amazonaws.com.",
    },
)
