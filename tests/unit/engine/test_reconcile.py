"""Making the live resource what the user asks for, with small declarations over botocore's Stubber."""

import dataclasses

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByList, Facet, Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN

SERVICE = "bedrock-agentcore-control"
MEMORY = Resource(
    service=SERVICE,
    noun="Memory",
    returns="memory",
    listing="ListMemories",
    find=ByList(match={"name": "name"}, likely=lambda entry, wanted: entry["id"].startswith(wanted["name"])),
    ids={"memoryId": "id"},
    update_sends="changed",
    tagging=Tagging(target={"resourceArn": "arn"}),
)
NOW = "2026-01-01T00:00:00Z"
ID = "notes-0123456789"
ARN = f"arn:aws:bedrock-agentcore:eu-central-1:111122223333:memory/{ID}"
ROLE = "arn:aws:iam::111122223333:role/"
NOTES = {"name": "notes", "event_expiry_duration": 30}


def memory(status="ACTIVE", **more):
    return {
        "memory": {
            "arn": ARN, "id": ID, "name": "notes", "eventExpiryDuration": 30, "status": status,
            "createdAt": NOW, "updatedAt": NOW, **more,
        }
    }  # fmt: skip


class Memories:
    """The stubbed service in the words of these tests."""

    def __init__(self, stub):
        self.stub = stub

    def lists(self, *statuses):
        entries = [{"id": ID, "arn": ARN, "status": status, "createdAt": NOW, "updatedAt": NOW} for status in statuses]
        self.stub.answers("list_memories", {"memories": entries})
        return self

    def tells(self, *answers):
        for answer in answers:
            self.stub.answers("get_memory", answer, memoryId=ID)
        return self

    def has(self, status="ACTIVE", **more):
        return self.lists(status).tells(memory(status, **more))

    def goes_on_telling(self, answer):
        self.stub.goes_on_answering("get_memory", answer, memoryId=ID)

    def is_gone(self):
        self.stub.fails("get_memory", "ResourceNotFoundException", memoryId=ID)
        return self

    def has_tags(self, **tags):
        self.stub.answers("list_tags_for_resource", {"tags": tags}, resourceArn=ARN)
        return self

    def creates(self, **request):
        self.stub.answers("create_memory", memory("CREATING"), **request)
        return self

    def updates(self, **request):
        self.stub.answers("update_memory", memory("UPDATING"), memoryId=ID, **request)
        return self

    def deletes(self):
        self.stub.answers("delete_memory", {"memoryId": ID, "status": "DELETING"}, memoryId=ID)
        return self


@pytest.fixture
def memories(service):
    return Memories(service(SERVICE))


def but(**changes):
    return dataclasses.replace(MEMORY, **changes)


