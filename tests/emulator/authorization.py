"""What the tests of signatures and policies share: a local cloud that checks them, and people with policies."""

import itertools
import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest

from tests.emulator.conftest import LocalCloud, launch

ROOT = {"AccessKeyId": "AKIAIOSFODNN7EXAMPLE", "SecretAccessKey": "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"}
ACCOUNT = "123456789012"
NUMBERS = itertools.count()


def statement(action: Any, resource: Any = "*", effect: str = "Allow", **more: Any) -> dict[str, Any]:
    return {"Effect": effect, "Action": action, "Resource": resource, **more}


def document(*statements: dict[str, Any]) -> str:
    return json.dumps({"Version": "2012-10-17", "Statement": statements})


@dataclass
class People:
    """Users and roles of a local cloud that checks policies."""

    cloud: LocalCloud
    kept: dict[Any, Any] = field(default_factory=dict)

    def root(self, service: str, **options: Any) -> Any:
        return self.of(ROOT, service, **options)

    def of(self, credentials: Any, service: str, **options: Any) -> Any:
        key = (credentials["AccessKeyId"], credentials.get("SessionToken"), service, *sorted(options.items()))
        if key not in self.kept:
            self.kept[key] = self.cloud.client_of(service, credentials, **options)
        return self.kept[key]

    def user(self, *statements: dict[str, Any], name: str = "", **more: Any) -> Any:
        """The credentials of a new user with one inline policy."""
        name = name or f"user-{next(NUMBERS)}"
        iam = self.root("iam")
        iam.create_user(UserName=name, **more)
        if statements:
            iam.put_user_policy(UserName=name, PolicyName="own", PolicyDocument=document(*statements))
        return iam.create_access_key(UserName=name)["AccessKey"]

    def role(self, *statements: dict[str, Any], trusts: Any = None, **more: Any) -> str:
        """The ARN of a new role with one inline policy, which everybody in the account may assume."""
        name = f"role-{next(NUMBERS)}"
        trusted = trusts or {"AWS": f"arn:aws:iam::{ACCOUNT}:root"}
        trust = {"Effect": "Allow", "Principal": trusted, "Action": "sts:AssumeRole"}
        iam = self.root("iam")
        made = iam.create_role(RoleName=name, AssumeRolePolicyDocument=document(trust), **more)["Role"]["Arn"]
        if statements:
            iam.put_role_policy(RoleName=name, PolicyName="own", PolicyDocument=document(*statements))
        return str(made)

    def session(self, role: str, **more: Any) -> Any:
        """The credentials of somebody who may do nothing else than assume roles."""
        if "assumer" not in self.kept:
            self.kept["assumer"] = self.user(statement("sts:AssumeRole"))
        sts = self.of(self.kept["assumer"], "sts", parameter_validation=False)
        return sts.assume_role(RoleArn=role, RoleSessionName="session", **more)["Credentials"]


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCloud]:
    """A server that checks signatures and policies."""
    cloud = launch(tmp_path_factory.mktemp("guarded") / "log", 0, "--authorize")
    yield cloud
    cloud.process.terminate()
    cloud.process.wait(10)


@pytest.fixture
def people(guarded: LocalCloud) -> People:
    guarded.reset()
    return People(guarded)
