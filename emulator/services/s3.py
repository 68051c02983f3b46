"""s3: intelligent tiering of buckets, of which moto knows nothing. They are moto's buckets, which keep it."""

from typing import Any

from emulator import neighbours
from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError
from emulator.modeled.service import Service

LIMIT = 1000
# Days without access after which objects may be moved, at least and at most.
DAYS = {"ARCHIVE_ACCESS": (90, 730), "DEEP_ARCHIVE_ACCESS": (180, 730)}
KEPT = "intelligent_tiering"

Configurations = dict[str, dict[str, Any]]


def of(call: Call) -> Configurations:
    """The configurations of the bucket by id; they go with it."""
    bucket = neighbours.find_bucket(call.account, call.region, call.params["Bucket"])
    if bucket is None:
        raise AwsError("NoSuchBucket", "The specified bucket does not exist")
    return bucket.__dict__.setdefault(KEPT, {})  # type: ignore[no-any-return]


def put(call: Call) -> dict[str, Any]:
    wanted, there = call.params["IntelligentTieringConfiguration"], of(call)
    if wanted["Id"] != call.params["Id"]:
        raise AwsError("InvalidArgument", "The Id of the configuration is not that of the request")
    for tiering in wanted["Tierings"]:
        least, most = DAYS[tiering["AccessTier"]]
        if not least <= tiering["Days"] <= most:
            raise AwsError("InvalidArgument", f"Days of {tiering['AccessTier']} must be between {least} and {most}")
    tiers = [tiering["AccessTier"] for tiering in wanted["Tierings"]]
    if not tiers or len(tiers) > len(set(tiers)):
        raise AwsError("MalformedXML", "Each access tier can be named once, and one has to be")
    if len({**there, wanted["Id"]: wanted}) > LIMIT:
        raise AwsError("TooManyConfigurations", f"A bucket can have {LIMIT} configurations")
    there[wanted["Id"]] = wanted
    return {}


def get(call: Call) -> dict[str, Any]:
    return {"IntelligentTieringConfiguration": found(call)[call.params["Id"]]}


def listed(call: Call) -> dict[str, Any]:
    return {"IsTruncated": False, "IntelligentTieringConfigurationList": [one for _id, one in sorted(of(call).items())]}


def delete(call: Call) -> dict[str, Any]:
    found(call).pop(call.params["Id"])
    return {}


def found(call: Call) -> Configurations:
    configurations = of(call)
    if call.params["Id"] not in configurations:
        raise AwsError("NoSuchConfiguration", "The specified configuration does not exist.")
    return configurations


SERVICE = Service(
    "s3",
    types=[],
    operations={
        "PutBucketIntelligentTieringConfiguration": put,
        "GetBucketIntelligentTieringConfiguration": get,
        "ListBucketIntelligentTieringConfigurations": listed,
        "DeleteBucketIntelligentTieringConfiguration": delete,
    },
    beside_moto=True,
)
