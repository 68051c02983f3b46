"""budgets: budgets, their notifications, and who gets those. Nothing is ever spent here, so none is sent."""

from emulator.modeled.service import Service
from emulator.services.budgets import notifications
from emulator.services.budgets.budget import Budget

SERVICE = Service("budgets", types=[Budget], operations=notifications.OPERATIONS, region="us-east-1")
