"""How much a kernel may send, where ZeroMQ sets no bound: the pieces of a message, and the parts of one without an end.

ZeroMQ counts the bytes of each part of a message (`LARGEST_MESSAGE` in kernel.py), not how many parts follow, and keeps
all of them until the last has come. So whoever listens looks at its own memory meanwhile.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
from pathlib import Path
from typing import Any

from autograder.plain import MAX_PARTS, parts_in

MOST_MIB = 1024  # by which this process may grow while a kernel lives
MOST_PIECES = 4 * MAX_PARTS  # lists, tables and items in a message: each takes fifty times the room of its signs
LOOK_S = 0.1


def unpack(data: bytes) -> Any:
    """A part of a message, from its JSON. Raises ValueError, as for what is none, where it has too many pieces."""
    written = bytes(data)
    if parts_in(written) > MOST_PIECES:
        raise ValueError("a message of too many pieces")
    return json.loads(written)


async def too_much() -> None:
    """Comes back when this process has grown by `MOST_MIB` since this was called."""
    before_mib = _resident_mib()
    while _resident_mib() - before_mib < MOST_MIB:
        await asyncio.sleep(LOOK_S)


def _resident_mib() -> float:
    """What this process has in memory, in MiB; 0 where the system does not tell."""
    with contextlib.suppress(OSError):
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 2**20
    return 0.0
