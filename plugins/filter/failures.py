# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: failures
short_description: What went wrong in tasks whose failure does not end the play
version_added: 0.1.0
author: Contributors to the bidops.platform collection (@bidops)
description:
  - Collects the messages of tasks that failed under C(failed_when=false), loops included.
options:
  _input:
    description: Registered results; those of tasks that did not run are passed over.
    type: list
    elements: dict
    required: true
"""

EXAMPLES = r"""
- name: Say what could not be removed
  ansible.builtin.debug:
    msg: "{{ [subnets_gone, vpc_gone] | bidops.platform.failures }}"
"""

RETURN = r"""
_value:
  description: One message a failure.
  type: list
  elements: str
"""

SILENT = "a task failed without saying why; run it again with -vvv"


def failures(results):
    messages = []
    for result in results:
        if "results" in result:
            messages += failures(result["results"])
        elif result.get("failed") or "failed_when_suppressed_exception" in result:
            messages.append(result.get("msg") or SILENT)
    return messages


class FilterModule:
    def filters(self):
        return {"failures": failures}
