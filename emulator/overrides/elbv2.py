"""Load balancers: all attributes with their defaults, and what listeners, actions and deletions are held to."""

import inspect
import re
from typing import Any

from moto.acm.models import acm_backends
from moto.core.exceptions import AWSError
from moto.elbv2 import models
from moto.elbv2.exceptions import DuplicateListenerError, ELBClientError, InvalidConfigurationRequest
from moto.elbv2.models import ELBv2Backend, FakeLoadBalancer, FakeTargetGroup

from emulator.clock import CLOCK
from emulator.overrides.patch import around

EVERY = {
    "access_logs.s3.enabled": "false",
    "access_logs.s3.bucket": "",
    "access_logs.s3.prefix": "",
    "deletion_protection.enabled": "false",
    "ipv6.deny_all_igw_traffic": "false",
    "zonal_shift.config.enabled": "false",
}
OF_TYPE = {
    "application": {
        "client_keep_alive.seconds": "3600",
        "connection_logs.s3.enabled": "false",
        "connection_logs.s3.bucket": "",
        "connection_logs.s3.prefix": "",
        "health_check_logs.s3.enabled": "false",
        "health_check_logs.s3.bucket": "",
        "health_check_logs.s3.prefix": "",
        "idle_timeout.timeout_seconds": "60",
        "load_balancing.cross_zone.enabled": "true",
        "routing.http.desync_mitigation_mode": "defensive",
        "routing.http.drop_invalid_header_fields.enabled": "false",
        "routing.http.preserve_host_header.enabled": "false",
        "routing.http.x_amzn_tls_version_and_cipher_suite.enabled": "false",
        "routing.http.xff_client_port.enabled": "false",
        "routing.http.xff_header_processing.mode": "append",
        "routing.http2.enabled": "true",
        "waf.fail_open.enabled": "false",
    },
    "network": {
        "dns_record.client_routing_policy": "any_availability_zone",
        "load_balancing.cross_zone.enabled": "false",
        "secondary_ips.auto_assigned.per_subnet": "0",
    },
    "gateway": {"load_balancing.cross_zone.enabled": "false"},
}
OF_TARGET_GROUP = {
    "load_balancing.algorithm.anomaly_mitigation": "off",
    "stickiness.app_cookie.cookie_name": "",
    "stickiness.app_cookie.duration_seconds": "86400",
    "stickiness.lb_cookie.duration_seconds": "86400",
    "stickiness.type": "lb_cookie",
    "target_group_health.dns_failover.minimum_healthy_targets.count": "1",
    "target_group_health.dns_failover.minimum_healthy_targets.percentage": "off",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.count": "1",
    "target_group_health.unhealthy_state_routing.minimum_healthy_targets.percentage": "off",
}
"""Those of a target group for HTTP, beside the ones that moto has."""
HEADERS = (
    "access_control_allow_credentials",
    "access_control_allow_headers",
    "access_control_allow_methods",
    "access_control_allow_origin",
    "access_control_expose_headers",
    "access_control_max_age",
    "content_security_policy",
    "strict_transport_security",
    "x_content_type_options",
    "x_frame_options",
)
"""Headers that a listener may set in answers."""
TLS_HEADERS = (
    "x_amzn_mtls_clientcert",
    "x_amzn_mtls_clientcert_issuer",
    "x_amzn_mtls_clientcert_leaf",
    "x_amzn_mtls_clientcert_serial_number",
    "x_amzn_mtls_clientcert_subject",
    "x_amzn_mtls_clientcert_validity",
    "x_amzn_tls_cipher_suite",
    "x_amzn_tls_version",
)
"""Headers of requests that an HTTPS listener may rename."""


NAME = re.compile(r"(?!internal-)[A-Za-z0-9]([A-Za-z0-9-]{0,30}[A-Za-z0-9])?")


