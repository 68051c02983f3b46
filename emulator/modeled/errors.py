"""The one exception that a modeled operation raises."""

from moto.core.exceptions import ServiceException


class AwsError(ServiceException):
    """An error that the caller sees, with the service's own code; its HTTP status comes from the service model."""

    def __init__(self, code: str, message: str):
        super().__init__(code, message)


def validation(message: str) -> AwsError:
    return AwsError("ValidationException", message)


def conflict(message: str) -> AwsError:
    return AwsError("ConflictException", message)


def not_found(message: str) -> AwsError:
    return AwsError("ResourceNotFoundException", message)
