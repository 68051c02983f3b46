"""Policies of IAM, where the local cloud checks them."""

import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from botocore.exceptions import ClientError

from tests.emulator.authorization import ACCOUNT, People, document, guarded, people, statement
from tests.emulator.conftest import PINECONE, TRUST, VECTOR
from tests.emulator.test_agentcore_data import AGENT, SESSION, zipped

__all__ = ["guarded", "people"]

CONTROL = "bedrock-agentcore-control"
MEMORY = {"name": "notes", "eventExpiryDuration": 30}
HERE = f"us-east-1:{ACCOUNT}"


def outcome(call: Any, **params: Any) -> str:
    """The error code that a call ends with; nothing if it is carried out."""
    try:
        call(**params)
    except ClientError as error:
        return str(error.response["Error"]["Code"])
    return ""


def refused(call: Any, **params: Any) -> str:
    """The message of a refusal."""
    with pytest.raises(ClientError) as caught:
        call(**params)
    assert caught.value.response["Error"]["Code"] in ("AccessDenied", "AccessDeniedException", "UnauthorizedOperation")
    return str(caught.value.response["Error"]["Message"])


# The form of a refusal ------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("service", "operation", "params", "action", "resource", "code", "status"),
    [
        ("ssm", "get_parameter", {"Name": "/a/b"}, "ssm:GetParameter", f"arn:aws:ssm:{HERE}:parameter/a/b",
         "AccessDeniedException", 400),
        ("ecs", "list_clusters", {}, "ecs:ListClusters", "*", "AccessDeniedException", 400),
        ("bedrock-agent", "get_knowledge_base", {"knowledgeBaseId": "ABCDEFGHIJ"}, "bedrock:GetKnowledgeBase",
         f"arn:aws:bedrock:{HERE}:knowledge-base/ABCDEFGHIJ", "AccessDeniedException", 403),
        (CONTROL, "get_memory", {"memoryId": "notes-0123456789"}, "bedrock-agentcore:GetMemory",
         f"arn:aws:bedrock-agentcore:{HERE}:memory/notes-0123456789", "AccessDeniedException", 403),
        ("opensearch", "describe_domain", {"DomainName": "search"}, "es:DescribeDomain",
         f"arn:aws:es:{HERE}:domain/search", "AccessDeniedException", 403),
        ("opensearchserverless", "list_collections", {}, "aoss:ListCollections", "*", "AccessDeniedException", 400),
        ("s3vectors", "get_index", {"vectorBucketName": "store", "indexName": "words"}, "s3vectors:GetIndex",
         f"arn:aws:s3vectors:{HERE}:bucket/store/index/words", "AccessDeniedException", 403),
        ("cloudwatch", "put_dashboard", {"DashboardName": "all", "DashboardBody": "{}"}, "cloudwatch:PutDashboard",
         f"arn:aws:cloudwatch::{ACCOUNT}:dashboard/all", "AccessDenied", 400),
        ("logs", "create_log_group", {"logGroupName": "/a"}, "logs:CreateLogGroup",
         f"arn:aws:logs:{HERE}:log-group:/a:log-stream:", "AccessDeniedException", 400),
        ("iam", "get_role", {"RoleName": "r"}, "iam:GetRole", f"arn:aws:iam::{ACCOUNT}:role/r", "AccessDenied", 403),
        ("elbv2", "describe_load_balancers", {}, "elasticloadbalancing:DescribeLoadBalancers", "*", "AccessDenied",
         403),
        ("ec2", "delete_vpc", {"VpcId": "vpc-0123"}, "ec2:DeleteVpc", f"arn:aws:ec2:{HERE}:vpc/vpc-0123",
         "UnauthorizedOperation", 403),
        ("s3", "get_object", {"Bucket": "files", "Key": "a/b"}, "s3:GetObject", '"arn:aws:s3:::files/a/b"',
         "AccessDenied", 403),
        ("route53", "get_hosted_zone", {"Id": "Z1"}, "route53:GetHostedZone", "arn:aws:route53:::hostedzone/Z1",
         "AccessDenied", 403),
        ("sqs", "get_queue_url", {"QueueName": "jobs"}, "sqs:GetQueueUrl", f"arn:aws:sqs:{HERE}:jobs", "AccessDenied",
         400),
        ("application-autoscaling", "describe_scalable_targets", {"ServiceNamespace": "ecs"},
         "application-autoscaling:DescribeScalableTargets", "*", "AccessDeniedException", 400),
    ],
)  # fmt: skip
def test_a_refusal_names_who_what_and_why(
    people: People, service: str, operation: str, params: Any, action: str, resource: str, code: str, status: int
) -> None:
    client = people.of(people.user(name="ann"), service)
    with pytest.raises(ClientError) as caught:
        getattr(client, operation)(**params)
    answer = caught.value.response
    said = f"User: arn:aws:iam::{ACCOUNT}:user/ann is not authorized to perform: {action} on resource: {resource} "
    said += f"because no identity-based policy allows the {action} action"
    assert answer["Error"]["Message"].endswith(said)
    assert (answer["Error"]["Code"], answer["ResponseMetadata"]["HTTPStatusCode"]) == (code, status)


