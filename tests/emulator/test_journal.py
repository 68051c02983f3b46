"""What was changed outlives the process: `kill -9`, then the same command again, LOCAL_CLOUD_KILLS times."""

import json
import os
import signal
import threading
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager

import boto3
import pytest
from joserfc import jwk, jwt

from tests.emulator import test_opensearch_security as security
from tests.local_cloud import REGION, LocalCloud, free_port, launched

KILLS = int(os.environ.get("LOCAL_CLOUD_KILLS", "4"))
WRITERS = 4
ROLE = '{"Version": "2012-10-17", "Statement": [{"Effect": "Allow", "Principal": "*", "Action": "sts:AssumeRole"}]}'


class Process:
    """A server with a journal, which can be killed and started again."""

    def __init__(self, folder):
        self.folder = folder
        self.port = free_port()
        self.cloud = LocalCloud(f"http://127.0.0.1:{self.port}")
        self.process = None

    def start(self):
        self.process = launched(self.folder / "log", self.port, "--journal", str(self.folder / "journal"))

    def kill(self):
        os.kill(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def restart(self):
        self.kill()
        self.start()


@pytest.fixture
def server(tmp_path) -> Iterator[Process]:
    made = Process(tmp_path)
    made.start()
    yield made
    made.kill()


def without_metadata(answer):
    return {name: value for name, value in answer.items() if name != "ResponseMetadata"}


def test_everything_is_as_it_was(server):
    """Ids, ARNs, dates, keys and contents, whether moto keeps them or we do."""
    client = server.cloud.client
    vpc = client("ec2").create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    client("ec2").create_subnet(VpcId=vpc, CidrBlock="10.0.1.0/24")
    client("iam").create_role(RoleName="kept", AssumeRolePolicyDocument=ROLE)
    key = client("iam").create_user(UserName="kept") and client("iam").create_access_key(UserName="kept")
    kms = client("kms").create_key()["KeyMetadata"]["KeyId"]
    sealed = client("kms").encrypt(KeyId=kms, Plaintext=b"secret")["CiphertextBlob"]
    client("s3").create_bucket(Bucket="kept")
    client("s3").put_object(Bucket="kept", Key="some/key", Body=b"\x00\xffcontent")
    memory = client("bedrock-agentcore-control").create_memory(name="kept", eventExpiryDuration=30)["memory"]["id"]
    client("secretsmanager").create_secret(Name="kept", SecretString="quiet")

    def look():
        found = [
            client("ec2").describe_vpcs(VpcIds=[vpc]),
            client("ec2").describe_subnets(Filters=[{"Name": "vpc-id", "Values": [vpc]}]),
            client("iam").get_role(RoleName="kept"),
            client("iam").list_access_keys(UserName="kept"),
            client("kms").describe_key(KeyId=kms),
            client("kms").decrypt(CiphertextBlob=sealed),
            client("s3").list_objects_v2(Bucket="kept"),
            client("bedrock-agentcore-control").get_memory(memoryId=memory),
            client("secretsmanager").get_secret_value(SecretId="kept"),
        ]
        content = client("s3").get_object(Bucket="kept", Key="some/key")["Body"].read()
        return [*map(without_metadata, found), content]

    before = look()
    assert key["AccessKey"]["AccessKeyId"] in str(before)
    server.restart()
    assert look() == before
    server.restart()
    assert look() == before


def test_what_was_looked_at_before_makes_no_difference(server):
    """Services are set up by whoever asks first, and who only looks is not repeated."""
    client = server.cloud.client
    zones, groups = client("route53").list_hosted_zones, client("ec2").describe_security_groups
    assert zones()["HostedZones"] == []
    defaults = groups()["SecurityGroups"]
    vpc = client("ec2").create_vpc(CidrBlock="10.0.0.0/16")["Vpc"]["VpcId"]
    client("ec2").create_security_group(GroupName="kept", Description="kept", VpcId=vpc)
    client("route53").create_hosted_zone(Name="kept.example", CallerReference="kept")
    before = groups()["SecurityGroups"], zones()["HostedZones"]
    assert len(before[0]) > len(defaults)
    server.restart()
    assert (groups()["SecurityGroups"], zones()["HostedZones"]) == before


def test_people_stay_signed_in(server):
    """A token from before verifies with the keys that are served now, and can be refreshed."""
    client = server.cloud.client("cognito-idp")
    pool = {"UserPoolId": client.create_user_pool(PoolName="people")["UserPool"]["Id"]}
    flows = ["ALLOW_ADMIN_USER_PASSWORD_AUTH", "ALLOW_REFRESH_TOKEN_AUTH"]
    made = client.create_user_pool_client(**pool, ClientName="app", ExplicitAuthFlows=flows)["UserPoolClient"]
    app = {"ClientId": made["ClientId"]}
    client.admin_create_user(**pool, Username="ann", MessageAction="SUPPRESS")
    client.admin_set_user_password(**pool, Username="ann", Password="Correct-horse-7", Permanent=True)
    given = {"USERNAME": "ann", "PASSWORD": "Correct-horse-7"}
    granted = client.admin_initiate_auth(**pool, **app, AuthFlow="ADMIN_USER_PASSWORD_AUTH", AuthParameters=given)[
        "AuthenticationResult"
    ]
    server.restart()
    with urllib.request.urlopen(f"{server.cloud.url}/{pool['UserPoolId']}/.well-known/jwks.json", timeout=60) as answer:
        keys = jwk.KeySet.import_key_set(json.load(answer))
    claims = jwt.decode(granted["AccessToken"], keys, algorithms=["RS256"]).claims
    assert claims["client_id"] == app["ClientId"]
    token = {"REFRESH_TOKEN": granted["RefreshToken"]}
    again = client.initiate_auth(**app, AuthFlow="REFRESH_TOKEN_AUTH", AuthParameters=token)["AuthenticationResult"]
    assert jwt.decode(again["AccessToken"], keys, algorithms=["RS256"]).claims["sub"] == claims["sub"]


def test_a_reset_is_kept_as_well(server):
    server.cloud.client("s3").create_bucket(Bucket="gone")
    server.cloud.reset()
    server.cloud.client("s3").create_bucket(Bucket="kept")
    server.restart()
    assert [bucket["Name"] for bucket in server.cloud.client("s3").list_buckets()["Buckets"]] == ["kept"]


def test_no_acknowledged_write_is_lost_when_it_is_killed_while_writing(server):
    acknowledged: list[str] = []
    for round_ in range(KILLS):
        with writing(server.cloud, round_, acknowledged):
            before = len(acknowledged)
            while len(acknowledged) < before + 5:
                time.sleep(0.01)
            server.kill()
        server.start()
    parameters = server.cloud.client("ssm").get_paginator("describe_parameters").paginate()
    found = {parameter["Name"] for page in parameters for parameter in page["Parameters"]}
    assert set(acknowledged) <= found
    assert len(acknowledged) >= KILLS * 5


@contextmanager
def writing(cloud, round_, acknowledged):
    """Threads that write until the server is gone, and note what was answered."""

    def write(writer):
        client = cloud.client("ssm")
        for number in range(10_000):
            name = f"/kept/{round_}/{writer}/{number}"
            try:
                client.put_parameter(Name=name, Value="x", Type="String")
            except Exception:
                return
            acknowledged.append(name)

    threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
    for thread in threads:
        thread.start()
    yield
    for thread in threads:
        thread.join()


def test_a_line_that_was_cut_off_is_dropped(server):
    client = server.cloud.client("ssm")
    client.put_parameter(Name="/kept", Value="x", Type="String")
    server.kill()
    with (server.folder / "journal").open("ab") as journal:
        journal.write(b'{"time": 1, "seed": 2, "envi')
    server.start()
    client.put_parameter(Name="/later", Value="x", Type="String")
    server.restart()
    assert len(client.describe_parameters()["Parameters"]) == 2


def test_what_a_domain_itself_was_told_is_kept(server):
    options = {"Enabled": True, "MasterUserOptions": {"MasterUserARN": security.MASTER}}
    security.make(server.cloud, "secured", AdvancedSecurityOptions=options)
    path = "/_opensearch/secured/_plugins/_security/api/roles/readers"
    assert security.ask("PUT", server.cloud.url + path, security.ROLE)[0] == 201
    server.restart()
    assert security.ask("GET", server.cloud.url + path)[0] == 200


def test_keys_and_sessions_are_good_as_before(server):
    client, policy = (
        server.cloud.client,
        '{"Version": "2012-10-17", "Statement": {"Effect": "Allow", "Action": "ssm:*", ',
    )
    policy += '"Resource": "*"}}'
    client("iam").create_user(UserName="kept")
    client("iam").put_user_policy(UserName="kept", PolicyName="own", PolicyDocument=policy)
    role = client("iam").create_role(RoleName="kept", AssumeRolePolicyDocument=ROLE)["Role"]["Arn"]
    client("iam").put_role_policy(RoleName="kept", PolicyName="own", PolicyDocument=policy)
    key = client("iam").create_access_key(UserName="kept")["AccessKey"]
    session = client("sts").assume_role(RoleArn=role, RoleSessionName="kept")["Credentials"]
    token = client("sts").get_session_token()["Credentials"]
    server.restart()
    wanted = urllib.request.Request(
        f"{server.cloud.url}/_local-cloud/authorization", b'{"enabled": true}', method="PUT"
    )
    urllib.request.urlopen(wanted, timeout=60)
    for one in (key, session, token):
        keys = {"aws_access_key_id": one["AccessKeyId"], "aws_secret_access_key": one["SecretAccessKey"]}
        keys["aws_session_token"] = one.get("SessionToken")
        boto3.client("ssm", region_name=REGION, endpoint_url=server.cloud.url, **keys).describe_parameters()
