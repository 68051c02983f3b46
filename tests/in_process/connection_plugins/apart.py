"""The local connection under another name."""

from __future__ import annotations

from ansible.plugins.connection import local

DOCUMENTATION = r"""
name: apart
short_description: Run tasks here, as if it were elsewhere
description: [The local connection under another name.]
"""


class Connection(local.Connection):
    transport = "apart"