def test_the_log_shows_the_principal(people: People) -> None:
    ann = people.user(statement("iam:ListRoles"), name="ann")
    people.of(ann, "iam").list_roles()
    outcome(people.of(ann, "ssm").describe_parameters)
    session = people.session(people.role(statement("ssm:*")))
    people.of(session, "ssm").describe_parameters()
    *_rest, listed, described, _made, _policy, _user, _put, _key, _assumed, last = people.cloud.requests()
    assert (listed["principal"], listed["principal_arn"]) == (ann["AccessKeyId"], f"arn:aws:iam::{ACCOUNT}:user/ann")
    assert (described["status"], described["answered_by"]) == (400, "local-cloud")
    assert last["principal_arn"].startswith(f"arn:aws:sts::{ACCOUNT}:assumed-role/role-")
    assert last["principal_arn"].endswith("/session")


# Whose policies count -------------------------------------------------------------------------------------------------


def test_the_account_itself_may_do_everything(people: People) -> None:
    people.root(CONTROL).create_memory(**MEMORY)
    assert len(people.root(CONTROL).list_memories()["memories"]) == 1


def test_policies_of_users_and_groups_inline_and_attached(people: People) -> None:
    iam, ann = people.root("iam"), people.user(name="ann")
    asked = people.of(ann, "ssm").describe_parameters, people.of(ann, "sns").list_topics, people.of(ann, "sqs")
    look = (*asked[:2], asked[2].list_queues, people.of(ann, CONTROL).list_memories)
    assert all(outcome(call) for call in look)

    arn = iam.create_policy(PolicyName="own", PolicyDocument=document(statement("ssm:Describe*")))["Policy"]["Arn"]
    iam.attach_user_policy(UserName="ann", PolicyArn=arn)
    iam.put_user_policy(UserName="ann", PolicyName="inline", PolicyDocument=document(statement("SNS:listtopics")))
    iam.create_group(GroupName="all")
    iam.add_user_to_group(GroupName="all", UserName="ann")
    iam.put_group_policy(GroupName="all", PolicyName="queues", PolicyDocument=document(statement("sqs:ListQueues")))
    iam.attach_group_policy(GroupName="all", PolicyArn="arn:aws:iam::aws:policy/BedrockAgentCoreFullAccess")
    assert [outcome(call) for call in look] == ["", "", "", ""]

    narrower = document(statement("ssm:GetParameter"))
    iam.create_policy_version(PolicyArn=arn, PolicyDocument=narrower, SetAsDefault=True)
    assert outcome(look[0]) == "AccessDeniedException"


def test_one_deny_outweighs_every_allow(people: People) -> None:
    ann = people.user(statement("*"), statement("bedrock-agentcore:Delete*", effect="Deny"))
    client = people.of(ann, CONTROL)
    memory = client.create_memory(**MEMORY)["memory"]["id"]
    said = refused(client.delete_memory, memoryId=memory)
    assert said.endswith("with an explicit deny in an identity-based policy")
    assert outcome(client.get_memory, memoryId=memory) == ""


def test_not_action_and_not_resource(people: People) -> None:
    allow = {"Effect": "Allow", "NotAction": ["iam:*", "s3vectors:Delete*"], "Resource": "*"}
    deny = {"Effect": "Deny", "Action": "ssm:*", "NotResource": f"arn:aws:ssm:{HERE}:parameter/mine/*"}
    ann = people.user(allow, deny)
    ssm = people.of(ann, "ssm")
    assert outcome(people.of(ann, "iam").list_roles) == "AccessDenied"
    assert outcome(ssm.put_parameter, Name="/mine/a", Value="x", Type="String") == ""
    assert outcome(ssm.put_parameter, Name="/other/a", Value="x", Type="String") == "AccessDeniedException"
    vectors = people.of(ann, "s3vectors")
    vectors.create_vector_bucket(vectorBucketName="store")
    assert outcome(vectors.delete_vector_bucket, vectorBucketName="store") == "AccessDeniedException"


