"""Ready, pending, failed, gone: from status words, and waited for."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.state import (
    FAILED,
    GONE,
    PENDING,
    READY,
    State,
    from_status,
    reason_of,
    wait_until_gone,
    wait_until_ready,
    wait_until_settled,
)

from tests.unit.engine.stand_ins import Clock, client_of

SERVICES = ("bedrock-agent", "bedrock-agentcore-control")

# What every status word of these services means to somebody who waits for a resource.
MEANING = {
    READY: """ACTIVE APPROVED AVAILABLE COMPLETE CREATED CREATE_SUCCESSFUL DEPRECATED DISABLED DISSOCIATED DRAFT ENABLED
        GENERATED IGNORED INACTIVE INDEXED METADATA_PARTIALLY_INDEXED MODIFIED NOT_FOUND NOT_PREPARED NotPrepared
        PARTIALLY_INDEXED PREPARED Prepared READY STOPPED UNMODIFIED UPDATE_SUCCESSFUL""",
    PENDING: """CREATING DELETE_IN_PROGRESS GENERATING IN_PROGRESS PENDING PENDING_APPROVAL PENDING_AUTHENTICATION
        PREPARING PROVISIONING Preparing SAVING STARTING STOPPING SYNCHRONIZING UPDATING VERSIONING""",
    FAILED: """AUTHENTICATION_EXPIRED AUTHENTICATION_FAILED CREATE_FAILED DELETE_FAILED DELETE_UNSUCCESSFUL ERROR FAILED
        Failed GENERATE_FAILED METADATA_UPDATE_FAILED REJECTED SYNCHRONIZE_UNSUCCESSFUL UPDATE_FAILED
        UPDATE_UNSUCCESSFUL""",
    GONE: "DELETED DELETING",
    # Waits for a person; the declaration has to say so.
    "blocked": """AWS_MARKETPLACE_SUBSCRIPTION_REQUIRED CREATE_PENDING_AUTH SYNCHRONIZE_PENDING_AUTH
        UPDATE_PENDING_AUTH""",
}
KIND_OF = {word: kind for kind, words in MEANING.items() for word in words.split()}


def status_words():
    """Every value of a member called status, or ...Status, in the models of the services."""
    for service in SERVICES:
        model = client_of(service).meta.service_model
        for name in model.shape_names:
            shape = model.shape_for(name)
            for member, inner in getattr(shape, "members", {}).items():
                if member.lower().endswith("status"):
                    yield from getattr(inner, "enum", [])


def test_every_status_word_of_the_models_is_judged_here():
    assert sorted(set(status_words()) - set(KIND_OF)) == []


@pytest.mark.parametrize("word", sorted(set(status_words())))
def test_status_word_is_understood(word):
    blocked = [word] if KIND_OF[word] == "blocked" else []
    assert from_status({"status": word}, "status", blocked).kind == (FAILED if blocked else KIND_OF[word])


@pytest.mark.parametrize(
    ("status", "kind"),
    [
        ("available", READY),
        ("deleted", GONE),
        ("failed", FAILED),
        ("pending", PENDING),
        ("in-progress", PENDING),
        ("pendingAcceptance", PENDING),
        ("modifying", PENDING),
        ("UPDATE_UNSUCCESSFUL", FAILED),
    ],
)
def test_other_spellings_are_understood(status, kind):
    assert from_status({"State": status}, "State").kind == kind


def test_a_resource_without_a_status_is_ready():
    assert from_status({}, "status").kind == READY


def test_a_status_may_lie_deeper():
    assert from_status({"a": {"b": "CREATING"}}, "a.b") == State(PENDING, "CREATING")


def test_a_status_that_waits_for_a_person_has_failed():
    state = from_status({"status": "CREATE_PENDING_AUTH"}, "status", blocked=["CREATE_PENDING_AUTH"])
    assert state == State(FAILED, "CREATE_PENDING_AUTH", "it waits for a person to act")


@pytest.mark.parametrize(
    ("live", "reason"),
    [
        ({"failureReason": "no capacity"}, "no capacity"),
        ({"failureReasons": ["one", "two"]}, "one; two"),
        ({"statusReasons": ["one"]}, "one"),
        ({"FailureMessage": "no capacity"}, "no capacity"),
        ({"failureReasons": []}, ""),
        ({}, ""),
    ],
)
def test_reasons_are_found_under_their_names(live, reason):
    assert reason_of(live) == reason


class Story:
    """A resource that has another status each time it is read; None when it is gone. The last one stays."""

    def __init__(self, *statuses, **more):
        self.statuses, self.more, self.reads = list(statuses), more, 0

    def __call__(self):
        self.reads += 1
        status = self.statuses[min(self.reads, len(self.statuses)) - 1]
        return None if status is None else {"status": status, **self.more}


def state_of(live):
    return from_status(live, "status")


@pytest.fixture
def clock():
    return Clock()


class TestWaitUntilReady:
    def test_gives_the_resource_once_it_is_ready(self, clock):
        story = Story("CREATING", "CREATING", "READY")
        assert wait_until_ready("agent 'a'", story, state_of, clock.deadline(60)) == {"status": "READY"}
        assert story.reads == 3

    def test_does_not_sleep_when_it_is_ready_at_once(self, clock):
        wait_until_ready("agent 'a'", Story("READY"), state_of, clock.deadline(60))
        assert clock.slept == []

    def test_a_failure_tells_the_services_reason_at_once(self, clock):
        story = Story("CREATING", "CREATE_FAILED", failureReason="The image is not for ARM64.")
        with pytest.raises(EngineError) as error:
            wait_until_ready("agent 'a'", story, state_of, clock.deadline(600))
        assert error.value.message == "agent 'a' is CREATE_FAILED (The image is not for ARM64.)."
        assert error.value.details == {"status": "CREATE_FAILED", "reason": "The image is not for ARM64."}
        assert clock.now < 1

    def test_a_timeout_tells_what_is_missing_where_somebody_knows(self, clock):
        with pytest.raises(EngineError) as error:
            wait_until_ready("c", Story("CREATING"), state_of, clock.deadline(30), lambda live: "Add the record.")
        assert error.value.message == "c was not ready after 30 seconds, last seen CREATING. Add the record."

    def test_a_timeout_tells_what_was_last_seen(self, clock):
        with pytest.raises(EngineError) as error:
            wait_until_ready("agent 'a'", Story("CREATING", "UPDATING"), state_of, clock.deadline(30))
        assert error.value.message == (
            "agent 'a' was not ready after 30 seconds, last seen UPDATING. "
            "Run again to go on waiting, or raise wait_timeout."
        )
        assert clock.now == pytest.approx(30)

    def test_a_resource_that_is_not_listed_yet_is_waited_for(self, clock):
        assert wait_until_ready("a", Story(None, "CREATING", "READY"), state_of, clock.deadline(60))

    def test_looks_once_even_without_time(self, clock):
        assert wait_until_ready("a", Story("READY"), state_of, clock.deadline(0))

    def test_pauses_grow_to_a_quarter_of_a_minute(self, clock):
        with pytest.raises(EngineError):
            wait_until_ready("a", Story("CREATING"), state_of, clock.deadline(600))
        assert clock.slept[0] < 0.3
        assert clock.slept[:-1] == pytest.approx(sorted(clock.slept[:-1]), rel=0.25)
        assert max(clock.slept) <= 15 * 1.1


class TestWaitUntilSettled:
    @pytest.mark.parametrize("end", ["READY", "CREATE_FAILED", "DELETING"])
    def test_ends_for_better_or_worse(self, clock, end):
        assert wait_until_settled(Story("CREATING", end), state_of, clock.deadline(60)) == {"status": end}

    def test_ends_when_the_resource_is_gone(self, clock):
        assert wait_until_settled(Story("CREATING", None), state_of, clock.deadline(60)) is None

    def test_ends_when_the_time_is_up(self, clock):
        assert wait_until_settled(Story("CREATING"), state_of, clock.deadline(5)) == {"status": "CREATING"}


class TestWaitUntilGone:
    ready = State(READY, "READY")

    def test_ends_when_it_is_gone(self, clock):
        story = Story("READY", "DELETING", None)
        wait_until_gone("agent 'a'", story, state_of, clock.deadline(60), self.ready)
        assert story.reads == 3

    def test_a_failed_deletion_tells_the_services_reason(self, clock):
        story = Story("DELETING", "DELETE_UNSUCCESSFUL", failureReasons=["The store is gone."])
        with pytest.raises(EngineError, match=r"not be deleted, it is DELETE_UNSUCCESSFUL \(The store is gone\.\)"):
            wait_until_gone("base 'b'", story, state_of, clock.deadline(60), self.ready)

    def test_a_resource_that_had_failed_before_has_not_failed_to_be_deleted(self, clock):
        story = Story("CREATE_FAILED", "DELETING", None)
        wait_until_gone("agent 'a'", story, state_of, clock.deadline(60), State(FAILED, "CREATE_FAILED"))

    def test_a_timeout_tells_what_was_last_seen(self, clock):
        with pytest.raises(EngineError, match="agent 'a' was still there after 9 seconds, last seen DELETING"):
            wait_until_gone("agent 'a'", Story("DELETING"), state_of, clock.deadline(9), self.ready)
