"""Where moto's own answer would make a run dishonest."""

import json
import urllib.request
from typing import Any

import pytest


def tags(kind: str) -> list[dict[str, Any]]:
    return [{"ResourceType": kind, "Tags": [{"Key": "Name", "Value": kind}]}]


@pytest.fixture
def ec2(cloud: Any) -> Any:
    return cloud.client("ec2")


@pytest.fixture
def network(ec2: Any) -> dict[str, str]:
    vpc = ec2.create_vpc(CidrBlock="10.0.0.0/16", TagSpecifications=tags("vpc"))["Vpc"]["VpcId"]
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.0.0.0/24", TagSpecifications=tags("subnet"))["Subnet"]
    return {"vpc": vpc, "subnet": subnet["SubnetId"]}


def test_nat_gateways(ec2: Any, network: dict[str, str], code: Any) -> None:
    address = ec2.allocate_address(Domain="vpc")["AllocationId"]
    wanted = {"SubnetId": network["subnet"], "AllocationId": address, "TagSpecifications": tags("natgateway")}
    first = ec2.create_nat_gateway(**wanted, ClientToken="token")["NatGateway"]["NatGatewayId"]
    again = ec2.create_nat_gateway(**wanted, ClientToken="token")["NatGateway"]["NatGatewayId"]
    assert first == again
    other = {"SubnetId": network["subnet"], "ConnectivityType": "private"}
    assert code(ec2.create_nat_gateway, **other, ClientToken="token") == "IdempotentParameterMismatch"

    def named(name: str) -> list[str]:
        found = ec2.describe_nat_gateways(Filters=[{"Name": "tag:Name", "Values": [name]}])["NatGateways"]
        return [item["NatGatewayId"] for item in found]

    assert (named("natgateway"), named("other")) == ([first], [])
    (tag,) = ec2.describe_tags(Filters=[{"Name": "resource-type", "Values": ["natgateway"]}])["Tags"]
    assert (tag["ResourceId"], tag["ResourceType"]) == (first, "natgateway")

    assert code(ec2.release_address, AllocationId=address) == "InvalidIPAddress.InUse"
    ec2.delete_nat_gateway(NatGatewayId=first)
    assert ec2.describe_nat_gateways(NatGatewayIds=[first])["NatGateways"][0]["State"] == "deleted"
    ec2.release_address(AllocationId=address)
    unknown = "nat-0123456789abcdef0"
    assert code(ec2.delete_nat_gateway, NatGatewayId=unknown) == "NatGatewayNotFound"
    assert code(ec2.describe_nat_gateways, NatGatewayIds=[unknown]) == "NatGatewayNotFound"


def test_endpoint_services_can_be_filtered(ec2: Any) -> None:
    names = [f"com.amazonaws.us-east-1.{name}" for name in ("bedrock-runtime", "bedrock-agentcore.gateway")]
    found = ec2.describe_vpc_endpoint_services(Filters=[{"Name": "service-name", "Values": names}])
    assert sorted(item["ServiceName"] for item in found["ServiceDetails"]) == sorted(names)
    found = ec2.describe_vpc_endpoint_services(Filters=[{"Name": "service-type", "Values": ["Gateway"]}])
    assert {item["ServiceName"].rsplit(".", 1)[-1] for item in found["ServiceDetails"]} == {"s3", "dynamodb"}


