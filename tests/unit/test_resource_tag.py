"""Tagging by ARN: which requests are sent for many resources, and what is said of those that refuse."""

from types import SimpleNamespace

import pytest
from ansible_collections.bidops.platform.plugins.module_utils import _resource_tag
from ansible_collections.bidops.platform.plugins.module_utils._engine.api import Api
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError

from tests.unit.engine.stand_ins import client_of

ARNS = [f"arn:aws:sqs:eu-central-1:111122223333:queue-{number:03}" for number in range(130)]


class Tagging(Api):
    """The API, with the tags that some resources carry. It notes what is sent."""

    def __init__(self, carried=None, failed=None):
        super().__init__(client_of("resourcegroupstaggingapi"))
        self.carried, self.failed = carried or {}, failed or {}
        self.read, self.sent = [], []

    def items(self, _operation, _member, ResourceARNList):
        self.read.append(ResourceARNList)
        told = {arn: tags for arn, tags in self.carried.items() if arn in ResourceARNList}
        return [
            {"ResourceARN": arn, "Tags": [{"Key": key, "Value": value} for key, value in tags.items()]}
            for arn, tags in told.items()
        ]

    def check(self, _operation, _request):
        pass

    def call(self, operation, **request):
        self.sent.append((operation, request))
        return {
            "FailedResourcesMap": {arn: why for arn, why in self.failed.items() if arn in request["ResourceARNList"]}
        }


def keep(api, arns, tags=None, tag_keys=None, purge=False):
    params = {"resource_arns": arns, "tag_keys": tag_keys, "state": "present" if tag_keys is None else "absent"}
    given = SimpleNamespace(api=api, params=params, tags=tags, purge_tags=purge, check_mode=False)
    return _resource_tag.keep(given)


def test_many_are_read_by_the_hundred_and_tagged_by_twenty():
    api = Tagging()
    assert keep(api, ARNS, {"team": "a"})["changed"]
    assert [len(batch) for batch in api.read] == [100, 30]
    assert [len(request["ResourceARNList"]) for _operation, request in api.sent] == [20] * 6 + [10]


def test_each_gets_only_what_it_lacks():
    api = Tagging({ARNS[0]: {"team": "a"}, ARNS[1]: {"team": "b", "old": "x"}})
    answer = keep(api, ARNS[:3], {"team": "a"}, purge=True)
    assert api.sent == [
        ("UntagResources", {"ResourceARNList": [ARNS[1]], "TagKeys": ["old"]}),
        ("TagResources", {"ResourceARNList": ARNS[1:3], "Tags": {"team": "a"}}),
    ]
    assert answer["diff"]["before"] == {ARNS[1]: {"team": "b", "old": "x"}, ARNS[2]: {}}
    assert answer["diff"]["after"] == dict.fromkeys(ARNS[1:3], {"team": "a"})


def test_tags_that_only_aws_sets_are_no_concern():
    api = Tagging({ARNS[0]: {"aws:cloudformation:stack-name": "theirs", "team": "a"}})
    answer = keep(api, ARNS[:1], {"team": "a"}, purge=True)
    assert not answer["changed"]
    assert answer["resources"] == [{"resource_arn": ARNS[0], "tags": {"team": "a"}}]


def test_taking_off_asks_only_those_that_carry_it():
    api = Tagging({ARNS[1]: {"team": "b", "level": "1"}})
    answer = keep(api, ARNS[:2], tag_keys=["team"])
    assert api.sent == [("UntagResources", {"ResourceARNList": [ARNS[1]], "TagKeys": ["team"]})]
    assert [one["tags"] for one in answer["resources"]] == [{}, {"level": "1"}]


def test_says_which_refuse_and_that_the_others_are_done():
    why = {"ErrorCode": "InvalidParameterException", "ErrorMessage": "not there"}
    with pytest.raises(EngineError, match="the others have theirs") as caught:
        keep(Tagging(failed={ARNS[1]: why}), ARNS[:2], {"team": "a"})
    assert f"{ARNS[1]}: InvalidParameterException: not there" in caught.value.message
    assert caught.value.details["refused"] == [ARNS[1]]
