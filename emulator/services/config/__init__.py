"""config: what mends resources that break a rule. Nothing is ever mended. moto has recorders and rules."""

from emulator.modeled.service import Service
from emulator.services.config import remediation

SERVICE = Service("config", types=[remediation.Remediation], operations=remediation.OPERATIONS, beside_moto=True)