def test_interface_endpoints_and_security_groups(ec2: Any, network: dict[str, str], code: Any) -> None:
    def group(name: str) -> str:
        made = ec2.create_security_group(GroupName=name, Description=name, VpcId=network["vpc"])
        return str(made["GroupId"])

    front, back = group("front"), group("back")
    rule = {"IpProtocol": "tcp", "FromPort": 443, "ToPort": 443, "UserIdGroupPairs": [{"GroupId": front}]}
    ec2.authorize_security_group_ingress(GroupId=back, IpPermissions=[rule])
    assert code(ec2.delete_security_group, GroupId=front) == "DependencyViolation"
    ec2.revoke_security_group_ingress(GroupId=back, IpPermissions=[rule])
    ec2.delete_security_group(GroupId=front)

    endpoint = ec2.create_vpc_endpoint(
        VpcId=network["vpc"],
        VpcEndpointType="Interface",
        ServiceName="com.amazonaws.us-east-1.bedrock-runtime",
        SubnetIds=[network["subnet"]],
        SecurityGroupIds=[back],
    )["VpcEndpoint"]
    key = {"VpcEndpointIds": [endpoint["VpcEndpointId"]]}
    assert ec2.describe_vpc_endpoints(**key)["VpcEndpoints"][0]["State"] == "available"
    assert code(ec2.delete_security_group, GroupId=back) == "DependencyViolation"
    ec2.delete_vpc_endpoints(**key)
    assert code(ec2.describe_vpc_endpoints, **key) == "InvalidVpcEndpointId.NotFound"
    ec2.delete_security_group(GroupId=back)


def test_tags_go_with_their_resources(ec2: Any, network: dict[str, str]) -> None:
    def tagged() -> set[str]:
        found = ec2.describe_tags(Filters=[{"Name": "key", "Values": ["Name"]}])["Tags"]
        return {tag["ResourceType"] for tag in found}

    address = ec2.allocate_address(Domain="vpc", TagSpecifications=tags("elastic-ip"))["AllocationId"]
    assert tagged() == {"vpc", "subnet", "elastic-ip"}
    ec2.release_address(AllocationId=address)
    ec2.delete_subnet(SubnetId=network["subnet"])
    ec2.delete_vpc(VpcId=network["vpc"])
    assert tagged() == set()


def test_flow_logs_come_back(ec2: Any, network: dict[str, str], cloud: Any) -> None:
    cloud.client("logs").create_log_group(logGroupName="flows")
    role = "arn:aws:iam::123456789012:role/flows"
    made = ec2.create_flow_logs(
        ResourceIds=[network["vpc"]],
        ResourceType="VPC",
        TrafficType="ALL",
        LogGroupName="flows",
        DeliverLogsPermissionArn=role,
        MaxAggregationInterval=60,
        TagSpecifications=tags("vpc-flow-log"),
    )
    (found,) = ec2.describe_flow_logs(FlowLogIds=made["FlowLogIds"])["FlowLogs"]
    assert (found["MaxAggregationInterval"], found["DeliverLogsPermissionArn"]) == (60, role)
    assert found["Tags"] == [{"Key": "Name", "Value": "vpc-flow-log"}]
    assert found["FlowLogStatus"] == "ACTIVE"


def test_new_buckets_are_encrypted_and_private(world: Any) -> None:
    s3 = world.cloud.client("s3")
    key = {"Bucket": world.bucket}

    def algorithm() -> str:
        rules = s3.get_bucket_encryption(**key)["ServerSideEncryptionConfiguration"]["Rules"]
        return str(rules[0]["ApplyServerSideEncryptionByDefault"]["SSEAlgorithm"])

    assert algorithm() == "AES256"
    assert set(s3.get_public_access_block(**key)["PublicAccessBlockConfiguration"].values()) == {True}
    by_kms = {"Rules": [{"ApplyServerSideEncryptionByDefault": {"SSEAlgorithm": "aws:kms"}}]}
    s3.put_bucket_encryption(**key, ServerSideEncryptionConfiguration=by_kms)
    assert algorithm() == "aws:kms"
    s3.delete_bucket_encryption(**key)
    assert algorithm() == "AES256"


def deny(bucket: str, condition: dict[str, Any], action: str = "s3:*") -> str:
    resource = [f"arn:aws:s3:::{bucket}", f"arn:aws:s3:::{bucket}/*"]
    statement = {"Effect": "Deny", "Principal": "*", "Action": action, "Resource": resource, "Condition": condition}
    return json.dumps({"Version": "2012-10-17", "Statement": [statement]})


