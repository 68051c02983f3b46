"""The clock of the local cloud can be put forward, and its log can keep what was sent."""

from __future__ import annotations

import base64
import json
import urllib.error
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.local_cloud import LocalCloud, running


@pytest.fixture(scope="module")
def cloud(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCloud]:
    """One where things take as long as on AWS."""
    with running(tmp_path_factory.mktemp("clock") / "log", time_scale=1) as cloud:
        yield cloud


def put(cloud: LocalCloud, name: str, content: Any) -> Any:
    request = urllib.request.Request(f"{cloud.url}/_local-cloud/{name}", json.dumps(content).encode(), method="PUT")
    with urllib.request.urlopen(request, timeout=30) as answer:
        return json.load(answer)


def test_what_takes_minutes_is_ready_once_they_have_passed(cloud: LocalCloud, tmp_path: Path):
    control = cloud.client("bedrock-agentcore-control")
    memory = control.create_memory(name="kept", eventExpiryDuration=30)["memory"]["id"]
    assert control.get_memory(memoryId=memory)["memory"]["status"] == "CREATING"
    later = cloud.now() + 61
    assert put(cloud, "clock", {"now": later})["now"] >= later
    assert control.get_memory(memoryId=memory)["memory"]["status"] == "ACTIVE"


def test_time_never_goes_back_until_all_is_forgotten(cloud: LocalCloud):
    later = put(cloud, "clock", {"now": cloud.now() + 1000})["now"]
    assert put(cloud, "clock", {"now": later - 500})["now"] >= later
    cloud.reset()
    assert cloud.now() < later - 500


def test_the_log_keeps_what_was_sent_only_on_request(cloud: LocalCloud):
    ssm = cloud.client("ssm")
    cloud.keep_contents(True)
    ssm.put_parameter(Name="/kept", Value="text", Type="String")
    cloud.keep_contents(False)
    ssm.put_parameter(Name="/dropped", Value="text", Type="String")
    kept, dropped = cloud.requests()[-2:]
    assert json.loads(base64.b64decode(kept["content"]["body"]))["Name"] == "/kept"
    assert kept["content"]["environ"]["HTTP_X_AMZ_TARGET"] == "AmazonSSM.PutParameter"
    assert dropped["content"] is None


@pytest.mark.parametrize(
    ("name", "content"),
    [("clock", {"now": "soon"}), ("clock", {}), ("clock", {"now": True}), ("requests", {"contents": 1})],
)
def test_other_wishes_are_refused(cloud: LocalCloud, name: str, content: Any):
    with pytest.raises(urllib.error.HTTPError) as refused:
        put(cloud, name, content)
    assert refused.value.code == 400
