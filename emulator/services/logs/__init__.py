"""logs: deliveries of vended logs, query definitions, metric filters and data protection. All else is moto's."""

from emulator.modeled.service import Service
from emulator.services.logs import data_protection, delivery, metric_filter, query_definition

SERVICE = Service(
    "logs",
    types=[
        delivery.DeliverySource,
        delivery.DeliveryDestination,
        delivery.Delivery,
        query_definition.QueryDefinition,
        metric_filter.MetricFilter,
        data_protection.DataProtectionPolicy,
    ],
    untaggable=(
        query_definition.QueryDefinition,
        metric_filter.MetricFilter,
        data_protection.DataProtectionPolicy,
    ),
    operations={
        **data_protection.OPERATIONS,
        **delivery.OPERATIONS,
        **metric_filter.OPERATIONS,
        **query_definition.OPERATIONS,
    },
    beside_moto=True,
)