class TestCreate:
    body = {"name": "notes", "eventExpiryDuration": 30}

    def test_creates_what_is_not_there_and_waits(self, memories, reconcile, clock):
        memories.lists().creates(**self.body).tells(memory("CREATING"), memory("ACTIVE"))
        result = reconcile(MEMORY, NOTES)
        assert result["changed"]
        assert result["memory"]["status"] == "ACTIVE"
        assert result["diff"] == {"before": {}, "after": {"name": "notes", "event_expiry_duration": 30}}
        assert clock.now > 0

    def test_does_not_wait_when_told_not_to(self, memories, reconcile, clock):
        memories.lists().creates(**self.body).tells(memory("CREATING"))
        assert reconcile(MEMORY, {**NOTES, "wait": False})["memory"]["status"] == "CREATING"
        assert clock.now == 0

    def test_tags_at_creation(self, memories, reconcile):
        memories.lists().creates(**self.body, tags={"team": "a", "cost": "1"}).tells(memory())
        result = reconcile(MEMORY, {**NOTES, "tags": {"team": "a", "cost": 1}})
        assert result["memory"]["tags"] == {"team": "a", "cost": "1"}
        assert result["diff"]["after"]["tags"] == {"team": "a", "cost": "1"}

    def test_check_mode_sends_nothing_and_predicts(self, memories, reconcile):
        memories.lists()
        result = reconcile(MEMORY, {**NOTES, "tags": {"team": "a"}}, check=True)
        assert result["changed"]
        expected = {"arn": UNKNOWN, "id": UNKNOWN, "name": "notes", "event_expiry_duration": 30, "tags": {"team": "a"}}
        assert {key: result["memory"].get(key) for key in expected} == expected

    @pytest.mark.parametrize("check", [False, True])
    def test_refuses_before_anything_is_sent_what_the_service_would_refuse(self, memories, reconcile, check):
        memories.lists()
        with pytest.raises(EngineError, match="CreateMemory would refuse this: event_expiry_duration is required"):
            reconcile(MEMORY, {"name": "notes"}, check=check)

    def test_an_illegal_name_gets_a_legal_one_offered(self, memories, reconcile):
        memories.lists()
        with pytest.raises(EngineError, match="nearest legal name is 'my_notes'"):
            reconcile(but(name_family="agentcore_memory"), {**NOTES, "name": "my-notes"})

    def test_an_illegal_key_is_not_even_looked_for(self, service, reconcile):
        service("opensearch")
        domain = Resource(
            service="opensearch",
            noun="Domain",
            returns="domain",
            read="DescribeDomain",
            renames={"name": "DomainName"},
            name_family="opensearch_domain",
        )
        with pytest.raises(EngineError, match="nearest legal name is 'my-docs'"):
            reconcile(domain, {"name": "My_Docs"})

    def test_a_failure_tells_the_services_reason(self, memories, reconcile):
        memories.lists().creates(**self.body)
        memories.tells(memory("CREATING"), memory("FAILED", failureReason="The key is disabled."))
        with pytest.raises(EngineError, match=r"memory 'notes' is FAILED \(The key is disabled\.\)"):
            reconcile(MEMORY, NOTES)

    def test_a_timeout_tells_what_was_last_seen(self, memories, reconcile):
        memories.lists().creates(**self.body).goes_on_telling(memory("CREATING"))
        with pytest.raises(EngineError, match="not ready after 2 seconds, last seen CREATING"):
            reconcile(MEMORY, {**NOTES, "wait_timeout": 2})

    def test_an_error_that_passes_by_itself_is_waited_out(self, memories, reconcile, clock):
        memories.lists()
        memories.stub.fails("create_memory", "ValidationException", "The role cannot be assumed.")
        memories.stub.fails("create_memory", "ValidationException", "The role cannot be assumed.")
        memories.creates(**self.body).tells(memory())
        assert reconcile(but(transient={"ValidationException": "role"}), NOTES)["changed"]
        assert clock.now > 0

    def test_an_error_that_never_passes_ends_after_a_while(self, memories, reconcile, clock):
        memories.lists()
        memories.stub.goes_on_failing("create_memory", "ValidationException", "The role cannot be assumed.")
        with pytest.raises(EngineError, match="Could not create memory 'notes': ValidationException: The role cannot"):
            reconcile(but(transient={"ValidationException": "role"}), NOTES)
        assert clock.now == pytest.approx(90)

    def test_other_errors_of_the_same_code_are_told_at_once(self, memories, reconcile, clock):
        memories.lists()
        memories.stub.fails("create_memory", "ValidationException", "The name is odd.")
        with pytest.raises(EngineError, match="The name is odd"):
            reconcile(but(transient={"ValidationException": "role"}), NOTES)
        assert clock.now == 0

    def test_what_is_being_deleted_is_waited_for_and_created_anew(self, memories, reconcile):
        memories.has("DELETING").tells(memory("DELETING")).is_gone()
        memories.creates(**self.body).tells(memory())
        assert reconcile(MEMORY, NOTES)["changed"]


class TestNoChange:
    @pytest.mark.parametrize("check", [False, True])
    def test_nothing_is_sent_when_all_is_as_wanted(self, memories, reconcile, check):
        memories.has(description="kept", encryptionKeyArn="arn:aws:kms:eu-central-1:1:key/1")
        result = reconcile(MEMORY, NOTES, check=check)
        assert not result["changed"]
        assert result["diff"] == {"before": {}, "after": {}}
        assert result["memory"]["description"] == "kept"

    def test_a_resource_on_its_way_is_waited_for(self, memories, reconcile, clock):
        memories.has("UPDATING").tells(memory("UPDATING"), memory("ACTIVE"))
        result = reconcile(MEMORY, NOTES)
        assert not result["changed"]
        assert result["memory"]["status"] == "ACTIVE"

    def test_without_waiting_it_is_left_to_itself(self, memories, reconcile):
        memories.has("UPDATING")
        assert reconcile(MEMORY, {**NOTES, "wait": False})["memory"]["status"] == "UPDATING"

    def test_a_broken_resource_is_an_error_even_if_nothing_differs(self, memories, reconcile):
        memories.has("FAILED", failureReason="The key is disabled.")
        with pytest.raises(EngineError, match=r"FAILED \(The key is disabled\.\)\. Mend .* force_replace"):
            reconcile(MEMORY, NOTES)


