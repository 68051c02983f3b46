# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""A module's argument spec, read from its documentation, so that each option is written down once.

The documentation fragments of this collection stand for groups of options that the engine itself serves.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, NoReturn

from ansible.module_utils.basic import AnsibleModule, missing_required_lib

from .errors import EngineError
from .unknown import is_unknown

try:
    import yaml
except ImportError:
    yaml = None

_OPTION_KEYS = ("type", "required", "default", "elements", "aliases")

# What the fragments in plugins/doc_fragments document; a unit test holds the two together.
FRAGMENTS: dict[str, dict[str, Any]] = {
    "bidops.platform.state": {
        "state": {"type": "str", "default": "present", "choices": ["present", "absent"]},
    },
    "bidops.platform.record": {
        "state": {"type": "str", "default": "present", "choices": ["present", "restored"]},
        "record": {"type": "str"},
        "record_tags": {"type": "dict"},
    },
    "bidops.platform.wait": {
        "wait": {"type": "bool", "default": True},
        "wait_timeout": {"type": "int", "default": 600},
    },
    "bidops.platform.replace": {
        "force_replace": {"type": "bool", "default": False},
    },
    "bidops.platform.tags": {
        "tags": {"type": "dict", "aliases": ["resource_tags"]},
        "purge_tags": {"type": "bool", "default": True},
        "required_tags": {"type": "dict"},
    },
    "bidops.platform.filter_tags": {
        "tags": {"type": "dict"},
    },
    "bidops.platform.update_secret": {
        "update_secret": {"type": "str", "default": "on_create", "choices": ["on_create", "always"]},
    },
}


class _WithoutYaml(AnsibleModule):
    """Fails with Ansible's usual words for a missing library, whatever the options: they cannot be judged."""

    def fail_json(self, msg: str, **details: Any) -> NoReturn:
        super().fail_json(msg=missing_required_lib("PyYAML"), **details)


def load(documentation: str) -> dict[str, Any]:
    """The parsed documentation, with libyaml's loader where it is there: it is ten times as fast."""
    if yaml is None:
        _WithoutYaml({}, supports_check_mode=True).fail_json("")
    return yaml.load(documentation, Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))


def own_options(documentation: dict[str, Any]) -> dict[str, Any]:
    """The options that the module documents itself, without those of the fragments."""
    common = set().union(*(options for options in FRAGMENTS.values()))
    return {name: option for name, option in (documentation.get("options") or {}).items() if name not in common}


def refuse_bad_json(documentation: dict[str, Any], params: dict[str, Any]) -> None:
    """EngineError for an option of type json whose text is none: Ansible takes any text for it."""
    for name, option in (documentation.get("options") or {}).items():
        if option["type"] == "json" and params.get(name) and not is_unknown(params[name]):
            try:
                json.loads(params[name])
            except ValueError as error:
                raise EngineError(f"{name} is not JSON: {error}. Give a dictionary, or JSON text.") from error


def argument_spec(documentation: dict[str, Any], secret: Iterable[str] = ()) -> dict[str, Any]:
    """The argument spec for AnsibleAWSModule; options named in I(secret) are never logged."""
    spec: dict[str, Any] = {}
    for fragment in documentation.get("extends_documentation_fragment") or []:
        spec.update({name: dict(option) for name, option in FRAGMENTS.get(fragment, {}).items()})
    for name, option in (documentation.get("options") or {}).items():
        spec[name] = _entry(name, option, frozenset(secret))
    return spec


def _entry(name: str, option: dict[str, Any], secret: frozenset) -> dict[str, Any]:
    entry = {key: option[key] for key in _OPTION_KEYS if key in option}
    if "choices" in option:
        entry["choices"] = list(option["choices"])
    entry["no_log"] = name in secret
    if "suboptions" in option:
        entry["options"] = {key: _entry(key, inner, secret) for key, inner in option["suboptions"].items()}
    return entry
