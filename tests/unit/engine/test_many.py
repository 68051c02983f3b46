"""Lists of resources: what is asked for is checked item by item, done several at a time, and told together."""

import json
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest
from ansible.module_utils.testing import patch_module_args
from ansible_collections.bidops.platform.plugins.module_utils._engine import many
from ansible_collections.bidops.platform.plugins.module_utils._engine.context import Context
from ansible_collections.bidops.platform.plugins.module_utils._engine.many import run_list
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByList, Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.tags import Tagging

DOCUMENTATION = """
module: groups
options:
  groups:
    description: x
    type: list
    elements: dict
    required: true
    suboptions:
      name: {description: x, type: str, required: true}
      kms_key_id: {description: x, type: str}
      deletion_protection_enabled: {description: x, type: bool}
      policy: {description: x, type: json}
      tags: {description: x, type: dict}
extends_documentation_fragment: [bidops.platform.state, bidops.platform.tags]
"""
GROUP = Resource(
    service="logs",
    noun="LogGroup",
    returns="group",
    read="",
    update="",
    listing="DescribeLogGroups",
    find=ByList(match={"logGroupName": "logGroupName"}),
    ids={"logGroupName": "logGroupName"},
    renames={"name": "logGroupName"},
    local=("policy",),
    updaters={"deletionProtectionEnabled": lambda _context, _live, _value: None},
    tagging=Tagging(target={"resourceArn": "logGroupArn"}, inline="tags"),
)


def live(name, **members):
    return {"logGroupName": name, "logGroupArn": f"arn:{name}", "tags": {}, **members}


@pytest.fixture
def run(capsys, monkeypatch):
    """(items, there, **options) -> the module's result in check mode, where I(there) are the groups there are.

    I(untold) says that they do not tell their tags themselves.
    """
    monkeypatch.setenv("AWS_REGION", "eu-central-1")

    def run(items, there=(), untold=False, **options):
        kind = replace(GROUP, tagging=replace(GROUP.tagging, inline="")) if untold else GROUP
        found = {group["logGroupName"]: group for group in there}
        rules = {"mutually_exclusive": [("kms_key_id", "policy")]}
        with patch_module_args({"groups": items, "_ansible_check_mode": True, **options}), pytest.raises(SystemExit):
            run_list(kind, DOCUMENTATION, read_all=lambda _context, _names: found, **rules)
        return json.loads(capsys.readouterr().out)

    return run


class TestWhatIsAskedFor:
    @pytest.mark.parametrize(
        ("items", "message"),
        [
            ([{"name": "a"}, {"kms_key_id": "k"}], "groups[1]: missing required arguments: name."),
            ([{"name": "a"}, {"name": ""}], "groups[1].name is empty."),
            ([{"name": "a"}, {"name": None}], "groups[1].name is empty."),
            ([{"name": "a"}, {"name": "b"}, {"name": "a"}], "groups: a is there more than once."),
            ([{"name": "a", "kms_key": "k"}], "groups[0].kms_key is no option. There are: deletion_protection_"),
            ([{"name": "a", "policy": "{"}], "groups[0].policy is not JSON"),
            ([{"name": "a", "deletion_protection_enabled": "perhaps"}], "groups[0]: argument 'deletion_protection_en"),
            ([{"name": "a", "kms_key_id": "k", "policy": "{}"}], "groups[0]: parameters are mutually exclusive: kms_"),
        ],
    )
    def test_is_refused_with_its_place_in_the_list(self, run, items, message):
        result = run(items)
        assert result["failed"]
        assert result["msg"].startswith(message)
        assert "results" not in result

    def test_is_typed_as_by_ansible(self, run):
        there = [live("a", deletionProtectionEnabled=True)]
        assert not run([{"name": "a", "deletion_protection_enabled": "yes"}], there)["changed"]

    def test_may_be_nothing(self, run):
        result = run([])
        assert (result["changed"], result["groups"], result["results"]) == (False, {}, [])

    def test_is_known_to_each_of_them(self, run, monkeypatch):
        told = replace(GROUP, computed=lambda context, _live: {"all": [one.params["name"] for one in context.company]})
        monkeypatch.setitem(globals(), "GROUP", told)
        assert [group["all"] for group in run([{"name": "a"}, {"name": "b"}])["groups"].values()] == [["a", "b"]] * 2


