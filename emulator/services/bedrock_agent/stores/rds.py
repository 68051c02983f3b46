"""A table in an Aurora PostgreSQL cluster, which Bedrock reaches through the Data API.

Whether the table and its columns exist is not looked up: nothing is written into vector stores here.
"""

from typing import Any

from emulator import neighbours
from emulator.modeled.call import Call
from emulator.services.bedrock_agent.stores.vector_field import invalid


def check(call: Call, given: dict[str, Any], model: dict[str, Any]) -> None:
    cluster = neighbours.database_cluster(given["resourceArn"])
    if cluster is None:
        raise invalid(f"the database cluster {given['resourceArn']} doesn't exist")
    if cluster.engine != "aurora-postgresql":
        raise invalid(f"the database cluster runs {cluster.engine}; pgvector needs aurora-postgresql")
    if not cluster.enable_http_endpoint:
        raise invalid(f"the Data API (HTTP endpoint) of {given['resourceArn']} isn't enabled")
    if not neighbours.secret_exists(given["credentialsSecretArn"]):
        raise invalid(f"the secret {given['credentialsSecretArn']} doesn't exist")


def is_there(call: Call, given: dict[str, Any]) -> bool:
    return neighbours.database_cluster(given["resourceArn"]) is not None and neighbours.secret_exists(
        given["credentialsSecretArn"]
    )
