"""OpenSearch domains. Creating, changing and deleting one takes long; ``Processing`` tells."""

import copy
import json
import uuid
from typing import Any

from moto.core.utils import get_service_model
from moto.opensearch.data import compatible_versions as OLDER_UPGRADES

from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.errors import AwsError, not_found, validation
from emulator.modeled.resource import LOWER, ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.opensearch import rules

NEWEST = "OpenSearch_3.1"
DEFAULTS: dict[str, Any] = {
    "AccessPolicies": "",
    "AdvancedOptions": {
        "indices.fielddata.cache.size": "20",
        "indices.query.bool.max_clause_count": "1024",
        "override_main_response_version": "false",
        "rest.action.multi.allow_explicit_index": "true",
    },
    "AdvancedSecurityOptions": {"Enabled": False, "InternalUserDatabaseEnabled": False, "AnonymousAuthEnabled": False},
    "ClusterConfig": {
        "InstanceType": "m4.large.search",
        "InstanceCount": 1,
        "DedicatedMasterEnabled": False,
        "ZoneAwarenessEnabled": False,
        "WarmEnabled": False,
        "ColdStorageOptions": {"Enabled": False},
        "MultiAZWithStandbyEnabled": False,
    },
    "CognitoOptions": {"Enabled": False},
    "DomainEndpointOptions": {
        "EnforceHTTPS": False,
        "TLSSecurityPolicy": "Policy-Min-TLS-1-2-2019-07",
        "CustomEndpointEnabled": False,
    },
    "EBSOptions": {"EBSEnabled": False},
    "EncryptionAtRestOptions": {"Enabled": False},
    "EngineVersion": NEWEST,
    "IPAddressType": "ipv4",
    "NodeToNodeEncryptionOptions": {"Enabled": False},
    "OffPeakWindowOptions": {
        "Enabled": True,
        "OffPeakWindow": {"WindowStartTime": {"Hours": 22, "Minutes": 0}},
    },
    "SnapshotOptions": {"AutomatedSnapshotStartHour": 0},
    "SoftwareUpdateOptions": {"AutoSoftwareUpdateEnabled": False},
}
GP3 = {"Iops": 3000, "Throughput": 125}


SECOND = [f"OpenSearch_2.{minor}" for minor in (3, 5, 7, 9, 11, 13, 15, 17, 19)]
NEWER = [("OpenSearch_1.3", SECOND), *((version, SECOND[place + 1 :]) for place, version in enumerate(SECOND[:-1]))]
UPGRADES = [
    *(path for path in OLDER_UPGRADES if path["SourceVersion"] not in ("OpenSearch_1.3", *SECOND)),
    *({"SourceVersion": source, "TargetVersions": targets} for source, targets in NEWER),
    {"SourceVersion": SECOND[-1], "TargetVersions": [NEWEST]},
]
"""The ways from one version to another. moto knows those up to 2.5."""
UPGRADING = "UpgradingEngineVersion"


