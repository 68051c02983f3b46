"""s3vectors: vector buckets, their indexes, and the vectors in them."""

from emulator.modeled.engine import Verbs
from emulator.modeled.service import Service
from emulator.services.s3vectors import vectors
from emulator.services.s3vectors.address import addressed
from emulator.services.s3vectors.bucket import (
    VectorBucket,
    delete_policy,
    get_policy,
    list_buckets,
    put_default_mode,
    put_policy,
)
from emulator.services.s3vectors.index import Index, delete_bucket, list_indexes, update_metadata, update_mode

BUCKETS, INDEXES = Verbs(VectorBucket()), Verbs(Index())

SERVICE = Service(
    "s3vectors",
    types=[VectorBucket, Index],
    operations={
        "CreateVectorBucket": BUCKETS.create,
        "GetVectorBucket": addressed(BUCKETS.read),
        "ListVectorBuckets": list_buckets,
        "DeleteVectorBucket": addressed(delete_bucket),
        "PutVectorBucketDefaultIndexMode": addressed(put_default_mode),
        "PutVectorBucketPolicy": addressed(put_policy),
        "GetVectorBucketPolicy": addressed(get_policy),
        "DeleteVectorBucketPolicy": addressed(delete_policy),
        "CreateIndex": addressed(INDEXES.create),
        "GetIndex": addressed(INDEXES.read),
        "ListIndexes": addressed(list_indexes),
        "DeleteIndex": addressed(INDEXES.delete),
        "UpdateIndexMode": addressed(update_mode),
        "UpdateMetadataConfiguration": addressed(update_metadata),
        "PutVectors": addressed(vectors.put),
        "GetVectors": addressed(vectors.get),
        "ListVectors": addressed(vectors.list_all),
        "DeleteVectors": addressed(vectors.delete),
        "QueryVectors": addressed(vectors.query),
    },
)
