"""Randomness that can be had again: what a request makes up (ids, keys, passwords) follows from one seed.

A request that is repeated with its seed makes up the same, whichever thread it runs in, whatever others do meanwhile.
Without a seed everything is as random as before. Its dates follow in the same way from one moment: a repetition takes
place in another time.
"""

import datetime as dates
import os
import random
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

_thread = threading.local()
_urandom = os.urandom
_time = time.time


@contextmanager
def seeded(seed: int, moment: float | None = None) -> Iterator[None]:
    """Within the context, all that this thread draws follows from the seed, and what it dates is of the moment."""
    _thread.source = random.Random(seed)  # noqa: S311 - it is to be foreseeable
    _thread.moment = moment
    try:
        yield
    finally:
        _thread.source = _thread.moment = None


@contextmanager
def apart(name: str | None) -> Iterator[None]:
    """Within the context, what this thread draws follows from the name, or from nothing; after it, from what it did."""
    before = getattr(_thread, "source", None)
    _thread.source = None if name is None else random.Random(name)  # noqa: S311 - it is to be foreseeable
    try:
        yield
    finally:
        _thread.source = before


def urandom(size: int) -> bytes:
    source = getattr(_thread, "source", None)
    return source.randbytes(size) if source else _urandom(size)


def now() -> float:
    moment = getattr(_thread, "moment", None)
    return _time() if moment is None else float(moment)


def install() -> None:
    """Let everything in this process draw from here: uuid and secrets, random, and moto's own source."""
    from moto.core import utils
    from moto.moto_api._internal import mock_random

    utils.datetime = Dates  # type: ignore[attr-defined]
    time.time = now
    os.urandom = urandom
    # The modules random and secrets hold the function under a name of their own.
    random._urandom = urandom  # type: ignore[attr-defined]
    for source in (mock_random, random._inst):  # type: ignore[attr-defined]
        _divert(source)
    _set_backends_apart()
    for name in ("choice", "choices", "randint", "randrange", "random", "sample", "shuffle", "uniform", "getrandbits"):
        setattr(random, name, getattr(random._inst, name))  # type: ignore[attr-defined]


def _set_backends_apart() -> None:
    """Let what moto has for a service from the start draw nothing from the request that happens to need it first.

    That may be one that only looks, which nobody repeats. What moto makes then, such as default VPCs, follows from
    service, account and region, so that it is the same at every start.
    """
    from moto.core.base_backend import AccountSpecificBackend, BackendDict

    of_region, of_account, of_service = (
        AccountSpecificBackend.__getitem__,
        BackendDict.__getitem__,
        BackendDict.__init__,
    )

    def backend(self: Any, region: str) -> Any:
        if region in self.keys():
            return of_region(self, region)
        with apart(f"{self.service_name} {self.account_id} {region}"):
            return of_region(self, region)

    def backends(self: Any, account: str) -> Any:
        if account in self.keys():
            return of_account(self, account)
        with apart(None):
            return of_account(self, account)

    def begin(self: Any, *args: Any, **more: Any) -> None:
        with apart(None):
            of_service(self, *args, **more)

    AccountSpecificBackend.__getitem__ = backend  # type: ignore[method-assign]
    BackendDict.__getitem__ = backends  # type: ignore[method-assign]
    BackendDict.__init__ = begin  # type: ignore[method-assign]


class OfAnyDate(type):
    def __instancecheck__(cls, given: Any) -> bool:
        return isinstance(given, dates.datetime)


class Dates:
    """The module datetime for moto's own clock, which doesn't ask the module time."""

    UTC, timedelta, timezone, date = dates.UTC, dates.timedelta, dates.timezone, dates.date

    class datetime(dates.datetime, metaclass=OfAnyDate):  # noqa: N801 - as in the module
        @classmethod
        def now(cls, tz: dates.tzinfo | None = None) -> dates.datetime:  # type: ignore[override]
            return dates.datetime.fromtimestamp(now(), tz)


def _divert(source: Any) -> None:
    """Give an instance of Random its numbers from the thread's source, where there is one."""
    plain = type(source)
    if plain.__name__ == "Diverted":
        return

    class Diverted(plain):  # type: ignore[misc, valid-type]
        def random(self) -> float:
            chosen = getattr(_thread, "source", None)
            return chosen.random() if chosen else super().random()

        def getrandbits(self, k: int) -> int:
            chosen = getattr(_thread, "source", None)
            return chosen.getrandbits(k) if chosen else super().getrandbits(k)

    source.__class__ = Diverted
