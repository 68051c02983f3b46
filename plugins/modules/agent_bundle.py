#!/usr/bin/python
# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

from __future__ import annotations

DOCUMENTATION = r"""
---
module: agent_bundle
version_added: 0.1.0
short_description: Bundle the code of an agent into a zip file that is always the same
description:
  - Makes a zip file of a directory, such as an Amazon Bedrock AgentCore runtime takes it from S3.
  - The file depends only on the names, contents and executable bits of what is in the directory. Times, owners, other
    permissions and the order in which a file system lists its files do not matter, so that the checksum tells whether
    the code changed.
  - Talks to no service.
author:
  - Contributors to the bidops.platform collection (@bidops)
options:
  src:
    description: Directory with the code. Links to files are followed, links to directories are an error.
    type: path
    required: true
  dest:
    description: The zip file. Directories above it that are missing are made, with the permissions C(0700).
    type: path
    required: true
  exclude:
    description: Patterns of the shell for files and directories to leave out, by name or by path relative to O(src).
    type: list
    elements: str
    default: [__pycache__, "*.pyc", .git, .venv, .DS_Store, .pytest_cache, .mypy_cache, .ruff_cache]
  compress:
    description:
      - Compress the files. Another version of zlib can then make another file of the same code, so that the checksum
        holds on one machine only.
    type: bool
    default: false
"""

EXAMPLES = r"""
- name: Bundle the agent
  bidops.platform.agent_bundle:
    src: "{{ playbook_dir }}/../apps/agent"
    dest: /tmp/agent.zip
  register: agent
"""

RETURN = r"""
bundle:
  description: The zip file.
  returned: success
  type: dict
  contains:
    path:
      description: Where it is.
      type: str
    sha256:
      description: Its checksum in hexadecimal digits, in check mode the one it would have.
      type: str
    size:
      description: Its size in bytes.
      type: int
"""

import tempfile
from pathlib import Path

from ansible.module_utils.basic import AnsibleModule
from ansible_collections.bidops.platform.plugins.module_utils import _bundle
from ansible_collections.bidops.platform.plugins.module_utils._engine import arguments
from ansible_collections.bidops.platform.plugins.module_utils._engine.errors import EngineError


def bundle(module: AnsibleModule) -> dict:
    """Make the zip file aside, and put it in its place if it differs from what is there."""
    src, dest = Path(module.params["src"]), Path(module.params["dest"])
    _bundle.refuse(dest)
    with tempfile.TemporaryDirectory(dir=module.tmpdir) as folder:
        made = Path(folder) / "bundle.zip"
        _bundle.write(src, made, module.params["exclude"], module.params["compress"], skip=dest)
        told = {"path": str(dest), "sha256": _bundle.digest(made), "size": made.stat().st_size}
        changed = told["sha256"] != _bundle.digest(dest)
        before, after = _bundle.contents(dest), _bundle.contents(made)
        if changed and not module.check_mode:
            _bundle.make_directories(dest.parent)
            module.atomic_move(str(made), str(dest))
    differing = [name for name in {*before, *after} if before.get(name) != after.get(name)]
    diff = [{name: one[name] for name in sorted(differing) if name in one} for one in (before, after)]
    return {"changed": changed, "bundle": told, "diff": {"before": {"files": diff[0]}, "after": {"files": diff[1]}}}


def main() -> None:
    module = AnsibleModule(arguments.argument_spec(arguments.load(DOCUMENTATION)), supports_check_mode=True)
    try:
        module.exit_json(**bundle(module))
    except EngineError as error:
        module.fail_json(msg=error.message)


if __name__ == "__main__":
    main()
