"""The bridge to moto: it parses requests and writes answers and errors for any botocore service model."""

from typing import Any

from moto.core.exceptions import ServiceException
from moto.core.request import Request
from moto.core.responses import ActionResult, BaseResponse
from moto.core.utils import get_service_model
from moto.utilities.aws_headers import gen_amzn_requestid_long

from emulator.faults import Fault
from emulator.modeled.call import Call
from emulator.modeled.cloud import Cloud
from emulator.modeled.errors import AwsError
from emulator.modeled.service import Handler
from emulator.modeled.validate import validate


def lacks(model: Any, name: str, value: Any) -> bool:
    """Whether a list is what moto makes of one that the query doesn't have: it can't say that there is an empty one."""
    shape = model.input_shape.members.get(name) if model.input_shape else None
    return value == [] and shape is not None and shape.serialization.get("location") == "querystring"


class ModeledResponse(BaseResponse):
    """Answers one request to one operation, which is known already."""

    def __init__(
        self,
        cloud: Cloud,
        service: str,
        operation: str,
        uri_params: dict[str, Any],
        handler: Handler,
        fault: Fault | None = None,
    ):
        super().__init__(service_name=service)
        self.automated_parameter_parsing = True
        self.cloud = cloud
        self.operation = operation
        self.uri_params = uri_params
        self.handler = handler
        self.fault = fault

    def answer(self, environ: dict[str, Any], region: str) -> tuple[int, dict[str, str], bytes]:
        request = Request(environ)
        url = f"https://{self.service_name}.{region}.amazonaws.com{request.raw_path}"
        if request.query_string:
            url += f"?{request.query_string.decode()}"
        status, headers, body = self._dispatch(request, url, request.headers)
        return status, headers, body.encode() if isinstance(body, str) else body

    def _get_action(self) -> str:
        self.uri_match = self.uri_params
        return self.operation

    def parse_parameters(self, request: Request) -> None:
        self.unreadable: Exception | None = None
        try:
            super().parse_parameters(request)
        except (ValueError, TypeError, AttributeError) as error:
            self.unreadable = error

    def call_action(self) -> tuple[int, dict[str, Any], Any]:
        try:
            result: Any = self._handle()
        except ServiceException as error:
            result = error
        status, headers, body = self.serialized(ActionResult(result))
        if isinstance(result, dict) and isinstance(body, bytes) and "contentType" in result:
            headers["Content-Type"] = result["contentType"]  # moto names the protocol's own for every body
        gen_amzn_requestid_long(headers)
        return status, headers, body

    def _handle(self) -> dict[str, Any]:
        if self.unreadable:
            raise AwsError("SerializationException", f"The request can't be read: {self.unreadable}")
        model = get_service_model(self.boto3_service_name).operation_model(self.operation)
        params = {
            name: value for name, value in self.params.items() if value is not None and not lacks(model, name, value)
        }
        validate(model, params)
        with self.cloud.store.lock:
            self.cloud.fault = None
            self.cloud.settle()
            self.cloud.fault = self.fault
            call = Call(self.cloud, model, params, self.current_account, self.region, self.headers.get("Host", ""))
            answer = self.handler(call)
        return dict(answer() if callable(answer) else answer)
