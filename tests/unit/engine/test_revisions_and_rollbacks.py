"""Services that number revisions, that take changes at any time, and that may go back on a change."""

import dataclasses

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import list_resources
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByList, Facet, Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN

ARN = "arn:aws:ecs:eu-central-1:111122223333:"
CONTAINERS = [{"name": "a", "image": "b"}]
DEFINITION = Resource(
    service="ecs",
    noun="TaskDefinition",
    returns="task_definition",
    create="RegisterTaskDefinition",
    read="DescribeTaskDefinition",
    update="RegisterTaskDefinition",
    delete="DeregisterTaskDefinition",
    ids={"taskDefinition": "family"},
    wrapper="taskDefinition",
    revises=True,
    delete_request=lambda context, live, request: {"taskDefinition": live["taskDefinitionArn"]},
    exists=lambda live: live.get("status") == "ACTIVE",
    tagging=Tagging(target={"resourceArn": "taskDefinitionArn"}),
)
WISH = {"family": "x", "container_definitions": CONTAINERS}


def revision(number, status="ACTIVE", **more):
    arn = f"{ARN}task-definition/x:{number}"
    told = {"family": "x", "taskDefinitionArn": arn, "status": status, "containerDefinitions": CONTAINERS}
    return {"taskDefinition": {**told, "revision": number, **more}}


class TestRevisions:
    def reads(self, stub, number, **more):
        return stub.answers("describe_task_definition", revision(number, **more), taskDefinition="x")

    def has_tags(self, stub, number):
        tags = [{"key": "team", "value": "a"}]
        arn = f"{ARN}task-definition/x:{number}"
        return stub.answers("list_tags_for_resource", {"tags": tags}, resourceArn=arn)

    def test_a_new_one_carries_the_tags_of_the_one_before(self, service, reconcile):
        stub = service("ecs")
        self.has_tags(self.reads(stub, 1), 1)
        kept = {"family": "x", "containerDefinitions": CONTAINERS, "cpu": "256"}
        stub.answers("register_task_definition", revision(2, cpu="256"), **kept, tags=[{"key": "team", "value": "a"}])
        self.reads(stub, 2, cpu="256")
        result = reconcile(DEFINITION, {**WISH, "cpu": "256"})
        assert result["task_definition"]["revision"] == 2

    def test_a_new_one_gets_the_wanted_tags_and_the_old_one_keeps_its_own(self, service, reconcile):
        stub = service("ecs")
        self.has_tags(self.reads(stub, 1), 1)
        kept = {"family": "x", "containerDefinitions": CONTAINERS, "cpu": "256"}
        stub.answers("register_task_definition", revision(2, cpu="256"), **kept, tags=[{"key": "team", "value": "b"}])
        self.reads(stub, 2, cpu="256")
        result = reconcile(DEFINITION, {**WISH, "cpu": "256", "tags": {"team": "b"}})
        assert result["diff"]["after"] == {"cpu": "256", "tags": {"team": "b"}}

    def test_check_mode_does_not_know_its_arn(self, service, reconcile):
        self.reads(service("ecs"), 1)
        result = reconcile(DEFINITION, {**WISH, "cpu": "256"}, check=True)
        assert result["task_definition"]["task_definition_arn"] == UNKNOWN

    def test_what_only_lingers_is_not_there(self, service, reconcile):
        self.reads(service("ecs"), 1, status="INACTIVE")
        assert not reconcile(DEFINITION, {"family": "x", "state": "absent"})["changed"]

    def test_a_deletion_may_name_it_in_another_way(self, service, reconcile):
        stub = self.reads(service("ecs"), 1)
        stub.answers("deregister_task_definition", revision(1), taskDefinition=f"{ARN}task-definition/x:1")
        self.reads(stub, 1, status="INACTIVE")
        assert reconcile(DEFINITION, {"family": "x", "state": "absent"})["changed"]

    def test_a_list_of_bare_ids_is_read_entry_by_entry(self, service, context_of):
        stub, arn = service("ecs"), f"{ARN}task-definition/x:1"
        stub.answers("list_task_definitions", {"taskDefinitionArns": [arn]})
        stub.answers("describe_task_definition", revision(1), taskDefinition=arn)
        found = list_resources(context_of(DEFINITION, {}))["task_definitions"]
        assert [entry["family"] for entry in found] == ["x"]


SERVICE = Resource(
    service="ecs",
    noun="Service",
    returns="service",
    read="DescribeServices",
    ids={"services": "serviceName", "service": "serviceName"},
    wrapper="services",
    renames={"name": "serviceName"},
    read_request=lambda context, request: {**request, "include": ["TAGS"]},
    update_sends="changed",
    interruptible=True,
    undone=lambda context, live: f"tasks of {live['serviceName']} did not start",
)


def told(status="ACTIVE", **more):
    return {"services": [{"serviceName": "x", "status": status, "platformVersion": "1", **more}]}


