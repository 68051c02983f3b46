"""backup: plans and what they back up. Nothing is ever backed up. moto has vaults."""

from emulator.modeled.service import Service
from emulator.services.backup.plan import BackupPlan, BackupSelection

SERVICE = Service(
    "backup",
    types=[BackupPlan, BackupSelection],
    untaggable=(BackupSelection,),
    tag_operations=("TagResource", "UntagResource", "ListTags"),
    beside_moto=True,
)
