"""The Tagging API is believed only where it says that nothing has to be done."""

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._tags_of_many import confirmed

from tests.unit.engine.stand_ins import client_of

TAGS = {"team": "x", "stage": "one"}


def arn(number):
    return f"arn:aws:ssm:eu-central-1:123456789012:parameter/p/{number}"


def entry(number, tags):
    told = [{"Key": key, "Value": value} for key, value in tags.items()]
    return {"ResourceARN": arn(number), "Tags": told}


def answer(*entries):
    return {"ResourceTagMappingList": list(entries)}


@pytest.fixture
def api(service):
    return service("resourcegroupstaggingapi")


@pytest.fixture
def right():
    """(tags of each, purge) -> what is known to be right."""
    return lambda wanted, purge=True: confirmed(lambda service, **_config: client_of(service), wanted, purge)


def wish(*numbers):
    return {arn(number): TAGS for number in numbers}


@pytest.mark.parametrize(
    ("carried", "purge", "is_right"),
    [
        (TAGS, True, True),
        ({**TAGS, "aws:cloudformation:stack-name": "s"}, True, True),
        ({**TAGS, "more": "m"}, True, False),
        ({**TAGS, "more": "m"}, False, True),
        ({"team": "x"}, False, False),
        ({**TAGS, "stage": "two"}, False, False),
        ({}, True, False),
    ],
)
def test_those_that_carry_what_is_wanted_are_right(api, right, carried, purge, is_right):
    api.answers("get_resources", answer(entry(1, carried), entry(2, {})), ResourceARNList=[arn(1), arn(2)])
    assert list(right(wish(1, 2), purge)) == ([arn(1)] if is_right else [])


def test_what_is_not_told_is_not_right(api, right):
    api.answers("get_resources", answer(entry(2, TAGS)), ResourceARNList=[arn(1), arn(2)])
    assert right(wish(1, 2)) == {arn(2): TAGS}


@pytest.mark.parametrize("code", ["AccessDeniedException", "UnknownOperationException", "InvalidParameterException"])
def test_without_an_answer_nothing_is_right(api, right, code):
    api.fails("get_resources", code)
    assert right(wish(1, 2)) == {}


@pytest.mark.parametrize("numbers", [(), (1,)])
def test_one_is_not_worth_the_request(right, api, numbers):
    assert right(wish(*numbers)) == {}


def test_a_hundred_are_asked_for_at_a_time(api, right):
    numbers = range(150)
    for some in (numbers[:100], numbers[100:]):
        asked = [arn(number) for number in some]
        api.answers("get_resources", answer(*(entry(number, TAGS) for number in some)), ResourceARNList=asked)
    assert len(right(wish(*numbers))) == 150