class TestUpdate:
    def test_sends_the_change_and_waits(self, memories, reconcile):
        memories.has().updates(eventExpiryDuration=60)
        memories.tells(memory("UPDATING"), memory("ACTIVE", eventExpiryDuration=60))
        result = reconcile(MEMORY, {"name": "notes", "event_expiry_duration": 60})
        assert result["changed"]
        assert result["diff"] == {"before": {"event_expiry_duration": 30}, "after": {"event_expiry_duration": 60}}
        assert result["memory"]["event_expiry_duration"] == 60

    def test_check_mode_sends_nothing_and_shows_the_same(self, memories, reconcile):
        memories.has()
        result = reconcile(MEMORY, {"name": "notes", "event_expiry_duration": 60}, check=True)
        assert result["diff"] == {"before": {"event_expiry_duration": 30}, "after": {"event_expiry_duration": 60}}
        assert result["memory"]["event_expiry_duration"] == 60

    @pytest.mark.parametrize("check", [False, True])
    def test_refuses_before_anything_is_sent_what_the_service_would_refuse(self, memories, reconcile, check):
        memories.has()
        with pytest.raises(EngineError, match="UpdateMemory would refuse this: event_expiry_duration is 1"):
            reconcile(MEMORY, {"name": "notes", "event_expiry_duration": 1}, check=check)

    def test_a_resource_on_its_way_is_waited_for_before_it_is_changed(self, memories, reconcile):
        memories.has("CREATING").tells(memory("CREATING"), memory("ACTIVE"))
        memories.updates(eventExpiryDuration=60).tells(memory("ACTIVE", eventExpiryDuration=60))
        assert reconcile(MEMORY, {"name": "notes", "event_expiry_duration": 60})["changed"]

    def test_a_broken_resource_may_be_mended_by_a_change(self, memories, reconcile):
        memories.has("FAILED").updates(memoryExecutionRoleArn=f"{ROLE}new").tells(memory("ACTIVE"))
        assert reconcile(MEMORY, {"name": "notes", "memory_execution_role_arn": f"{ROLE}new"})["changed"]

    def test_a_failed_update_tells_the_services_reason(self, memories, reconcile):
        memories.has().updates(eventExpiryDuration=60).tells(memory("FAILED", failureReason="Out of luck."))
        with pytest.raises(EngineError, match=r"FAILED \(Out of luck\.\)"):
            reconcile(MEMORY, {"name": "notes", "event_expiry_duration": 60})

    def test_something_unknown_counts_as_a_change_in_check_mode(self, memories, reconcile):
        memories.has(memoryExecutionRoleArn=f"{ROLE}old")
        options = {"name": "notes", "memory_execution_role_arn": UNKNOWN}
        assert reconcile(MEMORY, options, check=True)["diff"]["after"] == {"memory_execution_role_arn": UNKNOWN}

    def test_a_secret_is_never_shown(self, memories, reconcile):
        memories.has(description="old secret").updates(description="new secret").tells(memory(description="new secret"))
        result = reconcile(but(secret=("description",)), {"name": "notes", "description": "new secret"})
        assert result["changed"]
        assert "secret" not in str(result).replace("(secret)", "")

    def test_members_with_an_operation_of_their_own_are_not_in_the_update(self, memories, reconcile):
        memories.has()
        sent = []
        resource = but(updaters={"description": lambda _context, live, value: sent.append((live["id"], value))})
        memories.tells(memory(), memory(description="new"))
        assert reconcile(resource, {"name": "notes", "description": "new"})["changed"]
        assert sent == [(ID, "new")]

    def test_members_with_an_operation_of_their_own_are_held_against_the_model_as_well(self, memories, reconcile):
        memories.has()
        resource = but(updaters={"description": print})
        with pytest.raises(EngineError, match="description has 4097 characters, at most 4096 allowed"):
            reconcile(resource, {"name": "notes", "description": "x" * 4097}, check=True)


