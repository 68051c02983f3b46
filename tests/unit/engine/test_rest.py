"""Operations of an endpoint without a boto3 client, against a small server."""

import base64
import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import (
    EngineError,
    error_code,
    error_message,
)
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource
from ansible_collections.bidops.platform.plugins.module_utils._engine.rest import RestApi
from ansible_collections.bidops.platform.plugins.module_utils._engine.sdk import botocore

MODEL = {
    "metadata": {"protocol": "rest-json", "serviceId": "es", "apiVersion": "1", "endpointPrefix": "es"},
    "operations": {
        "GetThing": {
            "name": "GetThing",
            "http": {"method": "GET", "requestUri": "/things/{name}"},
            "input": {"shape": "Thing"},
            "output": {"shape": "Thing"},
        },
        "PutThing": {
            "name": "PutThing",
            "http": {"method": "PUT", "requestUri": "/things/{name}"},
            "input": {"shape": "Thing"},
        },
    },
    "shapes": {
        "Text": {"type": "string"},
        "Thing": {
            "type": "structure",
            "required": ["name"],
            "members": {
                "name": {"shape": "Text", "location": "uri", "locationName": "name"},
                "size": {"shape": "Text"},
            },
        },
    },
}


class Server(HTTPServer):
    """Answers with what it is told to, and keeps what it was asked."""

    def __init__(self):
        super().__init__(("127.0.0.1", 0), Handler)
        self.asked = []
        self.answer = (200, "{}")


class Handler(BaseHTTPRequestHandler):
    def respond(self):
        body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
        self.server.asked.append((self.command, self.path, body, dict(self.headers)))
        status, text = self.server.answer
        self.send_response(status)
        self.end_headers()
        self.wfile.write(text.encode())

    do_GET = do_PUT = respond

    def log_message(self, *args):
        pass


@pytest.fixture
def server():
    server = Server()
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield server
    server.shutdown()
    server.server_close()


@pytest.fixture
def api(server, context_of):
    def make(url=f"http://127.0.0.1:{server.server_port}/", **options):
        resource = Resource(service="opensearch", noun="Domain", returns="domain", local=("name", *options))
        context = context_of(resource, {"name": "a", **options})
        return RestApi(context, MODEL, lambda _context: url, "es", lambda _operation, body: {"told": body})

    return make


def test_asks_what_the_model_says(server, api):
    server.answer = (200, json.dumps({"size": "big"}))
    assert api().call("GetThing", name="a b/c") == {"told": {"size": "big"}}
    ((method, path, body, headers),) = server.asked
    assert (method, path, body) == ("GET", "/things/a%20b%2Fc", b"")
    assert "/es/aws4_request" in headers["Authorization"]


def test_sends_what_the_model_has_a_place_for(server, api):
    api().call("PutThing", name="a", size="big")
    assert json.loads(server.asked[0][2]) == {"size": "big"}


def test_a_name_and_password_take_the_place_of_the_signature(server, api):
    api(username="me", password="hidden").call("GetThing", name="a")
    token = base64.b64encode(b"me:hidden").decode()
    assert server.asked[0][3]["Authorization"] == f"Basic {token}"


def test_an_error_is_one_of_botocores(server, api):
    server.answer = (404, json.dumps({"status": "NOT_FOUND", "message": "no such thing"}))
    assert api().find("GetThing", name="a") is None
    with pytest.raises(botocore.exceptions.ClientError) as caught:
        api().call("GetThing", name="a")
    assert (error_code(caught.value), error_message(caught.value)) == ("404", "no such thing")


def test_an_error_without_json_is_told_as_it_is(server, api):
    server.answer = (503, "out of order")
    with pytest.raises(botocore.exceptions.ClientError, match="out of order"):
        api().call("GetThing", name="a")


def test_an_endpoint_that_is_not_there_is_told(api):
    with pytest.raises(EngineError, match=r"http://127\.0\.0\.1:1/things/a can't be reached"):
        api("http://127.0.0.1:1").call("GetThing", name="a")
