"""The master user's password: that of the request, or one that RDS makes up and keeps in Secrets Manager."""

import json
import secrets
import string
import uuid
from typing import Any

from moto.rds.exceptions import InvalidParameterCombination
from moto.rds.models import MasterUserSecret

from emulator.overrides.patch import around

LENGTH = 32


def install() -> None:
    @around(MasterUserSecret, "_generate_secret_string")
    def generate(moto: Any, self: Any) -> str:
        return new_content(self.resource)

    @around(MasterUserSecret, "rotate_secret")
    def rotate(moto: Any, self: Any) -> None:
        self._status = "rotating"
        content = new_content(self.resource)
        token = str(uuid.uuid4())
        self.secretsmanager.put_secret_value(self.secret.secret_id, content, None, token, ["AWSCURRENT"])


def new_content(resource: Any) -> str:
    """A new password for the master user, in the form of the secret."""
    password = "".join(
        secrets.choice(string.ascii_letters + string.digits + "!#$%&*+-=?_~") for _place in range(LENGTH)
    )
    resource._master_user_password = password
    return json.dumps({"username": resource.master_username, "password": password})


def change(cluster: Any, params: Any) -> None:
    """What a modification asks for of the master user."""
    managed = hasattr(cluster, "master_user_secret")
    wanted = params.get("manage_master_user_password")
    if params.get("master_user_password") and (wanted or (managed and wanted is not False)):
        raise InvalidParameterCombination("You can't specify MasterUserPassword for a managed master user password.")
    if params.get("rotate_master_user_password"):
        if not params.get("apply_immediately"):
            raise InvalidParameterCombination(
                "You must specify apply immediately when rotating the master user password."
            )
        if not managed:
            raise InvalidParameterCombination("Only a managed master user password can be rotated.")
        cluster.master_user_secret.rotate_secret()
    if wanted and not managed:
        cluster.master_user_secret = MasterUserSecret(cluster, params.get("master_user_secret_kms_key_id"))
    if wanted is False and managed:
        if not params.get("master_user_password"):
            raise InvalidParameterCombination("MasterUserPassword is required to end the managed master user password.")
        cluster.master_user_secret.delete_secret()
        del cluster.master_user_secret
    if wanted is not None:
        cluster.manage_master_user_password = wanted
    if params.get("master_user_password"):
        cluster.master_user_password = params["master_user_password"]
