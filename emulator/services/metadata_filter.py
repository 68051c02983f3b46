"""Filters over the metadata of vectors, in the words of S3 Vectors."""

from collections.abc import Callable
from typing import Any

from emulator.modeled.errors import validation

Filter = dict[str, Any]


def _number(test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    def compare(value: Any, given: Any) -> bool:
        return all(isinstance(item, (int, float)) and not isinstance(item, bool) for item in (value, given)) and test(
            value, given
        )

    return compare


def _equal(value: Any, given: Any) -> bool:
    return given in value if isinstance(value, list) else value == given


def _among(value: Any, given: Any) -> bool:
    return any(_equal(value, item) for item in given)


ALL, ANY = "$and", "$or"
TESTS: dict[str, Callable[[Any, Any], bool]] = {
    "$eq": _equal,
    "$ne": lambda value, given: not _equal(value, given),
    "$gt": _number(lambda value, given: value > given),
    "$gte": _number(lambda value, given: value >= given),
    "$lt": _number(lambda value, given: value < given),
    "$lte": _number(lambda value, given: value <= given),
    "$in": _among,
    "$nin": lambda value, given: not _among(value, given),
    "$exists": lambda value, given: (value is not None) == given,
}


def check_filter(condition: Any, hidden: list[str]) -> None:
    """Refuse operators that there are not, and keys that can't be filtered by."""
    if not isinstance(condition, dict) or not condition:
        raise validation("A filter must be an object with at least one key")
    for key, given in condition.items():
        if key in (ALL, ANY):
            if not isinstance(given, list) or not given:
                raise validation(f"{key} needs a list of filters")
            for item in given:
                check_filter(item, hidden)
        elif key.startswith("$"):
            raise validation(f"Unknown operator {key}; there are {', '.join([ALL, ANY, *TESTS])}")
        elif key in hidden:
            raise validation(f"The metadata key {key} is not filterable")
        else:
            unknown = sorted(set(given) - set(TESTS)) if isinstance(given, dict) else []
            lists = [word for word in ("$in", "$nin") if isinstance(given, dict) and word in given]
            if unknown or any(not isinstance(given[word], list) for word in lists):
                raise validation(f"The condition for {key} is not valid: {', '.join(unknown or lists)}")


def matches(condition: Filter, metadata: dict[str, Any]) -> bool:
    return all(_holds(key, given, metadata) for key, given in condition.items())


def _holds(key: str, given: Any, metadata: dict[str, Any]) -> bool:
    if key in (ALL, ANY):
        return (all if key == ALL else any)(matches(item, metadata) for item in given)
    tests = given if isinstance(given, dict) else {"$eq": given}
    return all(TESTS[word](metadata.get(key), value) for word, value in tests.items())
