# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""How what is stored and done is guarded, and who notices: requirements 17.2."""

from __future__ import annotations

from .broken import need
from .check import Checks, Evidence
from .compliance import working_trail
from .live import Live
from .policies import inline, many

GUARDS = Checks()
# What the trail tells of, by the alarms on it.
SUSPICIOUS = ("root-use", "trail-changes", "keys-disabled", "refused-calls", "failed-logins")
GROUPS = ("external-alb", "frontend", "internal-alb", "backend", "database")


@GUARDS.shows("17.2.a")
def several_lines_of_defence_stand_behind_each_other(live: Live) -> Evidence:
    """A web ACL in front, a security group for each part, scans of what runs, and findings in one place."""
    acl = live.one("security", "web_acl")["id"]
    groups = {name: live.one("security", "security_group", f"group-{name}")["id"] for name in GROUPS}
    account = live.ask("inspector2", "BatchGetAccountStatus", accountIds=[live.account])["accounts"][0]
    scanning = sorted(kind for kind, state in account["resourceState"].items() if state["status"] == "ENABLED")
    need(scanning, "Amazon Inspector scans nothing")
    standards = [one["StandardsArn"].rpartition("::")[2] for one in live.list("securityhub", "GetEnabledStandards")]
    need(standards, "Security Hub holds the account against no standard")
    return {"web ACL": acl, "security groups": groups, "Inspector scans": scanning, "Security Hub": standards}


@GUARDS.shows("17.2.b")
def what_acts_by_itself_may_do_little(live: Live) -> Evidence:
    """Runbooks and remediations: a role of exact actions, on everything only where it looks."""
    role = live.one("security", "iam_role", "role-automation")["id"]
    statements = inline(live, role)
    for statement in statements:
        actions = many(statement["Action"])
        need(not any("*" in action for action in actions), f"{role} may do {', '.join(actions)}")
        looks = all(action.split(":")[1].startswith(("Describe", "Get", "List")) for action in actions)
        need(looks or "*" not in many(statement["Resource"]), f"{role} may do {', '.join(actions)} on everything")
    need(statements, f"{role} may do nothing")
    return {f"statements of {role}": len(statements)}


@GUARDS.shows("17.2.b")
def what_others_can_reach_is_found(live: Live) -> Evidence:
    analyzer = live.one("compliance", "access_analyzer")
    status = live.ask("accessanalyzer", "GetAnalyzer", analyzerName=analyzer["id"])["analyzer"]["status"]
    need(status == "ACTIVE", f"{analyzer['id']} is {status}")
    return {"access analyzer": analyzer["arn"]}


@GUARDS.shows("17.2.c")
def what_is_stored_and_sent_is_encrypted(live: Live) -> Evidence:
    """Data, backups and the records of who did what; and what nodes of a cluster tell each other."""
    keys = {}
    for cluster in live.some("database", "rds_cluster"):
        found = live.ask("rds", "DescribeDBClusters", DBClusterIdentifier=cluster["id"])["DBClusters"][0]
        keys[cluster["arn"]] = found.get("KmsKeyId") if found["StorageEncrypted"] else None
    domain = live.one("search", "opensearch_domain")
    search = live.ask("opensearch", "DescribeDomain", DomainName=domain["id"])["DomainStatus"]
    keys[domain["arn"]] = search["EncryptionAtRestOptions"].get("KmsKeyId")
    vault = live.one("compliance", "backup_vault")
    vaults = {one["BackupVaultName"]: one for one in live.list("backup", "ListBackupVaults")}
    keys[vault["arn"]] = vaults[vault["id"]].get("EncryptionKeyArn")
    trail = live.one("compliance", "trail")["arn"]
    keys[trail] = live.ask("cloudtrail", "GetTrail", Name=trail)["Trail"].get("KmsKeyId")
    open_ones = sorted(arn for arn, key in keys.items() if not key)
    need(not open_ones, f"{', '.join(open_ones)} are not encrypted with a key")
    need(search["NodeToNodeEncryptionOptions"]["Enabled"], f"nodes of {domain['id']} talk to each other openly")
    return {"keys": keys}


@GUARDS.shows("17.2.d")
def who_does_what_is_recorded(live: Live) -> Evidence:
    trail = working_trail(live)
    name = trail["Name"]
    need(trail.get("IsMultiRegionTrail"), f"{name} records one region only")
    need(trail.get("LogFileValidationEnabled"), f"files of {name} could be changed unseen")
    group = live.one("compliance", "log_group", "log-group-trail")["id"]
    need(f":log-group:{group}:" in trail.get("CloudWatchLogsLogGroupArn", ""), f"{name} does not write to {group}")
    return {"trail": trail["TrailARN"], "files of the trail": trail["S3BucketName"]}


@GUARDS.shows("17.2.d")
def what_is_suspicious_is_told(live: Live) -> Evidence:
    """By alarms on what the trail records, and by GuardDuty."""
    ours = {live.one("compliance", "cloudwatch_alarm", f"alarm-{key}")["id"] for key in SUSPICIOUS}
    found = live.list("cloudwatch", "DescribeAlarms", "MetricAlarms", AlarmTypes=["MetricAlarm"])
    for alarm in found:
        if alarm["AlarmName"] in ours:
            tells = alarm["ActionsEnabled"] and alarm["AlarmActions"]
            need(tells, f"{alarm['AlarmName']} tells nobody")
    watching = [
        detector
        for detector in live.list("guardduty", "ListDetectors")
        if live.ask("guardduty", "GetDetector", DetectorId=detector)["Status"] == "ENABLED"
    ]
    need(watching, "GuardDuty is not enabled")
    return {"alarms on the trail": sorted(ours), "GuardDuty": watching[0]}