class Domain(ResourceType):
    service = "opensearch"
    noun = "Domain"
    id = "DomainName"
    arn = "arn:{partition}:es:{region}:{account}:domain/{id}"
    arn_member = "ARN"
    name = "DomainName"
    states = States("Creating", "Active", "Modifying", "Deleting")
    operations = {"read": "DescribeDomain"}

    def new_id(self, call: Call) -> str:
        return str(call.params["DomainName"])

    def missing(self, key: str) -> AwsError:
        return not_found(f"Domain not found: {key}")

    def duplicate(self, name: str) -> AwsError:
        return AwsError("ResourceAlreadyExistsException", f"Domain {name} already exists")

    def busy(self, record: Record, verb: str) -> AwsError | None:
        if verb == "delete" and record.status != self.states.deleting:
            return None
        return validation("A change/update is in progress. Please wait for it to complete before requesting another.")

    def before_create(self, call: Call, parent: Record | None) -> None:
        rules.check(merge(DEFAULTS, call.params))

    def on_create(self, call: Call, record: Record) -> None:
        record.members = complete(call, merge(DEFAULTS, record.members))
        record.hidden["suffix"] = random_id(26, LOWER)
        record.hidden["options_version"] = 1
        start_change(call, record, sorted(set(record.members) & set(DEFAULTS)))

    def view(self, record: Record) -> dict[str, Any]:
        shown = {
            "DomainId": f"{record.account}/{record.id}",
            "Created": True,
            "Deleted": record.status == self.states.deleting,
            "Processing": record.is_changing,
            "UpgradeProcessing": record.status == UPGRADING,
            "DomainProcessingStatus": record.status,
            "AutoTuneOptions": auto_tune(record),
            "ServiceSoftwareOptions": {
                "CurrentVersion": f"{record.members['EngineVersion']}-R20260901",
                "NewVersion": "",
                "UpdateAvailable": False,
                "Cancellable": False,
                "UpdateStatus": "COMPLETED",
                "Description": "There is no software update available for this domain.",
                "OptionalDeployment": True,
            },
            "ChangeProgressDetails": change(record),
        }
        if record.status != self.states.creating:
            shown |= self.endpoints(record)
        if "VPCOptions" in record.members:
            shown["VPCOptions"] = {"VPCId": "", "AvailabilityZones": [], **record.members["VPCOptions"]}
        return shown

    def on_status(self, cloud: Any, record: Record) -> None:
        record.members["EngineVersion"] = record.hidden.pop("upgrade", record.members["EngineVersion"])

    @staticmethod
    def endpoints(record: Record) -> dict[str, Any]:
        rest = f"{record.id}-{record.hidden['suffix']}.{record.region}.es.amazonaws.com"
        if "VPCOptions" in record.members:
            return {"Endpoints": {"vpc": f"vpc-{rest}"}}
        return {"Endpoint": f"search-{rest}"}


def merge(old: dict[str, Any], new: dict[str, Any]) -> dict[str, Any]:
    """Options with a change applied: structures and maps member by member, everything else replaced."""
    merged = copy.deepcopy(old)
    for name, value in new.items():
        nested = isinstance(value, dict) and isinstance(merged.get(name), dict)
        merged[name] = merge(merged[name], value) if nested else copy.deepcopy(value)
    return merged


def complete(call: Call, members: dict[str, Any]) -> dict[str, Any]:
    """Values that the service fills in or rewrites."""
    volume = members["EBSOptions"]
    if volume.get("EBSEnabled"):
        volume.setdefault("VolumeType", "gp3")
        volume.setdefault("VolumeSize", 10)
        if volume["VolumeType"] == "gp3":
            members["EBSOptions"] = {**GP3, **volume}
    if members["ClusterConfig"].get("ZoneAwarenessEnabled"):
        members["ClusterConfig"].setdefault("ZoneAwarenessConfig", {"AvailabilityZoneCount": 2})
    encryption = members["EncryptionAtRestOptions"]
    if encryption.get("Enabled"):
        where = f"arn:{call.partition}:kms:{call.region}:{call.account}:key/"
        key = encryption.get("KmsKeyId") or str(uuid.uuid5(uuid.NAMESPACE_URL, f"{where}aws/es"))
        encryption["KmsKeyId"] = key if key.startswith("arn:") else where + key
    if members["AccessPolicies"]:
        members["AccessPolicies"] = json.dumps(json.loads(members["AccessPolicies"]), separators=(",", ":"))
    return members


def auto_tune(record: Record) -> dict[str, Any]:
    wanted = record.members.get("AutoTuneOptions", {})
    supported = not record.members["ClusterConfig"]["InstanceType"].startswith(rules.T_TYPES)
    state = wanted.get("DesiredState", "ENABLED" if supported else "DISABLED")
    return {"State": state, "UseOffPeakWindow": wanted.get("UseOffPeakWindow", False)}


