# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""The way from GitHub into the account: requirement 15.1.b."""

from __future__ import annotations

from typing import Any

from .broken import need
from .check import Checks, Evidence
from .live import Live
from .policies import inline, many, trust

CICD = Checks()


@CICD.shows("15.1.b")
def workflows_of_one_repository_get_a_role(live: Live) -> Evidence:
    """By tokens that GitHub signs, for this audience and these subjects only."""
    role = live.one("cicd", "iam_role", "role-github-actions")
    subjects: list[str] = []
    for statement in trust(live, role["id"]):
        need(statement["Action"] == "sts:AssumeRoleWithWebIdentity", f"{role['id']} allows {statement['Action']}")
        provider = _provider(live, statement["Principal"])
        issuer = provider["Url"].removeprefix("https://")
        wanted = statement.get("Condition", {}).get("StringEquals", {})
        audience = wanted.get(f"{issuer}:aud")
        need(audience in provider["ClientIDList"], f"{role['id']} takes tokens for {audience or 'every audience'}")
        subjects += many(wanted.get(f"{issuer}:sub", []))
    need(subjects, f"{role['id']} can be taken on by workflows of every repository, or of none")
    return {"role": role["arn"], "who takes it on": subjects}


@CICD.shows("15.1.b")
def the_role_deploys_and_nothing_else(live: Live) -> Evidence:
    role = live.one("cicd", "iam_role", "role-github-actions")["id"]
    statements = inline(live, role)
    actions = sorted({action for statement in statements for action in many(statement["Action"])})
    wide = [action for action in actions if "*" in action]
    need(actions and not wide, f"{role} may do {wide or 'nothing'}")
    need(not live.list("iam", "ListAttachedRolePolicies", RoleName=role), f"{role} has more policies than its own")
    return {"actions of the role": len(actions)}


def _provider(live: Live, principal: Any) -> dict[str, Any]:
    arn = principal.get("Federated") if isinstance(principal, dict) else None
    need(arn, f"the role for workflows can be taken on by {principal}")
    return live.ask("iam", "GetOpenIDConnectProvider", OpenIDConnectProviderArn=arn)
