#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: s3_directory
version_added: 0.1.0
short_description: Bring a local directory into an S3 bucket
description:
  - Uploads the files of a local directory below a prefix of a bucket, keeping their relative paths as keys.
  - A file is uploaded only when the object is not there or its content differs, by its SHA-256 checksum. Where a store
    keeps none, metadata that this module writes take its place.
  - The type of content follows from the name of the file.
  - Uses the operations ListObjectsV2, HeadObject, PutObject and DeleteObjects of C(s3).
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  bucket:
    description: Name of the bucket. In check mode it may be one that does not exist yet.
    type: str
    required: true
  prefix:
    description: What keys start with, without a slash at either end; by default nothing.
    type: str
    default: ""
  src:
    description: Directory on the host that runs the module. Links to files are followed, links to directories an error.
    type: path
    required: true
  exclude:
    description: Patterns of the shell for files and directories to leave out, by name or by path relative to O(src).
    type: list
    elements: str
    default: []
  purge:
    description: Delete objects below the prefix that are not in the directory.
    type: bool
    default: false
  kms_key_id:
    description: Id or ARN of the KMS key for what is uploaded; without it, the bucket's own encryption applies.
    type: str
notes:
  - Files of up to 5 GiB are uploaded.
extends_documentation_fragment:
  - amazon.aws.common.modules
  - amazon.aws.region.modules
  - amazon.aws.boto3
"""

EXAMPLES = r"""
- name: Bring the documents to where the knowledge base reads them
  bidops.platform.s3_directory:
    bucket: example-documents-123456789012-us-east-1
    prefix: handbook
    src: "{{ playbook_dir }}/documents"
    purge: true
"""

RETURN = r"""
objects:
  description: The objects that the files of the directory are, sorted by key.
  returned: success
  type: list
  elements: dict
  contains:
    key:
      description: Key of the object.
      type: str
    size:
      description: Size in bytes.
      type: int
    sha256:
      description: Checksum of the content, in hexadecimal digits.
      type: str
uploaded:
  description: Keys of what was uploaded, or would be in check mode.
  returned: success
  type: list
  elements: str
deleted:
  description: Keys of what was deleted, or would be in check mode.
  returned: success
  type: list
  elements: str
"""

from ansible_collections.bidops.platform.plugins.module_utils._engine.module import perform
from ansible_collections.bidops.platform.plugins.module_utils._engine.resource import Resource
from ansible_collections.bidops.platform.plugins.module_utils._s3_directory import synchronise

RESOURCE = Resource(service="s3", noun="Object", returns="objects", create="PutObject")


def main() -> None:
    perform(RESOURCE, DOCUMENTATION, synchronise)


if __name__ == "__main__":
    main()
