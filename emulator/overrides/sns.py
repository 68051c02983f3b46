"""SNS: all attributes of topics, and their checks."""

from typing import Any

from moto.core.responses import ActionResult
from moto.core.utils import camelcase_to_underscores
from moto.sns.exceptions import InvalidParameterValue
from moto.sns.models import SNSBackend
from moto.sns.responses import SNSResponse

from emulator.overrides.patch import around

MORE = ("TracingConfig", "SignatureVersion", "ArchivePolicy", "FifoThroughputScope")
KNOWN = ("DisplayName", "Policy", "DeliveryPolicy", "KmsMasterKeyId", "ContentBasedDeduplication", *MORE)
FEEDBACK = ("FeedbackRoleArn", "FeedbackSampleRate")
VALUES = {"TracingConfig": ("PassThrough", "Active"), "SignatureVersion": ("1", "2")}


def install() -> None:
    @around(SNSResponse, "get_topic_attributes")
    def get_topic_attributes(moto: Any, self: Any) -> ActionResult:
        answer: Any = moto()
        topic = self.backend.get_topic(self._get_param("TopicArn"))
        told = {name: getattr(topic, camelcase_to_underscores(name), None) for name in MORE}
        told |= getattr(topic, "feedback", {})
        result = answer.result["Attributes"]
        result.update({name: value for name, value in told.items() if value})
        for name in [name for name in ("DeliveryPolicy",) if not result.get(name)]:
            del result[name]
        return answer

    @around(SNSResponse, "set_topic_attributes")
    def set_topic_attributes(moto: Any, self: Any) -> Any:
        name, value = self._get_param("AttributeName"), self._get_param("AttributeValue") or ""
        check(name, value)
        if name.endswith(FEEDBACK):
            topic = self.backend.get_topic(self._get_param("TopicArn"))
            topic.feedback = {**getattr(topic, "feedback", {}), name: value}
        return moto()

    @around(SNSBackend, "get_topic")
    def get_topic(moto: Any, self: Any, arn: str) -> Any:
        if arn.count(":") < 5:
            raise InvalidParameterValue(f"Invalid parameter: TopicArn Reason: {arn} is no ARN")
        return moto(arn)

    @around(SNSBackend, "create_topic")
    def create_topic(
        moto: Any, self: Any, name: str, attributes: dict[str, str] | None = None, tags: Any = None
    ) -> Any:
        for attribute, value in (attributes or {}).items():
            if attribute != "FifoTopic":
                check(attribute, value)
        there = next((topic for topic in self.topics.values() if topic.name == name), None)
        for attribute, value in (attributes or {}).items() if there else ():
            if str(getattr(there, camelcase_to_underscores(attribute), "")) != value:
                raise InvalidParameterValue("Topic already exists with different attributes")
        return moto(name, attributes, tags)


def check(name: str, value: str) -> None:
    if name not in KNOWN and not name.endswith(FEEDBACK):
        raise InvalidParameterValue(f"Invalid parameter: AttributeName {name}")
    if name in VALUES and value not in VALUES[name]:
        raise InvalidParameterValue(f"Invalid parameter: {name} must be one of {', '.join(VALUES[name])}")
