"""Route 53: a zone in a VPC is private, a caller reference is used once, and a record that isn't there can't go."""

from typing import Any

from moto.route53.exceptions import Route53ClientError
from moto.route53.models import Route53Backend
from moto.route53.responses import Route53

from emulator.overrides.patch import around


def install() -> None:
    @around(Route53, "create_hosted_zone")
    def create(moto: Any, self: Any) -> Any:
        reference = self._get_param("CallerReference")
        if any(zone.caller_reference == reference for zone in self.backend.zones.values()):
            raise Route53ClientError(
                "HostedZoneAlreadyExists", f"A hosted zone has already been created with the reference {reference}"
            )
        if self._get_param("VPC.VPCId"):
            self.params["HostedZoneConfig"] = {**self.params.get("HostedZoneConfig", {}), "PrivateZone": True}
        return moto()

    @around(Route53Backend, "change_resource_record_sets")
    def change(moto: Any, self: Any, zone_id: str, change_list: list[dict[str, Any]]) -> Any:
        there = {key(vars(record)) for record in self.get_hosted_zone(zone_id).rrsets}
        for one in change_list:
            given = one["ResourceRecordSet"]
            this = key({"name": given["Name"], "type": given["Type"], "set_identifier": given.get("SetIdentifier")})
            if one["Action"] == "DELETE" and this not in there:
                raise Route53ClientError(
                    "InvalidChangeBatch",
                    f"[Tried to delete resource record set [name='{this[0]}', type='{this[1]}'] but it was not found]",
                )
            (there.discard if one["Action"] == "DELETE" else there.add)(this)
        return moto(zone_id, change_list)


def key(record: dict[str, Any]) -> tuple[Any, ...]:
    """What tells the records of a zone apart."""
    return f"{record['name'].rstrip('.').lower()}.", record["type"], record["set_identifier"]
