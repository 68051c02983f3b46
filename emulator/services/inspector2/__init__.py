"""inspector2: what is scanned in an account. Nothing is ever found. moto has the members of an organization."""

from emulator.modeled.service import Service
from emulator.services.inspector2 import account

SERVICE = Service("inspector2", types=[account.Scans], operations=account.OPERATIONS, beside_moto=True)
