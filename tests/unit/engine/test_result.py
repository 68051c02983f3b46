"""What a module returns."""

from ansible_collections.bidops.platform.plugins.module_utils._engine import result
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import ByList, Resource

POOL = Resource(
    service="cognito-idp",
    noun="UserPool",
    returns="user_pool",
    find=ByList(match={"Name": "PoolName"}),
    read="DescribeUserPool",
    ids={"UserPoolId": "Id"},
    renames={"name": "PoolName"},
    told={"PoolName": "Name"},
)
PROVIDER = Resource(
    service="cognito-idp",
    noun="IdentityProvider",
    returns="provider",
    read="DescribeIdentityProvider",
    parents=("UserPoolId",),
    secret=("client_secret",),
)


def test_a_prediction_has_the_names_of_answers(context_of):
    context = context_of(POOL, {"name": "people"}, check=True)
    shown = result.shown(context, result.predicted(context))
    assert (shown["name"], "pool_name" in shown) == ("people", False)


def test_an_answer_is_observed_by_the_names_of_requests(context_of):
    assert POOL.observed(context_of(POOL, {"name": "people"}), {"Name": "people"})["PoolName"] == "people"


def test_secrets_are_hidden_at_any_depth(context_of):
    live = {"ProviderDetails": {"client_id": "a", "client_secret": "b"}}
    shown = result.shown(context_of(PROVIDER, {}), live)
    assert shown == {"provider_details": {"client_id": "a", "client_secret": "(secret)"}}
