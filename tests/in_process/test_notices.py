"""What Python modules say while they are imported is said in every task whose module imports them."""

from __future__ import annotations

import builtins
import json
import sys
from pathlib import Path

import pytest
from ansible.module_utils.common import warnings
from ansible_collections.bidops.platform.plugins.plugin_utils import _forked, _notices, _warm

# The names start as those of Ansible's own modules do: others can't give its notices.
IMPORT = "from ansible.module_utils.common.warnings import deprecate, warn\n"
FILES = {
    "ansible_old": f"{IMPORT}deprecate('old')\nwarn('beware')\n",
    "ansible_user": f"import ansible_old\n{IMPORT}deprecate('user')\n",
    "ansible_other": f"{IMPORT}deprecate('other')\n",
}
SAID = """
import json, sys
from ansible.module_utils.common import warnings
{imports}
def brief(notices):
    return [notice.event.msg for notice in notices]
print(json.dumps([brief(warnings.get_deprecations()), brief(warnings.get_warnings())]))
sys.exit(0)
"""


@pytest.fixture
def said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    """What a module with these imports has said in a fork, which stays for the next call."""
    monkeypatch.syspath_prepend(str(tmp_path))
    monkeypatch.setattr(_notices, "_notes", {})
    for name, code in FILES.items():
        (tmp_path / f"{name}.py").write_text(code)

    def run(imports: str) -> list[list[str]]:
        (tmp_path / "some_module.py").write_text(SAID.format(imports=imports))
        code, output, errors = _forked.run("some_module", {}, {}, keep=True)
        assert code == 0, errors
        return json.loads(output)

    yield run
    while _forked._kept:
        _forked._kept.pop().end()
    for name in FILES:
        sys.modules.pop(name, None)


@pytest.mark.parametrize(
    ("imports", "deprecations", "beware"),
    [
        ("import ansible_old", ["old"], ["beware"]),
        ("import ansible_user", ["old", "user"], ["beware"]),
        ("import ansible_other, ansible_user", ["other", "old", "user"], ["beware"]),
        ("def unused():\n    import ansible_user", [], []),
        ("def used():\n    import ansible_other\nused()", ["other"], []),
    ],
)
@pytest.mark.parametrize("loaded", [[], ["ansible_user"], ["ansible_old", "ansible_other"], list(FILES)])
def test_it_is_said_whatever_is_loaded(said, imports, deprecations, beware, loaded):
    for name in loaded:
        assert _warm._imported(name)
    assert said(imports) == said(imports) == [deprecations, beware]


def test_loading_says_nothing_in_the_controller(said, capsys):
    before = warnings._global_deprecations
    assert _warm._imported("ansible_user")
    assert warnings._global_deprecations is before
    assert capsys.readouterr() == ("", "")


def test_imports_in_the_controller_are_pythons_own_again(said):
    assert _warm._imported("ansible_user")
    assert builtins.__import__ is _notices._import