def start_change(call: Call, record: Record, properties: list[str]) -> None:
    record.hidden["change"] = {
        "ChangeId": str(uuid.uuid4()),
        "StartTime": call.cloud.timestamp(),
        "properties": properties,
    }


def change(record: Record) -> dict[str, Any]:
    """The newest change of a domain, for both operations that tell of it."""
    newest = record.hidden["change"]
    running = record.is_changing
    return {
        "ChangeId": newest["ChangeId"],
        "StartTime": newest["StartTime"],
        "LastUpdatedTime": newest["StartTime"],
        "InitiatedBy": "CUSTOMER",
        "Status": "PROCESSING" if running else "COMPLETED",
        "ConfigChangeStatus": "ApplyingChanges" if running else "Completed",
        "PendingProperties": newest["properties"] if running else [],
        "CompletedProperties": [] if running else newest["properties"],
        "TotalNumberOfStages": 1,
    }


def config_view(record: Record) -> dict[str, Any]:
    """Each option with its status, as DomainConfig shows it."""
    status = {
        "CreationDate": record.created,
        "UpdateDate": record.updated,
        "UpdateVersion": record.hidden["options_version"],
        "State": "Processing" if record.is_changing else "Active",
        "PendingDeletion": record.status == Domain.states.deleting,
    }
    config = {name: {"Options": value, "Status": status} for name, value in record.members.items()}
    tuned = auto_tune(record)
    options = {
        "DesiredState": tuned["State"],
        "UseOffPeakWindow": tuned["UseOffPeakWindow"],
        "RollbackOnDisable": "NO_ROLLBACK",
        "MaintenanceSchedules": [],
    }
    config["AutoTuneOptions"] = {
        "Options": {**options, **record.members.get("AutoTuneOptions", {})},
        "Status": {**status, "State": tuned["State"]},
    }
    config["ChangeProgressDetails"] = change(record)
    return config


def find(call: Call) -> Record:
    return call.find(Domain, call.params["DomainName"])


def describe_config(call: Call) -> dict[str, Any]:
    return call.answer({"DomainConfig": config_view(find(call))})


def update_config(call: Call) -> dict[str, Any]:
    """UpdateDomainConfig: only the options given change. A dry run only checks."""
    record = find(call)
    error = Domain().busy(record, "update") if record.is_changing else None
    if error:
        raise error
    known = get_service_model("opensearch").shape_for("DomainConfig").members
    wanted = {name: value for name, value in call.params.items() if name in known}
    merged = merge(record.members, wanted)
    if ("VPCOptions" in wanted) and ("VPCOptions" not in record.members):
        raise validation("A domain with a public endpoint can't move into a VPC: create a new domain.")
    rules.check(merged)
    merged = complete(call, merged)
    changed = sorted(name for name in merged if merged[name] != record.members.get(name))
    if call.params.get("DryRun"):
        results = {"DeploymentType": "DynamicUpdate" if changed else "None", "Message": "Nothing was changed."}
        return call.answer({"DomainConfig": config_view(record), "DryRunResults": results})
    if changed:
        record.members = merged
        record.updated = call.cloud.timestamp()
        record.hidden["options_version"] += 1
        record.status = Domain.states.updating
        call.cloud.schedule(record, ("update", Domain.states.ready))
        start_change(call, record, changed)
        call.cloud.store.put(record)
    return call.answer({"DomainConfig": config_view(record)})


