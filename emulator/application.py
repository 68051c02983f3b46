"""The WSGI application: our operations first, everything else to moto, and an honest 501 for what neither has."""

import io
import re
import socket
import time
import traceback
from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from moto.moto_api._internal import moto_api_backend
from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app

from emulator import overrides
from emulator.authorization.gate import Gate
from emulator.clock import CLOCK
from emulator.control import Control
from emulator.failures import NOT_IMPLEMENTED, Answer, render
from emulator.faults import Fault, Faults
from emulator.identify import Identity, buffered_body, identify
from emulator.journal import Journal, changes
from emulator.modeled.call import Call
from emulator.modeled.cloud import Cloud
from emulator.modeled.dispatch import ModeledResponse
from emulator.modeled.errors import AwsError
from emulator.modeled.service import Handler, Service
from emulator.modeled.tags import NotOurs
from emulator.replay import replay
from emulator.requestlog import Entry, RequestLog
from emulator.site import Site, Visit

OURS, MOTOS = "local-cloud", "moto"
MISSING = re.compile("NotFound|NonexistentItem|NoSuch")


class LocalCloud:
    def __init__(self, services: Iterable[Service], journal: Journal | None = None, authorize: bool = False):
        self.services = tuple(services)
        self.by_name = {service.name: service for service in self.services}
        self.sites = [site for service in self.services for site in service.sites]
        self.cloud = Cloud(CLOCK)
        for service in self.services:
            for resource in service.types:
                self.cloud.know(resource)
        self.log = RequestLog()
        self.faults = Faults()
        self.gate = Gate(self.cloud, self.by_name, authorize)
        self.control = Control(self)
        self.moto = DomainDispatcherApplication(create_backend_app)
        self.journal = journal or Journal()
        for lost in replay(self.journal, self.again):
            print(f"local cloud: this change could not be repeated: {lost}", flush=True)

    def __call__(self, environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        started = time.perf_counter()
        identity = identify(environ)
        path = environ.get("PATH_INFO", "")
        content = self.log.content(environ)
        if not identity.is_signed and self.control.knows(path):
            status, headers, body = self.control.answer(environ["REQUEST_METHOD"], path, buffered_body(environ))
        elif site := self.site_at(path):
            method, (status, headers, body) = self.of_site(site, environ, identity)
            self.record(replace(identity, service=site.name, operation=method), status, started, OURS, content)
        else:
            by = self.answered_by(identity)
            fault = self.faults.of(identity.service, identity.operation, identity.access_key) or Fault()
            if fault.delay:
                time.sleep(fault.delay)
            if fault.cut == "before":
                return hang_up(environ)
            refusal = self.refused(environ, identity, self.gate.refuse) if self.gate.is_on else None
            status, headers, body = refusal or self.kept(environ, identity, by, fault)
            by = OURS if refusal else by
            self.record(identity, status, started, by, content)
            if fault.cut == "after":
                return hang_up(environ)
        # The answer to HEAD keeps the length of the body that it doesn't have.
        if environ["REQUEST_METHOD"] == "HEAD":
            body = b""
        else:
            headers = [(name, value) for name, value in headers if name.lower() != "content-length"]
            headers.append(("Content-Length", str(len(body))))
        start_response(f"{status} {'OK' if status < 400 else 'Error'}", headers)
        return [body]

    def answered_by(self, identity: Identity) -> str:
        service = self.by_name.get(identity.service or "")
        return OURS if service and service.answers(identity.operation) else MOTOS

    def refused(self, environ: dict[str, Any], identity: Identity, gate: Callable[..., Answer | None]) -> Answer | None:
        """What the gate has against a request; one that it can't judge isn't carried out either."""
        try:
            return gate(environ, identity)
        except Exception as error:
            return broken(identity, error)

    def kept(self, environ: dict[str, Any], identity: Identity, by: str, fault: Fault) -> Answer:
        """The answer to a request, which is in the journal by then if it changed something."""
        service = self.by_name.get(identity.service or "")
        elsewhere = service is not None and identity.operation in service.kept_elsewhere
        keeps = not elsewhere and changes(identity.operation)
        return self.journaled(environ, keeps, lambda: self.answer(environ, identity, by, fault))

    def journaled(self, environ: dict[str, Any], keeps: bool, answer: Callable[[], Answer]) -> Answer:
        """The answer; if I(keeps), alone among the changes, and in the journal if it was no refusal."""
        if not keeps or not self.journal.is_kept:
            return answer()
        with self.journal.change(environ, buffered_body(environ)) as keep:
            given = answer()
            if given[0] < 400:
                keep()
        return given

    def again(self, environ: dict[str, Any]) -> int:
        """Carry out a request of the journal; the status."""
        identity = identify(environ)
        site = self.site_at(environ.get("PATH_INFO", ""))
        if site:
            return self.visited(site, environ, identity)[0]
        return self.answer(environ, identity, self.answered_by(identity), Fault())[0]

    def answer(self, environ: dict[str, Any], identity: Identity, by: str, fault: Fault) -> Answer:
        try:
            if fault.error:
                error = fault.error
                return render(identity.protocol, int(error["status"]), error["code"], error["message"])
            overrides.install(identity.service)
            return self.ours(environ, identity, fault) if by == OURS else self.motos(environ, identity)
        except NotImplementedError as error:
            return not_implemented(identity, str(error))
        except Exception as error:
            return broken(identity, error)

    def site_at(self, path: str) -> Site | None:
        return next((site for site in self.sites if site.find(path)), None)

    def of_site(self, site: Site, environ: dict[str, Any], identity: Identity) -> tuple[str, Answer]:
        """What was asked for and the answer, which is in the journal by then if it changed something."""
        # A site without methods in the body is named by those of HTTP.
        method = site.method(buffered_body(environ)) or environ["REQUEST_METHOD"].title()
        keeps = site.keeps and changes(method)
        refusal = self.refused(environ, identity, self.gate.refuse_site) if self.gate.is_on else None
        if refusal:
            return method, refusal
        return method, self.journaled(environ, keeps, lambda: self.visited(site, environ, identity))

    def visited(self, site: Site, environ: dict[str, Any], identity: Identity) -> Answer:
        body, found = buffered_body(environ), site.find(environ["PATH_INFO"])
        assert found
        try:
            return site.answer(Visit(self.cloud, environ, identity, body, found))
        except Exception as error:
            return broken(identity, error)

    def ours(self, environ: dict[str, Any], identity: Identity, fault: Fault) -> Answer:
        service = self.by_name[str(identity.service)]
        operation = identity.operation
        handler = service.operations.get(operation or "")
        if operation is None or handler is None:
            return not_implemented(identity)
        body = buffered_body(environ)
        try:
            return self.modeled(environ, replace(identity, region=service.region or identity.region), handler, fault)
        except NotOurs as resource:
            environ["wsgi.input"] = io.BytesIO(body)
            return self.motos_or_nobodys(environ, identity, str(resource))

    def motos_or_nobodys(self, environ: dict[str, Any], identity: Identity, resource: str) -> Answer:
        """moto's answer about a resource that isn't ours; that there is none, if moto can't tell."""
        body = buffered_body(environ)
        try:
            answer = self.motos(environ, identity)
            if answer[0] != NOT_IMPLEMENTED:
                return answer
        except Exception:  # moto takes the ARN apart in its own ways
            traceback.print_exc()
        environ["wsgi.input"] = io.BytesIO(body)

        def refuse(call: Call) -> None:
            codes = [error.name for error in call.operation.error_shapes if MISSING.search(error.name)]
            raise AwsError(codes[0] if codes else "ResourceNotFoundException", f"No resource has the ARN {resource}")

        return self.modeled(environ, identity, refuse)

    def modeled(
        self, environ: dict[str, Any], identity: Identity, handler: Handler, fault: Fault | None = None
    ) -> Answer:
        """The error of a request that its model forbids, or the handler's answer."""
        service, operation = str(identity.service), str(identity.operation)
        response = ModeledResponse(self.cloud, service, operation, identity.uri_params, handler, fault)
        status, headers, content = response.answer(environ, str(identity.region))
        return status, [(name, str(value)) for name, value in headers.items() if name.lower() != "status"], content

    def motos(self, environ: dict[str, Any], identity: Identity) -> Answer:
        try:
            application = self.moto.get_application(environ)
        except Exception:
            # moto fails in its own ways on services that it doesn't have.
            return not_implemented(identity)
        given: list[Any] = []
        body = b"".join(application(environ, lambda *args: given.extend(args[:2])))
        status, headers = int(given[0].split()[0]), list(given[1])
        if status == 404 and identity.service != "s3" and is_no_answer(headers, body, environ["REQUEST_METHOD"]):
            return not_implemented(identity)
        return status, headers, body

    def record(self, identity: Identity, status: int, started: float, by: str, content: dict[str, Any] | None) -> None:
        self.log.add(
            Entry(
                time=datetime.now(UTC).isoformat(timespec="milliseconds"),
                service=identity.service,
                operation=identity.operation,
                region=identity.region,
                principal=identity.access_key,
                status=status,
                milliseconds=round((time.perf_counter() - started) * 1000, 2),
                answered_by=by,
                content=content,
            )
        )

    def reset(self) -> None:
        """Forget everything: our records, moto's, journal, request log and faults; checks are as at the start."""
        self.journal.clear()
        self.cloud.store.clear()
        self.faults.replace([])
        self.gate.reset()
        moto_api_backend.reset()
        self.log.clear()
        self.log.keeps_contents, CLOCK.ahead = False, 0.0
        for service in self.services:
            service.on_reset()


def hang_up(environ: dict[str, Any]) -> Iterable[bytes]:
    """End the connection without an answer, as a network does that fails."""
    environ["werkzeug.socket"].shutdown(socket.SHUT_RDWR)
    return []


def is_no_answer(headers: list[tuple[str, str]], body: bytes, method: str) -> bool:
    """Whether a 404 is that of a path without a route, and not a service's own."""
    kind = next((value for name, value in headers if name.lower() == "content-type"), "")
    return (kind.startswith("text/html") and b"<title>404 Not Found" in body) or (not body and method != "HEAD")


def not_implemented(identity: Identity, detail: str = "") -> Answer:
    name = f"{identity.service}:{identity.operation or 'unknown operation'}"
    message = f"The local cloud doesn't implement {name}. docs/local-cloud.md lists what it has."
    if detail:
        message += f" ({detail})"
    return render(identity.protocol, NOT_IMPLEMENTED, "NotImplemented", message)


def broken(identity: Identity, error: Exception) -> Answer:
    """A defect, ours or moto's. The trace goes to the log file, the name of the error to the client."""
    traceback.print_exc()
    message = f"The local cloud failed in {identity.service}:{identity.operation}: {type(error).__name__}: {error}"
    return render(identity.protocol, 500, "InternalFailure", message)
