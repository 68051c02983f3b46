"""Memories and their strategies."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.resource import ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.agentcore.checks import check_role

STRATEGY_TYPES = {
    "semanticMemoryStrategy": "SEMANTIC",
    "summaryMemoryStrategy": "SUMMARIZATION",
    "userPreferenceMemoryStrategy": "USER_PREFERENCE",
    "episodicMemoryStrategy": "EPISODIC",
    "customMemoryStrategy": "CUSTOM",
}
OVERRIDES = {
    "semanticOverride": ("SEMANTIC_OVERRIDE", "semantic"),
    "summaryOverride": ("SUMMARY_OVERRIDE", "summary"),
    "userPreferenceOverride": ("USER_PREFERENCE_OVERRIDE", "userPreference"),
    "episodicOverride": ("EPISODIC_OVERRIDE", "episodic"),
}
DEFAULT_NAMESPACE = "/strategies/{memoryStrategyId}/actors/{actorId}"


class Memory(ResourceType):
    service = "bedrock-agentcore-control"
    noun = "Memory"
    plural = "Memories"
    id = "id"
    id_param = "memoryId"
    arn = "arn:{partition}:bedrock-agentcore:{region}:{account}:memory/{id}"
    arn_member = "arn"
    name = "name"
    states = States("CREATING", "ACTIVE", "UPDATING", "DELETING")
    update_replaces = False

    def new_id(self, call: Call) -> str:
        return f"{call.params['name']}-{random_id()}"

    def before_create(self, call: Call, parent: Record | None) -> None:
        check_role(call.params.get("memoryExecutionRoleArn"))
        check_names([name_of(item) for item in call.params.get("memoryStrategies", [])])

    def on_create(self, call: Call, record: Record) -> None:
        wanted = record.members.pop("memoryStrategies", [])
        record.members["strategies"] = [new_strategy(call, item) for item in wanted]

    def before_update(self, call: Call, record: Record) -> None:
        check_role(call.params.get("memoryExecutionRoleArn"))
        changes = call.params.get("memoryStrategies", {})
        known = {strategy["strategyId"]: strategy["name"] for strategy in record.members["strategies"]}
        for change in (*changes.get("modifyMemoryStrategies", []), *changes.get("deleteMemoryStrategies", [])):
            if change["memoryStrategyId"] not in known:
                raise validation(f"Memory {record.id} has no strategy {change['memoryStrategyId']}")
        for change in changes.get("deleteMemoryStrategies", []):
            known.pop(change["memoryStrategyId"], None)
        check_names([*known.values(), *(name_of(item) for item in changes.get("addMemoryStrategies", []))])

    def on_update(self, call: Call, record: Record) -> None:
        changes = record.members.pop("memoryStrategies", {})
        now = call.cloud.timestamp()
        gone = {change["memoryStrategyId"] for change in changes.get("deleteMemoryStrategies", [])}
        kept = [strategy for strategy in record.members["strategies"] if strategy["strategyId"] not in gone]
        for change in changes.get("modifyMemoryStrategies", []):
            target = next(item for item in kept if item["strategyId"] == change["memoryStrategyId"])
            wanted = {name: change[name] for name in change if name not in ("memoryStrategyId", "configuration")}
            target.update(expiry(namespaces(wanted)))
            if "configuration" in change:
                target["configuration"] = {**target.get("configuration", {}), **change["configuration"]}
            target["updatedAt"] = now
        added = [new_strategy(call, item) for item in changes.get("addMemoryStrategies", [])]
        record.members["strategies"] = kept + added
        indexed = record.members.pop("addIndexedKeys", [])
        if indexed:
            record.members["indexedKeys"] = [*record.members.get("indexedKeys", []), *indexed]

    def on_status(self, cloud: Any, record: Record) -> None:
        if record.status == self.states.ready:
            for strategy in record.members["strategies"]:
                strategy["status"] = "ACTIVE"


def name_of(item: dict[str, Any]) -> str:
    return str(next(iter(item.values()))["name"])


def check_names(names: list[str]) -> None:
    twice = sorted({name for name in names if names.count(name) > 1})
    if twice:
        raise validation(f"Strategy names must be unique in a memory: {', '.join(twice)}")


def new_strategy(call: Call, item: dict[str, Any]) -> dict[str, Any]:
    member, wanted = next(iter(item.items()))
    now = call.cloud.timestamp()
    settings = {name: value for name, value in wanted.items() if name != "reflectionConfiguration"}
    strategy = {
        **expiry(namespaces(settings)),
        "strategyId": f"{wanted['name']}-{random_id()}",
        "type": STRATEGY_TYPES[member],
        "status": "CREATING",
        "createdAt": now,
        "updatedAt": now,
    }
    strategy.setdefault("namespaces", [DEFAULT_NAMESPACE])
    strategy.setdefault("namespaceTemplates", strategy["namespaces"])
    strategy["configuration"] = configuration(wanted)
    return {name: value for name, value in strategy.items() if value not in (None, {})}


def namespaces(wanted: dict[str, Any]) -> dict[str, Any]:
    """The two names of one thing: both are shown."""
    given = wanted.get("namespaceTemplates") or wanted.get("namespaces")
    return {**wanted, "namespaces": given, "namespaceTemplates": given} if given else wanted


def expiry(wanted: dict[str, Any]) -> dict[str, Any]:
    """A request sets days or asks to remove them; an answer shows days."""
    if "recordExpirySpecification" not in wanted:
        return wanted
    days = wanted["recordExpirySpecification"].get("recordExpiryDurationDays")
    rest = {name: value for name, value in wanted.items() if name != "recordExpirySpecification"}
    return {**rest, "recordExpiryDurationDays": days}


def configuration(wanted: dict[str, Any]) -> dict[str, Any]:
    """The strategy's configuration as answers show it: overrides sorted by stage."""
    if "reflectionConfiguration" in wanted:
        return {"reflection": {"episodicReflectionConfiguration": wanted["reflectionConfiguration"]}}
    given = wanted.get("configuration", {})
    if "selfManagedConfiguration" in given:
        settings = {"historicalContextWindowSize": 4, "triggerConditions": [], **given["selfManagedConfiguration"]}
        return {"type": "SELF_MANAGED", "selfManagedConfiguration": settings}
    for member, (kind, stem) in OVERRIDES.items():
        if member in given:
            shown: dict[str, Any] = {"type": kind}
            for stage, settings in given[member].items():
                wrapper = f"custom{stage.capitalize()}Configuration"
                shown[stage] = {wrapper: {f"{stem}{stage.capitalize()}Override": settings}}
            return shown
    return {}
