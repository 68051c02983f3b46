"""backup: plans, what they back up, and trials of it. Nothing is ever backed up or restored. moto has vaults."""

from emulator.modeled.service import Service
from emulator.services.backup.plan import BackupPlan, BackupSelection
from emulator.services.backup.restore_testing import RestoreTestingPlan, RestoreTestingSelection

SERVICE = Service(
    "backup",
    types=[BackupPlan, BackupSelection, RestoreTestingPlan, RestoreTestingSelection],
    untaggable=(BackupSelection, RestoreTestingSelection),
    tag_operations=("TagResource", "UntagResource", "ListTags"),
    beside_moto=True,
)
