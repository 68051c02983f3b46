"""Resources of which one operation does not tell all, or of which no operation tells a part."""

from dataclasses import replace

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine import lookup
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource

ARN = "arn:aws:config:eu-central-1:111122223333:conformance-pack/one/x"
NAMED = {"ConformancePackName": "one", "ConformancePackArn": ARN, "ConformancePackId": "x"}
PACK = Resource(
    service="config",
    noun="ConformancePack",
    returns="pack",
    create="PutConformancePack",
    update="PutConformancePack",
    read="DescribeConformancePacks",
    also_read=("DescribeConformancePackStatus",),
    listing="DescribeConformancePacks",
    wrapper="ConformancePackDetails",
    ids={"ConformancePackNames": "ConformancePackName", "ConformancePackName": "ConformancePackName"},
    renames={"name": "ConformancePackName"},
    local=("update_template",),
    unreadable=("TemplateBody",),
    renewed_by="update_template",
)


@pytest.fixture
def config(service):
    return service("config")


def told(config, *states):
    """A description and a state, each time that the resource is read."""
    for state in states:
        asked = {"ConformancePackNames": ["one"]}
        config.answers("describe_conformance_packs", {"ConformancePackDetails": [NAMED]}, **asked)
        status = {**NAMED, "ConformancePackState": state, "LastUpdateRequestedTime": "2026-01-01T00:00:00Z"}
        config.answers("describe_conformance_pack_status", {"ConformancePackStatusDetails": [status]}, **asked)


def test_the_further_operation_adds_what_the_read_lacks(config, context_of):
    told(config, "CREATE_COMPLETE")
    live = lookup.refresh(context_of(PACK, {"name": "one"}), {})
    assert live["ConformancePackState"] == "CREATE_COMPLETE"
    assert live["ConformancePackArn"] == ARN


def test_what_the_further_operation_does_not_know_is_missing_only_there(config, context_of):
    config.answers("describe_conformance_packs", {"ConformancePackDetails": [NAMED]}, ConformancePackNames=["one"])
    config.answers(
        "describe_conformance_pack_status", {"ConformancePackStatusDetails": []}, ConformancePackNames=["one"]
    )
    live = lookup.refresh(context_of(PACK, {"name": "one"}), {})
    assert "ConformancePackState" not in live
    assert live["ConformancePackId"] == "x"


@pytest.mark.parametrize(("update", "changed"), [("on_create", False), ("always", True)])
def test_what_cannot_be_read_is_sent_again_when_its_option_says_so(config, reconcile, update, changed):
    told(config, "CREATE_COMPLETE")
    if changed:
        config.answers("put_conformance_pack", {}, ConformancePackName="one", TemplateBody="Resources: {}")
        told(config, "UPDATE_COMPLETE")
    options = {"name": "one", "template_body": "Resources: {}", "update_template": update}
    answer = reconcile(replace(PACK, status="ConformancePackState"), options)
    assert answer["changed"] is changed
    assert ("template_body" in answer["diff"]["after"]) is changed
