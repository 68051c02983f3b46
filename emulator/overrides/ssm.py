"""Systems Manager: documents tell the platforms that they are for."""

from typing import Any

from moto.ssm.models import Document

from emulator.overrides.patch import around

PLATFORMS = ["Windows", "Linux", "MacOS"]


def install() -> None:
    @around(Document, "__init__")
    def init(moto: Any, self: Any, *args: Any, **kwargs: Any) -> None:
        moto(*args, **kwargs)
        self.platform_types = PLATFORMS
