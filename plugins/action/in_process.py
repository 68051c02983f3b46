# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Runs the AWS module of a task where boto3 is loaded already.

The modules of this collection name it as their action in meta/runtime.yml. For those of amazon.aws and community.aws it
is the action of all modules that have none of their own: Ansible finds extensions/in_process/normal.py when ansible.cfg
names that folder in action_plugins. The callback bidops.platform.warm_up has boto3 loaded before the workers are
forked, and watches those that run a module themselves. Without it, and for loops, a module runs in a fork of its
worker.

Everything that is not an AWS module on this very Python goes the ordinary way, and so does all with the variable
platform_in_process=false.
"""

from __future__ import annotations

import os
import signal
import sys
from types import SimpleNamespace
from typing import Any

from ansible.module_utils.parsing.convert_bool import boolean
from ansible.plugins.loader import action_loader

try:
    from ansible_collections.bidops.platform.plugins.plugin_utils import _fallback, _module_run, _watched
except ImportError:  # an ansible-core whose modules run in another way
    _watched = None

# How variables begin that are read once, when a process starts: too late for those of a task.
READ_AT_START = ("PYTHON", "LD_", "OPENSSL_CONF", "TZ")

# An import of ansible.plugins.action.normal would find the file that takes its place under that name.
OrdinaryAction = action_loader.get("ansible.builtin.normal", class_only=True)


class ActionModule(OrdinaryAction):
    """Replaces two steps of the ordinary action, building the module's package and starting it; all else stays."""

    _run_here = ""

    def run(self, tmp: Any = None, task_vars: Any = None) -> dict[str, Any]:
        name = self._module_name() if _watched else ""
        if name.startswith(_watched.COLLECTIONS) and name.count(".") == 2:
            reason = self._reason_against(task_vars or {})
            if reason:
                _fallback.say(reason)
            else:
                namespace, collection, module = name.split(".")
                self._run_here = f"ansible_collections.{namespace}.{collection}.plugins.modules.{module}"
        return super().run(tmp, task_vars)

    def _module_name(self) -> str:
        """The full name of the task's module; what the task itself says may be the name of this action."""
        loader = self._shared_loader_obj.module_loader
        found = loader.find_plugin_with_context(self._task.action, collection_list=self._task.collections)
        return found.resolved_fqcn or ""

    def _reason_against(self, task_vars: dict[str, Any]) -> Any:
        """Why the task's module can't run here, None if it can."""
        if not boolean(self._value(task_vars, _fallback.SWITCH, True), strict=False):
            return _fallback.Reason.SWITCHED_OFF
        if self._task.async_val:
            return _fallback.Reason.ASYNC
        if self._task.become:
            return _fallback.Reason.BECOME
        if self._connection.transport != "local":
            return _fallback.Reason.CONNECTION
        if self._value(task_vars, _fallback.PYTHON, "") != sys.executable:
            return _fallback.Reason.OTHER_PYTHON
        self._environment = self._texts_of_environment()
        new = self._environment.items() - os.environ.items()
        return _fallback.Reason.ENVIRONMENT if any(name.startswith(READ_AT_START) for name, _value in new) else None

    def _texts_of_environment(self) -> dict[str, str]:
        values: dict[str, Any] = {}
        self._compute_environment_string(values)
        return {name: str(value) for name, value in values.items()}

    def _value(self, task_vars: dict[str, Any], name: str, default: Any) -> Any:
        return self._templar.template(task_vars[name]) if name in task_vars else default

    def _is_pipelining_enabled(self, *args: Any, **kwargs: Any) -> bool:
        # Nothing is copied anywhere, so no temporary folder is needed.
        return True if self._run_here else super()._is_pipelining_enabled(*args, **kwargs)

    def _configure_module(self, module_name: str, module_args: dict[str, Any], task_vars: Any = None) -> Any:
        if not self._run_here:
            return super()._configure_module(module_name=module_name, module_args=module_args, task_vars=task_vars)
        self._arguments = module_args
        nothing_to_send = SimpleNamespace(
            module_style="new",
            shebang=f"#!{sys.executable}",
            b_module_data=b"",
            serialization_profile=_module_run.PROFILE,
            has_async=False,
            has_become=False,
            has_environment=False,
            get_command_args=lambda path: None,
            process_result=None,
        )
        return nothing_to_send, self._run_here

    def _low_level_execute_command(self, *args: Any, **kwargs: Any) -> dict[str, Any]:
        if not self._run_here:
            return super()._low_level_execute_command(*args, **kwargs)
        # Items of a loop and further tries run in one fork.
        several = self._task.loop is not None or self._task.loop_with or self._task.until
        code, *streams = _watched.run(self._run_here, self._arguments, self._environment, keep=bool(several))
        out, err = (data.decode("utf-8", "surrogateescape") for data in streams)
        if code < 0:
            code, err = _as_the_shell_says(-code, err)
        lines = {"stdout_lines": out.splitlines(), "stderr_lines": err.splitlines()}
        return {"rc": code, "stdout": out, "stderr": err, **lines}


def _as_the_shell_says(number: int, errors: str) -> tuple[int, str]:
    """The exit code and error output of a shell whose program ended by this signal."""
    quiet = number in (signal.SIGINT, signal.SIGPIPE)
    return 128 + number, errors if quiet else f"{errors}{signal.strsignal(number)}\n"
