"""Cloud Map: namespaces that an operation makes, services, instances."""

from collections.abc import Callable
from typing import Any

import boto3
import pytest
from botocore.config import Config

from tests.emulator.conftest import KEY, REGION

RECORDS = {"DnsRecords": [{"Type": "A", "TTL": 10}]}


@pytest.fixture
def client(cloud: Any) -> Any:
    """A client that doesn't put the kind of operation before an address."""
    config = Config(inject_host_prefix=False)
    session = boto3.Session(KEY, "secret", region_name=REGION)
    return session.client("servicediscovery", endpoint_url=cloud.url, config=config)


@pytest.fixture
def space(client: Any) -> str:
    number = client.create_private_dns_namespace(Name="shop.internal", Vpc="vpc-1")["OperationId"]
    made: str = client.get_operation(OperationId=number)["Operation"]["Targets"]["NAMESPACE"]
    return made


def test_a_namespace_is_there_when_its_operation_has_ended(slow_cloud: Any, code: Callable[..., str]) -> None:
    client = slow_cloud(1).client("servicediscovery")
    number = client.create_http_namespace(Name="shop")["OperationId"]
    operation = client.get_operation(OperationId=number)["Operation"]
    assert operation["Status"] == "SUBMITTED"
    assert client.list_namespaces()["Namespaces"] == []
    assert code(client.get_namespace, Id=operation["Targets"]["NAMESPACE"]) == "NamespaceNotFound"
    assert code(client.create_http_namespace, Name="shop") == "DuplicateRequest"


def test_namespaces_live(client: Any, space: str) -> None:
    soa = {"DnsProperties": {"SOA": {"TTL": 60}}}
    client.update_private_dns_namespace(Id=space, Namespace={"Description": "Names", "Properties": soa})
    told = client.get_namespace(Id=space)["Namespace"]
    assert told["Description"] == "Names"
    assert told["Properties"]["DnsProperties"]["SOA"] == {"TTL": 60}
    found = client.list_namespaces(Filters=[{"Name": "NAME", "Values": ["shop.internal"]}])["Namespaces"]
    assert [item["Id"] for item in found] == [space]
    client.delete_namespace(Id=space)
    assert client.list_namespaces()["Namespaces"] == []


def test_an_operation_has_no_tags_of_its_own(client: Any, cloud: Any) -> None:
    client.create_http_namespace(Name="shop", Tags=[{"Key": "a", "Value": "b"}])
    (namespace,) = client.list_namespaces()["Namespaces"]
    tagged = cloud.client("resourcegroupstaggingapi").get_resources()["ResourceTagMappingList"]
    assert [one["ResourceARN"] for one in tagged] == [namespace["Arn"]]


def test_services_live(client: Any, space: str) -> None:
    made = client.create_service(
        Name="api", NamespaceId=space, Description="one", DnsConfig=RECORDS, Tags=[{"Key": "a", "Value": "b"}]
    )["Service"]
    assert made["Type"] == "DNS_HTTP"
    assert made["DnsConfig"]["RoutingPolicy"] == "MULTIVALUE"
    assert client.list_tags_for_resource(ResourceARN=made["Arn"])["Tags"] == [{"Key": "a", "Value": "b"}]
    client.update_service(Id=made["Id"], Service={"Description": "two"})
    told = client.get_service(Id=made["Id"])["Service"]
    assert told["Description"] == "two"
    assert "DnsConfig" not in told  # an update loses what it doesn't say
    assert client.get_namespace(Id=space)["Namespace"]["ServiceCount"] == 1
    client.delete_service(Id=made["Id"])
    assert client.list_services(Filters=[{"Name": "NAMESPACE_ID", "Values": [space]}])["Services"] == []


def test_instances_are_found(client: Any, space: str) -> None:
    service = client.create_service(Name="api", NamespaceId=space, DnsConfig=RECORDS)["Service"]["Id"]
    client.register_instance(ServiceId=service, InstanceId="one", Attributes={"AWS_INSTANCE_IPV4": "10.0.0.1"})
    names = {"NamespaceName": "shop.internal", "ServiceName": "api"}
    assert [item["InstanceId"] for item in client.discover_instances(**names)["Instances"]] == ["one"]
    assert client.discover_instances(**names, QueryParameters={"zone": "a"})["Instances"] == []
    client.deregister_instance(ServiceId=service, InstanceId="one")
    assert client.list_instances(ServiceId=service)["Instances"] == []


def test_what_is_refused(client: Any, space: str, code: Callable[..., str]) -> None:
    service = client.create_service(Name="api", NamespaceId=space, DnsConfig=RECORDS)["Service"]["Id"]
    client.register_instance(ServiceId=service, InstanceId="one", Attributes={})
    again = {"Name": "shop.internal", "Vpc": "vpc-1"}
    assert code(client.create_private_dns_namespace, **again) == "NamespaceAlreadyExists"
    assert code(client.create_private_dns_namespace, Name="other", Vpc="nothing") == "InvalidInput"
    assert code(client.create_service, Name="api", NamespaceId=space) == "ServiceAlreadyExists"
    assert code(client.create_service, Name="api", NamespaceId="ns-other") == "NamespaceNotFound"
    assert code(client.delete_namespace, Id=space) == "ResourceInUse"
    assert code(client.delete_service, Id=service) == "ResourceInUse"
    assert code(client.get_service, Id="srv-other") == "ServiceNotFound"
    assert code(client.get_operation, OperationId="other") == "OperationNotFound"
