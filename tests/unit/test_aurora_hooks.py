"""What the modules for Aurora and its databases add to the engine."""

import base64
import hashlib
import hmac
from types import SimpleNamespace

import pytest
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError
from ansible_collections.bidops.platform.plugins.module_utils._rds import cluster, data_api, grants, scram, statements

ARN = "arn:aws:kms:eu-central-1:123456789012:key/11111111-2222-3333-4444-555555555555"


def context(wanted=None, **params):
    given = {"allow_major_version_upgrade": False, "apply_immediately": True, **params}
    return SimpleNamespace(wanted=wanted or {}, params=given, what="cluster 'x'")


class TestCluster:
    @pytest.mark.parametrize(
        ("status", "kind"),
        [
            ("available", "ready"),
            ("backing-up", "ready"),
            ("configuring-iam-database-auth", "pending"),
            ("modifying", "pending"),
            ("deleting", "gone"),
            ("inaccessible-encryption-credentials", "failed"),
            ("incompatible-parameters", "failed"),
        ],
    )
    def test_states(self, status, kind):
        assert cluster.state({"Status": status}).kind == kind

    @pytest.mark.parametrize(
        ("wanted", "current", "same"),
        [
            ("16", "16.9", True),
            ("16.9", "16.9", True),
            ("16.1", "16.10", False),
            ("8.0", "8.0.mysql_aurora.3.08.2", True),
            ("17", "16.9", False),
            ("16", None, False),
        ],
    )
    def test_a_part_of_a_version_is_met_by_all_that_start_with_it(self, wanted, current, same):
        assert cluster.same_version(wanted, current) == same

    def test_what_waits_for_the_maintenance_window_counts_as_done(self):
        live = {
            "BackupRetentionPeriod": 1,
            "PendingModifiedValues": {"BackupRetentionPeriod": 7, "MasterUserPassword": "x"},
        }
        told = cluster.observe(context(), live)
        assert told["BackupRetentionPeriod"] == 7
        assert "MasterUserPassword" not in told

    def test_a_key_may_be_named_by_its_id(self):
        live = {"KmsKeyId": ARN}
        assert cluster.observe(context({"KmsKeyId": ARN.rpartition("/")[2]}), live)["KmsKeyId"] in ARN.split("/")
        assert cluster.observe(context({"KmsKeyId": "other"}), live)["KmsKeyId"] == ARN

    def test_what_keeps_running_is_sent_no_pause(self):
        capacity = {"MinCapacity": 0.5, "MaxCapacity": 4.0, "SecondsUntilAutoPause": 300}
        request = cluster.update_request(context(), {}, {"ServerlessV2ScalingConfiguration": capacity}, {})
        assert request["ServerlessV2ScalingConfiguration"] == {"MinCapacity": 0.5, "MaxCapacity": 4.0}
        assert request["ApplyImmediately"]

    def test_the_password_goes_along_when_rds_gives_it_up(self):
        given = context({"MasterUserPassword": "x", "ManageMasterUserPassword": False}, apply_immediately=False)
        request = {"ManageMasterUserPassword": False}
        sent = cluster.update_request(given, {}, request, {"ManageMasterUserPassword": (True, False)})
        assert sent == {"ManageMasterUserPassword": False, "MasterUserPassword": "x", "ApplyImmediately": False}

    def test_instances_go_first(self):
        members = [{"DBInstanceIdentifier": "x-1"}, {"DBInstanceIdentifier": "x-2"}]
        with pytest.raises(EngineError, match="still has the instances x-1, x-2"):
            cluster.refuse_delete(context(), {"DBClusterMembers": members})

    @pytest.mark.parametrize(("skip", "snapshot"), [(False, None), (True, "last")])
    def test_a_deletion_says_what_becomes_of_the_data(self, skip, snapshot):
        given = context(skip_final_snapshot=skip, final_db_snapshot_identifier=snapshot)
        with pytest.raises(EngineError, match="give either final_db_snapshot_identifier"):
            cluster.refuse_delete(given, {})

    def test_a_protected_cluster_stays(self):
        with pytest.raises(EngineError, match="Set deletion_protection to false as well"):
            cluster.refuse_delete(context(), {"DeletionProtection": True})


class TestStatements:
    @pytest.mark.parametrize(
        ("sql", "word"),
        [
            ("select 1", "SELECT"),
            (" -- a comment\n/* and\nmore */ INSERT INTO x", "INSERT"),
            ("TABLE(x)", "TABLE"),
            ("", ""),
        ],
    )
    def test_the_first_word_tells_what_it_is(self, sql, word):
        assert statements._first_word({"sql": sql}) == word

    @pytest.mark.parametrize(
        ("value", "field"),
        [
            (None, {"isNull": True}),
            (True, {"booleanValue": True}),
            (1, {"longValue": 1}),
            (0.5, {"doubleValue": 0.5}),
            ("x", {"stringValue": "x"}),
        ],
    )
    def test_parameters_have_the_type_of_their_value(self, value, field):
        assert data_api.parameter("p", value) == {"name": "p", "value": field}

    def test_structures_are_json_and_hints_are_kept(self):
        assert data_api.parameter("p", [1]) == {"name": "p", "value": {"stringValue": "[1]"}, "typeHint": "JSON"}
        hinted = data_api.parameter("p", {"value": 1.5, "type_hint": "DECIMAL"})
        assert hinted == {"name": "p", "value": {"stringValue": "1.5"}, "typeHint": "DECIMAL"}


class TestRoles:
    def test_names_are_quoted(self):
        assert grants.quoted('a"b') == '"a""b"'
        assert grants.Grant("table", "public.a.b", ()).identifier == '"public"."a.b"'

    def test_only_what_differs_is_granted_and_revoked(self):
        grant = grants.Grant("tables_in_schema", "public", ("INSERT", "SELECT"))
        assert list(grants.statements(grant, {"SELECT"}, {"SELECT", "DELETE"}, "reader")) == [
            'REVOKE DELETE ON ALL TABLES IN SCHEMA "public" FROM "reader"',
            'ALTER DEFAULT PRIVILEGES IN SCHEMA "public" REVOKE DELETE ON TABLES FROM "reader"',
            'GRANT INSERT ON ALL TABLES IN SCHEMA "public" TO "reader"',
            'ALTER DEFAULT PRIVILEGES IN SCHEMA "public" GRANT INSERT ON TABLES TO "reader"',
        ]
        assert list(grants.statements(grant, {"INSERT", "SELECT"}, {"INSERT", "SELECT"}, "reader")) == []

    def test_a_verifier_proves_the_password(self):
        made = scram.verifier("pencil", b"salt")
        _mechanism, iterations, keys = made.split("$")
        count, salt = iterations.split(":")
        salted = hashlib.pbkdf2_hmac("sha256", b"pencil", base64.b64decode(salt), int(count))
        server = hmac.digest(salted, b"Server Key", "sha256")
        assert keys.split(":")[1] == base64.b64encode(server).decode()
        assert "pencil" not in made
        assert scram.verifier("pencil") != scram.verifier("pencil")
