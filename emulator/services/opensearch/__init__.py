"""opensearch: domains, and the indices that the control plane makes."""

from emulator.modeled.service import Service
from emulator.services.opensearch import domain, index

SERVICE = Service(
    "opensearch",
    types=[domain.Domain, index.Index],
    untaggable=(index.Index,),
    tag_operations=("AddTags", "RemoveTags", "ListTags"),
    operations={
        "DescribeDomainChangeProgress": domain.describe_change,
        "DescribeDomainConfig": domain.describe_config,
        "DescribeDomains": domain.describe_many,
        "GetCompatibleVersions": domain.compatible_versions,
        "ListDomainNames": domain.list_names,
        "ListVersions": domain.list_versions,
        "UpdateDomainConfig": domain.update_config,
    },
)
