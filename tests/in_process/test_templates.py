"""Templates are compiled once, in the controller, and say what they said before."""

from __future__ import annotations

import pytest
from ansible._internal._templating._jinja_bits import AnsibleEnvironment
from ansible.parsing.dataloader import DataLoader
from ansible.template import Templar, trust_as_template
from ansible_collections.bidops.platform.plugins.plugin_utils import _template_store, _templates

VARIABLES = {"name": "documents", "numbers": [1, 2], "path": trust_as_template("{{ name }}/x")}


@pytest.fixture
def compilations(monkeypatch, tmp_path):
    """The templates that Ansible really compiles, with compiled ones shared from here on."""
    original, expression, seen = AnsibleEnvironment.compile, AnsibleEnvironment.compile_expression, []

    def compile(self, source, *others, **options):
        seen.append(source)
        return original(self, source, *others, **options)

    monkeypatch.setattr(_templates, "_compiled", {})
    monkeypatch.setattr(_template_store, "file", lambda: tmp_path / "home" / "templates")
    monkeypatch.setattr(AnsibleEnvironment, "compile", compile)
    monkeypatch.setattr(AnsibleEnvironment, "compile_expression", expression)
    _templates.share()
    return seen


def rendered(text):
    return Templar(DataLoader(), VARIABLES).template(trust_as_template(text))


def test_what_is_compiled_is_not_compiled_again(compilations):
    _templates.compile_all([{"a": ["{{ name | upper }}"]}, "plain", 5])
    assert compilations == ["{{ name | upper }}"]
    assert rendered("{{ name | upper }}") == "DOCUMENTS"
    assert compilations == ["{{ name | upper }}"]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("{{ path }}", "documents/x"),
        ("{{ numbers }}", [1, 2]),
        ("{{ numbers | map('string') | join('-') }}", "1-2"),
        ("{% for one in numbers %}{{ one }};{% endfor %}", "1;2;"),
        (r"{{ 'a\n' | length }}", 3),  # backslashes in expressions stand for themselves
        ("{{ name }}\n\n", "documents\n\n"),
    ],
)
def test_a_template_says_what_it_said(compilations, text, value):
    _templates.compile_all([text])
    assert rendered(text) == rendered(text) == value


def test_a_later_run_finds_what_is_kept(compilations, monkeypatch):
    _templates.compile_all(["{{ name | upper }}", r"{{ 'a\n' | length }}"])
    _templates.keep()
    monkeypatch.setattr(_templates, "_compiled", {})
    _templates.share()
    compilations.clear()
    assert (rendered("{{ name | upper }}"), rendered(r"{{ 'a\n' | length }}")) == ("DOCUMENTS", 3)
    assert compilations == []


def holds(condition):
    return Templar(DataLoader(), VARIABLES).evaluate_conditional(trust_as_template(condition))


def test_conditions_are_compiled_once_and_kept_too(compilations, monkeypatch):
    _templates.compile_conditions([" name == 'documents' ", "numbers is defined", True])
    assert len(compilations) == 2
    _templates.keep()
    monkeypatch.setattr(_templates, "_compiled", {})
    _templates.share()
    compilations.clear()
    assert holds("name == 'documents'")
    assert holds("numbers is defined")
    assert compilations == []


@pytest.mark.parametrize(
    ("condition", "holds_"),
    [
        ("name == 'other'", False),
        ("numbers == [1, 2]", True),
        ("path == 'documents/x'", True),
        (r"'a\n' | length == 2", True),  # backslashes in conditions do not stand for themselves
        ("nowhere is undefined", True),
    ],
)
def test_a_condition_says_what_it_said(compilations, condition, holds_):
    _templates.compile_conditions([condition])
    assert holds(condition) is holds(condition) is holds_


def test_a_condition_and_a_template_of_the_same_text_are_two(compilations):
    _templates.compile_conditions(["name"])
    _templates.compile_all(["name"])
    assert rendered("name") == "name"
    assert Templar(DataLoader(), VARIABLES).evaluate_expression(trust_as_template("name")) == "documents"


def test_a_wrong_condition_is_left_to_the_task_that_uses_it(compilations):
    _templates.compile_conditions(["name ==", "numbers is no.such.test"])
    with pytest.raises(Exception, match="Syntax error in expression"):
        holds("name ==")
    with pytest.raises(Exception, match="no.such.test"):
        holds("numbers is no.such.test")


@pytest.mark.parametrize("permissions", [0o620, 0o602])
def test_a_file_that_others_can_write_to_is_not_read(compilations, permissions):
    _templates.compile_all(["{{ name | upper }}"])
    _templates.keep()
    assert _template_store.load()
    _template_store.file().chmod(permissions)
    assert _template_store.load() == {}


@pytest.mark.parametrize("content", [b"", b"no such thing", b"{\x05"])
def test_a_file_that_is_broken_is_not_there(compilations, content):
    _template_store.save({})
    _template_store.file().write_bytes(content)
    assert _template_store.load() == {}


def test_what_is_kept_is_for_its_owner_alone(compilations):
    _template_store.save({})
    place = _template_store.file()
    assert (place.stat().st_mode & 0o777, place.parent.stat().st_mode & 0o777) == (0o600, 0o700)


def test_of_very_many_the_newest_are_kept(compilations, monkeypatch):
    monkeypatch.setattr(_template_store, "_MOST", 2)
    code = compile("1", "x", "eval")
    _template_store.save({(name, False, "template"): code for name in "abc"})
    assert [name for name, *_more in _template_store.load()] == ["b", "c"]


def test_a_home_that_cannot_be_written_to_keeps_nothing(compilations, monkeypatch, tmp_path):
    (tmp_path / "file").touch()
    monkeypatch.setattr(_template_store, "file", lambda: tmp_path / "file" / "templates")
    _template_store.save({})
    assert _template_store.load() == {}


def test_a_template_with_other_delimiters_is_another_one(compilations):
    _templates.compile_all(["<< name >> {{ name }}"])
    templar = Templar(DataLoader(), VARIABLES).copy_with_new_env(variable_start_string="<<", variable_end_string=">>")
    assert templar.template(trust_as_template("<< name >> {{ name }}")) == "documents {{ name }}"


def test_a_wrong_template_is_left_to_the_task_that_uses_it(compilations):
    _templates.compile_all(["{{ name name }}", "{{ numbers }}"])
    with pytest.raises(Exception, match="Syntax error in template"):
        rendered("{{ name name }}")
    assert rendered("{{ numbers }}") == [1, 2]


def test_what_a_filter_of_nowhere_says_is_said_by_the_task(compilations):
    _templates.compile_all(["{{ name | no.such.filter }}"])
    with pytest.raises(Exception, match="no.such.filter"):
        rendered("{{ name | no.such.filter }}")
