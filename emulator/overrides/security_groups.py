"""Security groups of EC2: what uses them, and rules of which moto forgets something or takes them for others."""

from typing import Any

from moto.core.responses import ActionResult
from moto.ec2.exceptions import DependencyViolationError
from moto.ec2.models import EC2Backend
from moto.ec2.models.security_groups import SecurityGroup, SecurityGroupBackend, SecurityGroupRule
from moto.ec2.responses.security_groups import SecurityGroups

from emulator.overrides.patch import around


def install() -> None:
    @around(EC2Backend, "_delete_security_group")
    def delete_group(moto: Any, self: Any, vpc_id: str | None, group_id: str) -> None:
        if next(users(self, group_id), None):
            raise DependencyViolationError(f"resource {group_id} has a dependent object")
        moto(vpc_id, group_id)

    for way in ("ingress", "egress"):

        @around(SecurityGroups, f"update_security_group_rule_descriptions_{way}")
        def update_descriptions(moto: Any, self: Any) -> ActionResult:
            moto()
            return ActionResult({"Return": True})

    @around(SecurityGroupRule, "__eq__")
    def same(moto: Any, self: Any, other: Any) -> bool:
        # To moto a rule that names a group is another one with another description.
        return what(self) == what(other)

    @around(SecurityGroupBackend, "_sg_update_description")
    def update_description(moto: Any, self: Any, wanted: Any, rule: Any) -> None:
        # moto never removes one.
        for place in ("ip_range", "source_group", "prefix_list"):
            getattr(rule, place).pop("Description", None)
            getattr(rule, place).update(getattr(wanted, place))

    @around(SecurityGroupRule, "__init__")
    def new(moto: Any, self: Any, ec2: Any, protocol: str, group: str, first: Any, *args: Any, **more: Any) -> None:
        # moto wants ports of protocols that have none, and forgets the descriptions of prefix lists.
        moto(ec2, "-1" if first is None else protocol, group, first, *args, **more)
        self.ip_protocol = str(protocol) if first is None else self.ip_protocol
        self.prefix_list = dict((args[3] if len(args) > 3 else None) or {})

    @around(SecurityGroup, "_flattened_rules")
    def permissions(moto: Any, self: Any, rules: list[Any]) -> list[Any]:
        views = list(moto(rules))
        for view in views:
            ports = (view.ip_protocol, view.from_port, view.to_port)
            here = [rule.prefix_list for rule in rules if what(rule)[:3] == ports]
            view.prefix_list_ids = [prefix_list for prefix_list in here if prefix_list]
        return views

    @around(SecurityGroupBackend, "revoke_security_group_egress")
    def revoke_egress(moto: Any, self: Any, **asked: Any) -> None:
        # moto passes over blocks of IPv6 in a VPC that has none itself.
        blocks = [block for block in asked["ip_ranges"] if "CidrIpv6" in block]
        moto(**asked)
        group = self.get_security_group_by_name_or_id(asked["group_name_or_id"])
        ports = (asked["ip_protocol"], group.id, asked["from_port"], asked["to_port"])
        going = list(self._iterate_security_rules(*ports, blocks, [], [], is_egress=True))
        group.egress_rules = [rule for rule in group.egress_rules if rule not in going]


def what(rule: SecurityGroupRule) -> tuple[Any, ...]:
    """What a rule lets through, whatever is said of it."""
    blocks = [rule.ip_range.get(member) for member in ("CidrIp", "CidrIpv6")]
    others = (*blocks, rule.source_group.get("GroupId"), rule.prefix_list_id)
    return rule.ip_protocol, rule.from_port, rule.to_port, *others


def users(backend: Any, group_id: str) -> Any:
    """What refers to a security group: rules of other groups, network interfaces, interface endpoints."""
    for groups in backend.groups.values():
        for group in groups.values():
            for rule in (*group.ingress_rules, *group.egress_rules):
                if group.id != group_id and rule.source_group.get("GroupId") == group_id:
                    yield group.id
    for interface in backend.enis.values():
        if any(group.id == group_id for group in interface.group_set if group):
            yield interface.id
    for endpoint in backend.vpc_end_points.values():
        if group_id in endpoint.security_group_ids and endpoint.state != "deleted":
            yield endpoint.id
