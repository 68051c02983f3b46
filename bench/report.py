"""The figures as a file, into which the parts are put as they are measured, and as a table."""

import json
from pathlib import Path
from typing import Any

from bench.figures import Figures, nested
from bench.goals import GOALS
from bench.machine import described, moment, revision


class Report:
    """What is known of each part: its figures, or why there are none."""

    def __init__(self, file: Path):
        self.file = file
        self.parts: dict[str, dict[str, Any]] = json.loads(file.read_text())["parts"] if file.exists() else {}

    def measured(self, part: str, figures: Figures) -> None:
        self._keep(part, {"runs": figures.runs, "facts": figures.facts, "medians": figures.medians()})

    def failed(self, part: str, reason: str) -> None:
        """What was known before of the part is no result of this revision."""
        self._keep(part, {"failed": reason})

    @property
    def medians(self) -> dict[str, float]:
        return self._all("medians")

    def table(self) -> str:
        rows = [f"{name:44} {value:12.3f}   {self._runs_of(name)}" for name, value in sorted(self.medians.items())]
        rows += ["", "Goals"]
        for goal in GOALS:
            value = self.medians.get(goal.name)
            shown = "-" if value is None else f"{value:.2f}"
            sign = ">=" if goal.at_least else "<="
            rows.append(f"{goal.verdict(self.medians):13} {shown:>8} {sign} {goal.limit:<5} {goal.text} ({goal.name})")
        rows += [f"FAILED {part}: {entry['failed']}" for part, entry in self.parts.items() if "failed" in entry]
        return "\n".join(rows)

    def _runs_of(self, name: str) -> str:
        values = self._all("runs")[name]
        return " ".join(f"{value:g}" for value in values[:8]) + (" ..." if len(values) > 8 else "")

    def _all(self, kind: str) -> dict[str, Any]:
        return {name: value for entry in self.parts.values() for name, value in entry.get(kind, {}).items()}

    def _keep(self, part: str, entry: dict[str, Any]) -> None:
        self.parts[part] = {"revision": revision(), **moment(), **entry}
        content = {
            **nested({**self._all("facts"), **self.medians}),
            "runs": self._all("runs"),
            "goals": {goal.name: goal.verdict(self.medians) for goal in GOALS},
            "machine": described(),
            "revision": revision(),
            "parts": self.parts,
        }
        self.file.parent.mkdir(parents=True, exist_ok=True)
        self.file.write_text(json.dumps(content, indent=2) + "\n")
