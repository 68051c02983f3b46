"""What an index of OpenSearch, on a domain or in a collection, must have for vectors of a model."""

from typing import Any

from emulator.modeled.errors import AwsError, validation
from emulator.services.opensearch.index import fields

DEFAULT_DIMENSIONS = {"amazon.titan-embed-text-v2:0": 1024, "amazon.titan-embed-text-v1": 1536}


def invalid(reason: str) -> AwsError:
    return validation(f"The knowledge base storage configuration provided is invalid: {reason}")


def dimensions(model: dict[str, Any]) -> int | None:
    """How many numbers the vectors of an embedding model have, if that is known."""
    settings = model.get("embeddingModelConfiguration", {}).get("bedrockEmbeddingModelConfiguration", {})
    return settings.get("dimensions") or DEFAULT_DIMENSIONS.get(model["embeddingModelArn"].rsplit("/", 1)[-1])


def check_dimension(found: int | None, model: dict[str, Any]) -> None:
    wanted = dimensions(model)
    if wanted and found != wanted:
        raise invalid(f"the index has vectors of dimension {found}, the embedding model {wanted}")


def check_fields(schema: dict[str, Any], given: dict[str, Any], model: dict[str, Any]) -> None:
    mapped = fields(schema)
    mapping = given["fieldMapping"]
    vector = mapped.get(mapping["vectorField"])
    if vector is None or vector.get("type") != "knn_vector":
        raise invalid(f"field {mapping['vectorField']} of index {given['vectorIndexName']} must have type knn_vector")
    if vector.get("method", {}).get("engine", "faiss") != "faiss":
        raise invalid(f"field {mapping['vectorField']} must use the faiss engine, not {vector['method']['engine']}")
    for member in ("textField", "metadataField"):
        if mapping[member] in mapped and mapped[mapping[member]].get("type") not in ("text", "keyword"):
            raise invalid(f"field {mapping[member]} of index {given['vectorIndexName']} must have type text")
    check_dimension(vector.get("dimension"), model)