def test_variables(people: People) -> None:
    own = statement("ssm:*", f"arn:aws:ssm:{HERE}:parameter/${{aws:username}}/*")
    team = statement("s3:*", "arn:aws:s3:::${aws:PrincipalTag/team, 'nobody'}-files*")
    ann = people.user(own, team, name="ann", Tags=[{"Key": "team", "Value": "red"}])
    bob = people.user(own, team, name="bob")
    put = {"Value": "x", "Type": "String"}
    assert outcome(people.of(ann, "ssm").put_parameter, Name="/ann/a", **put) == ""
    assert outcome(people.of(bob, "ssm").put_parameter, Name="/ann/a", **put) == "AccessDeniedException"
    assert outcome(people.of(ann, "s3").create_bucket, Bucket="red-files") == ""
    assert outcome(people.of(bob, "s3").create_bucket, Bucket="red-files-2") == "AccessDenied"
    assert outcome(people.of(bob, "s3").create_bucket, Bucket="nobody-files") == ""


def test_a_boundary_limits_what_a_role_may(people: People) -> None:
    iam = people.root("iam")
    arn = iam.create_policy(PolicyName="limit", PolicyDocument=document(statement("ssm:*")))["Policy"]["Arn"]
    session = people.session(people.role(statement("*"), PermissionsBoundary=arn))
    assert outcome(people.of(session, "ssm").describe_parameters) == ""
    said = refused(people.of(session, CONTROL).list_memories)
    assert said.endswith("because no permissions boundary allows the bedrock-agentcore:ListMemories action")


def test_a_session_policy_limits_what_a_session_may(people: People) -> None:
    role = people.role(statement("ssm:*"), statement("sns:*"))
    session = people.session(role, Policy=document(statement(["ssm:*", "iam:*"])))
    assert outcome(people.of(session, "ssm").describe_parameters) == ""
    assert refused(people.of(session, "sns").list_topics).endswith(
        "because no session policy allows the sns:ListTopics action"
    )
    assert "identity-based" in refused(people.of(session, "iam").list_roles)


def test_who_may_assume_a_role(people: People) -> None:
    may, bob = people.user(statement("sts:AssumeRole")), people.user(name="bob")
    anybody, bobs = people.role(), people.role(trusts={"AWS": f"arn:aws:iam::{ACCOUNT}:user/bob"})
    service = people.role(trusts={"Service": "ecs-tasks.amazonaws.com"})

    def assume(who: Any, role: str) -> str:
        return outcome(people.of(who, "sts").assume_role, RoleArn=role, RoleSessionName="session")

    assert [assume(may, role) for role in (anybody, bobs, service)] == ["", "AccessDenied", "AccessDenied"]
    assert [assume(bob, role) for role in (anybody, bobs, service)] == ["AccessDenied", "", "AccessDenied"]
    assert "roles may not be assumed by root" in refused(
        people.root("sts").assume_role, RoleArn=anybody, RoleSessionName="session"
    )
    assert assume(may, f"arn:aws:iam::{ACCOUNT}:role/nobody") == "AccessDenied"


def test_session_tokens_and_federated_users(people: People) -> None:
    ann = people.user(statement(["ssm:*", "sts:*"]), name="ann")
    sts = people.of(ann, "sts")
    session = sts.get_session_token()["Credentials"]
    assert people.of(session, "sts").get_caller_identity()["Arn"].endswith(":user/ann")
    assert outcome(people.of(session, "ssm").describe_parameters) == ""
    made = sts.get_federation_token(Name="guest", Policy=document(statement("ssm:GetParameters")))
    guest = made["Credentials"]
    assert outcome(people.of(guest, "ssm").get_parameters, Names=["/a"]) == ""
    assert "session policy" in refused(people.of(guest, "ssm").describe_parameters)
    assert people.of(guest, "sts").get_caller_identity()["Arn"] == made["FederatedUser"]["Arn"]


# Condition keys, each both ways ---------------------------------------------------------------------------------------


def only(condition: dict[str, Any]) -> dict[str, Any]:
    return statement("*", Condition=condition)


