"""AWS's managed rule groups: their names and capacities are public, their rules are not told here."""

from typing import Any

from emulator.modeled.call import Call
from emulator.services.wafv2.errors import nonexistent

VENDOR = "AWS"
CAPACITIES = {
    "AWSManagedRulesACFPRuleSet": 50,
    "AWSManagedRulesATPRuleSet": 50,
    "AWSManagedRulesAdminProtectionRuleSet": 100,
    "AWSManagedRulesAmazonIpReputationList": 25,
    "AWSManagedRulesAnonymousIpList": 50,
    "AWSManagedRulesAntiDDoSRuleSet": 50,
    "AWSManagedRulesBotControlRuleSet": 50,
    "AWSManagedRulesCommonRuleSet": 700,
    "AWSManagedRulesKnownBadInputsRuleSet": 200,
    "AWSManagedRulesLinuxRuleSet": 200,
    "AWSManagedRulesPHPRuleSet": 100,
    "AWSManagedRulesSQLiRuleSet": 200,
    "AWSManagedRulesUnixRuleSet": 100,
    "AWSManagedRulesWindowsRuleSet": 200,
    "AWSManagedRulesWordPressRuleSet": 100,
}
"""Web ACL capacity units by name."""


def capacity_of(vendor: str, name: str) -> int:
    """WAFNonexistentItemException for a group that nobody offers."""
    if vendor != VENDOR or name not in CAPACITIES:
        raise nonexistent()
    return CAPACITIES[name]


def list_available(call: Call) -> dict[str, Any]:
    groups = [{"VendorName": VENDOR, "Name": name, "VersioningSupported": True} for name in CAPACITIES]
    return call.answer({"ManagedRuleGroups": groups})


def describe(call: Call) -> dict[str, Any]:
    name = call.params["Name"]
    capacity = capacity_of(call.params["VendorName"], name)
    label = name.removeprefix("AWSManagedRules").removesuffix("RuleSet").lower()
    return call.answer({"Capacity": capacity, "LabelNamespace": f"awswaf:managed:aws:{label}:", "Rules": []})


OPERATIONS = {"ListAvailableManagedRuleGroups": list_available, "DescribeManagedRuleGroup": describe}
