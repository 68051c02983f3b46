"""opensearchserverless: collections, their indexes, and the policies that collections stand under."""

from emulator.modeled.engine import Verbs
from emulator.modeled.service import Service
from emulator.services.opensearchserverless.collection import (
    Collection,
    batch_get,
    delete_collection,
    list_collections,
)
from emulator.services.opensearchserverless.index import ServerlessIndex, create_index, update_index
from emulator.services.opensearchserverless.policy import AccessPolicy, SecurityPolicy, keyed, list_policies

SECURITY, ACCESS = Verbs(SecurityPolicy()), Verbs(AccessPolicy())

SERVICE = Service(
    "opensearchserverless",
    types=[Collection, ServerlessIndex, SecurityPolicy, AccessPolicy],
    untaggable=(ServerlessIndex, SecurityPolicy, AccessPolicy),
    operations={
        "BatchGetCollection": batch_get,
        "DeleteCollection": delete_collection,
        "ListCollections": list_collections,
        "CreateIndex": create_index,
        "UpdateIndex": update_index,
        "CreateSecurityPolicy": keyed(SECURITY.create),
        "GetSecurityPolicy": keyed(SECURITY.read),
        "UpdateSecurityPolicy": keyed(SECURITY.update),
        "DeleteSecurityPolicy": keyed(SECURITY.delete),
        "ListSecurityPolicies": list_policies(SecurityPolicy()),
        "CreateAccessPolicy": keyed(ACCESS.create),
        "GetAccessPolicy": keyed(ACCESS.read),
        "UpdateAccessPolicy": keyed(ACCESS.update),
        "DeleteAccessPolicy": keyed(ACCESS.delete),
        "ListAccessPolicies": list_policies(AccessPolicy()),
    },
)
