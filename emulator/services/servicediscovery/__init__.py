"""servicediscovery (Cloud Map): namespaces, services, instances, and the operations that change them."""

from emulator.modeled.service import Service
from emulator.services.servicediscovery import instance, namespace, service
from emulator.services.servicediscovery.instance import Instance
from emulator.services.servicediscovery.namespace import Namespace, Operation
from emulator.services.servicediscovery.service import DiscoveryService

SERVICE = Service(
    "servicediscovery",
    types=[Namespace, DiscoveryService, Instance, Operation],
    untaggable=(Instance, Operation),
    operations={**namespace.OPERATIONS, **service.OPERATIONS, **instance.OPERATIONS},
)
