# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Names of AWS resources: one table of what each family allows, and the two functions that use it.

M(legal_name) builds a name from a logical key, the platform's prefix and the environment; whatever comes in, the result
is legal. M(check_name) judges a name that somebody chose; an illegal one is refused with the rule and the nearest legal
name. Rules: botocore's service models (IAM, KMS, Logs, OpenSearch, Bedrock, AgentCore) and the user guides of S3, EC2
and Systems Manager where the models are silent.
"""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace

from ansible_collections.bidops.platform.plugins.module_utils._engine.unknown import is_unknown

DIGEST_LENGTH = 8

# Differences that people do not mean: a name may be written with any of these between its words.
_INTERCHANGEABLE = re.compile(r"[\s_\-./:]")


class IllegalName(ValueError):
    """A name that its family does not allow."""


@dataclass(frozen=True)
class Rule:
    """What a family of names allows.

    pattern    regular expression of a whole legal name, as the service judges it
    words      the same for people
    keep       characters that a generated name keeps (the inside of a regular expression's brackets)
    separator  between the parts of a generated name
    filler     takes the place of characters that a generated name does not keep
    start      what every name of the family starts with
    lower      whether generated names are in lower case
    scope      what a generated name ends with, because the namespace is wider than a region of an account
    """

    pattern: str
    words: str
    max_length: int
    min_length: int = 1
    keep: str = "A-Za-z0-9-"
    separator: str = "-"
    filler: str = "-"
    start: str = ""
    lower: bool = False
    scope: tuple[str, ...] = ()

    def allows(self, name: str) -> bool:
        within = self.min_length <= len(name) <= self.max_length
        return within and re.fullmatch(self.pattern, name, re.ASCII) is not None


_NAME_TAG = Rule(
    r"[^\s](.*[^\s])?",
    "1 to 255 characters, no space at either end",
    max_length=255,
    keep="A-Za-z0-9_.-",
)
_IAM_CHARACTERS = r"[\w+=,.@-]+"
_BEDROCK_NAME = Rule(
    r"([0-9a-zA-Z][_-]?)+",
    "1 to 100 letters, digits, hyphens and underscores, starting with a letter or digit, never two marks in a row",
    max_length=100,
)
_AGENTCORE_IDENTIFIER = Rule(
    r"[a-zA-Z][a-zA-Z0-9_]*",
    "1 to 48 letters, digits and underscores, starting with a letter (no hyphen)",
    max_length=48,
    keep="A-Za-z0-9_",
    separator="_",
    filler="_",
)

_RDS_NAME = Rule(
    r"[a-z](-?[a-z0-9])*",
    "lower-case letters, digits and single hyphens, starting with a letter, not ending with a hyphen, 63 at most for "
    "clusters and instances, 255 for groups",
    max_length=63,
    keep="a-z0-9-",
    lower=True,
)

_COGNITO_NAME = Rule(
    r"[\w\s+=,.@-]+",
    "1 to 128 letters, digits, spaces and _+=,.@-",
    max_length=128,
    keep="A-Za-z0-9_.-",
)

RULES: dict[str, Rule] = {
    **dict.fromkeys(
        (
            "vpc",
            "subnet",
            "internet_gateway",
            "nat_gateway",
            "elastic_ip",
            "route_table",
            "vpc_endpoint",
            "flow_log",
        ),
        _NAME_TAG,
    ),
    "security_group": Rule(
        r"(?!sg-)[A-Za-z0-9 ._\-:/()#,@\[\]+=&;{}!$*]+",
        "1 to 255 letters, digits, spaces and ._-:/()#,@[]+=&;{}!$*, not starting with 'sg-'",
        max_length=255,
        keep="A-Za-z0-9_.-",
    ),
    "iam_role": Rule(
        _IAM_CHARACTERS,
        "1 to 64 letters, digits and _+=,.@-; one namespace for the account, whatever the region",
        max_length=64,
        keep="A-Za-z0-9_.-",
        scope=("region",),
    ),
    "iam_policy": Rule(
        _IAM_CHARACTERS,
        "1 to 128 letters, digits and _+=,.@-; one namespace for the account, whatever the region",
        max_length=128,
        keep="A-Za-z0-9_.-",
        scope=("region",),
    ),
    "kms_alias": Rule(
        r"alias/(?!aws/)[a-zA-Z0-9:/_-]+",
        "'alias/' and then letters, digits and :/_-, at most 256 characters; 'alias/aws/' belongs to AWS",
        max_length=256,
        min_length=7,
        keep="A-Za-z0-9_-",
        start="alias/",
    ),
    "s3_bucket": Rule(
        r"(?!xn--|sthree-|amzn-s3-demo-)(?!.*(-s3alias|--ol-s3|\.mrap|--x-s3|--table-s3)$)"
        r"(?!(\d+\.){3}\d+$)(?!.*\.\.)[a-z0-9][a-z0-9.-]*[a-z0-9]",
        "3 to 63 lower-case letters, digits, hyphens and dots, starting and ending with a letter or digit, none of the "
        "prefixes and suffixes that S3 reserves; one namespace for all accounts and regions",
        max_length=63,
        min_length=3,
        keep="a-z0-9-",
        lower=True,
        scope=("account_id", "region"),
    ),
    "log_group": Rule(
        r"[.\-_/#A-Za-z0-9]+",
        "1 to 512 letters, digits and ._-/#",
        max_length=512,
        keep="A-Za-z0-9_./-",
        separator="/",
        start="/",
    ),
    "opensearch_domain": Rule(
        r"[a-z][a-z0-9-]*",
        "3 to 28 lower-case letters, digits and hyphens, starting with a letter",
        max_length=28,
        min_length=3,
        keep="a-z0-9-",
        lower=True,
    ),
    "opensearch_index": Rule(
        r"(?![_\-.])[^\sA-Z,:\"+/*\\|?#<>]+",
        '1 to 255 characters in lower case, not starting with _ - or ., without spaces and ,:"+/*\\|?#<>',
        max_length=255,
        keep="a-z0-9_-",
        lower=True,
    ),
    "opensearchserverless_collection": Rule(
        r"[a-z][a-z0-9_-]+",
        "3 to 64 lower-case letters, digits, hyphens and underscores, starting with a letter",
        max_length=64,
        min_length=3,
        keep="a-z0-9-",
        lower=True,
    ),
    "opensearchserverless_policy": Rule(
        r"[a-z][a-z0-9-]+",
        "3 to 32 lower-case letters, digits and hyphens, starting with a letter",
        max_length=32,
        min_length=3,
        keep="a-z0-9-",
        lower=True,
    ),
    "s3vectors_bucket": Rule(
        r"[a-z0-9][a-z0-9-]*[a-z0-9]",
        "3 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit",
        max_length=63,
        min_length=3,
        keep="a-z0-9-",
        lower=True,
    ),
    "s3vectors_index": Rule(
        r"[a-z0-9][a-z0-9.-]*[a-z0-9]",
        "3 to 63 lower-case letters, digits, hyphens and dots, starting and ending with a letter or digit",
        max_length=63,
        min_length=3,
        keep="a-z0-9-",
        lower=True,
    ),
    "ecs": Rule(
        r"[A-Za-z0-9_-]+",
        "1 to 255 letters, digits, hyphens and underscores",
        max_length=255,
        keep="A-Za-z0-9_-",
    ),
    "ecr_repository": Rule(
        r"[a-z0-9]+([._/-][a-z0-9]+)*",
        "2 to 256 lower-case letters and digits, with single ._-/ between them",
        max_length=256,
        min_length=2,
        keep="a-z0-9/-",
        lower=True,
    ),
    "servicediscovery_namespace": Rule(
        r"(?!arn:)[!-~]+",
        "1 to 253 visible ASCII characters, not starting with 'arn:'; a domain name where it is one for DNS",
        max_length=253,
    ),
    "servicediscovery_service": Rule(
        r"[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?(\.[A-Za-z0-9_]([A-Za-z0-9_-]{0,61}[A-Za-z0-9_])?)*",
        "1 to 63 letters, digits, hyphens and underscores, in parts that dots separate, with no hyphen at their ends",
        max_length=63,
        keep="A-Za-z0-9-",
    ),
    "application_autoscaling_policy": Rule(
        r"[^\x00-\x1f\x7f-\x9f]+",
        "1 to 256 characters that can be printed",
        max_length=256,
    ),
    "application_autoscaling_scheduled_action": Rule(
        r"(?! )[^:/|\x00-\x1f\x7f-\x9f]+(?<! )",
        "1 to 256 characters that can be printed, without :/| and with no space at either end",
        max_length=256,
    ),
    "bedrock_guardrail": Rule(
        r"[0-9a-zA-Z_-]+",
        "1 to 50 letters, digits, hyphens and underscores",
        max_length=50,
        keep="A-Za-z0-9_-",
    ),
    "bedrock_knowledge_base": _BEDROCK_NAME,
    "budgets_budget": Rule(
        r"(?!.*/action/)(?!(?i:.*<script>))[^:\\]+",
        "1 to 100 characters without a colon or backslash; one namespace for the account, whatever the region",
        max_length=100,
        keep="A-Za-z0-9_ -",
        scope=("region",),
    ),
    "ce_anomaly_subscription": Rule(
        r"[\s\S]*\S[\s\S]*",
        "1 to 1024 characters; one namespace for the account, whatever the region",
        max_length=1024,
        keep="A-Za-z0-9_ -",
        scope=("region",),
    ),
    **dict.fromkeys(
        ("backup_vault", "backup_plan", "backup_selection"),
        Rule(
            r"[a-zA-Z0-9_-]+",
            "2 to 50 letters, digits, hyphens and underscores",
            max_length=50,
            min_length=2,
            keep="A-Za-z0-9_-",
        ),
    ),
    "backup_restore_testing": Rule(
        r"[a-zA-Z0-9_]+",
        "1 to 50 letters, digits and underscores (no hyphen)",
        max_length=50,
        keep="A-Za-z0-9_",
        separator="_",
        filler="_",
    ),
    "cloudtrail_trail": Rule(
        r"(?!(\d+\.){3}\d+$)[A-Za-z0-9]([._-]?[A-Za-z0-9])*",
        "3 to 128 letters and digits, with single ._- between them, and not an IP address; a trail of all regions is "
        "seen by its name in each of them",
        max_length=128,
        min_length=3,
        keep="A-Za-z0-9-",
        scope=("region",),
    ),
    "config_rule": Rule(r"[\s\S]*\S[\s\S]*", "1 to 128 characters", max_length=128, keep="A-Za-z0-9_-"),
    "accessanalyzer_analyzer": Rule(
        r"[A-Za-z_][A-Za-z0-9_.-]*",
        "1 to 255 letters, digits, underscores, periods and hyphens, and starts with a letter or an underscore",
        max_length=255,
    ),
    "wellarchitected_milestone": Rule(
        r"[\s\S]*\S[\s\S]*", "3 to 100 characters", max_length=100, min_length=3, keep="A-Za-z0-9_ -"
    ),
    "wellarchitected_workload": Rule(
        r"[\s\S]*\S[\s\S]*", "3 to 100 characters", max_length=100, min_length=3, keep="A-Za-z0-9_ -"
    ),
    "bedrock_data_source": _BEDROCK_NAME,
    "bedrock_flow": _BEDROCK_NAME,
    "bedrock_prompt": _BEDROCK_NAME,
    "bedrock_inference_profile": Rule(
        r"([0-9a-zA-Z][ _-]?)+",
        "1 to 64 letters, digits, spaces, hyphens and underscores, starting with a letter or digit, never two marks in "
        "a row",
        max_length=64,
    ),
    "bedrock_evaluation_job": Rule(
        r"[a-z0-9](-*[a-z0-9])*",
        "1 to 63 lower-case letters, digits and hyphens, with a letter or digit at both ends",
        max_length=63,
        keep="a-z0-9-",
        lower=True,
    ),
    "bedrock_data_automation": Rule(
        r"[a-zA-Z0-9_-]+",
        "1 to 128 letters, digits, hyphens and underscores",
        max_length=128,
        keep="A-Za-z0-9_-",
    ),
    "agentcore_runtime": _AGENTCORE_IDENTIFIER,
    "agentcore_memory": _AGENTCORE_IDENTIFIER,
    "agentcore_gateway": Rule(
        r"([0-9a-zA-Z]-?)+",
        "1 to 48 letters, digits and single hyphens, starting with a letter or digit (no underscore)",
        max_length=48,
        lower=True,
        keep="a-z0-9-",
    ),
    "agentcore_gateway_target": Rule(
        r"([0-9a-zA-Z]-?)+",
        "1 to 100 letters, digits and single hyphens, starting with a letter or digit (no underscore)",
        max_length=100,
    ),
    **dict.fromkeys(("agentcore_policy", "agentcore_tool"), _AGENTCORE_IDENTIFIER),
    "agentcore_harness": Rule(
        r"[a-zA-Z][a-zA-Z0-9_]*",
        "1 to 40 letters, digits and underscores, starting with a letter (no hyphen)",
        max_length=40,
        keep="A-Za-z0-9_",
        separator="_",
        filler="_",
    ),
    "agentcore_configuration_bundle": Rule(
        r"[a-zA-Z][a-zA-Z0-9_]*",
        "1 to 100 letters, digits and underscores, starting with a letter (no hyphen)",
        max_length=100,
        keep="A-Za-z0-9_",
        separator="_",
        filler="_",
    ),
    "agentcore_credential_provider": Rule(
        r"[a-zA-Z0-9_-]+",
        "1 to 128 letters, digits, hyphens and underscores",
        max_length=128,
        keep="A-Za-z0-9_-",
    ),
    "agentcore_gateway_rate_limit": Rule(
        r"[a-zA-Z0-9][a-zA-Z0-9_.-]*[a-zA-Z0-9]",
        "2 to 64 letters, digits and _.-, starting and ending with a letter or digit",
        max_length=64,
        min_length=2,
        keep="A-Za-z0-9_.-",
    ),
    "agentcore_workload_identity": Rule(
        r"[A-Za-z0-9_.-]+",
        "3 to 255 letters, digits and _.-",
        max_length=255,
        min_length=3,
        keep="A-Za-z0-9_.-",
    ),
    **dict.fromkeys(("cognito_user_pool", "cognito_user_pool_client"), _COGNITO_NAME),
    "cognito_user_pool_group": Rule(
        r"[^\s\x00-\x1f\x7f]+",
        "1 to 128 characters without spaces",
        max_length=128,
        keep="A-Za-z0-9_.-",
    ),
    "cognito_user_pool_domain": Rule(
        r"(?!.*(aws|amazon|cognito))[a-z0-9]([a-z0-9-]*[a-z0-9])?",
        "1 to 63 lower-case letters, digits and hyphens, starting and ending with a letter or digit, without the words "
        "aws, amazon and cognito; one namespace for all accounts of a region",
        max_length=63,
        keep="a-z0-9-",
        lower=True,
        scope=("account_id",),
    ),
    "secretsmanager_secret": Rule(
        r"[A-Za-z0-9/_+=.@-]+",
        "1 to 512 letters, digits and /_+=.@-",
        max_length=512,
        keep="A-Za-z0-9/_.-",
        separator="/",
    ),
    "ssm_document": Rule(
        r"(?!(?i:aws-|amazon|amzn))[a-zA-Z0-9_.-]+",
        "3 to 128 letters, digits and _.-, not starting with 'aws-', 'amazon' or 'amzn'",
        max_length=128,
        min_length=3,
        keep="A-Za-z0-9_.-",
    ),
    "load_balancer": Rule(
        r"(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]*[A-Za-z0-9])?",
        "1 to 32 letters, digits and hyphens, no hyphen at either end, not starting with 'internal-'",
        max_length=32,
    ),
    "waf_log_group": Rule(
        r"aws-waf-logs-[.\-_/#A-Za-z0-9]+",
        "'aws-waf-logs-' and then letters, digits and ._-/#, at most 512 characters",
        max_length=512,
        min_length=14,
        keep="A-Za-z0-9_.-",
        start="aws-waf-logs-",
    ),
    "wafv2_web_acl": Rule(
        r"[A-Za-z0-9_-]+",
        "1 to 128 letters, digits, hyphens and underscores",
        max_length=128,
        keep="A-Za-z0-9_-",
    ),
    **dict.fromkeys(("rds_cluster", "rds_instance"), _RDS_NAME),
    **dict.fromkeys(("rds_subnet_group", "rds_parameter_group"), replace(_RDS_NAME, max_length=255)),
    "cloudwatch_alarm": Rule(
        r"[^\x00-\x1f\x7f]+",
        "1 to 255 characters, none of them a control character",
        max_length=255,
        keep="A-Za-z0-9_.-",
    ),
    "cloudwatch_dashboard": Rule(
        r"[A-Za-z0-9_-]+",
        "1 to 255 letters, digits, hyphens and underscores; one namespace for the account, whatever the region",
        max_length=255,
        keep="A-Za-z0-9_-",
        scope=("region",),
    ),
    **dict.fromkeys(
        ("events_rule", "scheduler"),
        Rule(
            r"[0-9a-zA-Z_.-]+",
            "1 to 64 letters, digits and _.-",
            max_length=64,
            keep="A-Za-z0-9_.-",
        ),
    ),
    "xray": Rule(
        r"[^\x00-\x1f\x7f]+",
        "1 to 32 characters, none of them a control character",
        max_length=32,
        keep="A-Za-z0-9_-",
    ),
    "log_delivery": Rule(
        r"[A-Za-z0-9_-]+",
        "1 to 60 letters, digits, hyphens and underscores",
        max_length=60,
        keep="A-Za-z0-9_-",
    ),
    "log_resource_policy": Rule(
        r"[A-Za-z0-9_.-]+",
        "1 to 255 letters, digits and _.-",
        max_length=255,
        keep="A-Za-z0-9_.-",
    ),
    "sns_topic": Rule(
        r"[A-Za-z0-9_-]+(\.fifo)?",
        "1 to 256 letters, digits, hyphens and underscores, with '.fifo' at the end for a FIFO topic",
        max_length=256,
        keep="A-Za-z0-9_-",
    ),
    "ssm_parameter": Rule(
        r"(?!/?(?i:aws|ssm))(/?[A-Za-z0-9_.-]+)(/[A-Za-z0-9_.-]+){0,14}",
        "at most 15 levels of letters, digits and _.-, 900 characters together, not starting with 'aws' or 'ssm'",
        max_length=900,
        keep="A-Za-z0-9_./-",
        separator="/",
        start="/",
    ),
}


def rule_of(family: str) -> Rule:
    """The rule of I(family); an unknown family raises ValueError with the list of those there are."""
    try:
        return RULES[family]
    except KeyError:
        raise ValueError(f"no naming rule for the family {family!r}; there are {', '.join(sorted(RULES))}") from None


def legal_name(
    family: str,
    name: str,
    prefix: str,
    environment: str,
    region: str | None = None,
    account_id: str | None = None,
) -> str:
    """A legal name of I(family) for the logical key I(name).

    The same parts always give the same name. Parts that differ only in upper and lower case or in the marks between
    words may share one; all others stay distinct: where a part has to be shortened or loses characters, a digest of
    the parts as they came in is added. Raises ValueError for an empty part, or where the family's namespace is wider
    than a region and I(region) or I(account_id) is missing.
    """
    rule = rule_of(family)
    wider = {"region": region, "account_id": account_id}
    parts = {"prefix": prefix, "environment": environment, "name": name, **{key: wider[key] for key in rule.scope}}
    empty = [key for key, part in parts.items() if not part or not str(part).strip()]
    if empty:
        raise ValueError(f"a name of the family {family} needs {' and '.join(empty)}, which is empty; {rule.words}")
    head = [str(parts[key]) for key in ("prefix", "environment", "name")]
    tail = [str(parts[key]) for key in rule.scope]
    return _build(rule, head, tail)


def check_name(family: str, name: str) -> str:
    """I(name) itself if I(family) allows it (or if it is not known yet), else IllegalName says why and offers one."""
    rule = rule_of(family)
    if is_unknown(name) or rule.allows(name):
        return name
    offer = f"; the nearest legal name is {_build(rule, [name], [])!r}" if name.strip() else ""
    raise IllegalName(f"{name!r} is no legal name of the family {family}: {rule.words}{offer}")


def _build(rule: Rule, head: list[str], tail: list[str]) -> str:
    """The parts of I(head), shortened if need be, and those of I(tail), which stay whole, as one legal name."""
    parts = [part.removeprefix(rule.start) for part in head]
    body = rule.separator.join(_clean(rule, part) for part in parts)
    body = _tidy(rule, body)
    end = "".join(rule.separator + _clean(rule, part) for part in tail)
    plain = rule.start + body + end
    if rule.allows(plain) and not any(map(_loses, [rule] * len(parts), parts)):
        return plain

    digest = hashlib.sha256("\0".join([*head, *tail]).encode()).hexdigest()[:DIGEST_LENGTH]
    room = rule.max_length - len(rule.start) - len(end) - len(digest) - len(rule.filler) - len("x")
    stem = body[:room].rstrip(rule.separator + rule.filler)
    # A body whose first characters are the fault is led by a letter; one that cannot be saved is left out.
    for candidate in (f"{stem}{rule.filler}{digest}", f"x{stem}{rule.filler}{digest}", f"x{digest}"):
        named = rule.start + candidate + end
        if stem and rule.allows(named):
            return named
    return f"{rule.start}x{digest}{end}"


def _clean(rule: Rule, part: str) -> str:
    text = part.lower() if rule.lower else part
    return re.sub(f"[^{rule.keep}]+", rule.filler, text)


def _tidy(rule: Rule, text: str) -> str:
    """Without doubled separators and without any at the ends."""
    for mark in (rule.separator, rule.filler):
        text = re.sub(f"{re.escape(mark)}{{2,}}", mark, text)
    return text.strip(rule.separator + rule.filler)


def _loses(rule: Rule, part: str) -> bool:
    """Whether cleaning I(part) takes away more than upper case and the marks between words."""
    text = part.lower() if rule.lower else part
    without_marks = _INTERCHANGEABLE.sub("", text)
    return not without_marks or re.search(f"[^{rule.keep}]", without_marks) is not None
