"""wafv2: web ACLs with their associations and their logging. IP sets, rule groups and pattern sets are moto's."""

from emulator.modeled.service import Service
from emulator.services.wafv2 import association, logging, managed
from emulator.services.wafv2.association import Association
from emulator.services.wafv2.logging import Logging
from emulator.services.wafv2.web_acl import WebACL, check_capacity, get_web_acl, list_web_acls

SERVICE = Service(
    "wafv2",
    types=[WebACL, Association, Logging],
    untaggable=(Association, Logging),
    operations={
        "GetWebACL": get_web_acl,
        "ListWebACLs": list_web_acls,
        "CheckCapacity": check_capacity,
        **association.OPERATIONS,
        **logging.OPERATIONS,
        **managed.OPERATIONS,
    },
    beside_moto=True,
)
