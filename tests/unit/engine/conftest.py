"""The engine without Ansible and without a cloud: options in a stand-in module, answers from botocore's Stubber."""

from __future__ import annotations

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.context import Context
from ansible_collections.bidops.platform.plugins.module_utils._engine.reconcile import Reconciler

from tests.unit.engine.stand_ins import Clock, Module, Service, own_options


@pytest.fixture
def clock(monkeypatch) -> Clock:
    """A clock for every wait of the engine."""
    clock = Clock()
    monkeypatch.setattr(
        Context,
        "deadline",
        lambda context, longest=float("inf"): clock.deadline(min(context.params["wait_timeout"], longest)),
    )
    return clock


@pytest.fixture
def context_of():
    """(resource, options, check=False) -> a context with the wanted members filled in."""

    def make(resource, options, check=False):
        context = Context(Module(options, check), resource, own_options(options))
        Reconciler(context)
        return context

    return make


@pytest.fixture
def service():
    """(name) -> a stubbed service. All that it was told to expect must have been asked by the end of the test."""
    made: list[Service] = []

    def make(name):
        made.append(Service(name))
        return made[-1]

    yield make
    for one in made:
        one.stubber.deactivate()
    for one in made:
        if one.has_end:
            one.stubber.assert_no_pending_responses()


@pytest.fixture
def reconcile(clock):
    """(resource, options, check=False) -> the result of one run of the engine."""

    def run(resource, options, check=False):
        context = Context(Module(options, check), resource, own_options(options))
        reconciler = Reconciler(context)
        return reconciler.absent() if context.params["state"] == "absent" else reconciler.present()

    return run
