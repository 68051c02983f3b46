"""A domain of OpenSearch Service with a public endpoint."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.store import Record
from emulator.services.bedrock_agent.stores.vector_field import check_fields, invalid
from emulator.services.opensearch.domain import Domain
from emulator.services.opensearch.index import Index

OLDEST_ENGINE = (2, 13)


def check(call: Call, given: dict[str, Any], model: dict[str, Any]) -> None:
    domain = find_domain(call, given)
    if domain is None:
        raise invalid(f"the OpenSearch domain {given['domainArn']} doesn't exist in this account and region")
    check_domain(domain, given)
    index = find_index(call, domain, given)
    if index is None:
        name = given["vectorIndexName"]
        raise invalid(f"no such index [{name}] in domain {domain.id}: create the vector index first")
    check_fields(index.members["IndexSchema"], given, model)


def is_there(call: Call, given: dict[str, Any]) -> bool:
    domain = find_domain(call, given)
    return domain is not None and find_index(call, domain, given) is not None


def find_domain(call: Call, given: dict[str, Any]) -> Record | None:
    return next((item for item in call.records(Domain) if item.arn == given["domainArn"]), None)


def find_index(call: Call, domain: Record, given: dict[str, Any]) -> Record | None:
    return next((item for item in call.records(Index, domain.id) if item.id == given["vectorIndexName"]), None)


def check_domain(domain: Record, given: dict[str, Any]) -> None:
    if "VPCOptions" in domain.members:
        raise invalid(f"the domain {domain.id} is behind a VPC; only domains with public access are supported")
    if domain.status in (Domain.states.creating, Domain.states.deleting):
        raise invalid(f"the domain {domain.id} isn't active yet: its status is {domain.status}")
    endpoint = f"https://{Domain.endpoints(domain)['Endpoint']}"
    if given["domainEndpoint"].rstrip("/") != endpoint:
        raise invalid(f"domainEndpoint {given['domainEndpoint']} isn't that of {domain.id}, which is {endpoint}")
    name, number = domain.members["EngineVersion"].split("_")
    if name != "OpenSearch" or tuple(map(int, number.split("."))) < OLDEST_ENGINE:
        raise invalid(f"the domain {domain.id} runs {name} {number}; OpenSearch 2.13 or newer is needed")
