"""s3: intelligent tiering of moto's buckets, and that their events go to EventBridge."""

from typing import Any

import pytest

ARCHIVE = {"AccessTier": "ARCHIVE_ACCESS", "Days": 90}


def tiering(name: str, *tierings: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {
        "Id": name,
        "IntelligentTieringConfiguration": {"Id": name, "Status": "Enabled", "Tierings": [*tierings]},
        **more,
    }


@pytest.fixture
def s3(world: Any) -> Any:
    return world.cloud.client("s3")


@pytest.fixture
def bucket(world: Any) -> dict[str, str]:
    return {"Bucket": world.bucket}


def listed(s3: Any, bucket: dict[str, str]) -> list[str]:
    found = s3.list_bucket_intelligent_tiering_configurations(**bucket)
    return [one["Id"] for one in found.get("IntelligentTieringConfigurationList", [])]


def test_tiering_is_kept_changed_and_removed(s3: Any, bucket: dict[str, str]) -> None:
    assert listed(s3, bucket) == []
    s3.put_bucket_intelligent_tiering_configuration(**bucket, **tiering("b", ARCHIVE))
    s3.put_bucket_intelligent_tiering_configuration(**bucket, **tiering("a", ARCHIVE))
    s3.put_bucket_intelligent_tiering_configuration(**bucket, **tiering("a", {**ARCHIVE, "Days": 200}))
    assert listed(s3, bucket) == ["a", "b"]
    told = s3.get_bucket_intelligent_tiering_configuration(**bucket, Id="a")["IntelligentTieringConfiguration"]
    assert told["Tierings"] == [{**ARCHIVE, "Days": 200}]
    s3.delete_bucket_intelligent_tiering_configuration(**bucket, Id="a")
    assert listed(s3, bucket) == ["b"]


def test_tiering_goes_with_its_bucket(s3: Any) -> None:
    bucket = {"Bucket": "short-lived"}
    s3.create_bucket(**bucket)
    s3.put_bucket_intelligent_tiering_configuration(**bucket, **tiering("a", ARCHIVE))
    s3.delete_bucket(**bucket)
    s3.create_bucket(**bucket)
    assert listed(s3, bucket) == []


def test_tiering_that_s3_refuses(s3: Any, bucket: dict[str, str], code: Any) -> None:
    put = s3.put_bucket_intelligent_tiering_configuration
    assert code(put, Bucket="no-such-bucket", **tiering("a", ARCHIVE)) == "NoSuchBucket"
    assert code(put, **bucket, **tiering("a", {**ARCHIVE, "Days": 89})) == "InvalidArgument"
    assert code(put, **bucket, **{**tiering("a", ARCHIVE), "Id": "b"}) == "InvalidArgument"
    assert code(put, **bucket, **tiering("a", ARCHIVE, {**ARCHIVE, "Days": 180})) == "MalformedXML"
    for call in (s3.get_bucket_intelligent_tiering_configuration, s3.delete_bucket_intelligent_tiering_configuration):
        assert code(call, **bucket, Id="never") == "NoSuchConfiguration"


def test_events_for_eventbridge_are_told(s3: Any, bucket: dict[str, str]) -> None:
    def put(**configuration: Any) -> Any:
        s3.put_bucket_notification_configuration(**bucket, NotificationConfiguration=configuration)
        return s3.get_bucket_notification_configuration(**bucket)

    assert put(EventBridgeConfiguration={})["EventBridgeConfiguration"] == {}
    assert "EventBridgeConfiguration" not in put()
