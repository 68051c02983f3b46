"""Endpoints of a domain in VPCs, and the accounts that may make them.

unverified: that the domain has to be inside a VPC itself is from the documentation, the words of the refusal are not.
"""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import view
from emulator.modeled.errors import AwsError, not_found, validation
from emulator.modeled.resource import LOWER, ResourceType, States, random_id
from emulator.modeled.store import Record
from emulator.services.opensearch.domain import Domain, find


class VpcEndpoint(ResourceType):
    service = "opensearch"
    noun = "VpcEndpoint"
    id = "VpcEndpointId"
    arn = "arn:{partition}:es:{region}:{account}:vpc-endpoint/{id}"
    states = States("CREATING", "ACTIVE", "UPDATING", "DELETING")
    operations = {"read": "DescribeVpcEndpoints"}
    create_only = ("DomainArn",)

    def new_id(self, call: Call) -> str:
        return f"aos-{random_id(17, LOWER)}"

    def missing(self, key: str) -> AwsError:
        return not_found(f"VPC endpoint {key} was not found")

    def before_create(self, call: Call, parent: Record | None) -> None:
        arn = call.params["DomainArn"]
        if arn.split(":")[4] == call.account:
            domain = call.find(Domain, arn)
            if "VPCOptions" not in domain.members:
                raise validation(f"Domain {domain.id} has a public endpoint: VPC endpoints are for domains in a VPC.")
            if domain.status == Domain.states.creating:
                raise validation(f"Domain {domain.id} is in status {domain.status}.")
        check_place(call.params["VpcOptions"])

    def before_update(self, call: Call, record: Record) -> None:
        check_place(call.params["VpcOptions"])

    def on_update(self, call: Call, record: Record) -> None:
        before = record.hidden["place"]
        record.members["VpcOptions"] = record.hidden["place"] = {**before, **record.members["VpcOptions"]}

    def on_create(self, call: Call, record: Record) -> None:
        record.hidden["place"] = record.members["VpcOptions"]

    def view(self, record: Record) -> dict[str, Any]:
        name = record.members["DomainArn"].rpartition("/")[2]
        host = f"{record.id}.{name}.{record.region}.vpce.es.amazonaws.com"
        return {
            "VpcEndpointOwner": record.account,
            "VpcOptions": {"VPCId": "", "AvailabilityZones": [], **record.members["VpcOptions"]},
            "Status": record.status,
            "Endpoint": None if record.status == self.states.creating else host,
            "VpcEndpointSummary": {
                "VpcEndpointId": record.id,
                "VpcEndpointOwner": record.account,
                "DomainArn": record.members["DomainArn"],
                "Status": record.status,
            },
        }


def check_place(place: dict[str, Any]) -> None:
    if not place.get("SubnetIds"):
        raise validation("You must specify at least one subnet.")


def shown(record: Record) -> dict[str, Any]:
    return {**view(VpcEndpoint(), record), "DomainArn": record.members["DomainArn"]}


def describe(call: Call) -> dict[str, Any]:
    wanted = call.params["VpcEndpointIds"]
    found = {record.id: record for record in call.records(VpcEndpoint)}
    errors = [
        {"VpcEndpointId": key, "ErrorCode": "ENDPOINT_NOT_FOUND", "ErrorMessage": f"VPC endpoint {key} was not found"}
        for key in wanted
        if key not in found
    ]
    there = [shown(found[key]) for key in wanted if key in found]
    return call.answer({"VpcEndpoints": there, "VpcEndpointErrors": errors})


def of_domain(call: Call) -> dict[str, Any]:
    """ListVpcEndpointsForDomain."""
    arn = find(call).arn
    found = [shown(record) for record in call.records(VpcEndpoint) if record.members["DomainArn"] == arn]
    return call.answer({"VpcEndpointSummaryList": found, "NextToken": ""})


def principal(account: str) -> dict[str, str]:
    return {"PrincipalType": "AWS_ACCOUNT", "Principal": account}


def authorize(call: Call) -> dict[str, Any]:
    record = find(call)
    account = call.params.get("Account")
    if not account:
        raise validation("You must specify an account.")
    record.hidden.setdefault("access", {})[account] = principal(account)
    call.cloud.store.put(record)
    return call.answer({"AuthorizedPrincipal": principal(account)})


def revoke(call: Call) -> dict[str, Any]:
    record = find(call)
    account = call.params.get("Account")
    if account not in record.hidden.get("access", {}):
        raise validation(f"Account {account} has no access.")
    del record.hidden["access"][account]
    call.cloud.store.put(record)
    return {}


def list_access(call: Call) -> dict[str, Any]:
    """The account of the domain may always make endpoints."""
    record = find(call)
    found = [principal(record.account), *record.hidden.get("access", {}).values()]
    return call.answer({"AuthorizedPrincipalList": found, "NextToken": ""})
