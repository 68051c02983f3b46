"""What several AgentCore types refuse."""

from emulator.modeled.errors import validation
from emulator.neighbours import role_exists


def check_role(arn: str | None) -> None:
    if arn and not role_exists(arn):
        raise validation(
            f"Role validation failed for '{arn}'. "
            "Please verify that the role exists and its trust policy allows assumption by this service"
        )
