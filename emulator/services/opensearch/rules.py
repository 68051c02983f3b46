"""What OpenSearch Service refuses although the model allows it."""

import json
from typing import Any

from emulator.modeled.errors import validation

T_TYPES = ("t2.", "t3.")


def check(options: dict[str, Any]) -> None:
    """Check a domain's whole configuration: that of a new domain, or the one that an update would lead to."""
    cluster = options.get("ClusterConfig", {})
    check_access(options)
    check_security(options)
    check_storage(options.get("EBSOptions", {}), cluster)
    if cluster.get("ZoneAwarenessEnabled"):
        zones = cluster.get("ZoneAwarenessConfig", {}).get("AvailabilityZoneCount", 2)
        if cluster.get("InstanceCount", 1) % zones:
            raise validation(f"The number of data nodes must be a multiple of the {zones} availability zones.")
    if not cluster["InstanceType"].startswith(T_TYPES):
        return
    if cluster.get("MultiAZWithStandbyEnabled"):
        raise validation("Multi-AZ with standby is not supported for T2 and T3 instance types.")
    if options.get("AutoTuneOptions", {}).get("DesiredState") == "ENABLED":
        raise validation("Autotune is not supported in T2 and T3 instance types: disable it or change the type.")


def check_access(options: dict[str, Any]) -> None:
    policy = options.get("AccessPolicies")
    if not policy:
        return
    try:
        document = json.loads(policy)
    except ValueError:
        raise validation("AccessPolicies isn't valid JSON") from None
    statements = document.get("Statement") if isinstance(document, dict) else None
    for statement in statements if isinstance(statements, list) else [statements]:
        if not isinstance(statement, dict) or not {"Effect", "Action"} <= set(statement):
            raise validation("AccessPolicies: every statement needs Effect, Principal, Action and Resource")


def check_security(options: dict[str, Any]) -> None:
    security = options.get("AdvancedSecurityOptions", {})
    if not security.get("Enabled"):
        return
    needed = {
        "encryption at rest": options.get("EncryptionAtRestOptions", {}).get("Enabled"),
        "node-to-node encryption": options.get("NodeToNodeEncryptionOptions", {}).get("Enabled"),
        "Enforce HTTPS": options.get("DomainEndpointOptions", {}).get("EnforceHTTPS"),
    }
    lacking = [name for name, on in needed.items() if not on]
    if lacking:
        raise validation(f"You must enable {', '.join(lacking)} to use advanced security options.")
    master = security.get("MasterUserOptions", {})
    by_name = {"MasterUserName", "MasterUserPassword"} & set(master)
    if "MasterUserARN" in master and (by_name or security.get("InternalUserDatabaseEnabled")):
        raise validation("A master user is either an IAM ARN, or a name and password in the internal user database.")
    if by_name and (len(by_name) < 2 or not security.get("InternalUserDatabaseEnabled")):
        raise validation("MasterUserName and MasterUserPassword go together and need InternalUserDatabaseEnabled.")
    if not master:
        raise validation("You must define a master user when you enable advanced security options.")


def check_storage(volume: dict[str, Any], cluster: dict[str, Any]) -> None:
    if not volume.get("EBSEnabled"):
        if cluster["InstanceType"].startswith(T_TYPES):
            raise validation(f"{cluster['InstanceType']} needs an EBS volume: set EBSOptions.EBSEnabled.")
        return
    if cluster["InstanceType"].startswith("t3.small") and not 10 <= volume.get("VolumeSize", 10) <= 100:
        raise validation("Volume size for t3.small.search must be between 10 and 100 GiB.")
    if volume.get("VolumeType") == "gp3":
        if not 3000 <= volume.get("Iops", 3000) <= 16000:
            raise validation("Iops of a gp3 volume must be between 3000 and 16000.")
        if not 125 <= volume.get("Throughput", 125) <= 1000:
            raise validation("Throughput of a gp3 volume must be between 125 and 1000 MiB/s.")
    elif "Throughput" in volume:
        raise validation("Throughput can be set for gp3 volumes only.")
