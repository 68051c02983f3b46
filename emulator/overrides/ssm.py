"""Systems Manager: documents tell the platforms that they are for, and names of parameters are judged."""

import re
from typing import Any

from moto.ssm.exceptions import ValidationException
from moto.ssm.models import Document, SimpleSystemManagerBackend

from emulator.overrides.patch import around

NAME = re.compile(r"[a-zA-Z0-9_.\-/]+")
PLATFORMS = ["Windows", "Linux", "MacOS"]


def install() -> None:
    @around(Document, "__init__")
    def init(moto: Any, self: Any, *args: Any, **kwargs: Any) -> None:
        moto(*args, **kwargs)
        self.platform_types = PLATFORMS

    @around(SimpleSystemManagerBackend, "put_parameter")
    def put(moto: Any, self: Any, name: str, *args: Any, **more: Any) -> Any:
        if not NAME.fullmatch(name):
            raise ValidationException(
                f"Invalid parameter name {name}: it consists of letters, digits and the symbols . - _, in parts "
                "divided by slashes."
            )
        return moto(name, *args, **more)
