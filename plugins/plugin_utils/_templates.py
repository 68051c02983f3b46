# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Templates and conditions compiled once, in the controller.

Ansible forks a worker for each task, and each would compile each template and condition that it meets anew, which is a
third of what a run costs. What the controller has compiled before it forks, the workers find, and so do later runs.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from ansible_collections.bidops.platform.plugins.plugin_utils import _template_store
from jinja2 import nodes
from jinja2.environment import TemplateExpression
from jinja2.exceptions import TemplateError

try:
    from ansible._internal._templating._jinja_bits import (
        AnsibleEnvironment,
        _TemplateCompileContext,
        is_possibly_template,
    )
except ImportError:  # another ansible-core, which goes on compiling by itself
    AnsibleEnvironment = None

_compiled: dict[_template_store.Key, Any] = {}
_kept = 0
_newest_expression: Any = None


def share() -> None:
    """Have every environment of Ansible look among what is compiled first."""
    global _kept
    if AnsibleEnvironment is None:
        return
    _compiled.update(_template_store.load())
    _kept = len(_compiled)
    original, original_expression = AnsibleEnvironment.compile, AnsibleEnvironment.compile_expression

    def compile_once(self: Any, source: Any, name: Any = None, *others: Any, **options: Any) -> Any:
        global _newest_expression
        if isinstance(source, nodes.Template):  # from compile_expression, which has parsed it
            _newest_expression = original(self, source, name, *others, **options)
            return _newest_expression
        # Other delimiters (an overlay) or a file make other code, or are rare.
        if not isinstance(source, str) or self.overlayed or name or others or options:
            return original(self, source, name, *others, **options)
        key = _key(source, "template")
        if key not in _compiled:
            _compiled[key] = original(self, source)
        return _compiled[key]

    def compile_expression_once(self: Any, source: str, undefined_to_none: bool = True) -> TemplateExpression:
        if self.overlayed:
            return original_expression(self, source, undefined_to_none)
        key = _key(source, "expression")
        if key not in _compiled:
            made = original_expression(self, source, undefined_to_none)
            _compiled[key] = _newest_expression
            return made
        template = self.template_class.from_code(self, _compiled[key], self.make_globals(None))
        return TemplateExpression(template, undefined_to_none)

    AnsibleEnvironment.compile = compile_once
    AnsibleEnvironment.compile_expression = compile_expression_once


def compile_all(values: Iterable[Any]) -> None:
    """Compile the templates among I(values), however deep; one that is wrong is left to the task that uses it."""
    if AnsibleEnvironment is None:
        return
    environment = AnsibleEnvironment()
    with _TemplateCompileContext(escape_backslashes=True):
        for text in _templates(values):
            _attempt(environment.compile, text)


def compile_conditions(values: Iterable[Any]) -> None:
    """Compile what is a condition among I(values), as C(when) and C(that) have them."""
    if AnsibleEnvironment is None:
        return
    environment = AnsibleEnvironment()
    with _TemplateCompileContext(escape_backslashes=False):
        for text in values:
            if isinstance(text, str) and not is_possibly_template(text):
                _attempt(environment.compile_expression, text.strip(), False)


def keep() -> None:
    """Keep what is compiled for later runs, if it is more than they know."""
    if len(_compiled) > _kept:
        _template_store.save(_compiled)


def _attempt(compile: Any, *what: Any) -> None:
    try:
        compile(*what)
    except TemplateError:
        return


def _key(source: str, kind: str) -> _template_store.Key:
    context = _TemplateCompileContext.current(optional=True)
    return str(source), bool(context and context.escape_backslashes), kind


def _templates(values: Iterable[Any]) -> Iterator[str]:
    for value in values:
        if isinstance(value, str):
            if is_possibly_template(value):
                yield value
        elif isinstance(value, dict):
            yield from _templates(value.values())
        elif isinstance(value, (list, tuple)):
            yield from _templates(value)
