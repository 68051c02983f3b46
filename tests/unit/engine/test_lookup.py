"""Finding the live resource."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine import lookup
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByList, Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN

AGENT = "bedrock-agent"
BASE = Resource(service=AGENT, noun="KnowledgeBase", returns="b", find=ByList(match={"name": "name"}))
SOURCE = Resource(
    service=AGENT, noun="DataSource", returns="s", find=ByList(match={"name": "name"}), parents=("knowledgeBaseId",)
)
MEMORY = Resource(
    service="bedrock-agentcore-control",
    noun="Memory",
    returns="memory",
    listing="ListMemories",
    find=ByList(match={"name": "name"}, likely=lambda entry, wanted: entry["id"].startswith(f"{wanted['name']}-")),
    ids={"memoryId": "id"},
)
NAT = Resource(
    service="ec2",
    noun="NatGateway",
    returns="nat_gateway",
    read="",
    listing="DescribeNatGateways",
    find=ByList(filters={"subnet-id": "SubnetId"}, gone=("deleted",)),
    ids={"NatGatewayId": "NatGatewayId"},
    local=("name",),
    status="State",
    tagging=Tagging(target={"Resources": "NatGatewayId"}, inline="Tags", resource_type="natgateway", name="Name"),
)
NOW = "2026-01-01T00:00:00Z"
PLACE = "ABCDEFGHIJ"


def summary(identifier, name, status="ACTIVE"):
    return {"knowledgeBaseId": identifier, "name": name, "status": status, "updatedAt": NOW}


def base(identifier, name):
    return {
        "knowledgeBase": {
            **summary(identifier, name),
            "knowledgeBaseArn": f"arn:aws:bedrock:eu-central-1:111122223333:knowledge-base/{identifier}",
            "roleArn": "arn:aws:iam::111122223333:role/reader",
            "knowledgeBaseConfiguration": {"type": "VECTOR"},
            "createdAt": NOW,
        }
    }


def memory(identifier, name):
    return {"memory": {"arn": f"arn:{identifier}", "id": identifier, "name": name, "eventExpiryDuration": 30,
                       "status": "ACTIVE", "createdAt": NOW, "updatedAt": NOW}}  # fmt: skip


def entry(identifier):
    return {"id": identifier, "status": "ACTIVE", "createdAt": NOW, "updatedAt": NOW}


class TestByList:
    def test_finds_the_one_with_the_name_and_reads_only_that(self, service, context_of):
        stub = service(AGENT)
        listed = [summary("AAAAAAAAAA", "other"), summary("BBBBBBBBBB", "handbook")]
        stub.answers("list_knowledge_bases", {"knowledgeBaseSummaries": listed})
        stub.answers("get_knowledge_base", base("BBBBBBBBBB", "handbook"), knowledgeBaseId="BBBBBBBBBB")
        assert lookup.find(context_of(BASE, {"name": "handbook"}))["knowledgeBaseId"] == "BBBBBBBBBB"

    def test_a_list_may_call_the_id_by_a_shorter_name(self, service, context_of):
        guardrail = Resource(
            service="bedrock", noun="Guardrail", returns="g", find=ByList(match={"name": "name"}),
            ids={"guardrailIdentifier": "guardrailId"},
        )  # fmt: skip
        told = {"name": "calm", "version": "DRAFT", "status": "READY", "createdAt": NOW, "updatedAt": NOW}
        arn = "arn:aws:bedrock:eu-central-1:111122223333:guardrail/abc"
        words = {"blockedInputMessaging": "No.", "blockedOutputsMessaging": "No."}
        stub = service("bedrock")
        stub.answers("list_guardrails", {"guardrails": [{**told, "id": "abc", "arn": arn}]})
        stub.answers(
            "get_guardrail", {**told, **words, "guardrailId": "abc", "guardrailArn": arn}, guardrailIdentifier="abc"
        )
        assert lookup.find(context_of(guardrail, {"name": "calm"}))["guardrailId"] == "abc"

    def test_finds_nothing_where_there_is_nothing(self, service, context_of):
        service(AGENT).answers("list_knowledge_bases", {"knowledgeBaseSummaries": []})
        assert lookup.find(context_of(BASE, {"name": "handbook"})) is None

    def test_an_empty_description_is_that_of_nothing(self, service, context_of):
        domain = Resource(service="cognito-idp", noun="UserPoolDomain", returns="d", read="DescribeUserPoolDomain")
        service("cognito-idp").answers("describe_user_pool_domain", {"DomainDescription": {}}, Domain="people")
        assert lookup.find(context_of(domain, {"domain": "people"})) is None

    def test_an_entry_that_is_gone_when_read_is_not_there(self, service, context_of):
        stub = service(AGENT)
        stub.answers("list_knowledge_bases", {"knowledgeBaseSummaries": [summary("BBBBBBBBBB", "handbook")]})
        stub.fails("get_knowledge_base", "ResourceNotFoundException", knowledgeBaseId="BBBBBBBBBB")
        assert lookup.find(context_of(BASE, {"name": "handbook"})) is None

    def test_several_of_the_same_name_are_an_error_that_names_them(self, service, context_of):
        stub = service(AGENT)
        listed = [summary("AAAAAAAAAA", "handbook"), summary("BBBBBBBBBB", "handbook")]
        stub.answers("list_knowledge_bases", {"knowledgeBaseSummaries": listed})
        stub.answers("get_knowledge_base", base("AAAAAAAAAA", "handbook"), knowledgeBaseId="AAAAAAAAAA")
        stub.answers("get_knowledge_base", base("BBBBBBBBBB", "handbook"), knowledgeBaseId="BBBBBBBBBB")
        with pytest.raises(EngineError, match="2 resources match b 'handbook'; nothing was changed") as error:
            lookup.find(context_of(BASE, {"name": "handbook"}))
        assert error.value.details["matches"] == [{"knowledgeBaseId": "AAAAAAAAAA"}, {"knowledgeBaseId": "BBBBBBBBBB"}]

    def test_looks_inside_the_parent(self, service, context_of):
        stub = service(AGENT)
        stub.answers("list_data_sources", {"dataSourceSummaries": []}, knowledgeBaseId=PLACE)
        assert lookup.find(context_of(SOURCE, {"knowledge_base_id": PLACE, "name": "documents"})) is None

    def test_asks_nothing_of_a_parent_that_is_not_there_yet(self, service, context_of):
        service(AGENT)
        assert lookup.find(context_of(SOURCE, {"knowledge_base_id": UNKNOWN, "name": "documents"})) is None

    def test_without_its_parent_a_resource_is_absent(self, service, context_of):
        service(AGENT).fails("list_data_sources", "ResourceNotFoundException", knowledgeBaseId=PLACE)
        options = {"knowledge_base_id": PLACE, "name": "documents", "state": "absent"}
        assert lookup.find(context_of(SOURCE, options)) is None

    def test_without_its_parent_a_resource_cannot_be_present(self, service, context_of):
        service(AGENT).fails("list_data_sources", "ResourceNotFoundException", "No such base.", knowledgeBaseId=PLACE)
        with pytest.raises(EngineError, match="Could not look for s 'documents': ResourceNotFoundException: No such"):
            lookup.find(context_of(SOURCE, {"knowledge_base_id": PLACE, "name": "documents"}))


class TestListsWithoutNames:
    def test_the_likely_entry_is_read_and_no_other(self, service, context_of):
        stub = service(MEMORY.service)
        stub.answers("list_memories", {"memories": [entry("other-0123456789"), entry("notes-0123456789")]})
        stub.answers("get_memory", memory("notes-0123456789", "notes"), memoryId="notes-0123456789")
        assert lookup.find(context_of(MEMORY, {"name": "notes"}))["name"] == "notes"

    def test_an_entry_that_only_looked_likely_does_not_count(self, service, context_of):
        stub = service(MEMORY.service)
        stub.answers("list_memories", {"memories": [entry("notes-0123456789"), entry("odd-0123456789")]})
        stub.answers("get_memory", memory("notes-0123456789", "other"), memoryId="notes-0123456789")
        stub.answers("get_memory", memory("odd-0123456789", "notes"), memoryId="odd-0123456789")
        assert lookup.find(context_of(MEMORY, {"name": "notes"}))["id"] == "odd-0123456789"


class TestByTag:
    named = {"NatGatewayId": "nat-1", "State": "available", "Tags": [{"Key": "Name", "Value": "out"}]}

    def expect(self, service, *gateways):
        filters = [{"Name": "tag:Name", "Values": ["out"]}]
        service("ec2").answers("describe_nat_gateways", {"NatGateways": list(gateways)}, Filter=filters)

    def test_asks_for_the_name_and_needs_no_second_call(self, service, context_of):
        self.expect(service, self.named)
        assert lookup.find(context_of(NAT, {"name": "out"})) == self.named

    def test_entries_that_only_linger_do_not_count(self, service, context_of):
        self.expect(service, {**self.named, "NatGatewayId": "nat-0", "State": "deleted"}, self.named)
        assert lookup.find(context_of(NAT, {"name": "out"})) == self.named

    def test_a_service_that_ignores_the_filter_is_not_believed(self, service, context_of):
        self.expect(service, {**self.named, "Tags": [{"Key": "Name", "Value": "other"}]})
        assert lookup.find(context_of(NAT, {"name": "out"})) is None

    def test_other_filters_come_from_the_options(self, service, context_of):
        filters = [{"Name": "subnet-id", "Values": ["subnet-1"]}, {"Name": "tag:Name", "Values": ["out"]}]
        service("ec2").answers("describe_nat_gateways", {"NatGateways": []}, Filter=filters)
        assert lookup.find(context_of(NAT, {"name": "out", "subnet_id": "subnet-1"})) is None

    def test_reading_again_lists_again(self, service, context_of):
        self.expect(service, {**self.named, "State": "pending"})
        assert lookup.refresh(context_of(NAT, {"name": "out"}), self.named)["State"] == "pending"


class TestByKey:
    domain = Resource(
        service="opensearch", noun="Domain", returns="domain", read="DescribeDomain", renames={"name": "DomainName"}
    )
    status = {
        "DomainId": "1/docs",
        "DomainName": "docs",
        "ARN": "arn:aws:es:x:1:domain/docs",
        "ClusterConfig": {},
    }

    def test_reads_it_by_what_the_user_said(self, service, context_of):
        service("opensearch").answers("describe_domain", {"DomainStatus": self.status}, DomainName="docs")
        assert lookup.find(context_of(self.domain, {"name": "docs"}))["ARN"] == self.status["ARN"]

    def test_finds_nothing_where_there_is_nothing(self, service, context_of):
        service("opensearch").fails("describe_domain", "ResourceNotFoundException", DomainName="docs")
        assert lookup.find(context_of(self.domain, {"name": "docs"})) is None

    def test_a_free_document_is_content_and_no_wrapper(self, service, context_of):
        index = Resource(service="opensearch", noun="Index", returns="index", renames={"name": "IndexName"})
        where = {"DomainName": "docs", "IndexName": "pages"}
        service("opensearch").answers("get_index", {"IndexSchema": {"settings": {}}}, **where)
        live = lookup.find(context_of(index, {"domain_name": "docs", "name": "pages"}))
        assert live == {**where, "IndexSchema": {"settings": {}}}

    def test_an_operation_on_several_is_asked_for_one(self, service, context_of):
        collection = Resource(
            service="opensearchserverless",
            noun="Collection",
            returns="collection",
            find=ByList(match={"name": "name"}),
            read="BatchGetCollection",
            wrapper="collectionDetails",
            ids={"ids": "id", "id": "id"},
        )
        stub, context = service("opensearchserverless"), context_of(collection, {"name": "docs"})
        entry = {"id": "abc", "name": "docs"}
        stub.answers("list_collections", {"collectionSummaries": [entry]})
        stub.answers("batch_get_collection", {"collectionDetails": [{**entry, "type": "SEARCH"}]}, ids=["abc"])
        assert lookup.find(context) == {**entry, "type": "SEARCH"}
        stub.answers("batch_get_collection", {"collectionDetails": []}, ids=["abc"])
        assert lookup.refresh(context, entry) is None

    def test_asks_nothing_about_a_key_that_is_not_there_yet(self, service, context_of):
        service("opensearch")
        assert lookup.find(context_of(self.domain, {"name": UNKNOWN})) is None


class TestWhatIsRead:
    ACL = Resource(
        service="wafv2",
        noun="WebACL",
        returns="web_acl",
        find=ByList(match={"Name": "Name"}, agrees=lambda live, wanted: live["Description"] == wanted["Description"]),
        parents=("Scope",),
        ids={"ARN": "ARN"},
        wrapper="WebACL",
        beside=("LockToken",),
    )
    ARN = "arn:aws:wafv2:eu-central-1:111122223333:regional/webacl/a/1"

    def stub(self, service):
        stub = service("wafv2")
        entry = {"Name": "a", "Id": "1", "ARN": self.ARN, "LockToken": "old-token"}
        stub.answers("list_web_acls", {"WebACLs": [], "NextMarker": "more"}, Scope="REGIONAL")
        stub.answers("list_web_acls", {"WebACLs": [entry]}, Scope="REGIONAL", NextMarker="more")
        metrics = {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": "m"}
        told = {
            "Name": "a",
            "Id": "1",
            "ARN": self.ARN,
            "Description": "x",
            "DefaultAction": {},
            "VisibilityConfig": metrics,
        }
        stub.answers("get_web_acl", {"WebACL": told, "LockToken": "new-token"}, ARN=self.ARN)

    def test_what_stands_beside_the_resource_is_kept(self, service, context_of):
        self.stub(service)
        context = context_of(self.ACL, {"name": "a", "scope": "REGIONAL", "description": "x"})
        assert lookup.find(context)["LockToken"] == "new-token"

    def test_one_that_does_not_agree_is_another(self, service, context_of):
        self.stub(service)
        context = context_of(self.ACL, {"name": "a", "scope": "REGIONAL", "description": "y"})
        assert lookup.find(context) is None

    def test_an_answer_that_tells_of_nothing_is_no_resource(self, service, context_of):
        association = Resource(
            service="wafv2",
            noun="WebACLAssociation",
            returns="a",
            create="AssociateWebACL",
            read="GetWebACLForResource",
            exists=lambda live: "ARN" in live,
        )
        service("wafv2").answers("get_web_acl_for_resource", {}, ResourceArn=self.ARN)
        assert lookup.refresh(context_of(association, {"resource_arn": self.ARN}), {}) is None

    def test_the_list_is_asked_for_all(self, service, context_of):
        every = {"Includes": {"keyTypes": ["RSA_4096"]}}
        certificate = Resource(
            service="acm",
            noun="Certificate",
            returns="c",
            create="RequestCertificate",
            find=ByList(match={"DomainName": "DomainName"}, request=every),
        )
        service("acm").answers("list_certificates", {"CertificateSummaryList": []}, **every)
        assert lookup.entries(context_of(certificate, {"domain_name": "example.com"})) == []
