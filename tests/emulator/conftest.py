"""A local cloud for tests: the real server, in its own process, on a free port."""

import functools
import json
import subprocess
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import boto3
import pytest
from botocore.config import Config

from tests.local_cloud import free_port, launched

ROOT = Path(__file__).resolve().parents[2]
KEY = "AKIAIOSFODNN7EXAMPLE"
REGION = "us-east-1"
TRUST = json.dumps(
    {
        "Version": "2012-10-17",
        "Statement": [{"Effect": "Allow", "Principal": {"Service": "x.amazonaws.com"}, "Action": "sts:AssumeRole"}],
    }
)


@dataclass(frozen=True)
class LocalCloud:
    """Where a server answers, and how to talk to it."""

    url: str
    process: subprocess.Popen[bytes]

    def client(self, service: str, *, region: str = REGION, key: str = KEY, check: bool = True) -> Any:
        """A boto3 client. check=False sends what botocore would refuse to send."""
        return make_client(self.url, service, region, key, check)

    def client_of(self, service: str, credentials: Any, **options: Any) -> Any:
        """A boto3 client with credentials as IAM and STS give them; options are those of botocore."""
        return boto3.client(
            service,
            endpoint_url=self.url,
            region_name=REGION,
            aws_access_key_id=credentials["AccessKeyId"],
            aws_secret_access_key=credentials["SecretAccessKey"],
            aws_session_token=credentials.get("SessionToken"),
            config=Config(**options),
        )

    def http(self, method: str, path: str, content: Any = None) -> tuple[int, Any]:
        """Status and JSON of an unsigned request."""
        body = None if content is None else json.dumps(content).encode()
        request = urllib.request.Request(self.url + path, body, method=method)
        try:
            with urllib.request.urlopen(request, timeout=60) as answer:
                return answer.status, json.loads(answer.read())
        except urllib.error.HTTPError as error:
            return error.code, json.loads(error.read())

    def reset(self) -> None:
        assert self.http("POST", "/_local-cloud/reset")[0] == 200

    def requests(self) -> list[dict[str, Any]]:
        """The request log."""
        found: list[dict[str, Any]] = self.http("GET", "/_local-cloud/requests")[1]["requests"]
        return found


@functools.cache
def make_client(url: str, service: str, region: str, key: str, check: bool) -> Any:
    """Clients are slow to make, and safe to share."""
    return boto3.client(
        service,
        endpoint_url=url,
        region_name=region,
        aws_access_key_id=key,
        aws_secret_access_key="secret",
        config=Config(parameter_validation=check, max_pool_connections=16),
    )


def launch(log: Path, time_scale: float = 0, *options: str) -> LocalCloud:
    """Start a server and wait until it is healthy."""
    port = free_port()
    process = launched(log, port, "--time-scale", str(time_scale), *options)
    return LocalCloud(f"http://127.0.0.1:{port}", process)


@pytest.fixture(scope="session")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[LocalCloud]:
    """One server for the whole session, whose resources are ready at once."""
    cloud = launch(tmp_path_factory.mktemp("local-cloud") / "log")
    yield cloud
    cloud.process.terminate()
    cloud.process.wait(10)


@pytest.fixture
def cloud(server: LocalCloud) -> LocalCloud:
    """The session's server, empty."""
    server.reset()
    return server


@pytest.fixture(scope="module")
def bare(server: LocalCloud) -> LocalCloud:
    """The session's server, empty at first: for tests of a file that stay apart by their names."""
    server.reset()
    return server


@pytest.fixture
def slow_cloud(tmp_path: Path) -> Iterator[Callable[[float], LocalCloud]]:
    """Start a server of one's own with a time scale."""
    started: list[LocalCloud] = []

    def start(time_scale: float) -> LocalCloud:
        started.append(launch(tmp_path / "log", time_scale))
        return started[-1]

    yield start
    for cloud in started:
        cloud.process.terminate()
        cloud.process.wait(10)


