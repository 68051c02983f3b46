"""securityhub: the hub of an account and region, and the standards that it checks. moto has findings."""

from emulator.modeled.service import Service
from emulator.services.securityhub import hub

SERVICE = Service("securityhub", types=[hub.Hub], operations=hub.OPERATIONS, beside_moto=True)
