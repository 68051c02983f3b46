# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What every AWS module needs, loaded once in the controller.

Starting Python and importing boto3 is most of what an AWS task costs. The callback warm_up calls M(load)
when a run starts, before Ansible forks a worker for each task, so that all of them share what is loaded here.
"""

from __future__ import annotations

import gc
import importlib
from typing import Any

try:
    import botocore.exceptions
    import botocore.loaders
    import botocore.session
except ImportError:
    botocore = None

# Modules of Python and of collections that AWS modules import. One that is not there is left to the task that needs it.
_MODULES = (
    "boto3",
    "yaml",
    "ansible.module_utils.basic",
    "ansible_collections.amazon.aws.plugins.module_utils.modules",
    "ansible_collections.amazon.aws.plugins.module_utils.policy",
    "ansible_collections.amazon.aws.plugins.module_utils.ec2",
    "ansible_collections.amazon.aws.plugins.module_utils.iam",
    "ansible_collections.amazon.aws.plugins.module_utils.waiters",
    "ansible_collections.bidops.platform.plugins.module_utils._engine.module",
)
# Services of the platform whose models are large or often needed.
_SERVICES = (
    "bedrock-agent",
    "bedrock-agentcore-control",
    "ec2",
    "iam",
    "kms",
    "logs",
    "opensearch",
    "s3",
    "ssm",
    "sts",
)
_DATA = ("endpoints", "partitions", "sdk-default-configuration", "_retry")


def load() -> None:
    """Load it; without botocore, the tasks that need it say that it is missing."""
    if botocore is None:
        return
    for name in _MODULES:
        try:
            importlib.import_module(name)
        except ImportError:
            continue
    _share(_loader_with_models())
    # Shared pages stay shared only as long as nobody writes to them; the collector would, object by object.
    gc.freeze()


def _loader_with_models() -> Any:
    loader = botocore.session.get_session().get_component("data_loader")
    for name in _DATA:
        _quietly(loader.load_data, name)
    for service in _SERVICES:
        for kind in ("service-2", "endpoint-rule-set-1", "paginators-1", "waiters-2"):
            _quietly(loader.load_service_model, service, kind)
    return loader


def _quietly(load: Any, *what: str) -> None:
    """A botocore that lacks something fails in the task that asks for it, with its own message."""
    try:
        load(*what)
    except botocore.exceptions.DataNotFoundError:
        return


def _share(loader: Any) -> None:
    """Give every new botocore session the loader that has read its files already, unless it is to search elsewhere."""
    original = botocore.loaders.create_loader

    def create_loader(search_path_string: Any = None) -> Any:
        return original(search_path_string) if search_path_string else loader

    botocore.session.create_loader = create_loader