def test_request_tags(people: People) -> None:
    rule = only({"StringEquals": {"aws:RequestTag/team": ["red", "blue"]}})
    ann = people.user(rule)
    client = people.of(ann, CONTROL)
    assert outcome(client.create_memory, **MEMORY, tags={"team": "red"}) == ""
    assert outcome(client.create_memory, **{**MEMORY, "name": "b"}, tags={"team": "green"}) == "AccessDeniedException"
    assert outcome(client.create_memory, **{**MEMORY, "name": "b"}) == "AccessDeniedException"
    assert outcome(people.of(ann, "sqs").create_queue, QueueName="a", tags={"team": "blue"}) == ""
    assert outcome(people.of(ann, "sqs").create_queue, QueueName="b") == "AccessDenied"
    tags = [{"Key": "team", "Value": "red"}]
    assert outcome(people.of(ann, "secretsmanager").create_secret, Name="a", SecretString="x", Tags=tags) == ""
    assert outcome(people.of(ann, "kms").create_key, Tags=[{"TagKey": "team", "TagValue": "red"}]) == ""
    assert outcome(people.of(ann, "kms").create_key) == "AccessDeniedException"


def test_resource_tags_of_ours(people: People) -> None:
    ann = people.user(only({"StringEquals": {"aws:ResourceTag/team": "${aws:PrincipalTag/team}"}}),
                      Tags=[{"Key": "team", "Value": "red"}])  # fmt: skip
    root, client = people.root(CONTROL), people.of(ann, CONTROL)
    red = root.create_memory(**MEMORY, tags={"team": "red"})["memory"]["id"]
    blue = root.create_memory(name="other", eventExpiryDuration=30, tags={"team": "blue"})["memory"]["id"]
    assert outcome(client.get_memory, memoryId=red) == ""
    assert outcome(client.get_memory, memoryId=blue) == "AccessDeniedException"
    assert outcome(client.delete_memory, memoryId=red) == ""

    base = people.root("bedrock-agent").create_knowledge_base(
        name="base",
        roleArn=people.role(trusts={"Service": "bedrock.amazonaws.com"}),
        knowledgeBaseConfiguration=VECTOR,
        storageConfiguration=PINECONE,
        tags={"team": "red"},
    )["knowledgeBase"]
    agents = people.of(ann, "bedrock-agent")
    assert outcome(agents.get_knowledge_base, knowledgeBaseId=base["knowledgeBaseId"]) == ""
    # What belongs to a knowledge base is judged as the knowledge base.
    assert outcome(agents.list_data_sources, knowledgeBaseId=base["knowledgeBaseId"]) == ""
    people.root("bedrock-agent").tag_resource(resourceArn=base["knowledgeBaseArn"], tags={"team": "blue"})
    assert outcome(agents.list_data_sources, knowledgeBaseId=base["knowledgeBaseId"]) == "AccessDeniedException"

    vectors = people.root("s3vectors")
    vectors.create_vector_bucket(vectorBucketName="red", tags={"team": "red"})
    vectors.create_vector_bucket(vectorBucketName="blue", tags={"team": "blue"})
    look = people.of(ann, "s3vectors").get_vector_bucket
    assert outcome(look, vectorBucketName="red") == ""
    assert outcome(look, vectorBucketName="blue") == "AccessDeniedException"
    arn = vectors.get_vector_bucket(vectorBucketName="red")["vectorBucket"]["vectorBucketArn"]
    assert outcome(look, vectorBucketArn=arn) == ""


