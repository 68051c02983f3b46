"""A secret that is marked for deletion, asked for again; and a value that the user wants to be kept as it is given."""

import json

from tests.modules import playbook

MODULE = "bidops.platform.secretsmanager_secret"
WISH = {"name": "comes/back", "secret_string": {"a": 1}}


def task(name, changed, **options):
    check = options.pop("check", False)
    return {
        "name": name,
        MODULE: {**WISH, **options},
        "check_mode": check,
        "register": "done",
        "failed_when": f"done is failed or done is changed != {str(changed).lower()}",
    }


def test_a_secret_comes_back_with_its_value(local_cloud, collections, tmp_path):
    client = local_cloud.client("secretsmanager")
    tasks = [
        task("Make it", True),
        task("Another value is not set", False, secret_string={"a": 2}),
        task(
            "Unless it is asked for, as a check says", True, secret_string={"a": 2}, update_secret="always", check=True
        ),
        task("Unless it is asked for", True, secret_string={"a": 2}, update_secret="always"),
        task("It is set once", False, secret_string={"a": 2}, update_secret="always"),
        task("Delete it", True, state="absent", recovery_window_in_days=7),
        task("It is deleted", False, state="absent"),
        task("It would come back", True, check=True),
        task("It comes back", True, description="Back"),
        task("It is back", False),
    ]
    playbook.run("comes-back", tasks, {}, local_cloud, (collections, tmp_path))
    told = client.describe_secret(SecretId="comes/back")
    assert (told["Description"], "DeletedDate" in told) == ("Back", False)
    assert json.loads(client.get_secret_value(SecretId="comes/back")["SecretString"]) == {"a": 2}
