"""Several targets in one run: what 2, 4 and 8 cost against one, with the waits of a deployment scaled in."""

import json
from pathlib import Path

import boto3

from bench.figures import Figures
from bench.plan import MINUTE_IN_A_SECOND, Plan
from bench.play import INVENTORY

SERVICE = "bedrock"  # a region without it is no place for the platform
GEOGRAPHIES = ("eu-", "us-")  # where its default models are answered


def measure(plan: Plan, figures: Figures) -> None:
    for _run in range(plan.pairs):
        for number in plan.targets:
            with plan.cloud(MINUTE_IN_A_SECOND) as cloud:
                inventory = written(plan.folder / f"targets{number}", number)
                forks = ("--forks", str(max(number, 5)))
                for step in ("cold", "noop"):
                    played = plan.layers.play(cloud, plan.site, *forks, inventory=inventory)
                    figures.add(f"targets{number}.{step}_cpu_s", played.usage.cpu_s)
                    figures.add(f"targets{number}.{step}_wall_s", played.usage.wall_s)
                    figures.add(f"targets{number}.{step}_together_mb", played.usage.together_mb)
    one = plan.targets[0]
    for number in plan.targets[1:]:
        for value, step in (("cpu", "cold"), ("wall", "cold"), ("noop_cpu", "noop"), ("noop_wall", "noop")):
            kind = value.rpartition("_")[2]
            over, under = (f"targets{count}.{step}_{kind}_s" for count in (number, one))
            figures.add_ratio(f"targets{number}.{value}_ratio", [over], [under])


def written(folder: Path, number: int) -> Path:
    """An inventory of so many targets, each an environment of its own in a region of its own."""
    if not folder.exists():
        folder.mkdir()
        (folder / "group_vars").symlink_to(INVENTORY / "group_vars")
        hosts = {f"target-{place}": variables(place, region) for place, region in enumerate(regions(number), 1)}
        groups = {"targets": {"hosts": hosts}, "account_globals": {"hosts": {"target-1": {}}}}
        (folder / "hosts.yml").write_text(json.dumps(groups))  # JSON is YAML
    return folder


def variables(place: int, region: str) -> dict[str, str]:
    return {
        "platform_region": region,
        "platform_environment": f"bench{place}",
        "platform_domain": f"bench{place}.example.com",
    }


def regions(number: int) -> list[str]:
    found = boto3.Session().get_available_regions(SERVICE)
    return [region for region in found if region.startswith(GEOGRAPHIES)][:number]
