# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The registry of images: requirements 8."""

from __future__ import annotations

import json
from typing import Any

from .broken import Broken, need
from .check import Checks, Evidence
from .live import Live
from .policies import allowed, inline, many

REGISTRY = Checks()
PULL = {"ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"}
# Who runs the images of a repository.
RUNNERS = {
    "frontend": "role-frontend-execution",
    "backend": "role-backend-execution",
    "agentcore": "role-agent-runtime",
}


def _is_there(image: str, bullet: str) -> None:
    @REGISTRY.shows("8.a", bullet)
    def a_repository_is_there(live: Live) -> Evidence:
        return {f"{image} repository": live.one("containers", "ecr_repository", f"repository-{image}")["arn"]}


for _image, _bullet in (("frontend", "8.1.a"), ("backend", "8.1.b"), ("agentcore", "8.1.c")):
    _is_there(_image, _bullet)


@REGISTRY.shows("8.b", "8.1.d")
def images_are_scanned_on_push(live: Live) -> Evidence:
    """By the repository itself, or by a rule of the registry that takes it in."""
    scanning = {}
    for repository in _repositories(live):
        name = repository["repositoryName"]
        on_push = repository.get("imageScanningConfiguration", {}).get("scanOnPush")
        need(on_push or _scanned_by_registry(live, name), f"{name} does not scan what is pushed")
        scanning[name] = "on push" if on_push else "by the registry"
    return {"scanning": scanning}


def _keeps(kind: str, bullet: str, start: str, most: int) -> None:
    """Images whose tags start so go when there are more of them."""

    @REGISTRY.shows("8.c", bullet)
    def only_the_newest_stay(live: Live) -> Evidence:
        kept = {}
        for name, rules in _lifecycles(live).items():
            counts = [
                rule["countNumber"]
                for rule in rules
                if rule["countType"] == "imageCountMoreThan"
                and any(prefix.startswith(start) for prefix in _starts(rule))
            ]
            need(counts == [most], f"{name} keeps {counts or 'any number of'} images of {kind}, not {most}")
            kept[name] = most
        return {f"images of {kind} that are kept": kept}


_keeps("production", "8.2.a", "prod", 10)
_keeps("development", "8.2.b", "dev", 5)


@REGISTRY.shows("8.c", "8.2.c")
def images_without_a_tag_go_after_a_day(live: Live) -> Evidence:
    days = {}
    for name, rules in _lifecycles(live).items():
        found = [
            rule["countNumber"]
            for rule in rules
            if rule["tagStatus"] == "untagged" and rule["countType"] == "sinceImagePushed"
        ]
        need(found == [1], f"{name} removes images without a tag after {found or 'no'} days, not after 1")
        days[name] = 1
    return {"days that images without a tag are kept": days}


@REGISTRY.shows("8.d")
def only_who_runs_an_image_may_fetch_it(live: Live) -> Evidence:
    fetching = {}
    for image, key in RUNNERS.items():
        for repository in live.all("containers", "ecr_repository", f"repository-{image}"):
            answer = live.find("ecr", "GetRepositoryPolicy", repositoryName=repository["id"])
            need(answer, f"{repository['id']} has no policy of its own")
            runner = live.one("security", "iam_role", key)["arn"]
            for statement in allowed((answer or {})["policyText"]):
                _need_fetching_only(repository["id"], statement, runner)
            fetching[repository["id"]] = runner
    need(fetching, "there are no repositories")
    return {"who fetches images": fetching}


@REGISTRY.shows("8.2.d")
def tasks_may_fetch_their_own_image(live: Live) -> Evidence:
    granted = {}
    for image in ("frontend", "backend"):
        role = live.one("security", "iam_role", RUNNERS[image])["id"]
        own = [repository["arn"] for repository in live.all("containers", "ecr_repository", f"repository-{image}")]
        resources = [
            resource
            for statement in inline(live, role)
            if set(many(statement["Action"])) >= PULL
            for resource in many(statement["Resource"])
        ]
        need(own and set(resources) == set(own), f"{role} may fetch images of {resources or 'nothing'}, not of {own}")
        granted[role] = own
    return {"images that roles of tasks may fetch": granted}


def _repositories(live: Live) -> list[dict[str, Any]]:
    ours = {one["id"] for one in live.some("containers", "ecr_repository")}
    found: list[dict[str, Any]] = live.list("ecr", "DescribeRepositories")
    return [repository for repository in found if repository["repositoryName"] in ours]


def _scanned_by_registry(live: Live, repository: str) -> bool:
    rules = live.ask("ecr", "GetRegistryScanningConfiguration")["scanningConfiguration"].get("rules", [])
    filters = [
        one["filter"] for rule in rules if rule["scanFrequency"] != "MANUAL" for one in rule["repositoryFilters"]
    ]
    return any(repository.startswith(pattern.partition("*")[0]) for pattern in filters)


def _lifecycles(live: Live) -> dict[str, list[dict[str, Any]]]:
    """What selects the images that go, by repository."""
    found = {}
    for repository in live.some("containers", "ecr_repository"):
        answer = live.find("ecr", "GetLifecyclePolicy", repositoryName=repository["id"])
        if answer is None:
            raise Broken(f"{repository['id']} has no lifecycle policy")
        rules = json.loads(answer["lifecyclePolicyText"])["rules"]
        found[repository["id"]] = [rule["selection"] for rule in rules]
    return found


def _starts(rule: dict[str, Any]) -> list[str]:
    return [*rule.get("tagPrefixList", []), *rule.get("tagPatternList", [])]


def _need_fetching_only(repository: str, statement: dict[str, Any], runner: str) -> None:
    more = sorted(set(many(statement["Action"])) - PULL)
    need(not more, f"{repository} lets others do {', '.join(more)}")
    who = many(statement.get("Condition", {}).get("ArnEquals", {}).get("aws:PrincipalArn", []))
    principal = statement["Principal"]
    named = who or (many(principal.get("AWS", [])) if isinstance(principal, dict) else [principal])
    need(named == [runner], f"{repository} lets {named} fetch images, not {runner} alone")
