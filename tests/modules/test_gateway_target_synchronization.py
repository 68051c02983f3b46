"""Reading the tools of an MCP server again: a change in each run that asks for it, foretold by check mode."""

from tests.modules import life, playbook
from tests.modules.cases import Case
from tests.modules.surroundings import Surroundings

MODULE = "bidops.platform.agentcore_gateway_target"
SERVER = {"mcp": {"mcp_server": {"endpoint": "https://tools.example.com/mcp"}}}
TOOL = {"name": "ask", "description": "Ask", "input_schema": {"type": "object"}}
LAMBDA = {
    "mcp": {
        "lambda": {
            "lambda_arn": "arn:aws:lambda:us-east-1:123456789012:function:x",
            "tool_schema": {"inline_payload": [TOOL]},
        }
    }
}
KEY = {"gateway_identifier": "{{ gateway_id }}", "name": "synchronized"}


def step(number, options, failed_when, check=False):
    task = {"name": f"Step {number}", MODULE: {**KEY, **options}, "register": "result", "check_mode": check}
    return {**task, "failed_when": f"result is failed or {failed_when}"}


def test_tools_are_read_again_when_asked_to(local_cloud, collections, tmp_path):
    again = {"target_configuration": SERVER, "synchronize": "always"}
    without_server = {**KEY, "name": "other", "target_configuration": LAMBDA, "synchronize": "always"}
    steps = [
        step(1, {"target_configuration": SERVER, "synchronize": "never"}, "result is not changed"),
        step(2, {"target_configuration": SERVER, "synchronize": "never"}, "result is changed"),
        step(3, {"target_configuration": SERVER}, "result is changed"),
        step(4, again, "result is not changed or result.diff.after.synchronize != 'always'", check=True),
        step(5, again, "result is not changed or result.gateway_target.status != 'READY'"),
        step(6, again, "result is not changed"),
        {
            "name": "A target without a server",
            MODULE: without_server,
            "register": "result",
            "failed_when": "result is not failed or 'only a target of the type mcp.mcp_server' not in result.msg",
        },
        {"name": "Delete it", MODULE: {**KEY, "state": "absent"}},
    ]
    needed = life.needs(Case("agentcore_gateway_target", needs=["gateway_id"]), Surroundings.of(local_cloud))
    before = len(asked(local_cloud))
    playbook.run("synchronization", steps, needed, local_cloud, (collections, tmp_path))
    assert len(asked(local_cloud)) - before == 2


def asked(cloud):
    return [entry for entry in cloud.requests() if entry["operation"] == "SynchronizeGatewayTargets"]
