"""application-autoscaling: scalable targets, and the policies and scheduled actions that belong to them.

Nothing is scaled here, and no alarms are made.
"""

from emulator.modeled.service import Service
from emulator.services.application_autoscaling.target import OPERATIONS, Policy, ScheduledAction, Target

SERVICE = Service(
    "application-autoscaling",
    types=[Target, Policy, ScheduledAction],
    untaggable=(Policy, ScheduledAction),
    operations=OPERATIONS,
)
