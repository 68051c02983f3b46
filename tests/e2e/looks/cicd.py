"""What the requirements say of the way from GitHub into the account, asked of a deployed platform."""

from __future__ import annotations

from typing import Any

from tests.e2e.journey import Target


def _outputs(target: Target) -> dict[str, str]:
    path = f"/{target.prefix}/{target.environment}/outputs/cicd/"
    found = target.client("ssm").get_parameters_by_path(Path=path)["Parameters"]
    return {item["Name"].removeprefix(path): item["Value"] for item in found}


def _statements(target: Target) -> list[dict[str, Any]]:
    iam, role = target.client("iam"), _outputs(target)["github_role_arn"].rpartition("/")[2]
    names = iam.list_role_policies(RoleName=role)["PolicyNames"]
    policies = [iam.get_role_policy(RoleName=role, PolicyName=name)["PolicyDocument"] for name in names]
    return [statement for policy in policies for statement in policy["Statement"]]


def workflows_of_one_repository_and_environment_get_the_role(target: Target) -> None:
    """15.1.b"""
    iam, outputs = target.client("iam"), _outputs(target)
    provider = iam.get_open_id_connect_provider(OpenIDConnectProviderArn=outputs["oidc_provider_arn"])
    assert provider["ClientIDList"] == ["sts.amazonaws.com"]
    role = iam.get_role(RoleName=outputs["github_role_arn"].rpartition("/")[2])["Role"]
    (trust,) = role["AssumeRolePolicyDocument"]["Statement"]
    assert trust["Action"] == "sts:AssumeRoleWithWebIdentity"
    assert trust["Principal"] == {"Federated": outputs["oidc_provider_arn"]}
    assert set(trust["Condition"]) == {"StringEquals"}
    wanted = trust["Condition"]["StringEquals"]
    issuer = provider["Url"].removeprefix("https://")
    subject = f"repo:{outputs['github_repository']}:environment:{outputs['github_environment']}"
    assert wanted == {f"{issuer}:aud": "sts.amazonaws.com", f"{issuer}:sub": [subject]}


def the_role_releases_and_nothing_else(target: Target) -> None:
    """15.c 15.3.a 15.3.b 15.3.c"""
    wide = {"ecr:GetAuthorizationToken", "ecs:DescribeTaskDefinition", "bedrock-agentcore:ListAgentRuntimes"}
    allowed = set()
    for statement in _statements(target):
        actions = statement["Action"] if isinstance(statement["Action"], list) else [statement["Action"]]
        allowed |= set(actions)
        assert statement["Resource"] != "*" or set(actions) <= wide, statement
        assert not any("*" in action for action in actions), statement
        if "iam:PassRole" in actions:
            assert statement["Condition"]["StringEquals"]["iam:PassedToService"], statement
    assert {"ecr:PutImage", "ecs:UpdateService", "bedrock-agentcore:UpdateAgentRuntime"} <= allowed
