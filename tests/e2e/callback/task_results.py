"""Ansible callback: the result of each task, and of each item of a loop. Only tests enable it."""

from __future__ import annotations

DOCUMENTATION = r"""
name: task_results
type: aggregate
short_description: Write down the result of each task
description:
  - Writes a JSON file, whose path is in the environment variable C(TASK_RESULTS), with the name, the place, the action,
    the outcome and the result of each task, each item and each further try, in the order in which they ended.
"""

import json
import os
from pathlib import Path

from ansible.plugins.callback import CallbackBase


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "task_results"
    CALLBACK_NEEDS_ENABLED = True

    def __init__(self):
        super().__init__()
        self.results = []

    def v2_runner_on_ok(self, result):
        self._note("ok", result)

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._note("ignored" if ignore_errors else "failed", result)

    def v2_runner_on_skipped(self, result):
        self._note("skipped", result)

    def v2_runner_on_unreachable(self, result):
        self._note("unreachable", result)

    def v2_runner_retry(self, result):
        self._note("tried", result)

    def v2_runner_item_on_ok(self, result):
        self._note("item ok", result)

    def v2_runner_item_on_failed(self, result):
        self._note("item failed", result)

    def v2_runner_item_on_skipped(self, result):
        self._note("item skipped", result)

    def v2_playbook_on_stats(self, stats):
        Path(os.environ["TASK_RESULTS"]).write_text(json.dumps(self.results, default=str))

    def _note(self, outcome, result):
        task = result.task
        self.results.append(
            {
                "task": task.get_name(),
                "place": task.get_path(),
                "action": task.action,
                "outcome": outcome,
                "result": dict(result.result),
            }
        )
