"""How much is measured: everything, or what shows within minutes that measuring works."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from bench.play import Player
from tests.local_cloud import LocalCloud, running

MINUTE_IN_A_SECOND = 1 / 60


@dataclass(frozen=True)
class Plan:
    folder: Path
    pairs: int
    site: str = "site.yml"
    tags: tuple[str, ...] = ()
    """Only these layers."""
    settings: str = "{}"
    """Variables of the site, as JSON."""
    compared: tuple[str, ...] = ("cold", "noop", "check")
    """The steps of the site that are measured with the in-process runner off, too."""
    targets: tuple[int, ...] = (1, 2, 4, 8)
    parameters: tuple[int, ...] = (50, 200, 800)
    equal_tasks: int = 40

    @property
    def player(self) -> Player:
        return Player(self.folder)

    @property
    def layers(self) -> Player:
        """For the site: with the tags of the layers that are measured, and the settings."""
        return Player(self.folder, (*(("--tags", ",".join(self.tags)) if self.tags else ()), "-e", self.settings))

    @contextmanager
    def cloud(self, time_scale: float = 0.0) -> Iterator[LocalCloud]:
        with running(self.folder / "cloud.log", time_scale) as cloud:
            yield cloud


def quick(folder: Path) -> Plan:
    """The layer that needs no other, by its own playbook: reading the whole site would take longer than the layer."""
    alone = {"site": "playbooks/layers/dns.yml", "tags": ("dns",), "settings": '{"dns_private_zone": false}'}
    return Plan(folder, pairs=1, targets=(1, 2), parameters=(20,), equal_tasks=5, **alone)