class TestWhatUpdatesAloneTake:
    gateway = Resource(
        service=SERVICE,
        noun="Gateway",
        returns="gateway",
        find=ByList(match={"name": "name"}),
        ids={"gatewayIdentifier": "gatewayId"},
    )
    live = {
        "gatewayId": "tools-0123456789", "name": "tools", "gatewayArn": "arn", "roleArn": f"{ROLE}tools",
        "authorizerType": "AWS_IAM", "status": "READY", "createdAt": NOW, "updatedAt": NOW,
    }  # fmt: skip

    def test_is_set_after_the_creation(self, service, reconcile):
        options = {"name": "tools", "role_arn": f"{ROLE}tools", "authorizer_type": "AWS_IAM"}
        body = {"name": "tools", "roleArn": f"{ROLE}tools", "authorizerType": "AWS_IAM"}
        late = {"wafConfiguration": {"failureMode": "FAIL_OPEN"}}
        stub = service(SERVICE)
        stub.answers("list_gateways", {"items": []})
        stub.answers("create_gateway", {**self.live, "status": "CREATING"}, **body)
        stub.answers("get_gateway", self.live, gatewayIdentifier="tools-0123456789")
        stub.answers("update_gateway", self.live, gatewayIdentifier="tools-0123456789", **body, **late)
        stub.answers("get_gateway", {**self.live, **late}, gatewayIdentifier="tools-0123456789")
        result = reconcile(self.gateway, {**options, "waf_configuration": {"failure_mode": "FAIL_OPEN"}})
        assert result["gateway"]["waf_configuration"] == {"failure_mode": "FAIL_OPEN"}


class TestReplace:
    key = "arn:aws:kms:eu-central-1:111122223333:key/11111111-2222-3333-4444-555555555555"
    other_key = "arn:aws:kms:eu-central-1:111122223333:key/66666666-7777-8888-9999-000000000000"
    options = {**NOTES, "encryption_key_arn": other_key}

    @pytest.mark.parametrize("check", [False, True])
    def test_a_locked_member_is_an_error_that_says_what_to_do(self, memories, reconcile, check):
        memories.has(encryptionKeyArn=self.key)
        with pytest.raises(EngineError) as error:
            reconcile(MEMORY, self.options, check=check)
        assert error.value.message == (
            "encryption_key_arn of memory 'notes' cannot change on the existing resource. Set force_replace to delete "
            "it and create it anew, or put the old value back. Nothing was changed."
        )
        assert error.value.details["diff"] == {
            "before": {"encryption_key_arn": self.key},
            "after": {"encryption_key_arn": self.other_key},
        }

    def test_deletes_and_creates_when_asked_to(self, memories, reconcile):
        memories.has(encryptionKeyArn=self.key).deletes().tells(memory("DELETING")).is_gone()
        memories.creates(name="notes", eventExpiryDuration=30, encryptionKeyArn=self.other_key).tells(memory())
        result = reconcile(MEMORY, {**self.options, "force_replace": True})
        assert result["changed"]
        assert result["replaced"]
        assert result["diff"]["before"] == {"encryption_key_arn": self.key}

    def test_waits_for_the_deletion_even_when_told_not_to_wait(self, memories, reconcile, clock):
        memories.has(encryptionKeyArn=self.key).deletes().tells(memory("DELETING")).is_gone()
        memories.creates(name="notes", eventExpiryDuration=30, encryptionKeyArn=self.other_key)
        memories.tells(memory("CREATING"))
        reconcile(MEMORY, {**self.options, "force_replace": True, "wait": False})

    def test_check_mode_sends_nothing(self, memories, reconcile):
        memories.has(encryptionKeyArn=self.key)
        assert reconcile(MEMORY, {**self.options, "force_replace": True}, check=True)["replaced"]

    def test_a_broken_resource_is_replaced_when_asked_to(self, memories, reconcile):
        memories.has("FAILED").deletes().is_gone()
        memories.creates(name="notes", eventExpiryDuration=30).tells(memory())
        assert reconcile(MEMORY, {**NOTES, "force_replace": True})["replaced"]

    def test_a_sound_resource_is_not(self, memories, reconcile):
        memories.has()
        assert not reconcile(MEMORY, {**NOTES, "force_replace": True})["changed"]

    def test_what_is_somebody_elses_is_not_replaced(self, memories, reconcile):
        memories.has(encryptionKeyArn=self.key).has_tags(team="b")
        with pytest.raises(EngineError, match="not marked as yours"):
            reconcile(MEMORY, {**self.options, "force_replace": True, "required_tags": {"team": "a"}})


