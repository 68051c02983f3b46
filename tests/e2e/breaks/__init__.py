"""What can go wrong with a deployed platform, layer by layer: functions that each break one thing of a target.

Each names the requirements that do not hold any more then, all of them. site.yml puts back what it has broken.
"""

from __future__ import annotations

import inspect
import pkgutil
from collections.abc import Callable
from importlib import import_module

from tests.e2e.journey import Target

Break = Callable[[Target], None]


def breaks(*bullets: str) -> Callable[[Break], Break]:
    """Decorate a function with the requirements that it breaks."""

    def mark(function: Break) -> Break:
        function.bullets = frozenset(bullets)
        return function

    return mark


def _breaks(module):
    """The public functions of a module that say what they break, in the order in which they stand there."""
    for name, value in vars(module).items():
        own = inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
        if own and hasattr(value, "bullets"):
            yield value


_MODULES = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
ALL = [broken for module in _MODULES for broken in _breaks(module)]
