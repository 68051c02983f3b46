"""What a case finds in the cloud before its playbook runs: made with boto3, once, when the first case needs it."""

from __future__ import annotations

import io
import json
import zipfile
from functools import cache, cached_property
from typing import Any

from tests.local_cloud import REGION, ROOT, LocalCloud

EMBEDDING_MODEL = f"arn:aws:bedrock:{REGION}::foundation-model/amazon.titan-embed-text-v2:0"
DIMENSION = 1024


class Surroundings:
    """Each property is a variable that a case can ask for with C(needs)."""

    @staticmethod
    @cache
    def of(cloud: LocalCloud) -> Surroundings:
        """Those of a cloud, which are made once."""
        return Surroundings(cloud)

    def __init__(self, cloud: LocalCloud) -> None:
        self._client = cache(cloud.client)

    @cached_property
    def role_arn(self) -> str:
        """A role that every service may assume."""
        return self._role("cases-surroundings")

    @cached_property
    def other_role_arn(self) -> str:
        return self._role("cases-surroundings-other")

    def _role(self, name: str) -> str:
        trust = {"Effect": "Allow", "Principal": {"AWS": "*"}, "Action": "sts:AssumeRole"}
        document = json.dumps({"Version": "2012-10-17", "Statement": [trust]})
        return self._client("iam").create_role(RoleName=name, AssumeRolePolicyDocument=document)["Role"]["Arn"]

    @cached_property
    def bucket(self) -> str:
        """A bucket with an agent's bundle, and with two documents below handbook/."""
        s3 = self._client("s3")
        s3.create_bucket(Bucket="cases-surroundings")
        for key in ("agent/bundle.zip", "agent/other.zip", "handbook/one.md", "handbook/two.md"):
            s3.put_object(Bucket="cases-surroundings", Key=key, Body=b"# Nothing much\n")
        return "cases-surroundings"

    @cached_property
    def domain_name(self) -> str:
        """An OpenSearch domain with a public endpoint."""
        client = self._client("opensearch")
        volume = {"EBSEnabled": True, "VolumeSize": 20}
        nodes = {"InstanceType": "t3.small.search"}
        client.create_domain(DomainName="cases-surroundings", ClusterConfig=nodes, EBSOptions=volume)
        client.describe_domain(DomainName="cases-surroundings")  # it is ready once it has been looked at
        return "cases-surroundings"

    @cached_property
    def storage(self) -> dict[str, Any]:
        """The storage_configuration of a knowledge base, on a vector index that exists."""
        client = self._client("opensearch")
        domain = client.describe_domain(DomainName=self.domain_name)["DomainStatus"]
        method = {"name": "hnsw", "engine": "faiss", "space_type": "l2"}
        fields = {
            "vector": {"type": "knn_vector", "dimension": DIMENSION, "method": method},
            "text": {"type": "text"},
            "metadata": {"type": "text", "index": False},
        }
        schema = {"settings": {"index": {"knn": True}}, "mappings": {"properties": fields}}
        client.create_index(DomainName=self.domain_name, IndexName="vectors", IndexSchema=schema)
        return {
            "type": "OPENSEARCH_MANAGED_CLUSTER",
            "opensearch_managed_cluster_configuration": {
                "domain_endpoint": f"https://{domain['Endpoint']}",
                "domain_arn": domain["ARN"],
                "vector_index_name": "vectors",
                "field_mapping": {"vector_field": "vector", "text_field": "text", "metadata_field": "metadata"},
            },
        }

    @property
    def embedding_model(self) -> str:
        return EMBEDDING_MODEL

    @cached_property
    def knowledge_base_id(self) -> str:
        """A knowledge base on the vector index."""
        client = self._client("bedrock-agent")
        cluster = self.storage["opensearch_managed_cluster_configuration"]
        mapping = {"vectorField": "vector", "textField": "text", "metadataField": "metadata"}
        made = client.create_knowledge_base(
            name="cases-surroundings",
            roleArn=self.role_arn,
            knowledgeBaseConfiguration={
                "type": "VECTOR",
                "vectorKnowledgeBaseConfiguration": {"embeddingModelArn": EMBEDDING_MODEL},
            },
            storageConfiguration={
                "type": "OPENSEARCH_MANAGED_CLUSTER",
                "opensearchManagedClusterConfiguration": {
                    "domainEndpoint": cluster["domain_endpoint"],
                    "domainArn": cluster["domain_arn"],
                    "vectorIndexName": cluster["vector_index_name"],
                    "fieldMapping": mapping,
                },
            },
        )["knowledgeBase"]["knowledgeBaseId"]
        client.get_knowledge_base(knowledgeBaseId=made)
        return made

    @cached_property
    def data_source_id(self) -> str:
        """A data source of the knowledge base, on the documents in the bucket."""
        made = self._client("bedrock-agent").create_data_source(
            knowledgeBaseId=self.knowledge_base_id,
            name="cases-surroundings",
            dataSourceConfiguration={
                "type": "S3",
                "s3Configuration": {"bucketArn": f"arn:aws:s3:::{self.bucket}", "inclusionPrefixes": ["handbook/"]},
            },
        )
        return made["dataSource"]["dataSourceId"]

    @cached_property
    def custom_data_source_id(self) -> str:
        """A data source of the knowledge base that takes single documents."""
        made = self._client("bedrock-agent").create_data_source(
            knowledgeBaseId=self.knowledge_base_id,
            name="cases-surroundings-custom",
            dataSourceConfiguration={"type": "CUSTOM"},
        )
        return made["dataSource"]["dataSourceId"]

    @cached_property
    def collection_id(self) -> str:
        """A collection of OpenSearch Serverless for vectors."""
        client = self._client("opensearchserverless")
        rule = {"ResourceType": "collection", "Resource": ["collection/cases-surroundings"]}
        policy = json.dumps({"Rules": [rule], "AWSOwnedKey": True})
        client.create_security_policy(type="encryption", name="cases-surroundings", policy=policy)
        made = client.create_collection(name="cases-surroundings", type="VECTORSEARCH")["createCollectionDetail"]["id"]
        client.batch_get_collection(ids=[made])  # it is ready once it has been looked at
        return made

    @cached_property
    def vector_bucket(self) -> str:
        """A vector bucket."""
        self._client("s3vectors").create_vector_bucket(vectorBucketName="cases-surroundings")
        return "cases-surroundings"

    @cached_property
    def agent_runtime_arn(self) -> str:
        """A runtime that runs apps/agent, with the endpoint stable."""
        bundle = io.BytesIO()
        with zipfile.ZipFile(bundle, "w") as opened:
            for path in (ROOT / "apps/agent").rglob("*.py"):
                opened.write(path, path.relative_to(ROOT / "apps/agent"))
        self._client("s3").put_object(Bucket=self.bucket, Key="agent/assistant.zip", Body=bundle.getvalue())
        place = {"s3": {"bucket": self.bucket, "prefix": "agent/assistant.zip"}}
        code = {"code": place, "runtime": "PYTHON_3_13", "entryPoint": ["main.py"]}
        client = self._client("bedrock-agentcore-control")
        made = client.create_agent_runtime(
            agentRuntimeName="cases_surroundings",
            agentRuntimeArtifact={"codeConfiguration": code},
            roleArn=self.role_arn,
            networkConfiguration={"networkMode": "PUBLIC"},
        )
        runtime = {"agentRuntimeId": made["agentRuntimeId"]}
        client.get_agent_runtime(**runtime)
        client.create_agent_runtime_endpoint(**runtime, name="stable")
        client.list_agent_runtime_endpoints(**runtime)
        return made["agentRuntimeArn"]

    @cached_property
    def gateway_id(self) -> str:
        """A gateway without targets."""
        client = self._client("bedrock-agentcore-control")
        made = client.create_gateway(
            name="cases-surroundings", roleArn=self.role_arn, authorizerType="AWS_IAM", protocolType="MCP"
        )
        client.get_gateway(gatewayIdentifier=made["gatewayId"])
        return made["gatewayId"]

    @cached_property
    def database(self) -> dict[str, str]:
        """The resource_arn, secret_arn (that of the master user) and database of an Aurora cluster."""
        client = self._client("rds")
        name, engine = {"DBClusterIdentifier": "cases-surroundings"}, {"Engine": "aurora-postgresql"}
        client.create_db_cluster(
            **name,
            **engine,
            DatabaseName="knowledge",
            MasterUsername="platform",
            ManageMasterUserPassword=True,
            EnableHttpEndpoint=True,
        )
        instance = {"DBInstanceIdentifier": "cases-surroundings-1", "DBInstanceClass": "db.serverless"}
        client.create_db_instance(**instance, **name, **engine)
        (made,) = client.describe_db_clusters(**name)["DBClusters"]
        secret = made["MasterUserSecret"]["SecretArn"]
        return {"resource_arn": made["DBClusterArn"], "secret_arn": secret, "database": "knowledge"}

    @cached_property
    def reader_secret_arn(self) -> str:
        """A secret with name and password of a database user who is yet to be."""
        return self._secret_of("cases_reader")

    @cached_property
    def example_secret_arn(self) -> str:
        return self._secret_of("example_reader")

    def _secret_of(self, user: str) -> str:
        content = json.dumps({"username": user, "password": "not-a-good-one"})
        return self._client("secretsmanager").create_secret(Name=user, SecretString=content)["ARN"]