def test_bucket_policies_with_conditions(world: Any, code: Any) -> None:
    s3 = world.cloud.client("s3")
    key = {"Bucket": world.bucket}
    s3.put_bucket_policy(**key, Policy=deny(world.bucket, {"Bool": {"aws:SecureTransport": "false"}}))
    s3.put_object(**key, Key="a", Body=b"loopback counts as TLS")
    assert s3.head_object(**key, Key="a")["ContentLength"] == 22
    assert s3.get_object(**key, Key="a")["Body"].read() == b"loopback counts as TLS"

    needs_kms = {"StringNotEquals": {"s3:x-amz-server-side-encryption": "aws:kms"}}
    s3.put_bucket_policy(**key, Policy=deny(world.bucket, needs_kms, "s3:PutObject"))
    assert code(s3.put_object, **key, Key="b", Body=b"", ServerSideEncryption="AES256") == "403"
    assert code(s3.put_object, **key, Key="b", Body=b"") == "403"
    s3.put_object(**key, Key="b", Body=b"", ServerSideEncryption="aws:kms")

    others = {"StringNotEquals": {"aws:PrincipalAccount": "111122223333"}}
    s3.put_bucket_policy(**key, Policy=deny(world.bucket, others))
    assert s3.head_object(**key, Key="a")["ContentLength"] == 22, "nobody's identity is checked"

    s3.put_bucket_policy(**key, Policy=deny(world.bucket, {}, "s3:GetObject"))
    assert code(s3.get_object, **key, Key="a") == "403"


def test_a_bucket_may_be_called_health(cloud: Any) -> None:
    s3 = cloud.client("s3")
    s3.create_bucket(Bucket="health")
    s3.put_object(Bucket="health", Key="key", Body=b"body")
    assert s3.list_objects_v2(Bucket="health")["KeyCount"] == 1
    url = s3.generate_presigned_url("get_object", Params={"Bucket": "health", "Key": "key"})
    assert urllib.request.urlopen(url).read() == b"body"


def test_key_rotation_and_deletion(cloud: Any, code: Any) -> None:
    kms = cloud.client("kms")
    key = kms.create_key()["KeyMetadata"]
    kms.create_alias(AliasName="alias/key", TargetKeyId=key["KeyId"])
    kms.enable_key_rotation(KeyId=key["KeyId"], RotationPeriodInDays=180)
    status = kms.get_key_rotation_status(KeyId=key["Arn"])
    assert (status["KeyRotationEnabled"], status["RotationPeriodInDays"]) == (True, 180)
    assert code(cloud.client("kms", check=False).enable_key_rotation, KeyId=key["KeyId"], RotationPeriodInDays=7) == (
        "ValidationException"
    )
    kms.schedule_key_deletion(KeyId=key["Arn"], PendingWindowInDays=7)
    assert kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]["KeyState"] == "PendingDeletion"
    assert code(kms.schedule_key_deletion, KeyId=key["KeyId"]) == "KMSInvalidStateException"
    kms.cancel_key_deletion(KeyId=key["Arn"])
    assert kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]["KeyState"] == "Disabled"
    kms.enable_key(KeyId=key["Arn"])
    assert kms.describe_key(KeyId=key["KeyId"])["KeyMetadata"]["KeyState"] == "Enabled"
    kms.delete_alias(AliasName="alias/key")
    assert "alias/key" not in [item["AliasName"] for item in kms.list_aliases()["Aliases"]]


def test_log_groups_have_keys(cloud: Any, code: Any) -> None:
    logs = cloud.client("logs")
    key = "arn:aws:kms:us-east-1:123456789012:key/00000000-0000-0000-0000-000000000000"
    logs.create_log_group(logGroupName="group")

    def shown() -> str | None:
        found: str | None = logs.describe_log_groups()["logGroups"][0].get("kmsKeyId")
        return found

    logs.associate_kms_key(logGroupName="group", kmsKeyId=key)
    assert shown() == key
    logs.disassociate_kms_key(logGroupName="group")
    assert shown() is None
    assert code(logs.associate_kms_key, logGroupName="nothing", kmsKeyId=key) == "ResourceNotFoundException"


