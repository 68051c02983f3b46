"""A quick start: botocore's models are looked for once, and nothing looks for garbage where there is none yet."""

import functools
import gc
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


@contextmanager
def without_collection() -> Iterator[None]:
    """What is loaded inside stays until the end: it is not searched for garbage, neither now nor later."""
    gc.disable()
    try:
        yield
    finally:
        gc.freeze()
        gc.enable()
