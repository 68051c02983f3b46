"""config: the recorder, its channel, and what mends resources. Nothing is recorded or mended. moto has rules."""

from emulator.modeled.service import Service
from emulator.services.config import recorder, remediation

SERVICE = Service(
    "config",
    types=[recorder.Recorder, recorder.Channel, remediation.Remediation],
    untaggable=(recorder.Channel, remediation.Remediation),
    operations={**recorder.OPERATIONS, **remediation.OPERATIONS},
    beside_moto=True,
)
