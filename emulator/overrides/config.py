"""AWS Config: a rule that is not there is named even when there are no rules at all."""

from typing import Any

from moto.config.exceptions import NoSuchConfigRuleException
from moto.config.models import ConfigBackend

from emulator.overrides.patch import around


def install() -> None:
    @around(ConfigBackend, "describe_config_rules")
    def describe(moto: Any, self: Any, config_rule_names: list[str] | None, next_token: str | None) -> Any:
        if config_rule_names and not self.config_rules:
            raise NoSuchConfigRuleException(config_rule_names[0])
        return moto(config_rule_names, next_token)
