# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
name: warm_up
type: aggregate
short_description: Load boto3 and compile templates once for all tasks of a run
version_added: 0.1.0
author:
  - Contributors to the bidops.platform collection (@bidops)
description:
  - Loads boto3 and the collection's own engine when a run starts, and the AWS modules of a play with the models of
    their services when the play starts, in the process from which Ansible forks a worker for each task. What a play
    includes later is loaded by the tasks that need it.
  - Has the system keep what is loaded in large pages, where it can (Linux 6.1 and newer) and the play has many tasks,
    for a fork copies a list of all pages.
  - Loads the filters, tests and other plugins that nearly every task uses.
  - Compiles the templates of a role's variables when the first task of the role starts, and those and the conditions of
    a task before its worker is forked, so that no worker compiles them again, and keeps them for later runs in a file
    below C(ANSIBLE_HOME) that only its owner can write to. Within a task, variables are made ready for templates once.
    What templates say and when they are rendered stays as it is.
  - On its own it changes no result. It belongs to the action plugin C(bidops.platform.in_process), which runs AWS
    modules in the worker, where all that is loaded already. A worker whose module ended the process is started once
    more, to tell the task how it ended.
requirements:
  - enabled in the configuration, C(callbacks_enabled = bidops.platform.warm_up)
  - boto3
"""

from collections.abc import Iterator
from typing import Any

from ansible.executor.stats import AggregateStats
from ansible.inventory.host import Host
from ansible.playbook.block import Block
from ansible.playbook.play import Play
from ansible.playbook.task import Task
from ansible.plugins.callback import CallbackBase
from ansible_collections.bidops.platform.plugins.plugin_utils import (
    _fallback,
    _pages,
    _plugins,
    _templates,
    _variables,
    _warm,
    _watched,
)

# Ansible loads callbacks before it forks the first worker.
_warm.load()
_plugins.load()
_templates.share()
_variables.share()
_fallback.share()
_watched.watch()

# From so many tasks on, these are worth what they cost, a few tenths of a second.
_MANY = 40


class CallbackModule(CallbackBase):
    """Looks at a play before its first task."""

    CALLBACK_VERSION = 2.0
    CALLBACK_TYPE = "aggregate"
    CALLBACK_NAME = "bidops.platform.warm_up"
    CALLBACK_NEEDS_ENABLED = True

    def v2_playbook_on_play_start(self, play: Play) -> None:
        self._play = play
        self._compiled: set[str | None] = set()
        tasks = [task for block in play.compile() for task in _tasks(block)]
        # Modules of this collection resolve to the action that they share.
        _warm.load_for({name for task in tasks for name in (task.action, task.resolved_action or "")})
        if len(tasks) > _MANY:
            _plugins.know_callers()
            _pages.enlarge()

    def v2_runner_on_start(self, host: Host, task: Task) -> None:
        """Ansible calls this in the controller, right before it forks the worker of the task."""
        if self._is_new(task._uuid):
            _templates.compile_all([task.args, task.get_vars(), task.loop])
            _templates.compile_conditions(_conditions(task))
        if self._is_new(task._role and task._role.get_name()):
            variables = self._play.get_variable_manager().get_vars(play=self._play, host=host, task=task)
            _templates.compile_all(variables.values())

    def v2_playbook_on_stats(self, stats: AggregateStats) -> None:
        _templates.keep()

    def _is_new(self, what: str | None) -> bool:
        new = what not in self._compiled
        self._compiled.add(what)
        return new


def _conditions(task: Task) -> list[Any]:
    """Each may be one condition or a list of them."""
    lists = [task.when, task.changed_when, task.failed_when, task.until]
    if task.resolved_action == "ansible.builtin.assert":
        lists.append(task.args.get("that"))
    return [one for some in lists for one in (some if isinstance(some, list) else [some])]


def _tasks(block: Block) -> Iterator[Task]:
    """The tasks of a block, those of its rescue and always sections included."""
    for entry in (*block.block, *block.rescue, *block.always):
        if isinstance(entry, Block):
            yield from _tasks(entry)
        else:
            yield entry
