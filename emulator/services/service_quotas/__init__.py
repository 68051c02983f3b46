"""service-quotas: what the account may have of some things. It is told here, and not kept by the services."""

from emulator.modeled.service import Service
from emulator.services.service_quotas import increase, quota

SERVICE = Service("service-quotas", types=[], operations={**quota.OPERATIONS, **increase.OPERATIONS})
