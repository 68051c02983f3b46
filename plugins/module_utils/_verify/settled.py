# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Requirements that no look at the account can show: a person does them, or AWS allows something else only."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Settled:
    """human: a person's work.  replaced: in conflict with AWS, done otherwise.  later: not yet there."""

    status: str
    reason: str
    advice: str


def _replaced(reason: str, advice: str) -> Settled:
    return Settled("replaced", reason, advice)


_WORKFLOWS = Settled(
    "later",
    "workflows of GitHub Actions are not part of the collection yet",
    "Deploy with playbooks/site.yml from a workflow of your own, by the role that the layer cicd makes.",
)
_APPLICATIONS = Settled(
    "later",
    "this is the applications' own code, which is not part of the collection yet",
    "Do it in the applications; what they need (issuer, keys, scopes, collector) is in the layers' outputs.",
)
_TESTS = Settled(
    "later",
    "a suite that is run against a deployed account is not part of the collection yet",
    "Run playbooks/verify.yml; the collection's own tests run against the local cloud.",
)

SETTLED: dict[str, Settled] = {
    "4.2.b": _replaced(
        "traffic is to be encrypted everywhere (17.2.c), and AWS validates tokens at HTTPS listeners only",
        "Nothing: the internal load balancer has an HTTPS listener.",
    ),
    "6.2.d": _replaced(
        "knowledge bases of Bedrock do not reach a domain behind a VPC",
        "Choose another store of the knowledge base to have a private domain.",
    ),
    "7.2.d": _replaced(
        "only the root user can switch MFA delete on, and not together with lifecycle rules (7.2.c)",
        "Versions are kept and the bucket's policy guards them. The layer storage prints the root user's command.",
    ),
    "10.2.a": _replaced(
        "Claude 3 Haiku and Sonnet have ended on Bedrock",
        "Their successors are used; security_model_ids names them.",
    ),
    "10.3.c": _replaced(
        "data automation takes PDF, DOCX, images, audio and video, and no spreadsheets",
        "Spreadsheets go to the knowledge base, which reads them.",
    ),
    "11.1.b": _replaced(
        "a runtime can't be made of an image before one has been pushed to the repository that the platform makes",
        "Python code from S3 runs until then. Push an image for ARM64 there, and set agentcore_agent_image.",
    ),
    "17.a": Settled(
        "human",
        "a review is held by people; only what can be read is answered in the workload, with its evidence",
        "Hold the review in the Well-Architected Tool, starting from the answers that are there.",
    ),
    "18.3.a": Settled(
        "human",
        "an assessment is made by people",
        "Go through the workload in the Well-Architected Tool and save a milestone.",
    ),
    **dict.fromkeys(
        (
            "15.a",
            "15.b",
            "15.c",
            "15.d",
            "15.1.a",
            "15.1.c",
            "15.1.d",
            "15.2.a",
            "15.2.b",
            "15.2.c",
            "15.2.d",
            "15.3.a",
            "15.3.b",
            "15.3.c",
            "15.3.d",
        ),
        _WORKFLOWS,
    ),
    **dict.fromkeys(("12.c", "12.2.b", "12.2.c", "13.3.d"), _APPLICATIONS),
    **dict.fromkeys(("18.b", "18.c", "18.d", "18.2.a", "18.2.b", "18.2.c", "18.2.d"), _TESTS),
}
