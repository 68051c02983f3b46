"""Agent runtimes: every update is a new version; the DEFAULT endpoint follows the newest, others stay."""

import copy
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import delete, list_answer, view
from emulator.modeled.errors import AwsError, conflict, not_found, validation
from emulator.modeled.resource import ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.neighbours import object_body
from emulator.services.agentcore.checks import check_role

CONTROL = "bedrock-agentcore-control"
DEFAULT_ENDPOINT = "DEFAULT"
DEFAULTS: dict[str, Any] = {
    "networkConfiguration": {"networkMode": "PUBLIC"},
    "protocolConfiguration": {"serverProtocol": "HTTP"},
    "lifecycleConfiguration": {"idleRuntimeSessionTimeout": 900, "maxLifetime": 28800},
}


class AgentRuntime(ResourceType):
    service = CONTROL
    noun = "AgentRuntime"
    id = "agentRuntimeId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:runtime/{id}"
    arn_member = "agentRuntimeArn"
    name = "agentRuntimeName"
    states = States("CREATING", "READY", "UPDATING", "DELETING")

    def new_id(self, call: Call) -> str:
        return f"{call.params['agentRuntimeName']}-{random_id()}"

    def before_create(self, call: Call, parent: Record | None) -> None:
        self.check(call)
        network = call.params.get("networkConfiguration", {}).get("networkModeConfig", {})
        if "requireServiceS3Endpoint" in network:
            raise validation("requireServiceS3Endpoint can't be set when a runtime is created")

    def before_update(self, call: Call, record: Record) -> None:
        self.check(call)

    def on_create(self, call: Call, record: Record) -> None:
        record.members = with_defaults(record.members)
        record.hidden["versions"] = {}
        self.keep_version(call, record, 1)
        call.cloud.store.put(default_endpoint(call, record))

    def on_update(self, call: Call, record: Record) -> None:
        record.members = with_defaults(record.members)
        newest = max(map(int, record.hidden["versions"]), default=0) + 1
        self.keep_version(call, record, newest)
        endpoint = call.find(AgentRuntimeEndpoint, f"{record.arn}/runtime-endpoint/{DEFAULT_ENDPOINT}")
        point_to(call, endpoint, str(newest), "update")

    def before_delete(self, call: Call, record: Record) -> None:
        endpoints = call.records(AgentRuntimeEndpoint, record.id)
        if any(endpoint.id != DEFAULT_ENDPOINT for endpoint in endpoints):
            raise conflict("This agent has endpoints that must be deleted first")
        for endpoint in endpoints:
            delete(call, AgentRuntimeEndpoint(), endpoint)

    def view(self, record: Record) -> dict[str, Any]:
        where = record.arn.rsplit(":", 1)[0]
        identity = f"{where}:workload-identity-directory/default/workload-identity/{record.id}"
        return {"workloadIdentityDetails": {"workloadIdentityArn": identity}}

    def check(self, call: Call) -> None:
        check_role(call.params.get("roleArn"))
        if bundle(call, call.params) is None:
            code = call.params["agentRuntimeArtifact"]["codeConfiguration"]["code"]["s3"]
            raise validation(f"The code artifact s3://{code['bucket']}/{code['prefix']} doesn't exist")

    @staticmethod
    def keep_version(call: Call, record: Record, number: int) -> None:
        """A version is a snapshot of settings and code. unverified: that a later change of the object doesn't matter"""
        record.members["agentRuntimeVersion"] = str(number)
        record.hidden.setdefault("code", {})[str(number)] = bundle(call, record.members)
        record.hidden["versions"][str(number)] = (copy.deepcopy(record.members), record.updated)


class AgentRuntimeEndpoint(ResourceType):
    service = CONTROL
    noun = "AgentRuntimeEndpoint"
    id = "name"
    id_param = "endpointName"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:runtime/{parent}/runtime-endpoint/{id}"
    arn_member = "agentRuntimeEndpointArn"
    name = "name"
    parent = AgentRuntime
    states = States("CREATING", "READY", "UPDATING", "DELETING")
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return str(call.params["name"])

    def before_create(self, call: Call, parent: Record | None) -> None:
        assert parent
        check_version(parent, call.params.get("agentRuntimeVersion"))

    def before_update(self, call: Call, record: Record) -> None:
        if record.id == DEFAULT_ENDPOINT:
            raise conflict("The DEFAULT endpoint follows the newest version of the agent and can't be updated")
        runtime = call.find(AgentRuntime, record.parent or "")
        check_version(runtime, call.params.get("agentRuntimeVersion"))

    def on_create(self, call: Call, record: Record) -> None:
        runtime = call.find(AgentRuntime, record.parent or "")
        version = record.members.pop("agentRuntimeVersion", runtime.members["agentRuntimeVersion"])
        record.members["targetVersion"] = version
        record.hidden = endpoint_facts(runtime, record.id)

    def on_update(self, call: Call, record: Record) -> None:
        record.members["targetVersion"] = record.members.pop("agentRuntimeVersion", record.members["targetVersion"])

    def before_delete(self, call: Call, record: Record) -> None:
        if record.id == DEFAULT_ENDPOINT:
            raise conflict("Default endpoints are removed when you delete the agent")

    def on_status(self, cloud: Any, record: Record) -> None:
        if record.status == self.states.ready:
            record.members["liveVersion"] = record.members["targetVersion"]

    def view(self, record: Record) -> dict[str, Any]:
        return {"id": record.hidden["unique_id"], "agentRuntimeArn": record.hidden["runtime_arn"]}


