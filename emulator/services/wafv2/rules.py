"""Rules: what AWS WAF refuses beyond its model, what it fills in, and what a rule costs in capacity units."""

from collections.abc import Iterator
from typing import Any

from moto.wafv2.models import wafv2_backends

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.services.wafv2.errors import invalid, nonexistent
from emulator.services.wafv2.managed import capacity_of

Rule = dict[str, Any]
MOST_UNITS = 5000
UNITS = {
    "GeoMatchStatement": 1,
    "IPSetReferenceStatement": 1,
    "AsnMatchStatement": 1,
    "LabelMatchStatement": 1,
    "SizeConstraintStatement": 1,
    "RegexMatchStatement": 3,
    "RegexPatternSetReferenceStatement": 25,
    "XssMatchStatement": 40,
}
TRANSFORMATION, CUSTOM_KEY, RATE = 10, 30, 2
OF_GROUPS = ("ManagedRuleGroupStatement", "RuleGroupReferenceStatement")
WINDOW = 300  # seconds that a rate is counted over when nothing is said


def check(call: Call, rules: list[Rule], bodies: dict[str, Any]) -> int:
    """Refuse what AWS refuses; the units that the rules need. Fills in what AWS fills in."""
    for member in ("Name", "Priority"):
        values = [rule[member] for rule in rules]
        twice = next((value for value in values if values.count(value) > 1), None)
        if twice is not None:
            raise invalid(f"Your configuration has two rules with the same {member}", "RULE", str(twice))
    units = sum(_rule(call, rule, bodies) for rule in rules)
    if units > MOST_UNITS:
        raise AwsError("WAFLimitsExceededException", f"The rules need {units} units, {MOST_UNITS} are allowed")
    return units


def _rule(call: Call, rule: Rule, bodies: dict[str, Any]) -> int:
    (kind,) = _kinds(rule["Statement"])
    wanted, other = ("OverrideAction", "Action") if kind in OF_GROUPS else ("Action", "OverrideAction")
    if other in rule or len(rule.get(wanted, {})) != 1:
        raise invalid(f"A rule with this statement takes exactly one {wanted}", "RULE", rule["Name"])
    for body in _bodies(rule.get(wanted)):
        if body not in bodies:
            raise invalid("The custom response body is not defined", "CUSTOM_RESPONSE_BODY", body)
    return _units(call, rule["Statement"])


def _kinds(statement: dict[str, Any]) -> list[str]:
    kinds = list(statement)
    if len(kinds) != 1:
        raise invalid("You must specify exactly one statement", "STATEMENT", ", ".join(kinds) or "none")
    return kinds


def _units(call: Call, statement: dict[str, Any]) -> int:
    (kind,) = _kinds(statement)
    content = statement[kind]
    extra = TRANSFORMATION * sum(item["Type"] != "NONE" for item in content.get("TextTransformations", []))
    if kind in ("AndStatement", "OrStatement"):
        return sum(_units(call, inner) for inner in content["Statements"])
    if kind == "NotStatement":
        return _units(call, content["Statement"])
    inner = _units(call, content["ScopeDownStatement"]) if "ScopeDownStatement" in content else 0
    if kind == "RateBasedStatement":
        content.setdefault("EvaluationWindowSec", WINDOW)
        return inner + RATE + CUSTOM_KEY * len(content.get("CustomKeys", []))
    if kind == "ManagedRuleGroupStatement":
        _fill(content)
        return inner + capacity_of(content["VendorName"], content["Name"])
    if "ARN" in content and not _is_there(call, content["ARN"]):
        raise nonexistent()
    if kind == "RuleGroupReferenceStatement":
        return int(_group(call, content["ARN"]).capacity)
    if kind == "ByteMatchStatement":
        return extra + (2 if content["PositionalConstraint"] in ("EXACTLY", "STARTS_WITH", "ENDS_WITH") else 10)
    if kind == "SqliMatchStatement":
        return extra + (30 if content.get("SensitivityLevel") == "HIGH" else 20)
    return extra + UNITS[kind]


def _fill(group: dict[str, Any]) -> None:
    """Each kind of configuration belongs to the group of its name."""
    for config in group.get("ManagedRuleGroupConfigs", []):
        for name in config:
            if name.startswith("AWSManagedRules") and name != group["Name"]:
                raise invalid(f"{name} does not belong to this rule group", "MANAGED_RULE_SET_CONFIG", group["Name"])
        bots = config.get("AWSManagedRulesBotControlRuleSet", {})
        if bots.get("InspectionLevel") == "TARGETED":
            bots.setdefault("EnableMachineLearning", True)


def _is_there(call: Call, arn: str) -> bool:
    """Whether moto has the IP set, pattern set or rule group that a statement refers to."""
    # moto keeps what is for CloudFront in a backend of its own.
    return any(
        arn in kept
        for backend in wafv2_backends[call.account].values()
        for kept in (backend.ip_sets, backend.regex_pattern_sets, backend.rule_groups)
    )


def _group(call: Call, arn: str) -> Any:
    backends = wafv2_backends[call.account].values()
    return next(backend.rule_groups[arn] for backend in backends if arn in backend.rule_groups)


def _bodies(value: Any) -> Iterator[str]:
    """The custom response bodies that an action names."""
    if isinstance(value, dict):
        if "CustomResponseBodyKey" in value:
            yield value["CustomResponseBodyKey"]
        for item in value.values():
            yield from _bodies(item)
