"""ssm: executions of runbooks are ours, everything else is moto's."""

from emulator.modeled.service import Service
from emulator.services.ssm import execution

SERVICE = Service(
    "ssm",
    types=[execution.AutomationExecution],
    untaggable=(execution.AutomationExecution,),
    operations={
        "DescribeAutomationExecutions": execution.describe_many,
        "DescribeAutomationStepExecutions": execution.describe_steps,
        "StopAutomationExecution": execution.stop,
    },
    beside_moto=True,
)
