"""The table of contracts, carried out: each operation that a module can call, in the life of what it is about.

test_operations.py knows the operations, and fails when one succeeds in no contract.
"""

import pytest

from tests.emulator.conftest import LocalCloud
from tests.emulator.contract_run import carry_out
from tests.emulator.contract_table import Contract, contracts


@pytest.mark.parametrize("contract", contracts(), ids=lambda contract: f"{contract.service}-{contract.name}")
def test_contract(contract: Contract, bare: LocalCloud) -> None:
    carry_out(contract, bare)


def test_every_step_can_fail() -> None:
    """A look expects something, and so does any other step, or the next one for it if the answer has nothing."""
    unproven = [
        (contract.service, contract.name, step)
        for contract in contracts()
        for step, following in zip(contract.steps, [*contract.steps[1:], None], strict=True)
        if not step.expects and (step.looks or not following or not following.expects)
    ]
    assert unproven == []


def test_names_are_unique() -> None:
    names = [contract.unique for contract in contracts()]
    assert len(names) == len(set(names))
