"""Whom a request speaks to: the cluster, if it is to be spoken to at all, and the user that the secret names."""

import json
from typing import Any

from emulator import neighbours
from emulator.clock import CLOCK
from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.services.rds_data.values import bad_request

RESUME = "rds-data:DBCluster:resume"


def find(call: Call, holds_a_connection: bool = False) -> Any:
    """The cluster of the request, awake. One that holds a connection has not paused."""
    arn = call.params["resourceArn"]
    for given in (arn, call.params["secretArn"]):
        if given.count(":") < 5:
            raise bad_request(f"Invalid ARN: {given}")
    cluster = neighbours.database_cluster(arn)
    if cluster is None:
        raise bad_request(f"There is no DB cluster {arn}")
    if not cluster.enable_http_endpoint:
        raise AwsError("HttpEndpointNotEnabledException", f"HttpEndpoint is not enabled for cluster {arn}.")
    if cluster.engine != "aurora-postgresql":
        raise NotImplementedError(f"the Data API speaks to PostgreSQL here, not to {cluster.engine}")
    if not cluster.members:
        raise AwsError("DatabaseNotFoundException", f"DB cluster {cluster.db_cluster_identifier} has no DB instance.")
    writer = cluster.writer
    if cluster.status in ("creating", "stopped", "deleting") or writer.status in ("creating", "deleting", "stopped"):
        raise AwsError("DatabaseUnavailableException", f"The writer instance is in the state {writer.status}.")
    wake(cluster, holds_a_connection)
    return cluster


def wake(cluster: Any, holds_a_connection: bool) -> None:
    """A serverless cluster that nobody used for a while has paused; the first request wakes it, which takes a while.

    Where nothing takes time, nothing pauses.
    """
    now = CLOCK.now()
    capacity = cluster.serverless_v2_scaling_configuration or {}
    pause = capacity.get("SecondsUntilAutoPause")
    if CLOCK.scale and pause and not holds_a_connection and now - cluster.used > int(pause) * CLOCK.scale:
        cluster.resumes = now + CLOCK.seconds(RESUME)
        cluster.used = cluster.resumes
    if now < cluster.__dict__.get("resumes", 0):
        raise AwsError(
            "DatabaseResumingException",
            f"The Aurora DB instance {cluster.writer.db_instance_identifier} is resuming after being auto-paused. "
            "Please wait a few seconds and try again.",
        )
    cluster.used = max(cluster.used, now)


def credentials(call: Call) -> tuple[str, str]:
    """User name and password in the secret of the request."""
    content = neighbours.secret_value(call.params["secretArn"], call.account, call.region)
    if content is None:
        raise AwsError("SecretsErrorException", f"Secrets Manager can't find the secret {call.params['secretArn']}.")
    try:
        found = json.loads(content)
        return str(found["username"]), str(found["password"])
    except (ValueError, KeyError, TypeError) as error:
        raise AwsError("InvalidSecretException", "The secret is no JSON with username and password.") from error
