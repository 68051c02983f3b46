"""The switch, and the gate that each request passes while it is on.

Is it signed by whom it says, and may they do this?
"""

import dataclasses
import functools
from collections.abc import Mapping
from typing import Any

from moto.core.utils import get_service_model

from emulator import overrides
from emulator.authorization import actions, context, credentials, decision, demands, principals, signature
from emulator.authorization.principals import Principal
from emulator.authorization.refusals import Reason, Refused, answer
from emulator.authorization.request import Asked, parameters
from emulator.clock import CLOCK
from emulator.failures import Answer
from emulator.identify import Identity, buffered_body, identify_unsigned
from emulator.modeled.cloud import Cloud
from emulator.modeled.service import Service
from emulator.requestlog import NOTES

JUDGED = "local_cloud.judged"
"""Tells corrections of moto, which judge a few policies by themselves, that all policies are judged already."""


@dataclasses.dataclass
class Settings:
    enabled: bool = False
    secure_transport: bool = True
    """Whether plain HTTP, the only thing that the server speaks, counts as TLS."""


class Gate:
    def __init__(self, cloud: Cloud, services: Mapping[str, Service], enabled: bool = False):
        self.cloud = cloud
        self.services = services
        self.at_start = Settings(enabled)
        self.settings = self.at_start

    @property
    def is_on(self) -> bool:
        return self.settings.enabled

    def change(self, given: Any) -> dict[str, bool]:
        """Take new settings; what is left out stays. ValueError says what is wrong with them."""
        known = [field.name for field in dataclasses.fields(Settings)]
        if not isinstance(given, dict):
            raise ValueError("authorization is a JSON object")
        wrong = [name for name, value in given.items() if name not in known or not isinstance(value, bool)]
        if wrong:
            raise ValueError(f"{', '.join(wrong)} can't be: there are {' and '.join(known)}, each true or false")
        self.settings = dataclasses.replace(self.settings, **given)
        return self.told()

    def told(self) -> dict[str, bool]:
        return dataclasses.asdict(self.settings)

    def reset(self) -> None:
        self.settings = self.at_start

    def refuse(self, environ: dict[str, Any], identity: Identity) -> Answer | None:
        """The error for a request that may not be carried out; None lets it pass."""
        try:
            overrides.install("iam")
            identity = identity if identity.is_signed else identify_unsigned(environ, identity)
            body = buffered_body(environ)
            principal = self.who(environ, identity, body)
            NOTES.principal_arn = principal.arn if principal.account else None
            self.allow(environ, identity, principal, body)
            environ[JUDGED] = True
        except Refused as refused:
            return answer(refused, identity)
        return None

    def refuse_site(self, environ: dict[str, Any], identity: Identity) -> Answer | None:
        """The same for paths that are no operations of AWS's APIs: their services judge who may; a signature that is
        there has to be right.
        """
        try:
            overrides.install("iam")
            principal = self.who(environ, identity, buffered_body(environ)) if identity.is_signed else None
            NOTES.principal_arn = principal.arn if principal else None
        except Refused as refused:
            return answer(refused, dataclasses.replace(identity, protocol="rest-json"))
        return None

    def who(self, environ: dict[str, Any], identity: Identity, body: bytes) -> Principal:
        """Who signed the request."""
        signed = signature.read(environ)
        if signed is None:
            if identity.is_signed:
                raise Refused(Reason.MISMATCH)
            if identity.service == "s3" and signature.is_older(environ):
                raise Refused(Reason.OLD_SIGNATURE)
            return principals.nobody()
        found = credentials.find(signed.access_key)
        if found is None:
            raise Refused(Reason.UNKNOWN_KEY)
        if signed.token != found.token:
            raise Refused(Reason.BAD_TOKEN)
        now = CLOCK.now()
        if found.expires is not None and now >= found.expires:
            raise Refused(Reason.EXPIRED_TOKEN)
        signature.verify(signed, found.secret, environ, body, now)
        return found.principal

    def allow(self, environ: dict[str, Any], identity: Identity, principal: Principal, body: bytes) -> None:
        """Raise Refused unless the policies allow what is asked for."""
        if identity.service is None or identity.operation is None:
            if not principal.account:
                raise Refused(Reason.UNSIGNED)
            return
        if not is_known(identity) or is_for_everybody(identity):
            return
        if not principal.account and identity.service != "s3":
            raise Refused(Reason.UNSIGNED)
        params = parameters(identity, environ, body)
        asked = Asked(identity, environ, principal, self.cloud, self.settings.secure_transport, params)
        keys = context.of_request(asked)
        prefix = actions.prefix(asked.service)
        for demand in demands.of_asked(asked, self.services):
            if demand.action in actions.ALWAYS_ALLOWED:
                continue
            own = {**keys, **context.of_demand(asked, demand)}
            found = context.Context(own, functools.partial(demand.resource.tags, asked), prefix)
            why = decision.refusal(demand, principal, found)
            if why and not principal.account:
                raise Refused(Reason.UNSIGNED)
            if why:
                raise Refused(Reason.DENIED, message(asked, demand, why))


def is_known(identity: Identity) -> bool:
    """Whether the service has such an operation: what it hasn't, it refuses by itself."""
    return identity.operation in get_service_model(str(identity.service)).operation_names


def is_for_everybody(identity: Identity) -> bool:
    """Whether the operation takes no signature, such as a sign-in."""
    operation = get_service_model(str(identity.service)).operation_model(str(identity.operation))
    return bool(operation.auth_type == "none")


def message(asked: Asked, demand: demands.Demand, why: str) -> str:
    resource = demand.resource.arn
    if asked.service == "s3":
        resource = f'"{resource}"'
    return f"User: {asked.principal.arn} is not authorized to perform: {demand.action} on resource: {resource} {why}"
