"""How long things take. One knob scales every provisioning time: 0 = ready at the next read, 1 = as on AWS.

Another says for how many seconds reads don't find what is new, as those of AWS may not.
"""

import time

from emulator.provisioning import MINUTES


class Clock:
    def __init__(self, scale: float = 0.0, stale: float = 0.0):
        self.scale = scale
        self.stale = stale
        self.ahead = 0.0
        """By how many seconds this clock is ahead of the machine's."""

    def now(self) -> float:
        return time.time() + self.ahead

    def go_on_to(self, moment: float) -> None:
        """Let the time until then have passed; a moment that is over changes nothing."""
        self.ahead += max(0.0, moment - self.now())

    def seconds(self, what: str) -> float:
        """Scaled duration in seconds of one entry of the provisioning table, e.g. ``opensearch:Domain:create``."""
        return MINUTES[what] * 60 * self.scale


CLOCK = Clock()
"""The process's clock. A module-level object because the corrections of moto's classes need it, too."""
