# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Clusters, with the capacity providers that they may use."""

from __future__ import annotations

from typing import Any

from .._engine.context import Context
from .._engine.diff import same_set
from .._engine.resource import Resource
from .._engine.state import PENDING, State, from_status
from .._engine.tags import Tagging
from .namespace import in_words_of
from .strategy import same_strategy

Members = dict[str, Any]
_INCLUDE = ["ATTACHMENTS", "CONFIGURATIONS", "SETTINGS"]
_PROVIDERS = ("capacityProviders", "defaultCapacityProviderStrategy")


def _state(live: Members) -> State:
    """A cluster is ready when its capacity providers are attached, too."""
    attaching = str(live.get("attachmentsStatus") or "")
    return State(PENDING, attaching) if attaching.endswith("IN_PROGRESS") else from_status(live, "status")


def _observe(context: Context, live: Members) -> Members:
    wanted, told = context.wanted.get("serviceConnectDefaults"), live.get("serviceConnectDefaults")
    return {**live, "serviceConnectDefaults": in_words_of(context, wanted, told)} if told else live


def _put_providers(context: Context, live: Members, _value: Any) -> None:
    """Providers and default strategy go together; after a change of both there is nothing left for the second."""
    wanted = {name: context.wanted.get(name, live.get(name) or []) for name in _PROVIDERS}
    providers, strategy = (live.get(name) for name in _PROVIDERS)
    if same_set(wanted[_PROVIDERS[0]], providers) and same_strategy(wanted[_PROVIDERS[1]], strategy):
        return
    context.api.call("PutClusterCapacityProviders", cluster=live["clusterName"], **wanted)


RESOURCE = Resource(
    service="ecs",
    noun="Cluster",
    returns="cluster",
    read="DescribeClusters",
    ids={"clusters": "clusterName", "cluster": "clusterName"},
    wrapper="clusters",
    renames={"name": "clusterName"},
    read_request=lambda context, request: {**request, "include": _INCLUDE},
    # A deleted cluster can be read for a while.
    exists=lambda live: live.get("status") != "INACTIVE",
    observe=_observe,
    rewritten=("serviceConnectDefaults",),
    state=_state,
    update_sends="changed",
    updaters=dict.fromkeys(_PROVIDERS, _put_providers),
    compare={"capacityProviders": same_set, "defaultCapacityProviderStrategy": same_strategy},
    explain={
        "ClusterContainsServicesException": "Remove the services first, with ecs_service.",
        "ClusterContainsTasksException": "Stop the tasks first.",
    },
    tagging=Tagging(target={"resourceArn": "clusterArn"}),
    name_family="ecs",
)
