"""Vector stores for knowledge bases: each made ready with boto3, and taken away again."""

import json
from collections.abc import Callable
from typing import Any

TYPES = ["opensearch_managed_cluster", "opensearch_serverless", "rds", "s3_vectors"]
NAME = "gone-some-day"
DIMENSION = 1024
MAPPING = {"vectorField": "vector", "textField": "text", "metadataField": "metadata"}
SCHEMA = {
    "settings": {"index": {"knn": True}},
    "mappings": {
        "properties": {
            "vector": {"type": "knn_vector", "dimension": DIMENSION, "method": {"name": "hnsw", "engine": "faiss"}},
            "text": {"type": "text"},
            "metadata": {"type": "text", "index": False},
        }
    },
}


class Stores:
    """The storage configuration for each type, on a store that is ready for it."""

    def __init__(self, client: Callable[[str], Any], role: str) -> None:
        self.client, self.role = client, role

    def opensearch_managed_cluster(self) -> Any:
        client = self.client("opensearch")
        client.create_domain(DomainName=NAME, EBSOptions={"EBSEnabled": True, "VolumeSize": 20})
        domain = client.describe_domain(DomainName=NAME)["DomainStatus"]
        client.create_index(DomainName=NAME, IndexName=NAME, IndexSchema=SCHEMA)
        given = {
            "domainArn": domain["ARN"],
            "domainEndpoint": f"https://{domain['Endpoint']}",
            "vectorIndexName": NAME,
            "fieldMapping": MAPPING,
        }
        return {"type": "OPENSEARCH_MANAGED_CLUSTER", "opensearchManagedClusterConfiguration": given}

    def opensearch_serverless(self) -> Any:
        client = self.client("opensearchserverless")
        rules = [{"ResourceType": "collection", "Resource": [f"collection/{NAME}"]}]
        policy = json.dumps({"Rules": rules, "AWSOwnedKey": True})
        client.create_security_policy(type="encryption", name=NAME, policy=policy)
        policy = json.dumps([{"Rules": rules, "SourceServices": ["bedrock.amazonaws.com"]}])
        client.create_security_policy(type="network", name=NAME, policy=policy)
        rule = {"ResourceType": "index", "Resource": [f"index/{NAME}/*"], "Permission": ["aoss:*"]}
        policy = json.dumps([{"Rules": [rule], "Principal": [self.role]}])
        client.create_access_policy(type="data", name=NAME, policy=policy)
        made = client.create_collection(name=NAME, type="VECTORSEARCH")["createCollectionDetail"]
        client.batch_get_collection(ids=[made["id"]])
        client.create_index(id=made["id"], indexName=NAME, indexSchema=SCHEMA)
        given = {"collectionArn": made["arn"], "vectorIndexName": NAME, "fieldMapping": MAPPING}
        return {"type": "OPENSEARCH_SERVERLESS", "opensearchServerlessConfiguration": given}

    def rds(self) -> Any:
        cluster = self.client("rds").create_db_cluster(
            DBClusterIdentifier=NAME,
            Engine="aurora-postgresql",
            EnableHttpEndpoint=True,
            MasterUsername="root",
            MasterUserPassword="s" * 8,
        )["DBCluster"]["DBClusterArn"]
        secret = self.client("secretsmanager").create_secret(Name=NAME, SecretString="{}")["ARN"]
        fields = {"primaryKeyField": "id", "vectorField": "v", "textField": "t", "metadataField": "m"}
        given = {
            "resourceArn": cluster,
            "credentialsSecretArn": secret,
            "databaseName": "vectors",
            "tableName": "vectors",
            "fieldMapping": fields,
        }
        return {"type": "RDS", "rdsConfiguration": given}

    def s3_vectors(self, hidden: tuple[str, ...] = ("AMAZON_BEDROCK_TEXT",)) -> Any:
        client = self.client("s3vectors")
        client.create_vector_bucket(vectorBucketName=NAME)
        shape = {"dataType": "float32", "dimension": DIMENSION, "distanceMetric": "cosine"}
        metadata = {"metadataConfiguration": {"nonFilterableMetadataKeys": list(hidden)}} if hidden else {}
        made = client.create_index(vectorBucketName=NAME, indexName=NAME, **shape, **metadata)
        return {"type": "S3_VECTORS", "s3VectorsConfiguration": {"indexArn": made["indexArn"]}}

    # What takes a store away again

    def without_opensearch_managed_cluster(self) -> None:
        self.client("opensearch").delete_index(DomainName=NAME, IndexName=NAME)

    def without_opensearch_serverless(self) -> None:
        client = self.client("opensearchserverless")
        client.delete_collection(id=client.batch_get_collection(names=[NAME])["collectionDetails"][0]["id"])

    def without_rds(self) -> None:
        self.client("rds").delete_db_cluster(DBClusterIdentifier=NAME, SkipFinalSnapshot=True)

    def without_s3_vectors(self) -> None:
        self.client("s3vectors").delete_index(vectorBucketName=NAME, indexName=NAME)
