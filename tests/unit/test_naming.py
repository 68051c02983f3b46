# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Every name is legal, stable and distinct, whatever goes into it."""

from __future__ import annotations

import re

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import UNKNOWN
from ansible_collections.bidops.platform.plugins.module_utils._naming import (
    RULES,
    IllegalName,
    check_name,
    legal_name,
)
from hypothesis import assume, example, given
from hypothesis import strategies as st

ACCOUNT = "123456789012"
families = st.sampled_from(sorted(RULES))
regions = st.sampled_from(["us-east-1", "eu-central-1", "ap-southeast-2", "us-gov-west-1", "ap-northeast-1"])
wild = st.text(min_size=1, max_size=400).filter(str.strip)
words = st.from_regex(r"[a-z][a-z0-9]{0,40}(-[a-z0-9]{1,40}){0,6}", fullmatch=True)


def named(family, name, prefix="bidops", environment="dev", region="us-east-1", account_id=ACCOUNT):
    return legal_name(family, name, prefix, environment, region=region, account_id=account_id)


@given(families, wild, wild, wild, regions)
@example("ssm_parameter", "a/" * 40, "aws", "dev", "us-east-1")
@example("security_group", "x", "sg", "dev", "us-east-1")
@example("s3_bucket", "192.168", "xn--", "-", "us-east-1")
@example("kms_alias", "s3", "aws/", "x", "us-east-1")
@example("opensearch_index", "_x", "-", ".", "us-east-1")
@example("vpc", "\ud7a3", "\u3000x", "\x01", "us-east-1")
def test_always_legal_and_stable(family, name, prefix, environment, region):
    result = named(family, name, prefix, environment, region)
    assert check_name(family, result) == result
    assert len(result) <= RULES[family].max_length
    assert result == named(family, name, prefix, environment, region)


@given(families, words, words, words)
def test_distinct_words_give_distinct_names(family, one, other, prefix):
    assume(one != other)
    assert named(family, one, prefix) != named(family, other, prefix)


@given(families, wild, wild)
def test_names_are_shared_only_by_what_people_write_alike(family, one, other):
    def alike(text):
        return re.sub(r"[\s_\-./:]", "", text).lower()

    assume(alike(one) != alike(other))
    assert named(family, one) != named(family, other)


@given(families, st.text(max_size=300))
def test_a_refused_name_comes_with_the_rule_and_a_legal_offer(family, name):
    try:
        assert check_name(family, name) == name
    except IllegalName as error:
        assert RULES[family].words in str(error)
        offer = re.search(r"the nearest legal name is '(.*)'$", str(error))
        if name.strip():
            assert check_name(family, offer[1]) == offer[1]


@pytest.mark.parametrize(
    ("family", "name", "expected"),
    [
        ("s3_bucket", "documents", f"bidops-dev-documents-{ACCOUNT}-us-east-1"),
        ("iam_role", "flow-logs", "bidops-dev-flow-logs-us-east-1"),
        ("iam_policy", "read", "bidops-dev-read-us-east-1"),
        ("kms_alias", "storage", "alias/bidops-dev-storage"),
        ("log_group", "vpc-flow-logs", "/bidops/dev/vpc-flow-logs"),
        ("load_balancer", "frontend", "bidops-dev-frontend"),
        ("waf_log_group", "web-acl", "aws-waf-logs-bidops-dev-web-acl"),
        ("ssm_parameter", "outputs/network/vpc_id", "/bidops/dev/outputs/network/vpc_id"),
        ("opensearch_domain", "search", "bidops-dev-search"),
        ("opensearch_index", "documents", "bidops-dev-documents"),
        ("agentcore_runtime", "my-agent", "bidops_dev_my_agent"),
        ("agentcore_memory", "memory", "bidops_dev_memory"),
        ("agentcore_gateway", "tools_Main", "bidops-dev-tools-main"),
        ("bedrock_knowledge_base", "documents", "bidops-dev-documents"),
        ("vpc", "vpc", "bidops-dev-vpc"),
    ],
)
def test_plain_names_stay_plain(family, name, expected):
    assert named(family, name) == expected


def test_a_long_bucket_name_keeps_account_and_region():
    name = named("s3_bucket", "a-very-long-name-for-a-bucket", region="ap-southeast-2")
    assert len(name) <= 63
    assert name.startswith("bidops-dev-a-very-")
    assert name.endswith(f"-{ACCOUNT}-ap-southeast-2")


@pytest.mark.parametrize(
    ("family", "name"),
    [
        ("s3_bucket", "Documents"),
        ("s3_bucket", "192.168.0.1"),
        ("s3_bucket", "x-s3alias"),
        ("agentcore_runtime", "my-agent"),
        ("agentcore_runtime", "a" * 49),
        ("agentcore_gateway", "my_gateway"),
        ("opensearch_domain", "1st"),
        ("opensearch_domain", "ab"),
        ("security_group", "sg-web"),
        ("kms_alias", "alias/aws/s3"),
        ("ssm_parameter", "/aws/x"),
        ("ssm_parameter", "/x" * 16),
        ("bedrock_knowledge_base", "a--b"),
    ],
)
def test_illegal_names_are_refused(family, name):
    with pytest.raises(IllegalName, match="nearest legal name"):
        check_name(family, name)


def test_the_offer_is_near():
    with pytest.raises(IllegalName, match="'my_agent'"):
        check_name("agentcore_runtime", "my-agent")


def test_what_is_not_known_yet_passes():
    assert check_name("s3_bucket", UNKNOWN) == UNKNOWN


def test_a_missing_part_is_named():
    with pytest.raises(ValueError, match="s3_bucket needs account_id and region"):
        legal_name("s3_bucket", "documents", "bidops", "dev")
    with pytest.raises(ValueError, match="needs environment"):
        legal_name("vpc", "vpc", "bidops", " ")


def test_an_unknown_family_gets_the_list():
    with pytest.raises(ValueError, match="'bucket'; there are .*s3_bucket"):
        legal_name("bucket", "documents", "bidops", "dev")
