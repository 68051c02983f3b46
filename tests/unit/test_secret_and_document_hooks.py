"""What the declarations of secrets, their rotation, documents and domains know that the model does not."""

import datetime

import pytest
from ansible_collections.bidops.platform.plugins.module_utils import _ssm_document as document
from ansible_collections.bidops.platform.plugins.module_utils._opensearch import domain
from ansible_collections.bidops.platform.plugins.module_utils._secretsmanager import rotation, secret

KEY = "arn:aws:kms:eu-central-1:111122223333:key/1111"


@pytest.mark.parametrize(
    ("stages", "kind"),
    [
        ({"a": ["AWSCURRENT"], "b": ["AWSPREVIOUS"]}, "ready"),
        ({"a": ["AWSCURRENT"], "b": ["AWSPENDING"]}, "pending"),
        ({"a": ["AWSCURRENT", "AWSPENDING"]}, "ready"),
        (None, "ready"),
    ],
)
def test_a_version_that_is_only_pending_is_a_rotation_under_way(stages, kind):
    assert rotation.RESOURCE.state_of({"VersionIdsToStages": stages}).kind == kind


def test_a_secret_without_rotation_has_none():
    assert not rotation.RESOURCE.exists({"RotationEnabled": False, "RotationLambdaARN": "arn"})
    assert not rotation.RESOURCE.exists({})


def test_a_deleted_secret_is_gone_as_long_as_it_can_be_restored():
    assert secret.RESOURCE.state_of({"DeletedDate": 1}).kind == "gone"
    assert secret.RESOURCE.state_of({}).kind == "ready"


@pytest.mark.parametrize(
    ("wanted", "current"), [("1111", KEY), (KEY, KEY), (None, KEY), ("alias/aws/secretsmanager", None)]
)
def test_keys_are_the_same_by_any_name(wanted, current):
    assert secret.RESOURCE.compare["KmsKeyId"](wanted, current)


def test_another_key_is_another():
    assert not secret.RESOURCE.compare["KmsKeyId"]("2222", KEY)
    assert not secret.RESOURCE.compare["KmsKeyId"](KEY, None)


def test_documents_are_the_same_in_either_format():
    assert document.same_content('{"a": [1, "b"]}', "a:\n- 1\n- b\n")
    assert not document.same_content('{"a": [1, "b"]}', "a:\n- 1\n")
    assert not document.same_content("a: [", '{"a": []}')


def test_a_domain_tells_how_far_a_change_is():
    since = datetime.datetime(2026, 1, 2, 3, 4, 5, tzinfo=datetime.UTC)
    progress = {"ConfigChangeStatus": "ApplyingChanges", "Message": "", "LastUpdatedTime": since}
    live = {"Processing": True, "DomainProcessingStatus": "Modifying", "ChangeProgressDetails": progress}
    assert str(domain.state(live)) == "Modifying (ApplyingChanges, since 03:04:05 UTC)"
    assert str(domain.state({"Processing": True})) == "Processing"
