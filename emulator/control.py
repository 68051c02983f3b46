"""The local cloud's own paths: health, reset, request log, faults, checks, clock.

Unsigned requests only, so that they hide no bucket.
"""

import json
from importlib.metadata import version
from typing import TYPE_CHECKING, Any

from emulator import VERSION
from emulator.clock import CLOCK

if TYPE_CHECKING:
    from emulator.application import LocalCloud

PREFIX = "/_local-cloud/"


class Control:
    def __init__(self, application: "LocalCloud"):
        self.application = application
        self.routes = {
            ("GET", "/health"): self.health,
            ("POST", f"{PREFIX}reset"): self.reset,
            ("GET", f"{PREFIX}requests"): self.requests,
            ("PUT", f"{PREFIX}requests"): self.keep_contents,
            ("DELETE", f"{PREFIX}requests"): self.forget_requests,
            ("GET", f"{PREFIX}clock"): self.clock,
            ("PUT", f"{PREFIX}clock"): self.clock,
            ("PUT", f"{PREFIX}faults"): self.replace_faults,
            ("GET", f"{PREFIX}authorization"): self.authorization,
            ("PUT", f"{PREFIX}authorization"): self.authorization,
        }

    def knows(self, path: str) -> bool:
        return path == "/health" or path.startswith(PREFIX)

    def answer(self, method: str, path: str, body: bytes) -> tuple[int, list[tuple[str, str]], bytes]:
        route = self.routes.get((method, path))
        if route:
            try:
                status, content = 200, route(json.loads(body) if body else None)
            except ValueError as error:
                status, content = 400, {"error": str(error)}
        else:
            offered = ", ".join(" ".join(key) for key in self.routes)
            status, content = 404, {"error": f"{method} {path} is not offered. There are: {offered}"}
        return status, [("Content-Type", "application/json")], json.dumps(content).encode()

    def health(self, _body: Any) -> dict[str, Any]:
        operations = {service.name: len(service.operations) for service in self.application.services}
        return {
            "status": "ok",
            "version": VERSION,
            "moto": version("moto"),
            "time_scale": CLOCK.scale,
            "stale_seconds": CLOCK.stale,
            "operations": operations,
        }

    def reset(self, _body: Any) -> dict[str, Any]:
        self.application.reset()
        return {"status": "reset"}

    def requests(self, _body: Any) -> dict[str, Any]:
        return {"requests": self.application.log.all()}

    def keep_contents(self, wanted: Any) -> dict[str, Any]:
        if not isinstance(wanted, dict) or set(wanted) != {"contents"} or not isinstance(wanted["contents"], bool):
            raise ValueError('expected {"contents": true} or {"contents": false}')
        self.application.log.keeps_contents = wanted["contents"]
        return wanted

    def clock(self, wanted: Any) -> dict[str, Any]:
        if wanted is not None:
            moment = wanted.get("now") if isinstance(wanted, dict) and len(wanted) == 1 else None
            if isinstance(moment, bool) or not isinstance(moment, (int, float)):
                raise ValueError('expected {"now": seconds since 1970}')
            CLOCK.go_on_to(moment)
        return {"now": CLOCK.now()}

    def forget_requests(self, _body: Any) -> dict[str, Any]:
        self.application.log.clear()
        return {"status": "cleared"}

    def replace_faults(self, rules: Any) -> dict[str, Any]:
        return {"faults": self.application.faults.replace(rules)}

    def authorization(self, wanted: Any) -> dict[str, Any]:
        gate = self.application.gate
        return gate.told() if wanted is None else gate.change(wanted)