class TestDelete:
    gone = {"name": "notes", "state": "absent"}

    def test_deletes_and_waits_until_it_is_gone(self, memories, reconcile, clock):
        memories.has(description="old").deletes().tells(memory("DELETING")).is_gone()
        result = reconcile(MEMORY, self.gone)
        assert result["changed"]
        assert result["diff"]["before"]["description"] == "old"
        assert result["diff"]["after"] == {}
        assert clock.now > 0

    def test_does_not_wait_when_told_not_to(self, memories, reconcile, clock):
        memories.has().deletes()
        assert reconcile(MEMORY, {**self.gone, "wait": False})["changed"]
        assert clock.now == 0

    def test_what_is_not_there_needs_nothing(self, memories, reconcile):
        memories.lists()
        assert reconcile(MEMORY, self.gone) == {"changed": False, "diff": {"before": {}, "after": {}}}

    def test_check_mode_sends_nothing(self, memories, reconcile):
        memories.has()
        assert reconcile(MEMORY, self.gone, check=True)["changed"]

    def test_what_is_being_created_is_waited_for_first(self, memories, reconcile):
        memories.has("CREATING").tells(memory("CREATING"), memory("ACTIVE")).deletes().is_gone()
        assert reconcile(MEMORY, self.gone)["changed"]

    def test_what_failed_to_be_created_can_be_deleted(self, memories, reconcile):
        memories.has("FAILED").deletes().tells(memory("FAILED"), memory("DELETING")).is_gone()
        assert reconcile(MEMORY, self.gone)["changed"]

    def test_what_is_being_deleted_already_is_waited_for(self, memories, reconcile):
        memories.has("DELETING").tells(memory("DELETING")).is_gone()
        assert not reconcile(MEMORY, self.gone)["changed"]

    def test_somebody_may_be_faster(self, memories, reconcile):
        memories.has()
        memories.stub.fails("delete_memory", "ResourceNotFoundException", memoryId=ID)
        memories.is_gone()
        assert reconcile(MEMORY, self.gone)["changed"]

    def test_a_failed_deletion_tells_the_services_reason(self, memories, reconcile):
        memories.has().deletes().tells(memory("FAILED", failureReason="The store is gone."))
        with pytest.raises(EngineError, match=r"could not be deleted, it is FAILED \(The store is gone\.\)"):
            reconcile(MEMORY, self.gone)

    def test_a_failed_deletion_can_be_mended_and_is_tried_once_more(self, memories, reconcile):
        mended = []
        memories.has().deletes().tells(memory("FAILED", failureReason="The store is gone.")).deletes().is_gone()
        resource = but(delete_failed=lambda _context, live: mended.append(live["id"]))
        assert reconcile(resource, self.gone)["changed"]
        assert mended == [ID]

    def test_a_timeout_is_not_a_failure_to_be_mended(self, memories, reconcile):
        memories.has().deletes().goes_on_telling(memory("DELETING"))
        resource = but(delete_failed=lambda _context, _live: pytest.fail("nothing to mend"))
        with pytest.raises(EngineError, match="still there after 2 seconds, last seen DELETING"):
            reconcile(resource, {**self.gone, "wait_timeout": 2})

    def test_an_error_is_explained(self, memories, reconcile):
        memories.has()
        memories.stub.fails("delete_memory", "ConflictException", "It is in use.", memoryId=ID)
        with pytest.raises(EngineError, match=r"delete memory 'notes': ConflictException: It is in use\. Stop"):
            reconcile(but(explain={"ConflictException": "Stop its sessions first."}), self.gone)

    @pytest.mark.parametrize("check", [False, True])
    def test_a_declaration_can_refuse(self, memories, reconcile, check):
        def refuse(_context, _live):
            raise EngineError("It is not empty.")

        memories.has()
        with pytest.raises(EngineError, match="It is not empty"):
            reconcile(but(refuse_delete=refuse), self.gone, check=check)

    def test_what_must_happen_before_happens_before(self, memories, reconcile):
        emptied = []
        memories.has().deletes().is_gone()
        reconcile(but(before_delete=lambda _context, live: emptied.append(live["id"])), self.gone)
        assert emptied == [ID]

    def test_a_deletion_may_say_more_than_what_goes(self, memories, reconcile):
        memories.has()
        memories.stub.answers(
            "delete_memory", {"memoryId": ID, "status": "DELETING"}, memoryId=ID, clientToken="x" * 33
        )
        memories.is_gone()
        more = but(delete_request=lambda _context, _live, request: {**request, "clientToken": "x" * 33})
        assert reconcile(more, self.gone)["changed"]