class TestResult:
    def test_is_in_the_order_of_the_list(self, run):
        result = run([{"name": name} for name in "cab"], [live("a"), live("b")])
        assert list(result["groups"]) == list("cab")
        assert result["results"] == [{"name": name, "changed": name == "c"} for name in "cab"]

    def test_has_what_would_be_created(self, run):
        result = run([{"name": "a"}])
        assert result["groups"]["a"]["log_group_arn"] == "(known after apply)"

    def test_has_one_diff_of_all_that_changes(self, run):
        result = run(
            [
                {"name": "a", "deletion_protection_enabled": True},
                {"name": "b"},
                {"name": "c", "tags": {"team": "x"}},
            ],
            [live("a", deletionProtectionEnabled=False), live("b"), live("c")],
        )
        assert result["diff"] == {
            "before": {"groups": {"a": {"deletion_protection_enabled": False}}},
            "after": {"groups": {"a": {"deletion_protection_enabled": True}}, "tags": {"c": {"team": "x"}}},
        }

    def test_tells_who_failed_and_what_became_of_the_others(self, run):
        result = run([{"name": "a", "kms_key_id": "k" * 300}, {"name": "b"}])
        assert result["failed"]
        assert result["msg"].startswith("1 of 2 groups failed. a: CreateLogGroup would refuse this: kms_key_id has 300")
        assert [entry.get("failed", False) for entry in result["results"]] == [True, False]
        assert list(result["groups"]) == ["b"]

    def test_of_a_deletion_has_what_was_there(self, run):
        result = run([{"name": "a"}, {"name": "b"}], [live("b", kmsKeyId="k")], state="absent")
        assert result["results"] == [{"name": "a", "changed": False}, {"name": "b", "changed": True}]
        assert result["diff"] == {
            "before": {"groups": {"b": {"name": "b", "kms_key_id": "k"}}},
            "after": {"groups": {}},
        }


class TestTags:
    shared = {"team": "x", "stage": "one"}

    def test_of_one_come_before_those_of_all(self, run):
        result = run([{"name": "a", "tags": {"stage": "two"}}, {"name": "b"}], tags=self.shared)
        assert result["groups"]["a"]["tags"] == {"team": "x", "stage": "two"}
        assert result["groups"]["b"]["tags"] == self.shared

    def test_are_left_alone_where_nobody_speaks_of_them(self, run):
        result = run([{"name": "a"}, {"name": "b", "tags": {}}], [live(name, tags=self.shared) for name in "ab"])
        assert [entry["changed"] for entry in result["results"]] == [False, True]

    @pytest.mark.parametrize("options", [{"tags": {"team": "y"}}, {"state": "absent"}])
    def test_of_others_are_respected(self, run, options):
        there = [live("a", tags={"owner": "them"}), live("b", tags={"owner": "us"})]
        result = run([{"name": "a"}, {"name": "b"}], there, required_tags={"owner": "us"}, **options)
        assert result["msg"].startswith("1 of 2 groups failed. a: ")
        assert [entry.get("changed") for entry in result["results"]] == [None, True]

    def test_that_are_known_to_be_right_are_not_asked_for(self, run, monkeypatch):
        arn = "arn:aws:logs:eu-central-1:123456789012:log-group:a"
        group = {"logGroupName": "a", "logGroupArn": arn}
        told = {arn: self.shared}
        monkeypatch.setattr(many, "confirmed", lambda _make, wanted, purge: told if wanted == told and purge else {})
        result = run([{"name": "a"}], [group], untold=True, tags=self.shared)
        assert (result["changed"], result["groups"]["a"]["tags"]) == (False, self.shared)


class TestLinked:
    """Those whose resources may name one another."""

    def test_wait_until_all_are_there_or_have_failed(self):
        came, went = [], []

        class Fellow:
            meet_by, meet = Context.meet_by, Context.meet

            def __init__(self, name):
                self.name, self.live = name, None

        company = [Fellow(name) for name in "abcdefgh"]  # more than are at work at a time
        meeting = many._Meeting(company)

        def work(one):
            with meeting.turn(one):
                came.append(one.name)
                if one.name == "b":
                    return
                one.meet({"id": one.name})
                one.meet({"id": one.name})  # once is enough
                went.append({other.name for other in company if other.live})

        with ThreadPoolExecutor(max_workers=len(company)) as pool:
            list(pool.map(work, company))
        assert sorted(came) == list("abcdefgh")
        assert went == [set("acdefgh")] * 7