def test_aws_managed_policies_exist_and_survive_a_reset(cloud: Any, world: Any) -> None:
    policy = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy"
    iam = cloud.client("iam")
    name = world.role.rsplit("/", 1)[-1]
    iam.attach_role_policy(RoleName=name, PolicyArn=policy)
    assert iam.get_policy(PolicyArn=policy)["Policy"]["AttachmentCount"] == 1
    cloud.reset()
    assert iam.get_policy(PolicyArn=policy)["Policy"]["AttachmentCount"] == 0


def test_certificates_are_issued_when_their_records_are_there(cloud: Any, code: Any) -> None:
    acm, route53 = cloud.client("acm"), cloud.client("route53")
    wanted = {"DomainName": "example.com", "SubjectAlternativeNames": ["*.example.com"], "ValidationMethod": "DNS"}
    arn = acm.request_certificate(**wanted, IdempotencyToken="token", KeyAlgorithm="EC_prime256v1")["CertificateArn"]
    assert (
        acm.request_certificate(**wanted, IdempotencyToken="token", KeyAlgorithm="EC_prime256v1")["CertificateArn"]
        == arn
    )
    assert acm.request_certificate(**wanted, IdempotencyToken="other")["CertificateArn"] != arn

    def read() -> Any:
        return acm.describe_certificate(CertificateArn=arn)["Certificate"]

    told = read()
    assert (told["Status"], told["KeyAlgorithm"]) == ("PENDING_VALIDATION", "EC_prime256v1")
    assert "NotAfter" not in told
    first, second = (option["ResourceRecord"] for option in told["DomainValidationOptions"])
    assert first == second
    zone = route53.create_hosted_zone(Name="example.com", CallerReference="one")["HostedZone"]["Id"]
    entry = {"Name": first["Name"], "Type": "CNAME", "TTL": 300, "ResourceRecords": [{"Value": first["Value"]}]}
    changes = {"Changes": [{"Action": "UPSERT", "ResourceRecordSet": entry}]}
    route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=changes)
    read()
    assert read()["Status"] == "ISSUED"
    acm.update_certificate_options(CertificateArn=arn, Options={"CertificateTransparencyLoggingPreference": "DISABLED"})
    assert read()["Options"]["CertificateTransparencyLoggingPreference"] == "DISABLED"
    change = {"CertificateArn": arn, "Options": {"Export": "ENABLED"}}
    assert code(acm.update_certificate_options, **change) == "ValidationException"
    unknown = f"{arn[:-3]}000"
    assert code(acm.describe_certificate, CertificateArn=unknown) == "ResourceNotFoundException"


def test_load_balancers_have_all_attributes(cloud: Any, network: dict[str, str], code: Any) -> None:
    ec2, client = cloud.client("ec2"), cloud.client("elbv2")
    other = ec2.create_subnet(VpcId=network["vpc"], CidrBlock="10.0.1.0/24", AvailabilityZone="us-east-1b")["Subnet"]
    made = client.create_load_balancer(Name="front", Subnets=[network["subnet"], other["SubnetId"]])
    arn = made["LoadBalancers"][0]["LoadBalancerArn"]

    def attributes(answer: Any) -> dict[str, str]:
        return {entry["Key"]: entry["Value"] for entry in answer["Attributes"]}

    told = attributes(client.describe_load_balancer_attributes(LoadBalancerArn=arn))
    assert told["idle_timeout.timeout_seconds"] == "60"
    assert told["connection_logs.s3.bucket"] == ""
    change = {"LoadBalancerArn": arn, "Attributes": [{"Key": "no.such", "Value": "1"}]}
    assert code(client.modify_load_balancer_attributes, **change) == "InvalidConfigurationRequest"

    answer = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}
    wanted = {"LoadBalancerArn": arn, "Protocol": "HTTP", "Port": 80, "DefaultActions": [answer]}
    listener = {"ListenerArn": client.create_listener(**wanted)["Listeners"][0]["ListenerArn"]}
    assert code(client.create_listener, **wanted) == "DuplicateListener"
    key = "routing.http.response.server.enabled"
    client.modify_listener_attributes(**listener, Attributes=[{"Key": key, "Value": "false"}])
    assert attributes(client.describe_listener_attributes(**listener))[key] == "false"
    change = {"Attributes": [{"Key": "tcp.idle_timeout.seconds", "Value": "60"}]}
    assert code(client.modify_listener_attributes, **listener, **change) == "InvalidConfigurationRequest"


