#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ecr_repository_info
version_added: 0.1.0
short_description: List Amazon ECR repositories
description:
  - Lists the repositories of Amazon ECR in the registry of the account, with their policies.
  - Uses the operations DescribeRepositories, GetLifecyclePolicy and GetRepositoryPolicy of C(ecr), and
    ListTagsForResource where tags are asked for.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Only the repository with this name.
    type: str
extends_documentation_fragment:
  - bidops.platform.filter_tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: All repositories of the region
  bidops.platform.ecr_repository_info:
  register: found
"""

RETURN = r"""
repositories:
  description: What was found, each as DescribeRepositories describes it, in snake_case.
  returned: always
  type: list
  elements: dict
  contains:
    repository_name:
      description: Name of the repository.
      type: str
    repository_arn:
      description: ARN of the repository.
      type: str
    repository_uri:
      description: What images are pushed to and pulled from.
      type: str
    lifecycle_policy:
      description: What happens to its images as they age, if there are rules for it.
      type: dict
    repository_policy:
      description: Who may use it, if there is a policy.
      type: dict
    tags:
      description: Tags of the repository, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._ecr.repository import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.info import run_info


def main() -> None:
    run_info(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
