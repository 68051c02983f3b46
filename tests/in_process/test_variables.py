"""Variables are wrapped for templates once, and each template sees what it saw before."""

from __future__ import annotations

import pytest
from ansible._internal._templating._lazy_containers import _AnsibleLazyTemplateDict, _LazyValue
from ansible.parsing.dataloader import DataLoader
from ansible.template import Templar, trust_as_template
from ansible_collections.bidops.platform.plugins.plugin_utils import _variables

MANY = {f"name_{number}": number for number in range(100)}


@pytest.fixture
def variables(monkeypatch):
    """Many variables, with what is wrapped kept from here on."""
    monkeypatch.setattr(_AnsibleLazyTemplateDict, "_lazy_values", _AnsibleLazyTemplateDict._lazy_values)
    _variables.share()
    return {**MANY, "one": 1, "sum": trust_as_template("{{ one + 1 }}"), "list": [1]}


@pytest.fixture
def wrapped(monkeypatch):
    """How often something is wrapped."""
    counted, original = [], _LazyValue.__init__

    def counting(self, value):
        counted.append(value)
        original(self, value)

    monkeypatch.setattr(_LazyValue, "__init__", counting)
    return counted


def rendered(text, variables):
    return Templar(DataLoader(), variables).template(trust_as_template(text))


def test_what_is_wrapped_is_not_wrapped_again(variables, wrapped):
    assert rendered("{{ one }}", variables) == 1
    first = len(wrapped)
    assert first >= len(variables)
    assert rendered("{{ name_5 }}", variables) == 5
    assert len(wrapped) - first < first / 4


@pytest.mark.parametrize(
    ("change", "value"),
    [
        (lambda variables: variables.update(one=5), 6),
        (lambda variables: variables.update(sum=trust_as_template("{{ one + 2 }}")), 3),
        (lambda variables: variables.update(another=0), 2),
        (lambda variables: (variables.pop("name_0"), variables.update(name_x=0)), 2),
    ],
)
def test_a_variable_that_changes_is_seen(variables, change, value):
    assert rendered("{{ sum }}", variables) == 2
    change(variables)
    assert rendered("{{ sum }}", variables) == value
    assert rendered("{{ name_x | default('none') }}", variables) == variables.get("name_x", "none")


def test_templates_do_not_see_what_another_has_made_of_a_variable(variables):
    assert rendered("{{ list.append(2) or list }}", variables) == [1, 2]
    assert rendered("{{ list }}", variables) == [1]


def test_a_variable_that_says_something_else_each_time_goes_on_doing_so(variables):
    variables["random"] = trust_as_template("{{ range(10 ** 12) | random }}")
    assert rendered("{{ random }}", variables) != rendered("{{ random }}", variables)