def bundle(call: Call, members: dict[str, Any]) -> bytes | None:
    """The code artifact in S3; empty for a container image, None if it isn't there."""
    code = members["agentRuntimeArtifact"].get("codeConfiguration", {}).get("code", {}).get("s3")
    if not code:
        return b""
    return object_body(call.account, call.region, code["bucket"], code["prefix"], code.get("versionId"))


def with_defaults(members: dict[str, Any]) -> dict[str, Any]:
    """What AWS fills: members left out, and members left out of the lifecycle."""
    lifecycle = {**DEFAULTS["lifecycleConfiguration"], **members.get("lifecycleConfiguration", {})}
    return {**copy.deepcopy(DEFAULTS), **members, "lifecycleConfiguration": lifecycle}


def endpoint_facts(runtime: Record, name: str) -> dict[str, str]:
    return {"runtime_arn": runtime.arn, "unique_id": f"{name}-{random_id()}"}


def default_endpoint(call: Call, runtime: Record) -> Record:
    kind = AgentRuntimeEndpoint
    endpoint = Record(
        kind=kind.kind(),
        account=runtime.account,
        region=runtime.region,
        id=DEFAULT_ENDPOINT,
        arn=f"{runtime.arn}/runtime-endpoint/{DEFAULT_ENDPOINT}",
        created=runtime.created,
        updated=runtime.updated,
        parent=runtime.id,
        members={"name": DEFAULT_ENDPOINT},
        hidden=endpoint_facts(runtime, DEFAULT_ENDPOINT),
    )
    point_to(call, endpoint, runtime.members["agentRuntimeVersion"], "create")
    return endpoint


def point_to(call: Call, endpoint: Record, version: str, verb: str) -> None:
    endpoint.members["targetVersion"] = version
    endpoint.updated = call.cloud.timestamp()
    endpoint.status = "CREATING" if verb == "create" else "UPDATING"
    call.cloud.schedule(endpoint, (verb, "READY"))
    call.cloud.store.put(endpoint)


def check_version(runtime: Record, version: str | None) -> None:
    if version is not None and version not in runtime.hidden["versions"]:
        raise no_such_version(runtime, version)


def no_such_version(runtime: Record, version: str) -> AwsError:
    return not_found(f"AgentRuntime {runtime.id} has no version {version}")


def get_runtime(call: Call) -> dict[str, Any]:
    """GetAgentRuntime: the newest version, or the one asked for."""
    runtime = call.find(AgentRuntime, call.params["agentRuntimeId"])
    version = call.params.get("agentRuntimeVersion")
    check_version(runtime, version)
    return call.answer(version_view(runtime, version or runtime.members["agentRuntimeVersion"]))


def delete_runtime(call: Call) -> dict[str, Any]:
    """DeleteAgentRuntime: everything, or one version that no endpoint uses."""
    resource = AgentRuntime()
    runtime = call.find(AgentRuntime, call.params["agentRuntimeId"])
    error = resource.busy(runtime, "delete") if runtime.is_changing else None
    if error:
        raise error
    version = call.params.get("agentRuntimeVersion")
    if version is None:
        resource.before_delete(call, runtime)
        delete(call, resource, runtime)
        return call.answer(view(resource, runtime))
    check_version(runtime, version)
    users = [
        point.id
        for point in call.records(AgentRuntimeEndpoint, runtime.id)
        if version in (point.members.get("liveVersion"), point.members["targetVersion"])
    ]
    if users:
        raise conflict(f"Version {version} is in use by endpoints {', '.join(users)}")
    del runtime.hidden["versions"][version]
    call.cloud.store.put(runtime)
    return call.answer({"agentRuntimeId": runtime.id, "agentRuntimeVersion": version, "status": "DELETING"})


def list_versions(call: Call) -> dict[str, Any]:
    """ListAgentRuntimeVersions: oldest first."""
    runtime = call.find(AgentRuntime, call.params["agentRuntimeId"])
    size = call.params.get("maxResults") or 100
    start = int(call.params.get("nextToken") or 0)
    versions = sorted(runtime.hidden["versions"], key=int)
    next_token = str(start + size) if len(versions) > start + size else None
    return list_answer(call, [version_view(runtime, number) for number in versions[start : start + size]], next_token)


def version_view(runtime: Record, version: str) -> dict[str, Any]:
    members, updated = runtime.hidden["versions"][version]
    shown = {**view(AgentRuntime(), runtime), "updatedAt": updated, "lastUpdatedAt": updated}
    return {name: value for name, value in shown.items() if name not in runtime.members} | members