def test_resource_tags_of_motos(people: People) -> None:
    ann = people.user(only({"StringEquals": {"aws:ResourceTag/team": "red"}}))
    tags = [{"Key": "team", "Value": "red"}]
    ec2 = people.root("ec2")
    spec = [{"ResourceType": "vpc", "Tags": tags}]
    mine = ec2.create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=spec)["Vpc"]["VpcId"]
    other = ec2.create_vpc(CidrBlock="10.1.0.0/16")["Vpc"]["VpcId"]
    assert outcome(people.of(ann, "ec2").delete_vpc, VpcId=mine) == ""
    assert outcome(people.of(ann, "ec2").delete_vpc, VpcId=other) == "UnauthorizedOperation"

    queue = people.root("sqs").create_queue(QueueName="mine", tags={"team": "red"})["QueueUrl"]
    bare = people.root("sqs").create_queue(QueueName="other")["QueueUrl"]
    assert outcome(people.of(ann, "sqs").send_message, QueueUrl=queue, MessageBody="x") == ""
    assert outcome(people.of(ann, "sqs").send_message, QueueUrl=bare, MessageBody="x") == "AccessDenied"

    key = people.root("kms").create_key(Tags=[{"TagKey": "team", "TagValue": "red"}])["KeyMetadata"]["KeyId"]
    bare = people.root("kms").create_key()["KeyMetadata"]["KeyId"]
    assert outcome(people.of(ann, "kms").describe_key, KeyId=key) == ""
    assert outcome(people.of(ann, "kms").describe_key, KeyId=bare) == "AccessDeniedException"

    people.root("secretsmanager").create_secret(Name="mine", SecretString="x", Tags=tags)
    people.root("secretsmanager").create_secret(Name="other", SecretString="x")
    look = people.of(ann, "secretsmanager").get_secret_value
    assert (outcome(look, SecretId="mine"), outcome(look, SecretId="other")) == ("", "AccessDeniedException")

    people.root("iam").create_role(RoleName="tagged", AssumeRolePolicyDocument=TRUST, Tags=tags)
    people.root("iam").create_role(RoleName="bare", AssumeRolePolicyDocument=TRUST)
    look = people.of(ann, "iam").get_role
    assert (outcome(look, RoleName="tagged"), outcome(look, RoleName="bare")) == ("", "AccessDenied")


def test_tag_keys(people: People) -> None:
    ann = people.user(
        statement("*"),
        statement("*", effect="Deny", Condition={"ForAnyValue:StringLike": {"aws:TagKeys": "cost-*"}}),
        statement("s3vectors:Create*", effect="Deny",
                  Condition={"ForAllValues:StringNotEquals": {"aws:TagKeys": "team"}}),
    )  # fmt: skip
    vectors = people.of(ann, "s3vectors")
    assert outcome(vectors.create_vector_bucket, vectorBucketName="abc", tags={"team": "a", "x": "y"}) == ""
    assert outcome(vectors.create_vector_bucket, vectorBucketName="abd", tags={"x": "y"}) == "AccessDeniedException"
    assert outcome(vectors.create_vector_bucket, vectorBucketName="abd") == "AccessDeniedException"
    client = people.of(ann, CONTROL)
    arn = client.create_memory(**MEMORY)["memory"]["arn"]
    assert outcome(client.tag_resource, resourceArn=arn, tags={"cost-centre": "1"}) == "AccessDeniedException"
    assert outcome(client.tag_resource, resourceArn=arn, tags={"costs": "1"}) == ""
    assert outcome(client.untag_resource, resourceArn=arn, tagKeys=["cost-centre"]) == "AccessDeniedException"
    ec2 = people.of(ann, "ec2")
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    tag = {"Resources": [vpc], "Tags": [{"Key": "cost-centre", "Value": "1"}]}
    assert outcome(ec2.create_tags, **tag) == "UnauthorizedOperation"


def switch(people: People, **settings: bool) -> tuple[int, Any]:
    body = json.dumps(settings).encode()
    request = urllib.request.Request(f"{people.cloud.url}/_local-cloud/authorization", body, method="PUT")
    try:
        with urllib.request.urlopen(request, timeout=10) as answer:
            return answer.status, json.load(answer)
    except urllib.error.HTTPError as error:
        return error.code, json.load(error)


def test_secure_transport(people: People) -> None:
    deny = statement("*", effect="Deny", Condition={"Bool": {"aws:SecureTransport": "false"}})
    ann = people.user(statement("*"), deny)
    assert outcome(people.of(ann, CONTROL).list_memories) == ""
    assert switch(people, secure_transport=False) == (200, {"enabled": True, "secure_transport": False})
    assert outcome(people.of(ann, CONTROL).list_memories) == "AccessDeniedException"
    s3 = people.root("s3")
    s3.create_bucket(Bucket="files")
    files = ["arn:aws:s3:::files", "arn:aws:s3:::files/*"]
    s3.put_bucket_policy(Bucket="files", Policy=document({**deny, "Principal": "*", "Resource": files}))
    # It is for everybody, the account itself included, which may still mend it.
    said = refused(s3.put_object, Bucket="files", Key="a", Body=b"")
    assert said.endswith("with an explicit deny in a resource-based policy")
    assert outcome(s3.get_bucket_policy, Bucket="files") == ""
    switch(people, secure_transport=True)
    assert outcome(s3.put_object, Bucket="files", Key="a", Body=b"") == ""


