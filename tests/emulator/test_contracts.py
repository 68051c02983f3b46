"""The table of contracts, carried out: each operation that a module can call, in the life of what it is about."""

from collections.abc import Iterator

import pytest

from emulator import ledger
from tests.emulator.conftest import LocalCloud
from tests.emulator.contract_run import carry_out
from tests.emulator.contract_table import Contract, contracts
from tests.emulator.test_operations import KNOWN


@pytest.fixture(scope="module")
def bare(server: LocalCloud) -> Iterator[LocalCloud]:
    """One cloud for all contracts, which stay apart by their names."""
    server.reset()
    yield server
    server.reset()


@pytest.mark.parametrize("contract", contracts(), ids=lambda contract: f"{contract.service}-{contract.name}")
def test_contract(contract: Contract, bare: LocalCloud) -> None:
    carry_out(contract, bare)


def test_every_operation_has_a_contract() -> None:
    """An operation counts where it succeeds; that it can fail says little."""
    held = {(step.service, step.operation) for contract in contracts() for step in contract.steps if not step.fails}
    lacking = [f"{service}:{name}" for service, name in ledger.called() if (service, name) not in held]
    assert [name for name in lacking if name not in KNOWN] == []


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
