"""No module without a case, no case without a module."""

import pytest

from tests.modules import cases


@pytest.mark.parametrize("module", cases.MODULES)
def test_module_has_a_case(module):
    tried = {*cases.CASES, *(cases.load(case).twin for case in cases.CASES if case in cases.MODULES)}
    assert module in tried, f"write tests/modules/cases/{module}.yml, see tests/modules/README.md"


@pytest.mark.parametrize("case", cases.CASES)
def test_case_belongs_to_a_module(case):
    assert case in cases.MODULES


@pytest.mark.parametrize("module", [module for module in cases.CASES if module in cases.MODULES])
def test_case_tries_bad_input(module):
    assert len(cases.load(module).bad) >= 4