class TestUndone:
    options = {"name": "x", "platform_version": "2"}

    def has(self, stub, *answers):
        for answer in answers:
            stub.answers("describe_services", answer, services=["x"], include=["TAGS"])
        return stub

    def test_a_change_that_the_service_took_back_is_an_error(self, service, reconcile):
        stub = self.has(service("ecs"), told()).answers("update_service", {}, service="x", platformVersion="2")
        self.has(stub, told("UPDATING", platformVersion="2"), told())
        with pytest.raises(
            EngineError, match="platform_version of service 'x' was changed and changed back: tasks of x"
        ):
            reconcile(SERVICE, self.options)

    def test_a_change_that_stays_is_none(self, service, reconcile):
        stub = self.has(service("ecs"), told()).answers("update_service", {}, service="x", platformVersion="2")
        self.has(stub, told(platformVersion="2"))
        assert reconcile(SERVICE, self.options)["changed"]

    def test_a_change_of_an_earlier_task_that_the_service_takes_back_is_one_too(self, service, reconcile):
        self.has(service("ecs"), told("UPDATING", platformVersion="2"), told())
        with pytest.raises(EngineError, match="platform_version of service 'x' was changed and changed back"):
            reconcile(SERVICE, self.options)

    def test_nobody_looks_without_waiting(self, service, reconcile):
        stub = self.has(service("ecs"), told()).answers("update_service", {}, service="x", platformVersion="2")
        self.has(stub, told())
        assert reconcile(SERVICE, {**self.options, "wait": False})["changed"]


class TestInterruptible:
    def test_a_change_does_not_wait_for_the_one_before(self, service, reconcile, clock):
        stub = TestUndone().has(service("ecs"), told("UPDATING"))
        stub.answers("update_service", {}, service="x", platformVersion="2")
        TestUndone().has(stub, told(platformVersion="2"))
        assert reconcile(SERVICE, TestUndone.options)["changed"]
        assert clock.slept == []

    def test_nor_does_a_deletion(self, service, reconcile, clock):
        stub = TestUndone().has(service("ecs"), told("UPDATING")).answers("delete_service", {}, service="x")
        TestUndone().has(stub, {"services": []})
        assert reconcile(SERVICE, {"name": "x", "state": "absent"})["changed"]
        assert clock.slept == []

    def test_others_are_waited_for(self, service, reconcile, clock):
        stub = TestUndone().has(service("ecs"), told("UPDATING"), told())
        stub.answers("delete_service", {}, service="x")
        TestUndone().has(stub, {"services": []})
        patient = dataclasses.replace(SERVICE, interruptible=False)
        assert reconcile(patient, {"name": "x", "state": "absent"})["changed"]


class TestPredictions:
    def test_what_answers_tell_in_other_words_is_not_foretold(self, service, reconcile):
        TestUndone().has(service("ecs"), {"services": []})
        resource = dataclasses.replace(SERVICE, rewritten=("taskDefinition",))
        result = reconcile(resource, {**TestUndone.options, "task_definition": "x"}, check=True)
        assert result["service"]["task_definition"] == UNKNOWN
        assert result["service"]["platform_version"] == "2"
        assert result["diff"]["after"]["task_definition"] == "x"


def namespaces(params):
    return dataclasses.replace(NAMESPACE, create="CreateHttpNamespace") if params.get("type") == "HTTP" else NAMESPACE


def ticket(context, answer):
    operation = context.api.call("GetOperation", OperationId=answer["OperationId"])["Operation"]
    return {"Id": operation["Targets"]["NAMESPACE"]}


NAMESPACE = Resource(
    service="servicediscovery",
    noun="Namespace",
    returns="namespace",
    find=ByList(match={"Name": "Name"}),
    create="CreatePrivateDnsNamespace",
    read="",
    update="",
    ids={"Id": "Id"},
    local=("type",),
    choose=namespaces,
    ticket=ticket,
)


class TestKindsAndTickets:
    def test_a_kind_has_operations_of_its_own_and_an_answer_may_be_a_ticket(self, service, reconcile):
        stub = service("servicediscovery").answers("list_namespaces", {"Namespaces": []})
        stub.answers("create_http_namespace", {"OperationId": "o-1"}, Name="x")
        stub.answers("get_operation", {"Operation": {"Targets": {"NAMESPACE": "ns-1"}}}, OperationId="o-1")
        stub.answers("list_namespaces", {"Namespaces": [{"Id": "ns-0", "Name": "y"}, {"Id": "ns-1", "Name": "x"}]})
        result = reconcile(NAMESPACE, {"name": "x", "type": "HTTP"})
        assert result["namespace"]["id"] == "ns-1"


class TestListedFacets:
    def test_a_twin_shows_what_is_marked_so(self, service, context_of):
        arn = f"{ARN}task-definition/x:1"
        stub = service("ecs").answers("list_task_definitions", {"taskDefinitionArns": [arn]})
        stub.answers("describe_task_definition", revision(1), taskDefinition=arn)
        facets = tuple(
            Facet(option, lambda context, live: '{"a": 1}', print, listed=listed)
            for option, listed in (("shown", True), ("hidden", False))
        )
        found = list_resources(
            context_of(dataclasses.replace(DEFINITION, facets=facets), {"shown": None, "hidden": None})
        )
        assert found["task_definitions"][0]["shown"] == {"a": 1}
        assert "hidden" not in found["task_definitions"][0]
