# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Vector buckets of Amazon S3 Vectors."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.documents import document
from .._engine.errors import EngineError
from .._engine.resource import Resource
from .._engine.tags import Tagging

Members = dict[str, Any]


def _bucket(live: Members) -> dict[str, str]:
    return {"vectorBucketName": live["vectorBucketName"]}


def _indexes(context: Context, live: Members) -> list[str]:
    return [entry["indexName"] for entry in context.api.items("ListIndexes", "indexes", **_bucket(live))]


def _refuse_delete(context: Context, live: Members) -> None:
    indexes = [] if context.params["force_destroy"] else _indexes(context, live)
    if indexes:
        raise EngineError(
            f"{context.what} has indexes: {', '.join(indexes[:5])}{', ...' if indexes[5:] else ''}. Nothing was "
            "deleted. Set force_destroy to delete them with all their vectors, or delete them first."
        )


def _empty(context: Context, live: Members) -> None:
    for name in _indexes(context, live):
        context.api.call("DeleteIndex", **_bucket(live), indexName=name)


RESOURCE = Resource(
    service="s3vectors",
    noun="VectorBucket",
    returns="vector_bucket",
    ids={"vectorBucketName": "vectorBucketName"},
    renames={"name": "vectorBucketName"},
    local=("force_destroy",),
    # The one thing of a bucket itself that can change.
    update="PutVectorBucketDefaultIndexMode",
    update_sends="changed",
    facets=(
        document(
            "policy", ("GetVectorBucketPolicy", "PutVectorBucketPolicy", "DeleteVectorBucketPolicy"), "policy", _bucket
        ),
    ),
    tagging=Tagging(target={"resourceArn": "vectorBucketArn"}),
    refuse_delete=_refuse_delete,
    before_delete=_empty,
    name_family="s3vectors_bucket",
)
