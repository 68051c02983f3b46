"""A table in an Aurora PostgreSQL cluster, which Bedrock reaches through the Data API.

There is no database here, so whether the table and its columns exist can't be seen. Nor can it be seen whether the
Data API is enabled: moto knows it of the first version of serverless clusters only.
"""

from typing import Any

from emulator import neighbours
from emulator.modeled.call import Call
from emulator.services.bedrock_agent.stores.vector_field import invalid


def check(call: Call, given: dict[str, Any], model: dict[str, Any]) -> None:
    engine = neighbours.database_engine(given["resourceArn"])
    if engine is None:
        raise invalid(f"the database cluster {given['resourceArn']} doesn't exist")
    if engine != "aurora-postgresql":
        raise invalid(f"the database cluster runs {engine}; pgvector needs aurora-postgresql")
    if not neighbours.secret_exists(given["credentialsSecretArn"]):
        raise invalid(f"the secret {given['credentialsSecretArn']} doesn't exist")


def is_there(call: Call, given: dict[str, Any]) -> bool:
    engine = neighbours.database_engine(given["resourceArn"])
    return engine is not None and neighbours.secret_exists(given["credentialsSecretArn"])
