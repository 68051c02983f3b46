# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What every look at the live platform comes to: a verdict for each requirement."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from .._engine.errors import EngineError, error_code, error_message
from .._engine.sdk import botocore
from .broken import Broken
from .check import Check
from .live import Live
from .requirements import BULLETS
from .settled import SETTLED, Settled

_AT_ONCE = 8
Verdict = dict[str, Any]

_MEND = "Run site.yml: it puts back what is declared."
_UNSEEN = Settled("later", "nothing looks at this yet", "Look at it in the account yourself.")


def verdicts(live: Live, checks: Iterable[Check]) -> list[Verdict]:
    """One for each requirement, in their order: id, text, status, evidence, reason, advice."""
    seen: dict[str, dict[str, Any]] = defaultdict(dict)
    shown: dict[str, set[str]] = defaultdict(set)
    wrong: dict[str, list[str]] = defaultdict(list)
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        looked = list(pool.map(lambda check: (check, *_look(check, live)), checks))
    for check, evidence, reason in looked:
        for bullet in check.bullets:
            seen[bullet].update(evidence)
            shown[bullet].add(check.status)
            wrong[bullet].extend([reason] if reason else [])
    return [_verdict(bullet, shown[bullet], seen[bullet], wrong[bullet]) for bullet in BULLETS]


def counted(found: Iterable[Verdict]) -> dict[str, int]:
    """How many requirements there are of each status."""
    return dict(sorted(Counter(verdict["status"] for verdict in found).items()))


def _look(check: Check, live: Live) -> tuple[dict[str, Any], str]:
    """What was seen, or what is wrong. What can't be read is not known to hold."""
    try:
        return check.look(live), ""
    except Broken as broken:
        return {}, str(broken)
    except botocore.exceptions.ClientError as exception:
        return {}, f"this could not be read: {error_code(exception)}: {error_message(exception)}"
    except (botocore.exceptions.BotoCoreError, EngineError) as exception:
        return {}, f"this could not be read: {exception}"
    except (LookupError, StopIteration, TypeError, ValueError) as exception:
        return {}, f"{check.look.__name__.replace('_', ' ')}: an answer was not understood: {exception!r}"


def _verdict(bullet: str, shown: set[str], evidence: dict[str, Any], wrong: list[str]) -> Verdict:
    settled = SETTLED.get(bullet, _UNSEEN)
    if wrong:
        settled = Settled("broken", "; ".join(dict.fromkeys(wrong)), _MEND)
    elif shown and bullet not in SETTLED:
        # What is seen in the account says more than a file.
        settled = Settled("holds" if "holds" in shown else min(shown), "", "")
    return {
        "id": bullet,
        "text": BULLETS[bullet],
        "status": settled.status,
        "evidence": evidence,
        "reason": settled.reason,
        "advice": settled.advice,
    }