def upgrade(call: Call) -> dict[str, Any]:
    """UpgradeDomain: to a version that there is a way to. The engine is the old one until it is done."""
    record, target = find(call), call.params["TargetVersion"]
    error = Domain().busy(record, "update") if record.is_changing else None
    if error:
        raise error
    version = record.members["EngineVersion"]
    ways = next((path["TargetVersions"] for path in UPGRADES if path["SourceVersion"] == version), [])
    if target not in ways:
        raise validation(f"A domain of version {version} can't be upgraded to {target}. It can to: {ways}")
    asked = {name: call.params.get(name) for name in ("TargetVersion", "PerformCheckOnly", "AdvancedOptions")}
    if not asked["PerformCheckOnly"]:
        record.hidden["upgrade"] = target
        record.hidden["options_version"] += 1
        record.status = UPGRADING
        call.cloud.schedule(record, ("update", Domain.states.ready))
        start_change(call, record, ["EngineVersion"])
        call.cloud.store.put(record)
    shown = {**asked, "DomainName": record.id, "UpgradeId": record.hidden["change"]["ChangeId"]}
    return call.answer({**shown, "ChangeProgressDetails": change(record)})


def describe_change(call: Call) -> dict[str, Any]:
    record = find(call)
    wanted = call.params.get("ChangeId")
    if wanted and wanted != record.hidden["change"]["ChangeId"]:
        raise not_found(f"Domain {record.id} has no change {wanted}")
    return call.answer({"ChangeProgressStatus": change(record)})


def health(call: Call) -> dict[str, Any]:
    """DescribeDomainHealth: a domain is well, as soon as it is there."""
    record = find(call)
    cluster = record.members["ClusterConfig"]
    zones = cluster.get("ZoneAwarenessConfig", {}).get("AvailabilityZoneCount", 2)
    zones = str(zones if cluster.get("ZoneAwarenessEnabled") else 1)
    starting = record.status == Domain.states.creating
    dedicated = bool(cluster.get("DedicatedMasterEnabled"))
    masters = cluster.get("DedicatedMasterCount", 3) if dedicated else cluster["InstanceCount"]
    return call.answer(
        {
            "DomainState": "Processing" if record.is_changing else "Active",
            "AvailabilityZoneCount": zones,
            "ActiveAvailabilityZoneCount": zones,
            "StandByAvailabilityZoneCount": "0",
            "DataNodeCount": str(cluster["InstanceCount"]),
            "DedicatedMaster": dedicated,
            "MasterEligibleNodeCount": str(masters),
            "WarmNodeCount": str(cluster.get("WarmCount", 0)),
            "MasterNode": "UnAvailable" if starting else "Available",
            "ClusterHealth": "NotAvailable" if starting else "Green",
            "TotalShards": "0",
            "TotalUnAssignedShards": "0",
            "EnvironmentInformation": [],
        }
    )


def describe_many(call: Call) -> dict[str, Any]:
    names = call.params["DomainNames"]
    found = [record for record in call.records(Domain) if record.id in names]
    return call.answer({"DomainStatusList": [view(Domain(), record) for record in found]})


def engine(record: Record) -> str:
    return str(record.members["EngineVersion"]).split("_", maxsplit=1)[0]


def list_names(call: Call) -> dict[str, Any]:
    wanted = call.params.get("EngineType")
    records = [record for record in call.records(Domain) if wanted in (None, engine(record))]
    return call.answer({"DomainNames": [{"DomainName": item.id, "EngineType": engine(item)} for item in records]})


def compatible_versions(call: Call) -> dict[str, Any]:
    """GetCompatibleVersions: the upgrade paths that moto knows, of one domain or all."""
    name = call.params.get("DomainName")
    source = call.find(Domain, name).members["EngineVersion"] if name else None
    return call.answer({"CompatibleVersions": [path for path in UPGRADES if source in (None, path["SourceVersion"])]})


def list_versions(call: Call) -> dict[str, Any]:
    known = {NEWEST} | {version for path in UPGRADES for version in (path["SourceVersion"], *path["TargetVersions"])}

    def newest_first(version: str) -> tuple[str, list[int]]:
        name, number = version.split("_")
        return name, [int(part) for part in number.split(".")]

    return call.answer({"Versions": sorted(known, key=newest_first, reverse=True)})
