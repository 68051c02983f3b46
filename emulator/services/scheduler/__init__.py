"""scheduler: schedules and their groups. Nothing runs when its time comes."""

from emulator.modeled.service import Service
from emulator.services.scheduler import group, schedule

SERVICE = Service(
    "scheduler",
    types=[group.ScheduleGroup, schedule.Schedule],
    untaggable=(schedule.Schedule,),
    operations={"ListScheduleGroups": group.listing, "ListSchedules": schedule.listing},
)
