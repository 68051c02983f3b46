"""An index of S3 Vectors, named by its ARN, or by its name and the ARN of its bucket."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.store import Record
from emulator.services.bedrock_agent.stores.vector_field import check_dimension, invalid
from emulator.services.s3vectors.index import Index

TEXT = "AMAZON_BEDROCK_TEXT"
MAX_FILTERABLE = 2048  # bytes


def check(call: Call, given: dict[str, Any], model: dict[str, Any]) -> None:
    by_name = "vectorBucketArn" in given and "indexName" in given
    if by_name == ("indexArn" in given):
        raise invalid("set either indexArn or both vectorBucketArn and indexName")
    index = find_index(call, given)
    if index is None:
        raise invalid(f"the vector index {arn_of(given)} doesn't exist in this account and region")
    check_dimension(index.members["dimension"], model)


def is_there(call: Call, given: dict[str, Any]) -> bool:
    return find_index(call, given) is not None


def find_index(call: Call, given: dict[str, Any]) -> Record | None:
    return next((item for item in call.records(Index) if item.arn == arn_of(given)), None)


def arn_of(given: dict[str, Any]) -> str:
    return str(given.get("indexArn") or f"{given['vectorBucketArn']}/index/{given['indexName']}")


def refuse_chunk(call: Call, given: dict[str, Any], chunk: str) -> str | None:
    """Why a chunk can't be kept: its text counts as metadata, of which little may be filtered by."""
    index = find_index(call, given)
    hidden = index.members.get("metadataConfiguration", {}).get("nonFilterableMetadataKeys", []) if index else []
    size = len(chunk.encode())
    if TEXT in hidden or size <= MAX_FILTERABLE:
        return None
    return f"Invalid record: Filterable metadata must have at most {MAX_FILTERABLE} bytes (it has {size})"
