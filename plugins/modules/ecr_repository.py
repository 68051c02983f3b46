#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: ecr_repository
version_added: 0.1.0
short_description: Manage Amazon ECR repositories
description:
  - Creates, changes and deletes a repository of Amazon ECR with its tag mutability, scanning, encryption, lifecycle
    policy, repository policy and tags. All of it works in check mode, for a repository that does not exist yet as well.
  - Policies are compared by what they mean, not by how they are written.
  - Uses the operations CreateRepository, DescribeRepositories, DeleteRepository, ListImages, PutImageTagMutability,
    PutImageScanningConfiguration, the Get, Put and Delete operations of LifecyclePolicy, and the Get, Set and Delete
    operations of RepositoryPolicy of C(ecr), and its tag operations.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  name:
    description:
      - Name of the repository, 2 to 256 lower-case letters and digits with C(._/-) between them.
    type: str
    required: true
  image_tag_mutability:
    description: Whether a tag can be moved to another image. A new repository is V(MUTABLE) if nothing is said.
    type: str
    choices: [MUTABLE, IMMUTABLE, IMMUTABLE_WITH_EXCLUSION, MUTABLE_WITH_EXCLUSION]
  image_tag_mutability_exclusion_filters:
    description:
      - Tags for which the opposite holds, each with C(filter_type) (V(WILDCARD)) and C(filter). Only with the values of
        O(image_tag_mutability) that say so.
    type: list
    elements: dict
  image_scanning_configuration:
    description:
      - With C(scan_on_push), whether an image is scanned when it is pushed. The registry's own configuration, see
        M(bidops.platform.ecr_registry_scanning), goes before it where it has a rule for the repository.
    type: dict
  encryption_configuration:
    description:
      - With C(encryption_type), V(AES256), V(KMS) or V(KMS_DSSE), and C(kms_key). Only a new repository can have
        another.
    type: dict
  lifecycle_policy:
    description:
      - Rules for what happens to images as they age, a document with C(rules) in the spelling of ECR. An empty one
        (V({})) removes it.
    type: json
  repository_policy:
    description: Who may use the repository, an IAM policy document without resources. An empty one (V({})) removes it.
    type: json
  force_delete:
    description:
      - With O(state=absent), delete the repository along with its images. Without it, one that has images is not
        deleted.
    type: bool
    default: false
extends_documentation_fragment:
  - bidops.platform.state
  - bidops.platform.replace
  - bidops.platform.tags
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: A repository that keeps the last ten images
  bidops.platform.ecr_repository:
    name: shop/api
    image_tag_mutability: IMMUTABLE
    image_scanning_configuration:
      scan_on_push: true
    lifecycle_policy:
      rules:
        - rulePriority: 1
          description: Untagged images go after a day
          selection:
            tagStatus: untagged
            countType: sinceImagePushed
            countUnit: days
            countNumber: 1
          action:
            type: expire
        - rulePriority: 2
          description: Keep ten
          selection:
            tagStatus: any
            countType: imageCountMoreThan
            countNumber: 10
          action:
            type: expire
    tags:
      project: shop

- name: Remove it with all its images
  bidops.platform.ecr_repository:
    name: shop/api
    state: absent
    force_delete: true
"""

RETURN = r"""
repository:
  description: The repository as DescribeRepositories describes it, in snake_case, with the policies that were given.
  returned: when it exists, and in check mode when it would be created
  type: dict
  contains:
    repository_name:
      description: Name of the repository.
      type: str
    repository_arn:
      description: ARN of the repository.
      type: str
      sample: arn:aws:ecr:us-east-1:123456789012:repository/shop/api
    repository_uri:
      description: What images are pushed to and pulled from.
      type: str
      sample: 123456789012.dkr.ecr.us-east-1.amazonaws.com/shop/api
    image_tag_mutability:
      description: Whether a tag can be moved to another image.
      type: str
    image_scanning_configuration:
      description: Whether images are scanned when they are pushed, with C(scan_on_push).
      type: dict
    encryption_configuration:
      description: How images are encrypted, with C(encryption_type) and C(kms_key).
      type: dict
    tags:
      description: Tags of the repository, when O(tags) was given.
      type: dict
"""

from ansible_collections.bidops.platform.plugins.module_utils._ecr.repository import RESOURCE
from ansible_collections.bidops.platform.plugins.module_utils._engine.module import run


def main() -> None:
    run(RESOURCE, DOCUMENTATION)


if __name__ == "__main__":
    main()
