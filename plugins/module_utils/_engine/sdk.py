# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""botocore, for files that must be importable without it: AnsibleAWSModule then says what is missing, and where."""

from __future__ import annotations

try:
    import botocore.exceptions
    from botocore import xform_name
    from botocore.config import Config
except ImportError:
    botocore = Config = None

    def xform_name(name: str) -> str:
        """Nothing is called without botocore, but modules can be imported, and say that it is missing."""
        return name


__all__ = ["Config", "botocore", "xform_name"]
