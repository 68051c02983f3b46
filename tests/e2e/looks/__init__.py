"""What the requirements say of the live platform, layer by layer: functions that look at a target and assert."""

import inspect
import pkgutil
from importlib import import_module


def _looks(module):
    """The public functions of a module that take a target and nothing else."""
    for name, value in vars(module).items():
        own = inspect.isfunction(value) and value.__module__ == module.__name__ and not name.startswith("_")
        if own and list(inspect.signature(value).parameters) == ["target"]:
            yield value


_MODULES = [import_module(f"{__name__}.{found.name}") for found in pkgutil.iter_modules(__path__)]
ALL = [look for module in _MODULES for look in _looks(module)]
