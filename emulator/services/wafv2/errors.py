"""The errors of AWS WAF."""

from emulator.modeled.errors import AwsError


def nonexistent() -> AwsError:
    return AwsError(
        "WAFNonexistentItemException", "AWS WAF couldn't perform the operation because your resource doesn't exist."
    )


def invalid(reason: str, where: str, parameter: str) -> AwsError:
    return AwsError("WAFInvalidParameterException", f"Error reason: {reason}, field: {where}, parameter: {parameter}")


def stale() -> AwsError:
    return AwsError(
        "WAFOptimisticLockException",
        "AWS WAF couldn't save your changes because someone changed the resource after you started to edit it. "
        "Reapply your changes.",
    )
