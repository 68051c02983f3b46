"""Buckets and indexes are addressed by name or by ARN, one way at a time."""

from emulator.modeled.call import Call
from emulator.modeled.errors import AwsError, validation
from emulator.modeled.service import Handler

BUCKET, INDEX = ("vectorBucketName", "vectorBucketArn"), ("indexName", "indexArn")


def addressed(handler: Handler) -> Handler:
    """The handler, for calls in which ARNs have been turned into names."""

    def handle(call: Call) -> dict:
        named = call.operation.input_shape.members
        if call.operation.name != "CreateIndex" and INDEX[1] in named:
            by_name = bool(call.params.get(INDEX[0]) and call.params.get(BUCKET[0]))
            arn = call.params.pop(INDEX[1], None)
            if bool(arn) == by_name:
                raise validation("Must specify either indexArn or both vectorBucketName and indexName")
            if arn:
                place = arn.split(":", 5)[-1].split("/")
                call.params.update({BUCKET[0]: place[1], INDEX[0]: place[3]})
        else:
            arn = call.params.pop(BUCKET[1], None)
            if bool(arn) == bool(call.params.get(BUCKET[0])):
                raise validation("Must specify either vectorBucketName or vectorBucketArn but not both")
            if arn:
                call.params[BUCKET[0]] = arn.rsplit("/", 1)[-1]
        return handler(call)

    return handle


def missing(what: str) -> AwsError:
    return AwsError("NotFoundException", f"The specified {what} could not be found")
