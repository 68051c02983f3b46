"""What is the same for every request is found once, and nothing looks for garbage where there is none yet."""

import functools
import gc
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import botocore.loaders
import botocore.session


def share_loaders() -> None:
    """Give one loader to everybody who asks for one, from now on.

    botocore makes one a session and moto one a service, and each of them looks through the folders of all services.
    """
    original = botocore.loaders.create_loader
    loader = original()

    def create_loader(search_path_string: Any = None) -> botocore.loaders.Loader:
        return original(search_path_string) if search_path_string else loader

    botocore.loaders.create_loader = botocore.session.create_loader = create_loader

    import moto.core.utils  # now: it makes sessions already

    moto.core.utils.create_loader = functools.cache(moto.core.utils.create_loader)


def keep_listings() -> None:
    """Let moto look once for its services and for the operations of each: it does so with every request."""
    import moto.backends
    import moto.core.responses

    known = frozenset(moto.backends.list_of_moto_modules())
    moto.backends.list_of_moto_modules = lambda: known
    moto.core.responses.method_names_from_class = functools.cache(moto.core.responses.method_names_from_class)


@contextmanager
def without_collection() -> Iterator[None]:
    """What is loaded inside stays until the end: it is not searched for garbage, neither now nor later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()


@contextmanager
def without(name: str) -> Iterator[None]:
    """What is loaded inside doesn't find the module, which is for uses that a server has not."""
    missing = name not in sys.modules
    if missing:
        sys.modules[name] = None  # type: ignore[assignment]
    try:
        yield
    finally:
        if missing:
            del sys.modules[name]
