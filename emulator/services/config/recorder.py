"""The recorder of an account and region, and the channel for what it records. Nothing is ever recorded."""

from typing import Any

from emulator.modeled.call import Call
from emulator.modeled.engine import Verbs, view
from emulator.modeled.errors import AwsError
from emulator.modeled.resource import ResourceType, random_id
from emulator.modeled.store import Record
from emulator.neighbours import bucket_exists

EVERYTHING = {
    "allSupported": True,
    "includeGlobalResourceTypes": False,
    "resourceTypes": [],
    "exclusionByResourceTypes": {"resourceTypes": []},
    "recordingStrategy": {"useOnly": "ALL_SUPPORTED_RESOURCE_TYPES"},
}


class Recorder(ResourceType):
    service = "config"
    noun = "ConfigurationRecorder"
    id = "name"
    id_param = "ConfigurationRecorderName"
    arn = "arn:{partition}:config:{region}:{account}:configuration-recorder/{id}"
    arn_member = "arn"
    envelopes = {"PutConfigurationRecorder": "ConfigurationRecorder"}
    operations = {"create": "PutConfigurationRecorder"}

    def new_id(self, call: Call) -> str:
        return str(call.params["name"])

    def on_create(self, call: Call, record: Record) -> None:
        record.arn = f"{record.arn}/{random_id(16)}"
        record.hidden["recording"] = False
        complete(record, call.params)

    def missing(self, key: str) -> AwsError:
        message = f"Cannot find configuration recorder with the specified name '{key}'."
        return AwsError("NoSuchConfigurationRecorderException", message)


class Channel(ResourceType):
    service = "config"
    noun = "DeliveryChannel"
    id = "name"
    id_param = "DeliveryChannelName"
    arn = ""
    envelopes = {"PutDeliveryChannel": "DeliveryChannel"}
    operations = {"create": "PutDeliveryChannel"}

    def new_id(self, call: Call) -> str:
        return str(call.params["name"])

    def before_delete(self, call: Call, record: Record) -> None:
        if any(recorder.hidden["recording"] for recorder in call.records(Recorder)):
            message = f"Failed to delete last specified delivery channel with name '{record.id}': a recorder is running"
            raise AwsError("LastDeliveryChannelDeleteFailedException", message)

    def missing(self, key: str) -> AwsError:
        return AwsError("NoSuchDeliveryChannelException", f"Cannot find delivery channel with specified name '{key}'.")


def complete(record: Record, wanted: dict[str, Any]) -> None:
    """A recorder is put as a whole. What it records may be said in one way only."""
    group = {**EVERYTHING, **wanted.get("recordingGroup", {})}
    left_out = group["exclusionByResourceTypes"]["resourceTypes"]
    if group["allSupported"] and (group["resourceTypes"] or left_out):
        raise AwsError("InvalidRecordingGroupException", "The recording group provided is not valid")
    mode = {"recordingFrequency": "CONTINUOUS", "recordingModeOverrides": [], **wanted.get("recordingMode", {})}
    record.members = {"roleARN": wanted.get("roleARN"), "recordingGroup": group, "recordingMode": mode}


def put_recorder(call: Call) -> dict[str, Any]:
    given = call.params["ConfigurationRecorder"]
    for record in call.records(Recorder):
        if record.id != given.get("name"):
            message = "Failed to put configuration recorder: the maximum number of 1 is reached"
            raise AwsError("MaxNumberOfConfigurationRecordersExceededException", message)
        complete(record, given)
        call.cloud.store.put(record)
        return {}
    if not given.get("name"):
        raise AwsError("InvalidConfigurationRecorderNameException", "The configuration recorder name is not valid")
    return Verbs(Recorder()).handlers()["PutConfigurationRecorder"](call)  # type: ignore[no-any-return]


def describe_recorders(call: Call) -> dict[str, Any]:
    return call.answer({"ConfigurationRecorders": [view(Recorder(), record) for record in recorders(call)]})


def recorders(call: Call) -> list[Record]:
    names = call.params.get("ConfigurationRecorderNames")
    return [call.find(Recorder, name) for name in names] if names else call.records(Recorder)


def describe_recording(call: Call) -> dict[str, Any]:
    told = [
        {"name": record.id, "arn": record.arn, "recording": record.hidden["recording"]} for record in recorders(call)
    ]
    return call.answer({"ConfigurationRecordersStatus": told})


def start(call: Call) -> dict[str, Any]:
    call.find(Recorder, call.params["ConfigurationRecorderName"])
    if not call.records(Channel):
        message = "Delivery channel is not available to start configuration recorder."
        raise AwsError("NoAvailableDeliveryChannelException", message)
    return record_or_not(call, True)


def stop(call: Call) -> dict[str, Any]:
    return record_or_not(call, False)


def record_or_not(call: Call, recording: bool) -> dict[str, Any]:
    record = call.find(Recorder, call.params["ConfigurationRecorderName"])
    record.hidden["recording"] = recording
    call.cloud.store.put(record)
    return {}


def put_channel(call: Call) -> dict[str, Any]:
    given = call.params["DeliveryChannel"]
    if not call.records(Recorder):
        message = "Configuration recorder is not available to put delivery channel."
        raise AwsError("NoAvailableConfigurationRecorderException", message)
    if not given.get("name"):
        raise AwsError("InvalidDeliveryChannelNameException", "The delivery channel name is not valid")
    if not bucket_exists(call.account, call.region, given.get("s3BucketName", "")):
        raise AwsError("NoSuchBucketException", f"Cannot find a S3 bucket with name {given.get('s3BucketName')}.")
    for record in call.records(Channel):
        if record.id != given["name"]:
            message = "Failed to put delivery channel: the maximum number of 1 is reached"
            raise AwsError("MaxNumberOfDeliveryChannelsExceededException", message)
        record.members = given
        call.cloud.store.put(record)
        return {}
    return Verbs(Channel()).handlers()["PutDeliveryChannel"](call)  # type: ignore[no-any-return]


def describe_channels(call: Call) -> dict[str, Any]:
    names = call.params.get("DeliveryChannelNames")
    found = [call.find(Channel, name) for name in names] if names else call.records(Channel)
    return call.answer({"DeliveryChannels": [view(Channel(), record) for record in found]})


OPERATIONS = {
    "DescribeConfigurationRecorderStatus": describe_recording,
    "DescribeConfigurationRecorders": describe_recorders,
    "DescribeDeliveryChannels": describe_channels,
    "PutConfigurationRecorder": put_recorder,
    "PutDeliveryChannel": put_channel,
    "StartConfigurationRecorder": start,
    "StopConfigurationRecorder": stop,
}
