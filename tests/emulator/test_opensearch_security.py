"""Fine-grained access control through a domain's own REST API, as the local cloud answers it."""

import base64
import json
import urllib.error
import urllib.request
from typing import Any

import pytest
from botocore.auth import SigV4Auth
from botocore.awsrequest import AWSRequest
from botocore.credentials import Credentials

ROLE = {"cluster_permissions": ["cluster_monitor"], "index_permissions": [{"index_patterns": ["a*"]}]}
MASTER = "arn:aws:iam::123456789012:role/admin"
SECURE = {
    "ClusterConfig": {"InstanceType": "t3.small.search"},
    "EBSOptions": {"EBSEnabled": True},
    "EncryptionAtRestOptions": {"Enabled": True},
    "NodeToNodeEncryptionOptions": {"Enabled": True},
    "DomainEndpointOptions": {"EnforceHTTPS": True},
}


def make(cloud: Any, name: str, **options: Any) -> None:
    client = cloud.client("opensearch")
    client.create_domain(DomainName=name, **SECURE, **options)
    client.describe_domain(DomainName=name)


@pytest.fixture
def domain(cloud: Any) -> str:
    options = {"Enabled": True, "MasterUserOptions": {"MasterUserARN": MASTER}}
    make(cloud, "secured", AdvancedSecurityOptions=options)
    return f"{cloud.url}/_opensearch/secured"


def ask(method: str, url: str, content: Any = None, key: str = "anybody", **headers: str) -> tuple[int, Any]:
    """Status and JSON of a request that is signed, unless it has another authorization."""
    body = None if content is None else json.dumps(content).encode()
    request = AWSRequest(method, url, headers, body)
    if not headers:
        SigV4Auth(Credentials(key, "secret"), "es", "us-east-1").add_auth(request)
    sent = urllib.request.Request(url, body, dict(request.headers.items()), method=method)
    try:
        with urllib.request.urlopen(sent, timeout=10) as answer:
            return answer.status, json.loads(answer.read())
    except urllib.error.HTTPError as error:
        return error.code, json.loads(error.read())


def api(domain: str, path: str) -> str:
    return f"{domain}/_plugins/_security/api/{path}"


@pytest.mark.parametrize("kind", ["roles", "rolesmapping"])
def test_lists_all_there_are(domain: str, kind: str) -> None:
    status, told = ask("GET", api(domain, kind))
    assert (status, {"all_access", "security_manager"} <= set(told)) == (200, True)


def test_a_role_comes_changes_and_goes(domain: str) -> None:
    url = api(domain, "roles/readers")
    assert ask("PUT", url, ROLE) == (201, {"status": "CREATED", "message": "'readers' created."})
    status, told = ask("GET", url)
    assert (status, told["readers"]["cluster_permissions"]) == (200, ["cluster_monitor"])
    assert told["readers"]["index_permissions"][0]["fls"] == []
    assert ask("PATCH", url, [{"op": "replace", "path": "/description", "value": "They read"}])[0] == 200
    assert ask("GET", url)[1]["readers"]["description"] == "They read"
    assert ask("PUT", url, {"cluster_permissions": []})[0] == 200
    assert ask("GET", url)[1]["readers"]["index_permissions"] == []
    assert ask("DELETE", url)[0] == 200
    assert ask("GET", url)[0] == 404


def test_the_roles_of_the_engine_are_there_and_stay(domain: str) -> None:
    assert set(ask("GET", api(domain, "roles"))[1]) >= {"all_access", "security_manager", "readall"}
    assert ask("DELETE", api(domain, "roles/all_access"))[0] == 403
    assert ask("PUT", api(domain, "roles/all_access"), ROLE)[0] == 403


def test_the_master_user_has_all_roles(domain: str) -> None:
    assert ask("GET", api(domain, "rolesmapping/all_access"))[1]["all_access"]["backend_roles"] == [MASTER]


def test_who_may_manage_the_security(domain: str, cloud: Any) -> None:
    iam = cloud.client("iam")
    arn = iam.create_user(UserName="me")["User"]["Arn"]
    key = iam.create_access_key(UserName="me")["AccessKey"]["AccessKeyId"]
    url = api(domain, "roles/readers")
    status, told = ask("PUT", url, ROLE, key)
    assert (status, arn in told["message"]) == (403, True)
    assert ask("PUT", api(domain, "rolesmapping/security_manager"), {"users": [arn]})[0] == 200
    assert ask("PUT", url, ROLE, key)[0] == 201
    assert ask("GET", url, Authorization="none")[0] == 401


def test_a_master_user_with_a_password(cloud: Any) -> None:
    master = {"MasterUserName": "boss", "MasterUserPassword": "Not-a-secret-1"}
    options = {"Enabled": True, "InternalUserDatabaseEnabled": True, "MasterUserOptions": master}
    make(cloud, "internal", AdvancedSecurityOptions=options)
    url = api(f"{cloud.url}/_opensearch/internal", "roles/readers")

    def with_password(password: str) -> int:
        token = base64.b64encode(f"boss:{password}".encode()).decode()
        return ask("PUT", url, ROLE, Authorization=f"Basic {token}")[0]

    assert with_password("Not-a-secret-1") == 201
    assert with_password("other") == 401
    assert ask("GET", url)[0] == 403


def test_refusals(domain: str, cloud: Any) -> None:
    make(cloud, "open")
    assert ask("GET", api(f"{cloud.url}/_opensearch/open", "roles"))[0] == 400
    assert ask("GET", api(f"{cloud.url}/_opensearch/nothing", "roles"))[0] == 404
    assert ask("GET", f"{domain}/_search")[0] == 400
    assert ask("PUT", api(domain, "rolesmapping/nobody"), {"users": ["me"]})[0] == 404
    assert ask("PUT", api(domain, "roles/readers"), {"permissions": []})[0] == 400
    assert ask("PUT", api(domain, "roles/readers"), {"cluster_permissions": "all"})[0] == 400
    assert ask("PUT", api(domain, "roles/readers"), {})[0] == 400
    assert ask("POST", api(domain, "roles/readers"), ROLE)[0] == 405


def test_the_security_goes_with_the_domain(domain: str, cloud: Any) -> None:
    assert ask("PUT", api(domain, "roles/readers"), ROLE)[0] == 201
    cloud.client("opensearch").delete_domain(DomainName="secured")
    assert ask("GET", api(domain, "roles/readers"))[0] == 404
