# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Bringing the files of a local directory below a prefix of a bucket, as far as their contents differ."""

from __future__ import annotations

import base64
import hashlib
import mimetypes
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

from ._bucket import delete_objects
from ._engine.api import failure
from ._engine.context import Context
from ._engine.errors import EngineError
from ._engine.sdk import botocore
from ._engine.unknown import is_unknown
from ._local_files import walk

_AT_ONCE = 8
_DELETE_AT_ONCE = 1000
_LARGEST = 5 * 1024**3  # what one PutObject takes
_DIGEST = "sha256"  # metadata, for stores that keep no checksum


@dataclass(frozen=True)
class File:
    """A local file and the object that it is to be."""

    path: Path
    key: str
    size: int
    digest: str


def synchronise(context: Context) -> dict[str, Any]:
    """Upload what differs, delete what is too much if that is wanted; the module's result."""
    files = local_files(Path(context.params["src"]), _prefix(context), context.params["exclude"])
    there = _listed(context)
    with ThreadPoolExecutor(max_workers=_AT_ONCE) as pool:
        same = pool.map(partial(_is_same, context, there), files)
        uploads = [file for file, kept in zip(files, same, strict=True) if not kept]
        surplus = sorted(set(there) - {file.key for file in files}) if context.params["purge"] else []
        if not context.check_mode:
            list(pool.map(partial(_upload, context), uploads))
            for start in range(0, len(surplus), _DELETE_AT_ONCE):
                keys = [{"Key": key} for key in surplus[start : start + _DELETE_AT_ONCE]]
                delete_objects(context, context.params["bucket"], keys)
    replaced = [file.key for file in uploads if file.key in there]
    return {
        "changed": bool(uploads or surplus),
        "objects": [{"key": file.key, "size": file.size, "sha256": file.digest} for file in files],
        "uploaded": [file.key for file in uploads],
        "deleted": surplus,
        "diff": {
            "before": {"objects": {key: f"{there[key]} bytes" for key in sorted([*replaced, *surplus])}},
            "after": {"objects": {file.key: f"{file.size} bytes, sha256 {file.digest}" for file in uploads}},
        },
    }


def local_files(src: Path, prefix: str, exclude: list[str]) -> list[File]:
    """The files below a directory, sorted by key; EngineError when it is none."""
    return [_file(path, prefix + relative) for relative, path in walk(src, exclude)]


def _file(path: Path, key: str) -> File:
    try:
        with path.open("rb") as stream:
            digest = hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError as error:
        raise EngineError(f"{path} cannot be read: {error.strerror}.") from error
    size = path.stat().st_size
    if size > _LARGEST:
        raise EngineError(f"{path} has {size} bytes; this module uploads files of up to {_LARGEST}.")
    return File(path, key, size, digest)


def _prefix(context: Context) -> str:
    prefix = context.params["prefix"].strip("/")
    return f"{prefix}/" if prefix else ""


def _listed(context: Context) -> dict[str, int]:
    """Key -> size of what is below the prefix. In check mode the bucket may be one that is yet to be created."""
    bucket = context.params["bucket"]
    if is_unknown(bucket):
        return {}
    try:
        entries = context.api.items("ListObjectsV2", "Contents", Bucket=bucket, Prefix=_prefix(context))
    except botocore.exceptions.ClientError as exception:
        if context.check_mode and context.api.is_missing(exception):
            return {}
        raise failure(f"list bucket '{bucket}'", exception) from exception
    return {entry["Key"]: entry["Size"] for entry in entries}


def _is_same(context: Context, there: dict[str, int], file: File) -> bool:
    if there.get(file.key) != file.size:
        return False
    told = context.api.call("HeadObject", Bucket=context.params["bucket"], Key=file.key, ChecksumMode="ENABLED")
    checksum = told.get("ChecksumSHA256")
    if checksum:
        return checksum == _as_checksum(file.digest)
    return told.get("Metadata", {}).get(_DIGEST) == file.digest


def _upload(context: Context, file: File) -> None:
    request: dict[str, Any] = {
        "Bucket": context.params["bucket"],
        "Key": file.key,
        "ContentType": mimetypes.guess_type(file.key)[0] or "application/octet-stream",
        "ChecksumAlgorithm": "SHA256",
        "ChecksumSHA256": _as_checksum(file.digest),
        "Metadata": {_DIGEST: file.digest},
    }
    if context.params["kms_key_id"]:
        request |= {"ServerSideEncryption": "aws:kms", "SSEKMSKeyId": context.params["kms_key_id"]}
    try:
        with file.path.open("rb") as body:
            context.api.call("PutObject", **request, Body=body)
    except botocore.exceptions.ClientError as exception:
        raise failure(f"upload {file.path} to {file.key}", exception) from exception


def _as_checksum(digest: str) -> str:
    return base64.b64encode(bytes.fromhex(digest)).decode()
