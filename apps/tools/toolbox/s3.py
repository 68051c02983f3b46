"""S3: listing and reading texts in the platform's buckets, and writing texts to one place.

STORAGE_PLACES is JSON, from the name of a place to its bucket, its prefix and whether texts may be written there.
"""

from __future__ import annotations

import json
import os
from typing import Any

from .tool import Tool, Unfit, client

_LONGEST_TEXT = 256 * 1024
_MOST_OBJECTS = 200


def list_objects(place: str, prefix: str = "") -> list[dict[str, Any]]:
    """The first objects of a place, by key."""
    found = _place(place)
    answer = client("s3").list_objects_v2(
        Bucket=found["bucket"], Prefix=found["prefix"] + prefix, MaxKeys=_MOST_OBJECTS
    )
    return [
        {"key": item["Key"].removeprefix(found["prefix"]), "size": item["Size"], "modified": item["LastModified"]}
        for item in answer.get("Contents", [])
    ]


def read_object(place: str, key: str) -> str:
    """The text of an object."""
    found = _place(place)
    answer = client("s3").get_object(Bucket=found["bucket"], Key=found["prefix"] + key)
    if answer["ContentLength"] > _LONGEST_TEXT:
        raise Unfit(f"{key} has {answer['ContentLength']} bytes, at most {_LONGEST_TEXT} are read.")
    try:
        return answer["Body"].read().decode()
    except UnicodeDecodeError as error:
        raise Unfit(f"{key} is no text in UTF-8.") from error


def write_object(place: str, key: str, text: str) -> dict[str, Any]:
    """Put a text where it may be put."""
    found = _place(place)
    if not found.get("writable"):
        raise Unfit(f"Nothing is written to {place}.")
    if len(text.encode()) > _LONGEST_TEXT:
        raise Unfit(f"A text has at most {_LONGEST_TEXT} bytes.")
    client("s3").put_object(
        Bucket=found["bucket"], Key=found["prefix"] + key, Body=text.encode(), ContentType="text/plain; charset=utf-8"
    )
    return {"place": place, "key": key}


def _place(name: str) -> dict[str, Any]:
    places: dict[str, Any] = json.loads(os.environ["STORAGE_PLACES"])
    if name not in places:
        raise Unfit(f"There is no place {name}, but there are {', '.join(places)}.")
    return places[name]


_PLACE = {"type": "string", "description": "Name of the place, such as documents."}
_KEY = {"type": "string", "description": "Key of the object inside the place."}
TOOLS = (
    Tool(
        list_objects,
        f"Lists objects of a place in S3, at most {_MOST_OBJECTS}.",
        {"place": _PLACE, "prefix": {"type": "string", "description": "How keys start."}},
        ("place",),
    ),
    Tool(read_object, "Reads a text from S3.", {"place": _PLACE, "key": _KEY}, ("place", "key")),
    Tool(
        write_object,
        "Writes a text to S3.",
        {"place": _PLACE, "key": _KEY, "text": {"type": "string", "description": "The text."}},
        ("place", "key", "text"),
    ),
)
