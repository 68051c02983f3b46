"""wellarchitected: workloads, their reviews by lenses, and milestones."""

from emulator.modeled.service import Service
from emulator.services.wellarchitected import review, workload
from emulator.services.wellarchitected.workload import Milestone, Workload

SERVICE = Service(
    "wellarchitected",
    types=[Workload, Milestone],
    untaggable=(Milestone,),
    operations={**workload.OPERATIONS, **review.OPERATIONS},
)
