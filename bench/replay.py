"""Make the API calls in a file, with boto3 and threads: the least that a client in Python can do with them.

A program of its own, so that what it costs can be measured: python bench/replay.py FILE ENDPOINT.
"""

import base64
import json
import sys
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path

import boto3
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.config import Config
from botocore.exceptions import ClientError
from botocore.httpsession import URLLib3Session

THREADS = 8


def main(file: str, endpoint: str) -> None:
    calls = json.loads(Path(file).read_text())
    session, http = boto3.Session(), URLLib3Session(max_pool_connections=THREADS)
    config = Config(max_pool_connections=THREADS, s3={"addressing_style": "path"})
    wanted = sorted({(call["service"], call["region"]) for call in calls if "parameters" in call})
    clients = {
        (service, region): session.client(service, region_name=region, endpoint_url=endpoint, config=config)
        for service, region in wanted
    }

    def make(call: dict) -> None:
        if "parameters" not in call:
            body = base64.b64decode(call["body"])
            headers = {"Content-Type": call["type"]} if call["type"] else {}
            request = AWSRequest(call["method"], endpoint + call["path"], data=body, headers=headers)
            SigV4Auth(session.get_credentials(), call["service"], call["region"]).add_auth(request)
            http.send(request.prepare())
            return
        with suppress(ClientError):  # the run was answered with it, too, such as that something isn't there
            getattr(clients[call["service"], call["region"]], call["method"])(**call["parameters"])

    with ThreadPoolExecutor(THREADS) as pool:
        list(pool.map(make, calls))


if __name__ == "__main__":
    main(*sys.argv[1:])
