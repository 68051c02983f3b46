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
        self._url = cloud.url
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
    def secured_domain(self) -> dict[str, str]:
        """A domain with fine-grained access control, and where the cloud answers for it."""
        client, name = self._client("opensearch"), "cases-secured"
        client.create_domain(
            DomainName=name,
            ClusterConfig={"InstanceType": "t3.small.search"},
            EBSOptions={"EBSEnabled": True, "VolumeSize": 20},
            EncryptionAtRestOptions={"Enabled": True},
            NodeToNodeEncryptionOptions={"Enabled": True},
            DomainEndpointOptions={"EnforceHTTPS": True},
            AdvancedSecurityOptions={"Enabled": True, "MasterUserOptions": {"MasterUserARN": self.role_arn}},
        )
        client.describe_domain(DomainName=name)  # it is ready once it has been looked at
        return {"name": name, "endpoint": f"{self._url}/_opensearch/{name}"}

    @cached_property
    def vpc_domain_arn(self) -> str:
        """The ARN of a domain inside a VPC."""
        client = self._client("opensearch")
        made = client.create_domain(
            DomainName="cases-in-vpc",
            ClusterConfig={"InstanceType": "t3.small.search"},
            EBSOptions={"EBSEnabled": True, "VolumeSize": 20},
            VPCOptions={"SubnetIds": ["subnet-0123456789abcdef0"]},
        )
        client.describe_domain(DomainName="cases-in-vpc")
        return made["DomainStatus"]["ARN"]

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
    def rotation_function_arn(self) -> str:
        """A function of Lambda that could rotate a secret; it is never run."""
        archive = io.BytesIO()
        with zipfile.ZipFile(archive, "w") as opened:
            opened.writestr("main.py", "def handler(event, context): pass\n")
        made = self._client("lambda").create_function(
            FunctionName="cases-rotation",
            Runtime="python3.13",
            Role=self.role_arn,
            Handler="main.handler",
            Code={"ZipFile": archive.getvalue()},
        )
        return made["FunctionArn"]

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
    def scalable_service(self) -> str:
        """A service of ECS, by the name that Application Auto Scaling has for it."""
        ecs = self._client("ecs")
        ecs.create_cluster(clusterName="cases-surroundings")
        containers = [{"name": "api", "image": "example/api", "memory": 128}]
        ecs.register_task_definition(family="cases-surroundings", containerDefinitions=containers)
        ecs.create_service(
            cluster="cases-surroundings", serviceName="api", taskDefinition="cases-surroundings", desiredCount=1
        )
        return "service/cases-surroundings/api"

    @cached_property
    def scalable_target(self) -> str:
        """A service of ECS that is a scalable target."""
        service = self.scalable_service.replace("/api", "/scaled")
        self._client("ecs").create_service(
            cluster="cases-surroundings", serviceName="scaled", taskDefinition="cases-surroundings", desiredCount=1
        )
        self._client("application-autoscaling").register_scalable_target(
            ServiceNamespace="ecs",
            ResourceId=service,
            ScalableDimension="ecs:service:DesiredCount",
            MinCapacity=1,
            MaxCapacity=4,
        )
        return service

    @cached_property
    def user_pool_id(self) -> str:
        """A user pool without users."""
        return self._user_pool("cases-surroundings")

    @cached_property
    def other_user_pool_id(self) -> str:
        return self._user_pool("cases-surroundings-other")

    def _user_pool(self, name: str) -> str:
        return self._client("cognito-idp").create_user_pool(PoolName=name)["UserPool"]["Id"]

    @cached_property
    def load_balancer_arn(self) -> str:
        """An application load balancer in two zones."""
        ec2, client = self._client("ec2"), self._client("elbv2")
        vpc = ec2.create_vpc(CidrBlock="10.81.0.0/16")["Vpc"]["VpcId"]
        subnets = [
            ec2.create_subnet(VpcId=vpc, CidrBlock=f"10.81.{number}.0/24", AvailabilityZone=f"{REGION}{zone}")
            for number, zone in enumerate("ab")
        ]
        ids = [made["Subnet"]["SubnetId"] for made in subnets]
        return client.create_load_balancer(Name="cases", Subnets=ids)["LoadBalancers"][0]["LoadBalancerArn"]

    @cached_property
    def listener_arn(self) -> str:
        """A listener of the load balancer, on a port that no example uses."""
        answer = {"Type": "fixed-response", "FixedResponseConfig": {"StatusCode": "404"}}
        made = self._client("elbv2").create_listener(
            LoadBalancerArn=self.load_balancer_arn, Protocol="HTTP", Port=8080, DefaultActions=[answer]
        )
        return made["Listeners"][0]["ListenerArn"]

    @cached_property
    def web_acl_arn(self) -> str:
        """A web ACL without rules."""
        return self._web_acl("cases-surroundings")

    @cached_property
    def other_web_acl_arn(self) -> str:
        return self._web_acl("cases-surroundings-other")

    def _web_acl(self, name: str) -> str:
        metrics = {"SampledRequestsEnabled": True, "CloudWatchMetricsEnabled": True, "MetricName": name}
        made = self._client("wafv2").create_web_acl(
            Name=name, Scope="REGIONAL", DefaultAction={"Allow": {}}, VisibilityConfig=metrics
        )
        return made["Summary"]["ARN"]

    @cached_property
    def waf_log_groups(self) -> list[str]:
        """Two log groups that AWS WAF may write to, by their names."""
        names = ["aws-waf-logs-cases", "aws-waf-logs-other"]
        for name in names:
            self._client("logs").create_log_group(logGroupName=name)
        return [f"arn:aws:logs:{REGION}:123456789012:log-group:{name}" for name in names]

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

    @cached_property
    def shield_subscription(self) -> str:
        """The state of the subscription to Shield Advanced, which there is now."""
        shield = self._client("shield")
        shield.create_subscription()
        return shield.get_subscription_state()["SubscriptionState"]