def test_load_balancers_hold_listeners_and_deletions_to_what_aws_does(
    cloud: Any, network: dict[str, str], code: Any
) -> None:
    ec2, client = cloud.client("ec2"), cloud.client("elbv2")
    other = ec2.create_subnet(VpcId=network["vpc"], CidrBlock="10.0.2.0/24", AvailabilityZone="us-east-1b")["Subnet"]
    subnets = [network["subnet"], other["SubnetId"]]
    arn = client.create_load_balancer(Name="guarded", Subnets=subnets)["LoadBalancers"][0]["LoadBalancerArn"]
    balancer = {"LoadBalancerArn": arn}

    acm = cloud.client("acm")
    certificate = acm.request_certificate(DomainName="guarded.example", ValidationMethod="DNS")["CertificateArn"]
    token = {
        "Type": "jwt-validation",
        "Order": 1,
        "JwtValidationConfig": {"Issuer": "https://issuer.example", "JwksEndpoint": "https://issuer.example/jwks"},
    }
    answer = {"Type": "fixed-response", "Order": 2, "FixedResponseConfig": {"StatusCode": "404"}}
    plain = {**balancer, "Protocol": "HTTP", "Port": 80, "DefaultActions": [token, answer]}
    assert code(client.create_listener, **plain) == "InvalidConfigurationRequest"
    wanted = {**balancer, "Protocol": "HTTPS", "Port": 443, "DefaultActions": [token, answer]}
    wanted |= {"Certificates": [{"CertificateArn": certificate}], "SslPolicy": "ELBSecurityPolicy-TLS13-1-2-2021-06"}
    assert code(client.create_listener, **wanted) == "UnsupportedCertificate"

    route53 = cloud.client("route53")
    zone = route53.create_hosted_zone(Name="guarded.example", CallerReference="guarded")["HostedZone"]["Id"]
    about = acm.describe_certificate(CertificateArn=certificate)["Certificate"]
    record = about["DomainValidationOptions"][0]["ResourceRecord"]
    entry = {"Name": record["Name"], "Type": "CNAME", "TTL": 60, "ResourceRecords": [{"Value": record["Value"]}]}
    batch = {"Changes": [{"Action": "CREATE", "ResourceRecordSet": entry}]}
    route53.change_resource_record_sets(HostedZoneId=zone, ChangeBatch=batch)
    listener = client.create_listener(**wanted)["Listeners"][0]
    assert listener["DefaultActions"][0]["JwtValidationConfig"]["Issuer"] == "https://issuer.example"
    assert acm.describe_certificate(CertificateArn=certificate)["Certificate"]["InUseBy"] == [arn]

    protected = {"Key": "deletion_protection.enabled", "Value": "true"}
    client.modify_load_balancer_attributes(**balancer, Attributes=[protected])
    assert code(client.delete_load_balancer, **balancer) == "OperationNotPermitted"
    client.modify_load_balancer_attributes(**balancer, Attributes=[{**protected, "Value": "false"}])
    client.delete_load_balancer(**balancer)
    assert acm.describe_certificate(CertificateArn=certificate)["Certificate"]["InUseBy"] == []

    made = client.create_target_group(Name="guarded", Protocol="HTTP", Port=80, VpcId=network["vpc"])
    group = {"TargetGroupArn": made["TargetGroups"][0]["TargetGroupArn"]}
    change = {"Attributes": [{"Key": "no.such", "Value": "1"}]}
    assert code(client.modify_target_group_attributes, **group, **change) == "InvalidConfigurationRequest"


