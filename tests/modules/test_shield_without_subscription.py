"""Shield Advanced costs a year's fee: without a subscription nothing is protected, and nothing is subscribed to."""

import json

import pytest

from tests.local_cloud import running
from tests.modules import playbook

ADDRESS = "arn:aws:ec2:us-east-1:123456789012:eip-allocation/eipalloc-0123"


@pytest.fixture(scope="module")
def results(collections, tmp_path_factory):
    """What came of it in an account of its own, and what was written there."""
    folder = tmp_path_factory.mktemp("shield")
    options = {"resource_arn": ADDRESS, "name": "way-in"}
    module = "bidops.platform.shield_protection"
    tasks = [
        {"name": "check", module: options, "check_mode": True},
        {"name": "protect", module: options},
        {"name": "remove", module: {"resource_arn": ADDRESS, "state": "absent"}},
        {"name": "list", f"{module}_info": {}},
    ]
    tasks = [{**task, "register": task["name"], "ignore_errors": True} for task in tasks]
    kept = {task["name"]: f"{{{{ {task['name']} }}}}" for task in tasks}
    content = {"content": "{{ kept | to_json }}", "dest": str(folder / "kept.json"), "mode": "0600"}
    tasks.append({"name": "keep", "ansible.builtin.copy": content, "vars": {"kept": kept}})
    with running(folder / "log") as cloud:
        playbook.run("shield", tasks, {}, cloud, (collections, folder))
        return {**json.loads((folder / "kept.json").read_text()), "writes": cloud.writes()}


@pytest.mark.parametrize("wish", ["check", "protect"])
def test_says_that_there_is_no_subscription(results, wish):
    assert results[wish]["failed"]
    assert "no subscription to Shield Advanced" in results[wish]["msg"]
    assert "never subscribes" in results[wish]["msg"]


def test_there_is_nothing_to_remove_or_list(results):
    assert not results["remove"]["changed"]
    assert results["list"]["protections"] == []


def test_subscribes_to_nothing(results):
    assert results["writes"] == {}