@pytest.mark.parametrize(
    ("condition", "result"),
    [
        ({"StringEquals": {"aws:RequestedRegion": "us-east-1"}}, ""),
        ({"StringNotEquals": {"aws:RequestedRegion": "us-east-1"}}, "AccessDeniedException"),
        ({"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:user/a*"}}, ""),
        ({"ArnLike": {"aws:PrincipalArn": "arn:aws:iam::*:role/*"}}, "AccessDeniedException"),
        ({"StringEquals": {"aws:PrincipalAccount": ACCOUNT}}, ""),
        ({"StringEquals": {"aws:PrincipalAccount": "111122223333"}}, "AccessDeniedException"),
        ({"StringEquals": {"aws:PrincipalTag/team": "red"}}, ""),
        ({"StringEquals": {"aws:PrincipalTag/team": "blue"}}, "AccessDeniedException"),
        ({"StringEquals": {"aws:PrincipalType": "User"}}, ""),
        ({"StringLike": {"aws:userid": "AROA*"}}, "AccessDeniedException"),
        ({"IpAddress": {"aws:SourceIp": ["10.0.0.0/8", "127.0.0.0/8"]}}, ""),
        ({"NotIpAddress": {"aws:SourceIp": "127.0.0.1"}}, "AccessDeniedException"),
        ({"DateGreaterThan": {"aws:CurrentTime": "2020-01-01T00:00:00Z"}}, ""),
        ({"DateLessThan": {"aws:CurrentTime": "2020-01-01T00:00:00Z"}}, "AccessDeniedException"),
        ({"NumericGreaterThan": {"aws:EpochTime": "1500000000"}}, ""),
        ({"Bool": {"aws:ViaAWSService": "false"}}, ""),
        ({"Bool": {"aws:ViaAWSService": "true"}}, "AccessDeniedException"),
        ({"Null": {"aws:TokenIssueTime": "true"}}, ""),
        ({"Null": {"aws:username": "true"}}, "AccessDeniedException"),
        ({"StringEqualsIfExists": {"aws:SourceVpc": "vpc-1"}}, ""),
        ({"StringEquals": {"aws:SourceVpc": "vpc-1"}}, "AccessDeniedException"),
        ({"StringLike": {"aws:UserAgent": "*Boto3*"}}, ""),
    ],
)
def test_keys_of_every_request(people: People, condition: dict[str, Any], result: str) -> None:
    ann = people.user(only(condition), name="ann", Tags=[{"Key": "team", "Value": "red"}])
    assert outcome(people.of(ann, CONTROL).list_memories) == result


# Tags given at creation, roles passed on -----------------------------------------------------------------------------


def test_tags_at_creation_need_an_action_of_their_own(people: People) -> None:
    ann = people.user(statement(["ec2:CreateVpc", "bedrock-agentcore:CreateMemory", "iam:CreateRole"]), name="ann")
    spec = [{"ResourceType": "vpc", "Tags": [{"Key": "a", "Value": "b"}]}]
    ec2, control = people.of(ann, "ec2"), people.of(ann, CONTROL)
    assert outcome(ec2.create_vpc, CidrBlock="10.0.0.0/16") == ""
    said = refused(ec2.create_vpc, CidrBlock="10.1.0.0/16", TagSpecifications=spec)
    assert f"ec2:CreateTags on resource: arn:aws:ec2:{HERE}:vpc/*" in said
    assert "bedrock-agentcore:TagResource" in refused(control.create_memory, **MEMORY, tags={"a": "b"})
    role = {"RoleName": "r", "AssumeRolePolicyDocument": TRUST, "Tags": [{"Key": "a", "Value": "b"}]}
    assert "iam:TagRole" in refused(people.of(ann, "iam").create_role, **role)

    condition = {"StringEquals": {"ec2:CreateAction": "CreateVpc"}}
    more = document(statement("ec2:CreateTags", Condition=condition), statement("bedrock-agentcore:TagResource"))
    people.root("iam").put_user_policy(UserName="ann", PolicyName="more", PolicyDocument=more)
    made = ec2.create_vpc(CidrBlock="10.1.0.0/16", TagSpecifications=spec)["Vpc"]["VpcId"]
    assert outcome(control.create_memory, **MEMORY, tags={"a": "b"}) == ""
    assert outcome(ec2.create_tags, Resources=[made], Tags=spec[0]["Tags"]) == "UnauthorizedOperation"


