"""The account's own monitor of all services is used where there is one, and left where it is removed under our name."""

from tests.local_cloud import running
from tests.modules import playbook

WISH = {"name": "ours", "monitor_type": "DIMENSIONAL", "monitor_dimension": "SERVICE"}
MODULE = "bidops.platform.ce_anomaly_monitor"


def step(name, options, wrong, check=False):
    return {"name": name, MODULE: options, "register": "result", "failed_when": wrong, "check_mode": check}


def test_what_is_there_is_adopted_and_left(collections, tmp_path):
    """In an account of its own, since an account can have one such monitor."""
    with running(tmp_path / "log") as cloud:
        adopt_and_leave(cloud, collections, tmp_path)


def adopt_and_leave(local_cloud, collections, tmp_path):
    client = local_cloud.client("ce")
    theirs = {"MonitorName": "Default-Services-Monitor", "MonitorType": "DIMENSIONAL", "MonitorDimension": "SERVICE"}
    arn = client.create_anomaly_monitor(AnomalyMonitor=theirs)["MonitorArn"]
    adopting = {**WISH, "adopt": True}
    adopted = f"result is failed or result is changed or result.anomaly_monitor.monitor_arn != '{arn}'"
    steps = [
        step("Without adopting it fails", WISH, "'set adopt to use that one' not in result.msg"),
        step("It would be adopted", adopting, adopted, check=True),
        step("It is adopted", adopting, adopted),
        step("It is not removed", {**adopting, "state": "absent"}, "result is failed or result is changed"),
    ]
    playbook.run("adoption", steps, {}, local_cloud, (collections, tmp_path))
    found = client.get_anomaly_monitors(MonitorArnList=[arn])["AnomalyMonitors"]
    assert [monitor["MonitorName"] for monitor in found] == ["Default-Services-Monitor"]
    client.delete_anomaly_monitor(MonitorArn=arn)
