"""config: the recorder, its channel, packs and what mends resources. Nothing is recorded or mended. moto has rules."""

from emulator.modeled.service import Service
from emulator.services.config import conformance_pack, recorder, remediation

SERVICE = Service(
    "config",
    types=[recorder.Recorder, recorder.Channel, remediation.Remediation, conformance_pack.ConformancePack],
    untaggable=(recorder.Channel, remediation.Remediation),
    operations={**recorder.OPERATIONS, **remediation.OPERATIONS, **conformance_pack.OPERATIONS},
    beside_moto=True,
)