class TestTags:
    def test_what_the_user_does_not_speak_of_is_not_even_read(self, memories, reconcile):
        memories.has()
        assert "tags" not in reconcile(MEMORY, NOTES)["memory"]

    def test_are_changed_and_purged(self, memories, reconcile):
        memories.has().has_tags(team="a", old="1")
        memories.stub.answers("untag_resource", resourceArn=ARN, tagKeys=["old"])
        memories.stub.answers("tag_resource", resourceArn=ARN, tags={"team": "b"})
        memories.tells(memory())
        result = reconcile(MEMORY, {**NOTES, "tags": {"team": "b"}})
        assert result["diff"] == {"before": {"tags": {"team": "a", "old": "1"}}, "after": {"tags": {"team": "b"}}}
        assert result["memory"]["tags"] == {"team": "b"}

    def test_stay_without_purge(self, memories, reconcile):
        memories.has().has_tags(team="a", old="1")
        memories.stub.answers("tag_resource", resourceArn=ARN, tags={"team": "b"})
        memories.tells(memory())
        result = reconcile(MEMORY, {**NOTES, "tags": {"team": "b"}, "purge_tags": False})
        assert result["memory"]["tags"] == {"team": "b", "old": "1"}

    def test_check_mode_sends_nothing(self, memories, reconcile):
        memories.has().has_tags(team="a")
        assert reconcile(MEMORY, {**NOTES, "tags": {"team": "b"}}, check=True)["changed"]

    def test_as_wanted_change_nothing(self, memories, reconcile):
        memories.has().has_tags(team="a", count="1")
        assert not reconcile(MEMORY, {**NOTES, "tags": {"team": "a", "count": 1}})["changed"]


class TestRequiredTags:
    required = {"required_tags": {"team": "a"}}

    @pytest.mark.parametrize("check", [False, True])
    @pytest.mark.parametrize("options", [{**NOTES, "description": "new"}, {"name": "notes", "state": "absent"}])
    def test_what_is_somebody_elses_is_left_alone(self, memories, reconcile, options, check):
        memories.has().has_tags(team="b")
        with pytest.raises(EngineError, match="memory 'notes' exists but is not marked as yours"):
            reconcile(MEMORY, {**options, **self.required}, check=check)

    def test_what_is_ours_is_changed(self, memories, reconcile):
        memories.has().has_tags(team="a").updates(description="new").tells(memory(description="new"))
        assert reconcile(MEMORY, {**NOTES, "description": "new", **self.required})["changed"]

    def test_what_is_not_to_change_need_not_be_ours(self, memories, reconcile):
        memories.has()
        assert not reconcile(MEMORY, {**NOTES, **self.required})["changed"]


class TestFacets:
    """A part with operations of its own, here the description, kept in a dictionary."""

    @pytest.fixture
    def store(self):
        return {}

    @pytest.fixture
    def resource(self, store):
        facet = Facet(
            option="notes",
            read=lambda _context, live: store.get(live["id"]),
            write=lambda _context, live, _current, wanted: store.update({live["id"]: wanted}),
        )
        return but(facets=(facet,))

    def test_are_written_after_the_creation(self, memories, reconcile, resource, store):
        memories.lists().creates(name="notes", eventExpiryDuration=30).tells(memory(), memory())
        result = reconcile(resource, {**NOTES, "notes": {"a": 1}})
        assert store == {ID: {"a": 1}}
        assert result["memory"]["notes"] == {"a": 1}
        assert result["diff"]["after"]["notes"] == {"a": 1}

    def test_are_written_when_they_differ(self, memories, reconcile, resource, store):
        store[ID] = {"a": 1}
        memories.has().tells(memory())
        result = reconcile(resource, {**NOTES, "notes": {"a": 2}})
        assert result["diff"] == {"before": {"notes": {"a": 1}}, "after": {"notes": {"a": 2}}}
        assert store == {ID: {"a": 2}}

    def test_change_nothing_when_they_do_not(self, memories, reconcile, resource, store):
        store[ID] = {"a": 1}
        memories.has()
        assert not reconcile(resource, {**NOTES, "notes": {"a": 1}})["changed"]

    def test_are_left_alone_when_not_given(self, memories, reconcile, resource, store):
        store[ID] = {"a": 1}
        memories.has()
        assert "notes" not in reconcile(resource, {**NOTES, "notes": None})["memory"]

    def test_check_mode_writes_nothing(self, memories, reconcile, resource, store):
        memories.has()
        assert reconcile(resource, {**NOTES, "notes": {"a": 1}}, check=True)["changed"]
        assert store == {}


