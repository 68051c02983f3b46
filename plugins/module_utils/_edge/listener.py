# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Listeners of load balancers."""

from __future__ import annotations

from typing import Any

from .._engine.diff import same_entries
from .._engine.resource import ByList, Resource
from .elb import same_actions, tagging

_ARN = "ListenerArn"

RESOURCE: Any = Resource(
    service="elbv2",
    noun="Listener",
    returns="listener",
    find=ByList(match={"Port": "Port"}),
    read="",
    update="ModifyListener",
    update_sends="changed",
    listing="DescribeListeners",
    parents=("LoadBalancerArn",),
    ids={_ARN: _ARN},
    wrapper="Listeners",
    compare={"DefaultActions": same_actions, "Certificates": same_entries("CertificateArn")},
    tagging=tagging(_ARN),
    transient={"UnsupportedCertificate": "."},
    explain={
        "UnsupportedCertificate": "The certificate must be issued, and lie in the region of the load balancer.",
        "CertificateNotFound": "The certificate must be issued, and lie in the region of the load balancer.",
    },
)
