"""Ansible callback: what each task of a run cost. Only the benchmark enables it."""

from __future__ import annotations

DOCUMENTATION = r"""
name: task_costs
type: aggregate
short_description: Write down what each task of a run costs
description:
  - Writes a JSON file, whose path is in the environment variable C(BENCH_TASKS), with the seconds and the CPU seconds
    of each task. CPU is that of the controller and of the workers that ended while the task was the newest.
"""

import json
import multiprocessing
import os
import resource
import time
from pathlib import Path

from ansible.plugins.callback import CallbackBase


class CallbackModule(CallbackBase):
    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "task_costs"
    CALLBACK_NEEDS_ENABLED = True

    def __init__(self):
        super().__init__()
        self.tasks, self.newest, self.results = [], None, 0
        self.before = (time.monotonic(), cpu())
        self.startup_cpu_s = self.before[1]

    def v2_playbook_on_task_start(self, task, is_conditional):
        self._close()
        role = task._role.get_name(include_role_fqcn=False) if task._role else ""
        self.newest = {"name": task.get_name(), "action": task.action, "layer": role}

    v2_playbook_on_handler_task_start = v2_playbook_on_task_start

    def v2_playbook_on_stats(self, stats):
        self._close()
        answer = {"startup_cpu_s": self.startup_cpu_s, "tasks": self.tasks}
        Path(os.environ["BENCH_TASKS"]).write_text(json.dumps(answer))

    def v2_runner_on_ok(self, result):
        self._ran(result)

    def v2_runner_on_failed(self, result, ignore_errors=False):
        self._ran(result)

    def v2_runner_item_on_ok(self, result):
        self.newest["items"] = self.newest.get("items", 0) + 1

    def _ran(self, result):
        self.newest["hosts"] = self.newest.get("hosts", 0) + 1

    def _close(self):
        """The time since the last call belongs to the task that was the newest until now."""
        multiprocessing.active_children()  # collects the workers that have ended, so that their CPU counts
        now = (time.monotonic(), cpu())
        if self.newest is None:
            self.startup_cpu_s = now[1]
        else:
            wall, used = (after - before for after, before in zip(now, self.before, strict=True))
            self.tasks.append({"hosts": 0, "items": 0, **self.newest, "wall_s": wall, "cpu_s": used})
        self.before, self.newest = now, None


def cpu():
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(usage.ru_utime + usage.ru_stime for usage in used)