@dataclass
class World:
    """What the tests' resources stand on. Each thing is made when it is first asked for."""

    cloud: LocalCloud

    def __post_init__(self) -> None:
        self._made: dict[str, Any] = {}

    def __getattr__(self, name: str) -> Any:
        maker = getattr(type(self), f"make_{name}", None)
        if name.startswith("_") or maker is None:
            raise AttributeError(name)
        if name not in self._made:
            self._made[name] = maker(self)
        return self._made[name]

    def make_role(self) -> str:
        role = self.cloud.client("iam").create_role(RoleName="service", AssumeRolePolicyDocument=TRUST)
        return str(role["Role"]["Arn"])

    def make_bucket(self) -> str:
        self.cloud.client("s3").create_bucket(Bucket="documents")
        return "documents"

    def make_domain(self) -> dict[str, Any]:
        client = self.cloud.client("opensearch")
        client.create_domain(DomainName="search", EngineVersion="OpenSearch_2.19", EBSOptions={"EBSEnabled": True})
        found: dict[str, Any] = client.describe_domain(DomainName="search")["DomainStatus"]
        return found

    def make_index(self) -> str:
        self.cloud.client("opensearch").create_index(
            DomainName=self.domain["DomainName"], IndexName="vectors", IndexSchema=index_schema()
        )
        return "vectors"

    def make_storage(self) -> dict[str, Any]:
        return {
            "type": "OPENSEARCH_MANAGED_CLUSTER",
            "opensearchManagedClusterConfiguration": {
                "domainArn": self.domain["ARN"],
                "domainEndpoint": f"https://{self.domain['Endpoint']}",
                "vectorIndexName": self.index,
                "fieldMapping": {"vectorField": "vector", "textField": "text", "metadataField": "metadata"},
            },
        }

    def make_knowledge_base(self) -> str:
        made = self.cloud.client("bedrock-agent").create_knowledge_base(
            name="base", roleArn=self.role, knowledgeBaseConfiguration=VECTOR, storageConfiguration=self.storage
        )
        return str(made["knowledgeBase"]["knowledgeBaseId"])

    def make_data_source(self) -> str:
        made = self.cloud.client("bedrock-agent").create_data_source(
            knowledgeBaseId=self.knowledge_base,
            name="source",
            dataSourceConfiguration={
                "type": "S3",
                "s3Configuration": {"bucketArn": f"arn:aws:s3:::{self.bucket}", "inclusionPrefixes": ["docs/"]},
            },
        )
        return str(made["dataSource"]["dataSourceId"])

    def make_runtime(self) -> dict[str, Any]:
        made: dict[str, Any] = self.cloud.client("bedrock-agentcore-control").create_agent_runtime(
            agentRuntimeName="agent", agentRuntimeArtifact=container(1), roleArn=self.role
        )
        return made

    def make_gateway(self) -> str:
        made = self.cloud.client("bedrock-agentcore-control").create_gateway(
            name="Tools", roleArn=self.role, authorizerType="AWS_IAM", protocolType="MCP"
        )
        return str(made["gatewayId"])


VECTOR = {
    "type": "VECTOR",
    "vectorKnowledgeBaseConfiguration": {
        "embeddingModelArn": "arn:aws:bedrock:us-east-1::foundation-model/amazon.titan-embed-text-v2:0"
    },
}


PINECONE = {
    "type": "PINECONE",
    "pineconeConfiguration": {
        "connectionString": "https://vectors.example.com",
        "credentialsSecretArn": "arn:aws:secretsmanager:us-east-1:123456789012:secret:pinecone",
        "fieldMapping": {"textField": "text", "metadataField": "metadata"},
    },
}


def index_schema(dimension: int = 1024) -> dict[str, Any]:
    method = {"name": "hnsw", "engine": "faiss", "space_type": "l2", "parameters": {"m": 24}}
    vector = {"type": "knn_vector", "dimension": dimension, "method": method}
    properties = {"vector": vector, "text": {"type": "text"}, "metadata": {"type": "text", "index": False}}
    return {"settings": {"index": {"knn": True}}, "mappings": {"properties": properties}}


def container(tag: int) -> dict[str, Any]:
    return {"containerConfiguration": {"containerUri": f"123456789012.dkr.ecr.us-east-1.amazonaws.com/agent:{tag}"}}


@pytest.fixture
def world(cloud: LocalCloud) -> World:
    return World(cloud)


@pytest.fixture
def code() -> Callable[..., str]:
    """The error code that a call ends with."""
    from botocore.exceptions import ClientError

    def find(call: Callable[..., Any], **params: Any) -> str:
        with pytest.raises(ClientError) as caught:
            call(**params)
        return str(caught.value.response["Error"]["Code"])

    return find