def test_client_ids_of_oidc_providers(cloud: Any, code: Any) -> None:
    client = cloud.client("iam")
    made = client.create_open_id_connect_provider(Url="https://issuer.example.com", ClientIDList=["a"])
    key = {"OpenIDConnectProviderArn": made["OpenIDConnectProviderArn"]}
    client.add_client_id_to_open_id_connect_provider(**key, ClientID="b")
    client.remove_client_id_from_open_id_connect_provider(**key, ClientID="a")
    told = client.get_open_id_connect_provider(**key)
    assert told["ClientIDList"] == ["b"]
    assert len(told["ThumbprintList"][0]) == 40
    unknown = {"OpenIDConnectProviderArn": f"{key['OpenIDConnectProviderArn']}/no"}
    assert code(client.add_client_id_to_open_id_connect_provider, **unknown, ClientID="b") == "NoSuchEntity"


def test_topics_tell_all_their_attributes(cloud: Any, code: Any) -> None:
    sns = cloud.client("sns")
    wanted = {"TracingConfig": "Active", "SignatureVersion": "2", "KmsMasterKeyId": "alias/ours"}
    arn = sns.create_topic(Name="alerts", Attributes=wanted)["TopicArn"]
    assert wanted.items() <= sns.get_topic_attributes(TopicArn=arn)["Attributes"].items()
    assert sns.create_topic(Name="alerts", Attributes=wanted)["TopicArn"] == arn
    other = {"TracingConfig": "PassThrough"}
    assert code(sns.create_topic, Name="alerts", Attributes=other) == "InvalidParameter"
    sns.set_topic_attributes(TopicArn=arn, AttributeName="SQSSuccessFeedbackSampleRate", AttributeValue="100")
    assert sns.get_topic_attributes(TopicArn=arn)["Attributes"]["SQSSuccessFeedbackSampleRate"] == "100"
    wrong = {"TopicArn": arn, "AttributeName": "Colour", "AttributeValue": "red"}
    assert code(sns.set_topic_attributes, **wrong) == "InvalidParameter"


def test_what_is_not_there_is_an_error_of_the_service(cloud: Any, code: Any) -> None:
    arn = "arn:aws:kms:us-east-1:123456789012:key/01234567-89ab-cdef-0123-456789abcdef"
    kms, sns, secrets = (cloud.client(name) for name in ("kms", "sns", "secretsmanager"))
    assert code(kms.list_grants, KeyId=arn) == "NotFoundException"
    assert code(kms.create_grant, KeyId=arn, GranteePrincipal="arn:a", Operations=["Decrypt"]) == "NotFoundException"
    assert code(kms.retire_grant) == "ValidationException"
    assert code(sns.get_topic_attributes, TopicArn="alerts") == "InvalidParameter"
    secrets.create_secret(Name="password", SecretString="x")
    replica = {"SecretId": "password", "AddReplicaRegions": [{"Region": "mars-1"}]}
    assert code(secrets.replicate_secret_to_regions, **replica) == "InvalidParameterException"


def test_a_grant_for_a_key_by_its_arn(cloud: Any) -> None:
    kms = cloud.client("kms")
    key = kms.create_key()["KeyMetadata"]["Arn"]
    grant = kms.create_grant(KeyId=key, GranteePrincipal="arn:aws:iam::123456789012:root", Operations=["Decrypt"])
    assert [item["GrantId"] for item in kms.list_grants(KeyId=key)["Grants"]] == [grant["GrantId"]]
    kms.retire_grant(KeyId=key, GrantId=grant["GrantId"])
    assert kms.list_grants(KeyId=key)["Grants"] == []


def test_registry_scanning_without_rules(cloud: Any) -> None:
    ecr = cloud.client("ecr")
    ecr.put_registry_scanning_configuration(scanType="BASIC")
    assert ecr.get_registry_scanning_configuration()["scanningConfiguration"] == {"scanType": "BASIC", "rules": []}


