"""The vectors of an index, and the search for those that are near: exact, where AWS approximates."""

import math
import operator
import struct
from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.errors import validation
from emulator.modeled.store import Record
from emulator.services.metadata_filter import check_filter, matches
from emulator.services.s3vectors.index import find_index

Vector = dict[str, Any]
DEFAULT_PAGE = 500
MAX_METADATA = 50


def put(call: Call) -> dict[str, Any]:
    index = find_index(call)
    given = [{**vector, "data": {"float32": numbers(index, vector["data"])}} for vector in call.params["vectors"]]
    for vector in given:
        if len(vector.get("metadata") or {}) > MAX_METADATA:
            raise validation(f"Vector {vector['key']} has more than {MAX_METADATA} metadata keys")
    index.hidden["vectors"].update({vector["key"]: vector for vector in given})
    call.cloud.store.put(index)
    return {}


def get(call: Call) -> dict[str, Any]:
    kept = find_index(call).hidden["vectors"]
    return {"vectors": [shown(call, kept[key]) for key in call.params["keys"] if key in kept]}


def list_all(call: Call) -> dict[str, Any]:
    """One page of a segment; a token is the number of vectors that were shown before."""
    count, number = call.params.get("segmentCount", 1), call.params.get("segmentIndex", 0)
    if number >= count:
        raise validation("segmentIndex must be less than segmentCount")
    kept = list(find_index(call).hidden["vectors"].values())[number::count]
    start = int(call.params.get("nextToken", "0")) if call.params.get("nextToken", "0").isdecimal() else len(kept)
    end = start + call.params.get("maxResults", DEFAULT_PAGE)
    answer: dict[str, Any] = {"vectors": [shown(call, vector) for vector in kept[start:end]]}
    return {**answer, "nextToken": str(end)} if end < len(kept) else answer


def delete(call: Call) -> dict[str, Any]:
    index = find_index(call)
    for key in call.params["keys"]:
        index.hidden["vectors"].pop(key, None)
    call.cloud.store.put(index)
    return {}


def query(call: Call) -> dict[str, Any]:
    index = find_index(call)
    if "queryTexts" in call.params:
        raise NotImplementedError("it searches by queryVector only")
    if "queryVector" not in call.params:
        raise validation("Must specify queryVector, queryTexts or both")
    wanted = numbers(index, call.params["queryVector"])
    condition = call.params.get("filter")
    if condition is not None:
        hidden = index.members.get("metadataConfiguration", {}).get("nonFilterableMetadataKeys", [])
        check_filter(condition, hidden)
    measure = {"cosine": cosine, "euclidean": math.dist}[index.members["distanceMetric"]]
    found = [
        (measure(wanted, vector["data"]["float32"]), vector)
        for vector in index.hidden["vectors"].values()
        if condition is None or matches(condition, vector.get("metadata") or {})
    ]
    nearest = sorted(found, key=lambda pair: pair[0])[: call.params["topK"]]
    with_distance = call.params.get("returnDistance")
    results = [
        {**shown(call, vector, data=False), **({"distance": distance} if with_distance else {})}
        for distance, vector in nearest
    ]
    return {"vectors": results, "distanceMetric": index.members["distanceMetric"]}


def shown(call: Call, vector: Vector, data: bool = True) -> Vector:
    result = {"key": vector["key"]}
    if data and call.params.get("returnData"):
        result["data"] = vector["data"]
    if call.params.get("returnMetadata"):
        result["metadata"] = vector.get("metadata") or {}
    return result


def numbers(index: Record, data: Vector) -> list[float]:
    """The numbers as they are kept, in 32 bits."""
    given = data.get("float32", [])
    if len(given) != index.members["dimension"]:
        raise validation(f"The vector has {len(given)} dimensions, the index {index.members['dimension']}")
    try:
        kept = list(struct.unpack(f"{len(given)}f", struct.pack(f"{len(given)}f", *given)))
    except (OverflowError, struct.error):
        kept = [math.inf]
    if not all(map(math.isfinite, kept)):
        raise validation("A vector can't have numbers that are none, or too large for 32 bits")
    if index.members["distanceMetric"] == "cosine" and not any(kept):
        raise validation("A vector of zeros has no direction, so it can't be in an index with the metric cosine")
    return kept


def cosine(one: list[float], other: list[float]) -> float:
    """How far apart two directions are: 0 for the same, 1 for a right angle, 2 for the opposite."""
    return 1 - sum(map(operator.mul, one, other)) / (math.hypot(*one) * math.hypot(*other))
