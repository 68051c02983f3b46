"""Publishing a guardrail: a version for each change of what it does, foretold by check mode, and no others."""

from tests.modules import playbook

NAME = "cases_versions"
WORDS = {"blocked_input_messaging": "Not that", "blocked_outputs_messaging": "No answer"}
LOUDER = {**WORDS, "blocked_input_messaging": "Not that!"}
FILTERS = {"filters_config": [{"type": "HATE", "input_strength": "LOW", "output_strength": "LOW"}]}
# What is asked for, whether it is published, whether that changes something, and the newest version then.
STEPS = (
    (WORDS, "never", True, ""),
    (WORDS, "on_change", True, "1"),
    (WORDS, "on_change", False, "1"),
    ({**WORDS, "content_policy_config": FILTERS}, "on_change", True, "2"),
    ({"content_policy_config": FILTERS}, "on_change", False, "2"),
    ({"description": "Words about it"}, "on_change", True, "2"),
    (LOUDER, "never", True, "2"),
    ({"description": "Words about it"}, "on_change", True, "3"),
    (WORDS, "never", True, "3"),
    # The draft is as the newest version again: nothing is to be published.
    (LOUDER, "on_change", True, "3"),
    (LOUDER, "on_change", False, "3"),
    ({"content_policy_config": {"filters_config": []}}, "on_change", True, "4"),
    ({"content_policy_config": {"filters_config": []}}, "on_change", False, "4"),
)


def tasks(number: int) -> list[dict]:
    options, publish, changed, version = STEPS[number]
    module = {"name": NAME, "publish": publish, **options}
    wrong = f"result is failed or result is changed != {changed} or result.guardrail.published_version != '{version}'"
    wrong = wrong.replace("published_version", "published_version | default('', true)")
    return [
        {
            "name": f"Step {number}, {'in check mode' if check else 'for real'}",
            "bidops.platform.bedrock_guardrail": module,
            "check_mode": check,
            "register": "result",
            "failed_when": wrong,
        }
        for check in (True, False)
    ]


def test_each_change_makes_one_version(local_cloud, collections, tmp_path):
    steps = [task for number in range(len(STEPS)) for task in tasks(number)]
    last = {"name": "Delete it", "bidops.platform.bedrock_guardrail": {"name": NAME, "state": "absent"}}
    playbook.run("guardrail_versions", [*steps, last], {}, local_cloud, (collections, tmp_path))
