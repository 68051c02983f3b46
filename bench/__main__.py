"""Measure, write build/bench.json and print it: python -m bench [--quick] [--only PART] [--pairs N]."""

import argparse
import sys
import tempfile
import traceback
from dataclasses import replace
from pathlib import Path

from bench import growth, limit, makespan, site, targets
from bench.figures import Figures
from bench.plan import Plan, quick
from bench.report import Report
from tests.local_cloud import ROOT

PARTS = {"site": site, "limit": limit, "makespan": makespan, "targets": targets, "growth": growth}
PAIRS = 3


def main() -> int:
    """Each part by itself: one that fails says so, and the others go on. The exit code is 1 if any failed."""
    given = arguments()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        plan = quick(folder) if given.quick else Plan(folder, PAIRS)
        plan = replace(plan, pairs=given.pairs or plan.pairs)
        plan = replace(plan, targets=tuple(given.targets)) if given.targets else plan
        plan = replace(plan, compared=tuple(given.compare)) if given.compare else plan
        report = Report(given.output or ROOT / "build" / ("bench-quick.json" if given.quick else "bench.json"))
        failed = False
        for part in given.only or PARTS:
            print(f"bench: {part} ...", file=sys.stderr, flush=True)
            figures = Figures()
            try:
                PARTS[part].measure(plan, figures)
                report.measured(part, figures)
            except Exception as error:
                traceback.print_exc()
                report.failed(part, f"{type(error).__name__}: {error}")
                failed = True
    print(report.table())
    print(f"\nWritten to {report.file}")
    return int(failed)


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="How fast the platform is, on local clouds.")
    parser.add_argument("--quick", action="store_true", help="one layer and short lists, to see that measuring works")
    parser.add_argument(
        "--only", action="append", choices=PARTS, help="this part; the file keeps what it has of others"
    )
    parser.add_argument("--pairs", type=int, help=f"how often each value is measured [{PAIRS}; quick 1]")
    parser.add_argument(
        "--compare",
        nargs="+",
        choices=site.STEPS,
        help="the steps of the site to measure with the runner off, too, which takes eight times as long [all]",
    )
    parser.add_argument("--targets", type=int, nargs="+", help="how many targets in one run, smallest first [1 2 4 8]")
    parser.add_argument("--output", type=Path, help="the file to write [build/bench.json]")
    return parser.parse_args()


if __name__ == "__main__":
    sys.exit(main())