class TestMarkedForDeletion:
    """Deleted things that can be brought back for a while, here memories that say DELETING."""

    def resource(self, brought_back):
        return but(revive=lambda _context, live: brought_back.append(live["id"]))

    def test_is_brought_back_when_it_is_wanted_again(self, memories, reconcile):
        brought_back = []
        memories.has("DELETING").tells(memory())
        result = reconcile(self.resource(brought_back), NOTES)
        assert brought_back == [ID]
        assert result["changed"]
        assert result["diff"] == {"before": {"marked_for_deletion": True}, "after": {"marked_for_deletion": False}}

    def test_is_changed_too_if_need_be(self, memories, reconcile):
        memories.has("DELETING").tells(memory()).updates(eventExpiryDuration=60).tells(memory(eventExpiryDuration=60))
        result = reconcile(self.resource([]), {**NOTES, "event_expiry_duration": 60})
        assert result["diff"]["after"] == {"event_expiry_duration": 60, "marked_for_deletion": False}

    def test_check_mode_leaves_it(self, memories, reconcile):
        brought_back = []
        memories.has("DELETING")
        assert reconcile(self.resource(brought_back), NOTES, check=True)["changed"]
        assert brought_back == []

    def test_counts_as_gone(self, memories, reconcile, clock):
        memories.has("DELETING")
        assert not reconcile(self.resource([]), {**NOTES, "state": "absent"})["changed"]
        assert clock.now == 0

    def test_a_deletion_ends_with_the_mark(self, memories, reconcile, clock):
        memories.has().deletes().tells(memory("DELETING"))
        assert reconcile(self.resource([]), {**NOTES, "state": "absent"})["changed"]
        assert clock.now == 0


class TestRequests:
    def test_a_deletion_may_say_more_than_what_is_to_go(self, memories, reconcile):
        memories.has()
        memories.stub.answers("delete_memory", {"memoryId": ID}, memoryId=ID, clientToken="x" * 33)
        memories.is_gone()
        resource = but(delete_request=lambda _context, _live, request: {**request, "clientToken": "x" * 33})
        assert reconcile(resource, {**NOTES, "state": "absent"})["changed"]

    def test_a_reading_may_say_more_than_what_is_to_be_read(self, memories, reconcile):
        memories.lists("ACTIVE")
        memories.stub.answers("get_memory", memory(), memoryId=ID, view="full")
        resource = but(read_request=lambda _context, request: {**request, "view": "full"})
        assert not reconcile(resource, NOTES)["changed"]

    def test_what_can_be_read_may_not_be_there(self, memories, reconcile):
        memories.has()
        resource = but(exists=lambda live: live["eventExpiryDuration"] > 30)
        assert not reconcile(resource, {**NOTES, "state": "absent"})["changed"]


class TestWithoutUpdate:
    browser = Resource(
        service=SERVICE,
        noun="Browser",
        returns="browser",
        find=ByList(match={"name": "name"}),
        ids={"browserId": "browserId"},
    )
    live = {
        "browserId": "tab-0123456789", "browserArn": "arn", "name": "tab", "description": "old", "status": "READY",
        "networkConfiguration": {"networkMode": "PUBLIC"}, "createdAt": NOW, "lastUpdatedAt": NOW,
    }  # fmt: skip

    def test_every_change_needs_a_replacement(self, service, reconcile):
        stub = service(SERVICE)
        entry = {name: value for name, value in self.live.items() if name != "networkConfiguration"}
        stub.answers("list_browsers", {"browserSummaries": [entry]})
        stub.answers("get_browser", self.live, browserId="tab-0123456789")
        with pytest.raises(EngineError, match="description of browser 'tab' cannot change.*force_replace"):
            reconcile(self.browser, {"name": "tab", "description": "new"})
