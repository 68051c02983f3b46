# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""What AWS modules need, loaded once in the controller.

Starting Python and importing boto3 is most of what an AWS task costs. The callback warm_up calls M(load) when a run
starts and M(load_for) when a play does, before Ansible forks a worker for each task, so that all of them share what is
loaded here.
"""

from __future__ import annotations

import gc
import gzip
import importlib
import json
import os
import sys
from collections.abc import Collection
from functools import cache
from typing import Any

from ansible_collections.bidops.platform.plugins.plugin_utils import _notices

try:
    import botocore.exceptions
    import botocore.hooks
    import botocore.httpsession
    import botocore.loaders
    import botocore.session
except ImportError:
    botocore = None

OURS = "bidops.platform"
STOCK = {"amazon.aws", "community.aws"}

# Modules of Python and of collections that AWS modules import. One that is not there is left to the task that needs it.
_MODULES = (
    "boto3",
    "yaml",
    "ansible.module_utils.basic",
    "ansible_collections.amazon.aws.plugins.module_utils.modules",
    "ansible_collections.bidops.platform.plugins.module_utils._engine.module",
)
_STOCK_MODULES = (
    "ansible_collections.amazon.aws.plugins.module_utils.policy",
    "ansible_collections.amazon.aws.plugins.module_utils.ec2",
    "ansible_collections.amazon.aws.plugins.module_utils.iam",
    "ansible_collections.amazon.aws.plugins.module_utils.waiters",
)
# The services of stock modules, by the first word of the module's name where that is not the service itself.
_SERVICE_OF = {"aws": "sts", "cloudwatchlogs": "logs", "elb": "elbv2"}
# Before the collector looks for cycles: more than most tasks make, whose worker ends soon anyway.
_NEW_OBJECTS = 50_000
_KINDS = ("service-2", "endpoint-rule-set-1", "paginators-1", "waiters-2")
_READERS = {".json": open, ".json.gz": gzip.open}
_DATA = ("endpoints", "partitions", "sdk-default-configuration", "_retry")


def load() -> None:
    """Load what all modules need; without botocore, the tasks that need it say that it is missing."""
    if botocore is None:
        return
    _keep_shared()  # also for the collector not to look through all that is there while more is loaded
    for name in _MODULES:
        _imported(name)
    loader = botocore.session.get_session().get_component("data_loader")
    loader.file_loader = _PlainFiles()
    for name in _DATA:
        _quietly(loader.load_data, name)
    _share(loader)
    _share_aliases()
    _have_one_ready(botocore.session, "get_session")
    _have_one_ready(botocore.httpsession, "create_urllib3_context")
    _keep_shared()


def load_for(actions: Collection[str]) -> None:
    """Load those modules of this collection that are among the actions, what those of others need, and the models of
    all their services.
    """
    if botocore is None:
        return
    collections = {action.rpartition(".")[0] for action in actions}
    for name in _STOCK_MODULES if collections & STOCK else ():
        _imported(name)
    loader = botocore.session.create_loader()  # the shared one
    known = set(loader.list_available_services("service-2"))
    for service in {_service_of(action) for action in actions} & known:
        for kind in _KINDS:
            _quietly(loader.load_service_model, service, kind)
    _keep_shared()


def _service_of(action: str) -> str:
    """The boto3 client of a module, as far as one can tell without running it; empty for what is no AWS module."""
    collection, _dot, name = action.rpartition(".")
    if collection not in {OURS, *STOCK}:
        return ""
    resource = _declaration(f"ansible_collections.{collection}.plugins.modules.{name}") if collection == OURS else None
    word = name.partition("_")[0]
    return str(resource.service) if resource else _SERVICE_OF.get(word, word)


def _declaration(module: str) -> Any:
    """What a module declares, if anything. Its imports stay loaded; the module itself does not, for it is to be run."""
    found = _imported(module)
    sys.modules.pop(module, None)
    return getattr(found, "RESOURCE", None)


def _imported(name: str) -> Any:
    try:
        with _notices.listening():
            return importlib.import_module(name)
    except ImportError:
        return None


def _keep_shared() -> None:
    """Shared pages stay shared only as long as nobody writes to them; the collector would, object by object."""
    gc.freeze()
    gc.set_threshold(_NEW_OBJECTS)


def _quietly(load: Any, *what: str) -> None:
    """A botocore that lacks something fails in the task that asks for it, with its own message."""
    try:
        load(*what)
    except botocore.exceptions.DataNotFoundError:
        return


class _PlainFiles:
    """Reads models into plain dictionaries: ordered ones take half as much memory again, which each fork copies.

    botocore looks through the folders of all services for each kind of file; this looks into a folder once.
    """

    def exists(self, path: str) -> bool:
        return any(_is_there(path + ending) for ending in _READERS)

    def load_file(self, path: str) -> Any:
        """The content of the file whose path without ending this is; None if there is none."""
        for ending, read in _READERS.items():
            if _is_there(path + ending):
                with read(path + ending, "rb") as file:
                    return json.loads(file.read())
        return None


def _is_there(path: str) -> bool:
    folder, _slash, name = path.rpartition(os.sep)
    return name in _names(folder)


@cache
def _names(folder: str) -> set[str]:
    try:
        with os.scandir(folder) as entries:
            return {entry.name for entry in entries}
    except OSError:  # for one, there is none of that name
        return set()


def _share(loader: Any) -> None:
    """Give every new botocore session the loader that has read its files already, unless it is to search elsewhere."""
    original = botocore.loaders.create_loader

    def create_loader(search_path_string: Any = None) -> Any:
        return original(search_path_string) if search_path_string else loader

    botocore.session.create_loader = create_loader


def _share_aliases() -> None:
    """Each session looks up anew what its events are called by now, in a long list: half of what making one costs."""
    aliaser = botocore.hooks.EventAliaser
    original, known = aliaser.__init__, {}

    def __init__(self: Any, emitter: Any, aliases: Any = None) -> None:
        original(self, emitter, aliases)
        if aliases in (None, botocore.hooks.EVENT_ALIASES):
            self._alias_name_cache = known

    aliaser.__init__ = __init__


def _have_one_ready(place: Any, name: str) -> None:
    """Call the function now, for each fork's first: what it makes depends on nothing that a fork could change.

    Registering the handlers of a session is a third of what a client costs, a context of TLS another tenth.
    A session reads the environment and the configuration only when it is asked for something.
    """
    original = getattr(place, name)
    ready = [original()]

    def take(*options: Any, **others: Any) -> Any:
        return ready.pop() if ready and not any((*options, *others.values())) else original(*options, **others)

    setattr(place, name, take)
