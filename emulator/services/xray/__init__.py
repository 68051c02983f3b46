"""xray: groups, sampling rules, and what a region has once. Traces are moto's."""

from emulator.modeled.service import Service
from emulator.services.xray import group, sampling_rule, settings

SERVICE = Service(
    "xray",
    types=[group.Group, sampling_rule.SamplingRule, *settings.TYPES],
    untaggable=settings.TYPES,
    operations={
        "GetGroups": group.listing,
        "GetSamplingRules": sampling_rule.listing,
        "DeleteSamplingRule": sampling_rule.delete,
        **settings.OPERATIONS,
    },
    beside_moto=True,
)
