"""shield: the subscription to Shield Advanced, which costs nothing here, and protections. They hold nothing off."""

from emulator.modeled.service import Service
from emulator.services.shield import protection, subscription

SERVICE = Service(
    "shield",
    types=[protection.Protection],
    operations={**subscription.OPERATIONS, **protection.OPERATIONS},
    region="us-east-1",
)
