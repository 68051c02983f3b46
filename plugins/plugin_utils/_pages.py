# Copyright: Contributors to the bidops.platform collection
# GNU General Public License v3.0+ (see LICENSE or https://www.gnu.org/licenses/gpl-3.0.txt)
# SPDX-License-Identifier: GPL-3.0-or-later

"""Large pages for the memory of this process.

A fork copies the table of its parent's pages, entry by entry, and gives it back when it ends: on a virtual machine that
takes longer than many a task. Large pages have one entry for 512 small ones.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from pathlib import Path

_MAPS = Path("/proc/self/maps")
_SIZE = Path("/sys/kernel/mm/transparent_hugepage/hpage_pmd_size")
_MADV_COLLAPSE = 25  # of Linux 6.1 and newer


def enlarge() -> None:
    """Take large pages for what lies in memory now, as far as the system lets us; elsewhere nothing happens."""
    try:
        size = int(_SIZE.read_text())
        advise = ctypes.CDLL(None, use_errno=True).madvise
    except (OSError, ValueError, AttributeError):
        return
    advise.argtypes = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int
    for start, end in _own_memory():
        for address in range(-(-start // size) * size, end // size * size, size):
            advise(address, size, _MADV_COLLAPSE)


def _own_memory() -> Iterator[tuple[int, int]]:
    """Where the private, writable memory that is no file's begins and ends."""
    for line in _MAPS.read_text().splitlines():
        area, access, _offset, _device, inode = line.split()[:5]
        if access == "rw-p" and inode == "0" and "[stack]" not in line:
            start, end = (int(place, 16) for place in area.split("-"))
            yield start, end
