"""What several services ask of a resource policy before they keep it."""

import json


def has_statements(policy: str | bytes) -> bool:
    """Whether it is a JSON document with a Statement in it."""
    try:
        return bool(json.loads(policy)["Statement"])
    except (ValueError, KeyError, TypeError):
        return False
