"""The one error that most refusals are."""

from emulator.modeled.errors import AwsError


def invalid(message: str) -> AwsError:
    return AwsError("InvalidRequestException", message)
