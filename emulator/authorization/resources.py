"""Which resources a request is for, as IAM calls them, and the tags that they have."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from moto.core.utils import get_service_model

from emulator.authorization import tags
from emulator.authorization.motos_resources import of_moto
from emulator.authorization.request import Asked
from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType
from emulator.modeled.service import Service
from emulator.modeled.store import Record

VERBS = ("create", "read", "list", "update", "delete")
EVERYTHING = "*"

JUDGED_AS_PARENT = frozenset(
    {
        "accessanalyzer:ArchiveRule",
        "backup:BackupSelection",
        "bedrock-agent:DataSource",
        "bedrock-agent:IngestionJob",
        "bedrock-agent:KnowledgeBaseDocument",
        "bedrock-agentcore-control:GatewayRateLimit",
        "bedrock-agentcore-control:GatewayRule",
        "bedrock-agentcore-control:GatewayTarget",
        "opensearch:Index",
        "opensearchserverless:Index",
        "servicediscovery:Instance",
        "wellarchitected:Milestone",
    }
)
"""Types that IAM knows no ARNs of: a policy names what they belong to."""
NO_RESOURCES = frozenset(
    {
        "cloudwatch:AnomalyDetector",
        "config:ConfigurationRecorder",
        "config:DeliveryChannel",
        "config:Remediation",
        "logs:QueryDefinition",
        "opensearchserverless:AccessPolicy",
        "opensearchserverless:SecurityPolicy",
        "servicediscovery:Operation",
        "ssm:AutomationExecution",
    }
)
"""Types that only a policy over "*" reaches here."""
CREATED_WITHOUT_RESOURCE = frozenset(
    {
        "bedrock:Guardrail",
        "bedrock-agent",
        "ce",
        "guardduty",
        "opensearch:VpcEndpoint",
        "opensearchserverless",
        "servicediscovery",
        "shield",
        "wellarchitected",
    }
)
"""Services and types whose creation only a policy over "*" allows; for others it may name what is created."""
LISTED_BY_TYPE = frozenset({"bedrock-agentcore-control"})
"""Services whose lists a policy may allow by the type of what is listed; those of others only one over "*" allows."""
JUDGED_AS = {
    "DeleteScalingPolicy": "application-autoscaling:ScalableTarget",
    "DeleteScheduledAction": "application-autoscaling:ScalableTarget",
    "PutScalingPolicy": "application-autoscaling:ScalableTarget",
    "PutScheduledAction": "application-autoscaling:ScalableTarget",
    "RunTask": "ecs:TaskDefinition",
    "UpdateHttpNamespace": "servicediscovery:Namespace",
    "UpdatePrivateDnsNamespace": "servicediscovery:Namespace",
    "UpdatePublicDnsNamespace": "servicediscovery:Namespace",
}
"""Operations on one type for which a policy names another."""
COMPUTED: dict[str, Callable[[dict[str, Any]], str]] = {
    "ecs:TaskDefinition": lambda params: f"{params.get('family')}:*",
    "scheduler:Schedule": lambda params: f"{params.get('GroupName') or 'default'}/{params.get('Name')}",
    "wafv2:WebACL": lambda params: (
        f"{'global' if params.get('Scope') == 'CLOUDFRONT' else 'regional'}/webacl/{params.get('Name')}/*"
    ),
}
"""By type: how the id of what is created is made of parameters."""
FOR_ALL = ("name", "id", "Name", "Id", "Key", "ResourceArn")
"""Members that name resources of several types: only the operation tells which."""


OWNERS = {"bedrock-agent-runtime": "bedrock-agent", "bedrock-agentcore": "bedrock-agentcore-control"}
"""Services that work with the resources of another one."""


@dataclass(frozen=True)
class Resource:
    arn: str
    record: Record | None = None
    is_new: bool = False
    """Whether the request creates it."""

    def tags(self, asked: Asked) -> dict[str, str]:
        if self.record is not None:
            return self.record.tags
        if self.is_new or self.arn == EVERYTHING:
            return {}
        kept = (record.tags for record in asked.cloud.store.everything() if record.arn == self.arn)
        return next(kept, None) or tags.of_motos_resource(self.arn, asked.account, asked.region)


def of_request(asked: Asked, services: Mapping[str, Service]) -> list[Resource]:
    """What a request is for: resources of ours or of moto's, or everything."""
    service = services.get(asked.service)
    owner = services.get(OWNERS.get(asked.service, asked.service))
    is_ours = service is not None and owner is not None and service.answers(asked.operation)
    found = list(of_ours(asked, owner)) if is_ours and owner else []
    if all(resource.arn == EVERYTHING for resource in found):
        # Some of our types, such as the filters of a log group, belong to what is moto's.
        is_new = asked.operation.startswith("Create")
        motos = dict.fromkeys(of_moto(asked))
        found = [Resource(arn, is_new=is_new and arn.endswith("*")) for arn in motos] or found
    return found or [Resource(EVERYTHING)]


