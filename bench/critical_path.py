"""The longest chain of waits that a deployment can't avoid, from the local cloud's table of durations."""

from dataclasses import dataclass
from functools import cache

from emulator.provisioning import MINUTES


@dataclass(frozen=True)
class Wait:
    """Something that takes time: the entries of the table, and what must be ready before it can be asked for."""

    layer: str
    entries: tuple[str, ...]
    after: tuple[str, ...] = ()

    @property
    def minutes(self) -> float:
        return sum(MINUTES[entry] for entry in self.entries)


AGENTCORE = "bedrock-agentcore-control"
# What needs only the id of another thing doesn't wait for it: the agent is told the id of the knowledge base, which
# there is as soon as the index can be made.
PLATFORM = {
    "domain": Wait("search", ("opensearch:Domain:create",)),
    "certificate": Wait("dns", ("acm:Certificate:create",)),
    "nat gateway": Wait("network", ("ec2:NatGateway:create",)),
    "interface endpoints": Wait("network", ("ec2:InterfaceEndpoint:create",)),
    "load balancers": Wait("load_balancing", ("elbv2:LoadBalancer:create",)),
    "cluster": Wait("database", ("rds:DBCluster:create",)),
    "instances": Wait("database", ("rds:DBInstance:create",)),
    "knowledge base": Wait("bedrock", ("bedrock-agent:KnowledgeBase:create",), ("domain",)),
    "documents": Wait(
        "bedrock", ("bedrock-agent:IngestionJob:start", "bedrock-agent:IngestionJob:run"), ("knowledge base",)
    ),
    "namespace": Wait("containers", ("servicediscovery:Operation:create",)),
    "services": Wait(
        "containers", ("ecs:Service:create",), ("load balancers", "certificate", "nat gateway", "namespace")
    ),
    "memory": Wait("agentcore", (f"{AGENTCORE}:Memory:create",)),
    "gateway": Wait("agentcore", (f"{AGENTCORE}:Gateway:create",)),
    "agent": Wait("agentcore", (f"{AGENTCORE}:AgentRuntime:create",), ("domain", "memory", "nat gateway")),
    "gateway target": Wait("agentcore", (f"{AGENTCORE}:GatewayTarget:create",), ("gateway", "agent")),
}


def longest(layers: tuple[str, ...] = ()) -> tuple[list[str], float]:
    """The names along the longest chain, and its minutes; of some layers only, if they are given."""
    waits = _of(layers)

    @cache
    def ending_with(name: str) -> tuple[float, tuple[str, ...]]:
        before = [ending_with(other) for other in waits[name].after if other in waits]
        minutes, path = max(before, default=(0.0, ()))
        return minutes + waits[name].minutes, (*path, name)

    minutes, path = max(map(ending_with, waits))
    return list(path), minutes


def one_after_the_other(layers: tuple[str, ...] = ()) -> float:
    """The minutes of a deployment that waits for each thing before it asks for the next."""
    return sum(wait.minutes for wait in _of(layers).values())


def _of(layers: tuple[str, ...]) -> dict[str, Wait]:
    return {name: wait for name, wait in PLATFORM.items() if not layers or wait.layer in layers}