@pytest.mark.parametrize(
    ("service", "params", "missing"),
    [
        ("accessanalyzer", {"resourceArn": "{}:analyzer/a", "tags": {"a": "b"}}, "ResourceNotFoundException"),
        ("securityhub", {"ResourceArn": "{}:hub/default", "Tags": {"a": "b"}}, "ResourceNotFoundException"),
        ("xray", {"ResourceARN": "{}:group/a/b", "Tags": [{"Key": "a", "Value": "b"}]}, "ResourceNotFoundException"),
    ],
)
def test_tags_of_nothing_beside_moto(cloud: Any, code: Any, service: str, params: Any, missing: str) -> None:
    arn = f"arn:aws:{service if service != 'accessanalyzer' else 'access-analyzer'}:us-east-1:123456789012"
    params = {name: value.format(arn) if isinstance(value, str) else value for name, value in params.items()}
    assert code(cloud.client(service).tag_resource, **params) == missing


def test_trails_are_told_apart(cloud: Any, code: Any) -> None:
    cloud.client("s3").create_bucket(Bucket="trails-of-two")
    client = cloud.client("cloudtrail")
    arns = [client.create_trail(Name=name, S3BucketName="trails-of-two")["TrailARN"] for name in ("first", "second")]
    (found,) = client.describe_trails(trailNameList=["second"])["trailList"]
    assert found["TrailARN"] == arns[1]
    assert client.describe_trails(trailNameList=["third"])["trailList"] == []
    client.delete_trail(Name=arns[0])
    assert [trail["Name"] for trail in client.describe_trails()["trailList"]] == ["second"]
    assert code(client.delete_trail, Name="first") == "TrailNotFoundException"


def test_names_and_zones_are_judged(cloud: Any, code: Any) -> None:
    ec2, balancers, events = (cloud.client(name) for name in ("ec2", "elbv2", "events"))
    s3 = cloud.client("s3")
    for name in ("Upper-case", "two..dots", "192.168.0.1", "-begins"):
        assert code(s3.create_bucket, Bucket=name) == "InvalidBucketName"
    s3.create_bucket(Bucket="with.dots-and-1")
    assert code(s3.put_bucket_policy, Bucket="with.dots-and-1", Policy="nonsense") == "MalformedPolicy"

    vpc = ec2.create_vpc(CidrBlock="10.5.0.0/16")["Vpc"]["VpcId"]
    elsewhere = {"VpcId": vpc, "CidrBlock": "10.5.1.0/24", "AvailabilityZone": "eu-west-1a"}
    assert code(ec2.create_subnet, **elsewhere) == "InvalidParameterValue"
    subnet = ec2.create_subnet(VpcId=vpc, CidrBlock="10.5.1.0/24")["Subnet"]["SubnetId"]
    first, second = (ec2.create_internet_gateway()["InternetGateway"]["InternetGatewayId"] for _number in range(2))
    ec2.attach_internet_gateway(InternetGatewayId=first, VpcId=vpc)
    assert code(ec2.attach_internet_gateway, InternetGatewayId=second, VpcId=vpc) == "InvalidParameterValue"

    assert code(balancers.create_load_balancer, Name="a_b", Subnets=[subnet, subnet]) == "ValidationError"
    assert code(balancers.create_load_balancer, Name="front", Subnets=[subnet]) == "ValidationError"

    for rule in ({"Name": "a b"}, {"Name": "a", "ScheduleExpression": "rate(2 day)"}):
        assert code(events.put_rule, **{"ScheduleExpression": "rate(1 day)", **rule}) == "ValidationException"
    for schedule in ("rate(1 hour)", "rate(90 minutes)", "cron(0 5 ? * MON-FRI *)"):
        events.put_rule(Name="a", ScheduleExpression=schedule)


def test_a_target_group_that_is_there_is_made_once(cloud: Any, code: Any) -> None:
    client = cloud.client("elbv2")
    vpc = cloud.client("ec2").describe_vpcs()["Vpcs"][0]["VpcId"]
    wanted = {"Name": "front", "Protocol": "HTTP", "Port": 80, "VpcId": vpc, "TargetType": "ip"}
    first, second = (client.create_target_group(**wanted)["TargetGroups"][0]["TargetGroupArn"] for _number in range(2))
    assert first == second
    assert code(client.create_target_group, **{**wanted, "Port": 81}) == "DuplicateTargetGroupName"