def test_who_gives_a_role_to_a_service_must_be_allowed_to(people: People) -> None:
    role = people.role(trusts={"Service": "bedrock-agentcore.amazonaws.com"})
    gateway = {"name": "Tools", "roleArn": role, "authorizerType": "AWS_IAM", "protocolType": "MCP"}
    create = statement("bedrock-agentcore:*")
    to = {"StringEquals": {"iam:PassedToService": "bedrock-agentcore.amazonaws.com"}}
    elsewhere = {"StringEquals": {"iam:PassedToService": "ecs-tasks.amazonaws.com"}}
    said = refused(people.of(people.user(create), CONTROL).create_gateway, **gateway)
    assert f"iam:PassRole on resource: {role} because" in said
    wrong = people.user(create, statement("iam:PassRole", role, Condition=elsewhere))
    assert outcome(people.of(wrong, CONTROL).create_gateway, **gateway) == "AccessDeniedException"
    right = people.user(create, statement("iam:PassRole", role, Condition=to))
    assert outcome(people.of(right, CONTROL).create_gateway, **gateway) == ""


# Policies of resources ------------------------------------------------------------------------------------------------


def test_policies_of_buckets(people: People) -> None:
    s3, ann, bob = people.root("s3"), people.user(name="ann"), people.user(name="bob")
    s3.create_bucket(Bucket="files")
    s3.put_object(Bucket="files", Key="a", Body=b"x")
    who = {"AWS": f"arn:aws:iam::{ACCOUNT}:user/ann"}
    allowed = statement("s3:GetObject", "arn:aws:s3:::files/*", Principal=who)
    s3.put_bucket_policy(Bucket="files", Policy=document(allowed))
    assert outcome(people.of(ann, "s3").get_object, Bucket="files", Key="a") == ""
    assert outcome(people.of(bob, "s3").get_object, Bucket="files", Key="a") == "AccessDenied"
    assert outcome(people.of(ann, "s3").list_objects_v2, Bucket="files") == "AccessDenied"


def test_a_look_at_what_may_not_be_read_says_nothing_more(people: People) -> None:
    people.root("s3").create_bucket(Bucket="files")
    ann = people.of(people.user(), "s3")
    assert [outcome(ann.head_bucket, Bucket="files") for _time in range(3)] == ["403"] * 3
    assert outcome(ann.head_object, Bucket="files", Key="a") == "403"


def test_what_everybody_may_read(people: People) -> None:
    s3 = people.root("s3")
    s3.create_bucket(Bucket="files")
    s3.put_object(Bucket="files", Key="a", Body=b"x")

    def look() -> int:
        try:
            with urllib.request.urlopen(f"{people.cloud.url}/files/a", timeout=10) as answer:
                return int(answer.status)
        except urllib.error.HTTPError as error:
            return error.code

    assert look() == 403
    allowed = statement("s3:GetObject", "arn:aws:s3:::files/*", Principal="*")
    s3.put_bucket_policy(Bucket="files", Policy=document(allowed))
    assert look() == 403
    s3.delete_public_access_block(Bucket="files")
    assert look() == 200


def test_policies_of_queues_and_keys(people: People) -> None:
    ann, bob = people.user(name="ann"), people.user(statement("kms:*"), name="bob")
    who = {"AWS": f"arn:aws:iam::{ACCOUNT}:user/ann"}
    sqs = people.root("sqs")
    policy = document(statement("sqs:SendMessage", f"arn:aws:sqs:{HERE}:jobs", Principal=who))
    queue = sqs.create_queue(QueueName="jobs", Attributes={"Policy": policy})["QueueUrl"]
    assert outcome(people.of(ann, "sqs").send_message, QueueUrl=queue, MessageBody="x") == ""
    assert outcome(people.of(bob, "sqs").send_message, QueueUrl=queue, MessageBody="x") == "AccessDenied"

    plain = people.root("kms").create_key()["KeyMetadata"]["KeyId"]
    private = people.root("kms").create_key(Policy=document(statement("kms:*", Principal=who)))["KeyMetadata"]["KeyId"]
    seal = {"Plaintext": b"x"}
    assert outcome(people.of(bob, "kms").encrypt, KeyId=plain, **seal) == ""
    assert outcome(people.of(bob, "kms").encrypt, KeyId=private, **seal) == "AccessDeniedException"
    assert outcome(people.of(ann, "kms").encrypt, KeyId=private, **seal) == ""
    assert outcome(people.of(ann, "kms").encrypt, KeyId=plain, **seal) == "AccessDeniedException"