def of_ours(asked: Asked, service: Service) -> Iterator[Resource]:
    """The resource of the type that the operation, or a parameter, tells."""
    look = Look(asked, service)
    other = next((one for one in service.types if one.kind() == JUDGED_AS.get(asked.operation)), None)
    if other:
        yield look.of_verb(other, "read")
        return
    for resource in service.types:
        for verb in VERBS:
            if resource.operation(verb) == asked.operation:
                yield look.of_verb(resource, verb)
                return
    arn = next(look.arns(), None)
    if arn:
        yield look.by_arn(arn)
        return
    for resource in service.types:
        several = asked.params.get(f"{resource.key_param()}s")
        if resource.arn and isinstance(several, list) and not asked.operation.startswith("Describe"):
            yield from (look.by_arn(look.spell(resource, key)) for key in several)
            return
    for resource in sorted(service.types, key=depth, reverse=True):
        if resource.key_param() not in FOR_ALL and resource.key_param() in asked.params:
            yield look.of_verb(resource, "read")
            return


def depth(resource: ResourceType) -> int:
    return 1 + depth(resource.parent()) if resource.parent else 0


class Look:
    """Finding a resource of ours among the records, or saying what its ARN would be."""

    def __init__(self, asked: Asked, service: Service):
        self.asked = asked
        self.service = service
        self.region = service.region or asked.region

    def of_verb(self, resource: ResourceType, verb: str) -> Resource:
        if resource.kind() in NO_RESOURCES:
            return Resource(EVERYTHING)
        if verb == "list":
            by_type = resource.service in LISTED_BY_TYPE and not resource.parent
            return Resource(self.spell(resource, None)) if by_type else self.of_parent(resource)
        if resource.kind() in JUDGED_AS_PARENT or not resource.arn:
            return self.of_parent(resource)
        if verb == "create":
            return self.created(resource)
        record = self.record(resource)
        if record:
            return Resource(record.arn, record)
        arn = next(self.arns(), None)
        return self.by_arn(arn) if arn else Resource(self.spell(resource, self.asked.params.get(resource.key_param())))

    def of_parent(self, resource: ResourceType) -> Resource:
        return self.of_verb(resource.parent(), "read") if resource.parent else Resource(EVERYTHING)

    def created(self, resource: ResourceType) -> Resource:
        if {resource.service, resource.kind()} & CREATED_WITHOUT_RESOURCE:
            return Resource(EVERYTHING, is_new=True)
        # A Put may change what is there already.
        record = self.record(resource) if resource.upserts else None
        if record:
            return Resource(record.arn, record)
        params = self.params(resource)
        computed = COMPUTED.get(resource.kind())
        chosen = computed(params) if computed else params.get(resource.id) or params.get(resource.key_param())
        return Resource(self.spell(resource, chosen), is_new=True)

    def record(self, resource: ResourceType) -> Record | None:
        asked = self.asked
        try:
            model = get_service_model(asked.service).operation_model(asked.operation)
            call = Call(asked.cloud, model, self.params(resource), asked.account, self.region, "")
            with asked.cloud.store.lock:
                return Verbs(resource).find(call)
        except (AwsError, LookupError, TypeError, AttributeError, ValueError):
            # What isn't there, or isn't named as the type wants it, is judged by what the request says.
            return None

    def params(self, resource: ResourceType) -> dict[str, Any]:
        """The parameters, and those in the member that holds the resource."""
        envelope = self.asked.params.get(resource.envelopes.get(self.asked.operation, ""))
        inner = envelope[0] if isinstance(envelope, list) and envelope else envelope
        return {**self.asked.params, **(inner if isinstance(inner, dict) else {})}

    def spell(self, resource: ResourceType, key: Any) -> str:
        """The ARN that the resource has, or would have; with a star for what the request doesn't tell."""
        if str(key).startswith("arn:"):
            return str(key)
        parent = ""
        if resource.parent:
            parent = str(self.asked.params.get(resource.parent.key_param()) or "*")
            parent = parent.rpartition("/")[2] if parent.startswith("arn:") else parent
        where = {**self.asked.where, "region": self.region}
        return resource.arn.format(id=key or "*", parent=parent, **where)

    def arns(self) -> Iterator[str]:
        """The ARNs of resources of the service that the request names."""
        own = {resource.arn.split(":")[2] for resource in self.service.types if resource.arn.count(":") > 4}
        for name, value in self.asked.params.items():
            text = value[0] if isinstance(value, list) and value else value
            if not isinstance(text, str) or not text.startswith("arn:") or text.count(":") < 5:
                continue
            if name.lower() == "resourcearn" or text.split(":")[2] in own:
                yield text

    def by_arn(self, arn: str) -> Resource:
        kept = (record for record in self.asked.cloud.store.everything() if record.arn == arn)
        return Resource(arn, next(kept, None))