def install() -> None:
    FakeLoadBalancer.VALID_ATTRS.update(EVERY, *OF_TYPE.values())

    models.ALLOWED_ACTIONS.append("jwt-validation")

    @around(FakeLoadBalancer, "__init__")
    def new(moto: Any, self: Any, *args: Any, **kwargs: Any) -> None:
        moto(*args, **kwargs)
        self.attrs = {**EVERY, **OF_TYPE[self.type]}
        self.due = CLOCK.now() + CLOCK.seconds("elbv2:LoadBalancer:create")

    @around(FakeLoadBalancer, "activate")
    def activate(moto: Any, self: Any) -> None:
        if CLOCK.now() >= self.due:
            moto()

    @around(ELBv2Backend, "create_load_balancer")
    def create(moto: Any, self: Any, name: str, **given: Any) -> Any:
        if not NAME.fullmatch(name):
            raise ELBClientError(
                "ValidationError",
                f"The load balancer name '{name}' must have at most 32 letters, digits and hyphens, and can neither "
                "begin nor end with a hyphen, nor begin with 'internal-'",
            )
        chosen = given.get("subnet_ids") or given.get("subnet_mappings") or []
        if (given.get("loadbalancer_type") or "application") == "application" and len(chosen) == 1:
            raise ELBClientError(
                "ValidationError", "At least two subnets in two different Availability Zones must be specified"
            )
        return once(self.load_balancers, name, given) or kept(moto(name, **given), given)

    @around(ELBv2Backend, "create_target_group")
    def create_group(moto: Any, self: Any, name: str, **given: Any) -> Any:
        return once(self.target_groups, name, given) or kept(moto(name, **given), given)

    @around(ELBv2Backend, "delete_load_balancer")
    def delete(moto: Any, self: Any, arn: str) -> None:
        balancer = self.load_balancers.get(arn)
        if balancer and balancer.attrs["deletion_protection.enabled"] == "true":
            raise ELBClientError(
                "OperationNotPermitted",
                f"Load balancer '{arn}' cannot be deleted because deletion protection is enabled",
            )
        moto(arn)

    @around(FakeTargetGroup, "__init__")
    def new_target_group(moto: Any, self: Any, *args: Any, **kwargs: Any) -> None:
        moto(*args, **kwargs)
        if self.protocol in ("HTTP", "HTTPS"):
            self.attributes = {**OF_TARGET_GROUP, **self.attributes}

    @around(ELBv2Backend, "modify_target_group_attributes")
    def modify_target_group(moto: Any, self: Any, target_group_arn: str, attributes: dict[str, Any]) -> None:
        group = self.target_groups.get(target_group_arn)
        if group:
            refuse_unknown(attributes, group.attributes)
        moto(target_group_arn, attributes)

    @around(ELBv2Backend, "_validate_actions")
    def validate_actions(moto: Any, self: Any, actions: list[Any]) -> None:
        moto([action for action in actions if action.type != "jwt-validation"])

    @around(ELBv2Backend, "modify_load_balancer_attributes")
    def modify(moto: Any, self: Any, arn: str, attrs: dict[str, Any]) -> Any:
        refuse_unknown(attrs, self.describe_load_balancer_attributes(arn))
        return moto(arn, attrs)

    @around(ELBv2Backend, "describe_listener_attributes")
    def describe_listener(moto: Any, self: Any, listener_arn: str) -> dict[str, str]:
        listener = self.describe_listeners(None, [listener_arn])[0]
        return {**defaults(self.load_balancers[listener.load_balancer_arn].type, listener.protocol), **own(listener)}

    @around(ELBv2Backend, "modify_listener_attributes")
    def modify_listener(moto: Any, self: Any, listener_arn: str, attrs: list[dict[str, str]]) -> dict[str, str]:
        refuse_unknown([item["Key"] for item in attrs], self.describe_listener_attributes(listener_arn))
        listener = self.describe_listeners(None, [listener_arn])[0]
        own(listener).update({item["Key"]: item["Value"] for item in attrs})
        answer: dict[str, str] = self.describe_listener_attributes(listener_arn)
        return answer

    @around(ELBv2Backend, "create_listener")
    def create_listener(moto: Any, self: Any, load_balancer_arn: str, *args: Any, **kwargs: Any) -> Any:
        port = args[1] if len(args) > 1 else kwargs.get("port")
        balancer = self.load_balancers.get(load_balancer_arn)
        if balancer and any(str(listener.port) == str(port) for listener in balancer.listeners.values()):
            raise DuplicateListenerError()
        given = inspect.signature(moto).bind(load_balancer_arn, *args, **kwargs).arguments
        refuse_unissued(self, given.get("certificate"))
        refuse_without_tls(given.get("protocol"), given["actions"])
        return moto(load_balancer_arn, *args, **kwargs)


def own(listener: Any) -> dict[str, str]:
    """The attributes that were set."""
    kept: dict[str, str] = listener.__dict__.setdefault("set_attributes", {})
    return kept


def defaults(kind: str, protocol: str) -> dict[str, str]:
    if kind != "application":
        return {"tcp.idle_timeout.seconds": "350"} if protocol == "TCP" or kind == "gateway" else {}
    told = {f"routing.http.response.{name}.header_value": "" for name in HEADERS}
    told["routing.http.response.server.enabled"] = "true"
    if protocol == "HTTPS":
        told |= {f"routing.http.request.{name}.header_name": name.replace("_", "-").title() for name in TLS_HEADERS}
    return told


def once(there: dict[str, Any], name: str, given: dict[str, Any]) -> Any:
    """What a request for the same has made before: a repetition makes nothing."""
    return next((item for item in there.values() if item.name == name and getattr(item, "given", None) == given), None)


def kept(made: Any, given: dict[str, Any]) -> Any:
    made.given = given
    return made


def refuse_unknown(wanted: Any, known: dict[str, str]) -> None:
    unknown = sorted(set(wanted) - set(known))
    if unknown:
        raise InvalidConfigurationRequest(f"Attribute key '{unknown[0]}' is not supported here")


def refuse_unissued(backend: ELBv2Backend, arn: str | None) -> None:
    """A listener takes certificates that are issued."""
    if not arn or ":acm:" not in arn:
        return
    try:
        certificate = acm_backends[backend.account_id][backend.region_name].get_certificate(arn)
    except AWSError:
        raise ELBClientError("CertificateNotFound", f"Certificate '{arn}' not found") from None
    certificate.check()
    if certificate.status != "ISSUED":
        raise ELBClientError("UnsupportedCertificate", f"The certificate '{arn}' must be issued")


def refuse_without_tls(protocol: str | None, actions: list[dict[str, Any]]) -> None:
    """Who somebody is may only be asked over HTTPS."""
    kinds = [str(action["Type"]) for action in actions]
    asking = [kind for kind in kinds if kind == "jwt-validation" or kind.startswith("authenticate-")]
    if asking and protocol != "HTTPS":
        raise InvalidConfigurationRequest(f"Actions of type '{asking[0]}' are supported only on HTTPS listeners")
