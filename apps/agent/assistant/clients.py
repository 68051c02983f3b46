"""One boto3 client a service, made when it is first needed: a cold start should not pay for what it does not use."""

from __future__ import annotations

import functools
from typing import Any


@functools.cache
def client(service: str) -> Any:
    """The client of a service, in the region and with the credentials of the runtime."""
    import boto3

    return boto3.client(service)