def test_copying_needs_to_read_as_well(people: People) -> None:
    s3 = people.root("s3")
    s3.create_bucket(Bucket="files")
    s3.put_object(Bucket="files", Key="from/a b", Body=b"x")
    writes = statement("s3:PutObject", "arn:aws:s3:::files/to/*")
    reads = statement("s3:GetObject", "arn:aws:s3:::files/from/*")
    copy = {"Bucket": "files", "Key": "to/a", "CopySource": {"Bucket": "files", "Key": "from/a b"}}
    assert "s3:GetObject" in refused(people.of(people.user(writes), "s3").copy_object, **copy)
    assert outcome(people.of(people.user(writes, reads), "s3").copy_object, **copy) == ""


def test_an_agent_may_do_what_its_role_may(people: People) -> None:
    reads = """
        from botocore.exceptions import ClientError
        try:
            who = boto3.client("ssm").get_parameter(Name=asked["name"])["Parameter"]["Value"]
        except ClientError as error:
            who = error.response["Error"]["Code"]
"""
    source = AGENT.replace('        who = boto3.client("sts").get_caller_identity()["Arn"]\n', reads)
    may = statement("ssm:GetParameter", f"arn:aws:ssm:{HERE}:parameter/agent/*")
    role = people.role(may, trusts={"Service": "bedrock-agentcore.amazonaws.com"})
    for name in ("/agent/a", "/other/a"):
        people.root("ssm").put_parameter(Name=name, Value="told", Type="String")
    people.root("s3").create_bucket(Bucket="files")
    people.root("s3").put_object(Bucket="files", Key="agent.zip", Body=zipped(source))
    code = {"code": {"s3": {"bucket": "files", "prefix": "agent.zip"}}, "runtime": "PYTHON_3_13"}
    made = people.root(CONTROL).create_agent_runtime(
        agentRuntimeName="agent",
        agentRuntimeArtifact={"codeConfiguration": {**code, "entryPoint": ["main.py"]}},
        roleArn=role,
    )
    people.root(CONTROL).get_agent_runtime(agentRuntimeId=made["agentRuntimeId"])

    def ask(client: Any, name: str) -> str:
        payload = json.dumps({"name": name}).encode()
        answer = client.invoke_agent_runtime(
            agentRuntimeArn=made["agentRuntimeArn"], runtimeSessionId=SESSION, payload=payload
        )
        return str(json.loads(answer["response"].read())["who"])

    client = people.root("bedrock-agentcore")
    assert (ask(client, "/agent/a"), ask(client, "/other/a")) == ("told", "AccessDeniedException")
    # Who asks the agent needs no more than to ask it.
    asks = people.user(statement("bedrock-agentcore:InvokeAgentRuntime", made["agentRuntimeArn"]))
    assert ask(people.of(asks, "bedrock-agentcore"), "/agent/a") == "told"
    other = people.user(statement("bedrock-agentcore:InvokeAgentRuntime", f"{made['agentRuntimeArn']}-other"))
    with pytest.raises(ClientError, match="bedrock-agentcore:InvokeAgentRuntime"):
        ask(people.of(other, "bedrock-agentcore"), "/agent/a")


# The switch -----------------------------------------------------------------------------------------------------------


def test_the_switch(people: People) -> None:
    ann = people.of(people.user(), "ssm")
    assert outcome(ann.describe_parameters) == "AccessDeniedException"
    assert switch(people, enabled=False)[1]["enabled"] is False
    assert outcome(ann.describe_parameters) == ""
    assert people.cloud.http("GET", "/_local-cloud/authorization")[1]["enabled"] is False
    assert switch(people, enabled=True)[1]["enabled"] is True
    assert outcome(ann.describe_parameters) == "AccessDeniedException"


@pytest.mark.parametrize("wrong", [{"enabled": 1}, {"on": True}])
def test_settings_that_there_are_not(people: People, wrong: Any) -> None:
    status, answer = switch(people, **wrong)
    assert (status, "there are enabled and secure_transport" in answer["error"]) == (400, True)


def test_a_reset_brings_back_how_it_started(people: People, cloud: Any) -> None:
    switch(people, enabled=False)
    people.cloud.reset()
    assert people.cloud.http("GET", "/_local-cloud/authorization")[1]["enabled"] is True
    assert cloud.http("GET", "/_local-cloud/authorization")[1] == {"enabled": False, "secure_transport": True}
