"""ce, Cost Explorer: what watches costs, tags of costs, and costs. Nothing costs anything here. moto has the rest."""

from emulator.modeled.service import Service
from emulator.services.ce import anomaly, cost_tags, usage
from emulator.services.ce.anomaly import AnomalyMonitor, AnomalySubscription

SERVICE = Service(
    "ce",
    types=[AnomalyMonitor, AnomalySubscription],
    operations={**anomaly.OPERATIONS, **cost_tags.OPERATIONS, "GetCostAndUsage": usage.get},
    beside_moto=True,
    region="us-east-1",
)
