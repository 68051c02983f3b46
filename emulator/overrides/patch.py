"""Replace one method of moto, and fail at the start if a new moto version doesn't have it any more."""

import functools
from collections.abc import Callable
from typing import Any

INSTALLED: list[str] = []
"""What is replaced, for the documentation."""


def around(owner: Any, name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorator: the function takes moto's own (bound) method as its first argument, then self and the arguments."""
    original = getattr(owner, name, None)
    if original is None:
        raise AttributeError(f"moto has no {owner.__name__}.{name} any more: revise {__name__}")

    def replace(function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(original)
        def method(self: Any, *args: Any, **kwargs: Any) -> Any:
            return function(functools.partial(original, self), self, *args, **kwargs)

        setattr(owner, name, method)
        INSTALLED.append(f"{owner.__name__}.{name}")
        return method

    return replace


def add(owner: Any, name: str) -> Callable[[Callable[..., Any]], Callable[..., Any]]:
    """Decorator: a method that moto lacks."""
    if hasattr(owner, name):
        raise AttributeError(f"moto has its own {owner.__name__}.{name} now: drop ours")

    def attach(function: Callable[..., Any]) -> Callable[..., Any]:
        setattr(owner, name, function)
        INSTALLED.append(f"{owner.__name__}.{name}")
        return function

    return attach
