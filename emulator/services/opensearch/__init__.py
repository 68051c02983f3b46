"""opensearch: domains with the part of their REST API that manages security, their indices and VPC endpoints."""

from emulator.modeled.service import Service
from emulator.services.opensearch import domain, index, security, vpc_endpoint

SERVICE = Service(
    "opensearch",
    types=[domain.Domain, index.Index, vpc_endpoint.VpcEndpoint],
    untaggable=(index.Index, vpc_endpoint.VpcEndpoint),
    sites=(security.SITE,),
    tag_operations=("AddTags", "RemoveTags", "ListTags"),
    operations={
        "AuthorizeVpcEndpointAccess": vpc_endpoint.authorize,
        "DescribeDomainChangeProgress": domain.describe_change,
        "DescribeDomainConfig": domain.describe_config,
        "DescribeDomainHealth": domain.health,
        "DescribeDomains": domain.describe_many,
        "DescribeVpcEndpoints": vpc_endpoint.describe,
        "GetCompatibleVersions": domain.compatible_versions,
        "ListDomainNames": domain.list_names,
        "ListVersions": domain.list_versions,
        "ListVpcEndpointAccess": vpc_endpoint.list_access,
        "ListVpcEndpointsForDomain": vpc_endpoint.of_domain,
        "RevokeVpcEndpointAccess": vpc_endpoint.revoke,
        "UpdateDomainConfig": domain.update_config,
        "UpgradeDomain": domain.upgrade,
    },
)
