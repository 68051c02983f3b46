"""NAT gateways: client tokens, filters, timed states, and addresses that are free after the delete only."""

from typing import Any

from moto.core.exceptions import ServiceException
from moto.core.responses import ActionResult
from moto.ec2.exceptions import EC2ClientError
from moto.ec2.models import EC2Backend
from moto.ec2.models.nat_gateways import NatGateway
from moto.ec2.responses.nat_gateways import NatGateways
from moto.ec2.utils import generic_filter

from emulator.overrides.patch import around
from emulator.overrides.timed import TimedState

FILTERED_BY_MOTO = ("nat-gateway-id", "vpc-id", "subnet-id", "state")


def install() -> None:
    NatGateway.state = TimedState("ec2:NatGateway")

    @around(NatGateways, "create_nat_gateway")
    def create(moto: Any, self: Any) -> ActionResult:
        token = self._get_param("ClientToken")
        wanted = (self._get_param("SubnetId"), self._get_param("AllocationId"), self._get_param("ConnectivityType"))
        known = self.ec2_backend.__dict__.setdefault("nat_gateway_tokens", {})
        if token in known:
            before, gateway = known[token]
            if before != wanted:
                raise EC2ClientError("IdempotentParameterMismatch", f"The client token {token} was used before")
            return ActionResult({"NatGateway": gateway})
        result: ActionResult = moto()
        if token:
            known[token] = (wanted, result.result["NatGateway"])
        return result

    @around(EC2Backend, "describe_nat_gateways")
    def describe(moto: Any, self: Any, filters: Any, nat_gateway_ids: list[str] | None) -> list[NatGateway]:
        for key in nat_gateway_ids or []:
            find(self, key)
        found = moto(filters, nat_gateway_ids)
        rest = {name: values for name, values in (filters or {}).items() if name not in FILTERED_BY_MOTO}
        return list(generic_filter(rest, found)) if rest else list(found)

    @around(EC2Backend, "delete_nat_gateway")
    def delete(moto: Any, self: Any, nat_gateway_id: str) -> NatGateway:
        gateway = find(self, nat_gateway_id)
        for address in gateway.address_set:
            if address.get("associationId"):
                self.disassociate_address(association_id=address["associationId"])
        self.enis.pop(gateway._eni.id, None)
        deleted: NatGateway = moto(nat_gateway_id)
        return deleted

    @around(EC2Backend, "release_address")
    def release(moto: Any, self: Any, address: str | None = None, allocation_id: str | None = None) -> None:
        for gateway in self.nat_gateways.values():
            for used in gateway.address_set if gateway.state != "deleted" else []:
                if allocation_id is not None and used.get("allocationId") == allocation_id:
                    raise EC2ClientError("InvalidIPAddress.InUse", f"Address {used['publicIp']} is in use.")
        moto(address=address, allocation_id=allocation_id)


def find(backend: Any, key: str) -> NatGateway:
    gateway: NatGateway | None = backend.nat_gateways.get(key)
    if gateway is None:
        raise not_found(key)
    return gateway


def not_found(key: str) -> ServiceException:
    return EC2ClientError("NatGatewayNotFound", f"NAT gateway {key} was not found")
