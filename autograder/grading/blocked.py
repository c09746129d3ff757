"""What stops a whole run and not one submission, in a sentence that says what to do: a full disk, a locked gradebook.

nbgrader takes whatever fails for a fault of the submission in its hands, removes what there is of it and goes on to the
next, which fails as well. Where the disk is full or another program keeps the gradebook to itself, the run had better
stop: then one line tells what to mend, and the same command goes on from there.
"""

from __future__ import annotations

import errno
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

from sqlalchemy.exc import DBAPIError

NO_SPACE = {errno.ENOSPC, errno.EDQUOT}
MIB = 2**20
LEAST_MIB = 16  # free on a disk; with less nobody can work, whoever fails first
FULL = ("disk is full", os.strerror(errno.ENOSPC), os.strerror(errno.EDQUOT))  # as SQLite, PostgreSQL and Linux say it


def blocked(error: BaseException, root: Path) -> str | None:
    """Why nothing more can be graded in the course `root` after `error`; None where only one submission failed."""
    for one in _chain(error):
        told = str(one.orig) if isinstance(one, DBAPIError) else str(one)
        if isinstance(one, OSError) and one.errno in NO_SPACE:
            return full_disk(root) or f"No space is left on the disk: {told}. Make room there."
        if isinstance(one, DBAPIError) and any(words in told for words in FULL):
            return full_disk(root) or f"No space is left for the gradebook: {told}. Make room there."
        if isinstance(one, DBAPIError) and "database is locked" in told:
            return (
                "Another program keeps the gradebook to itself (database is locked). Close it, or wait until it ends."
            )
    return None


def short_of_space(failure: str, root: Path) -> str | None:
    """What to do where a worker's `failure` is that this machine's disk is full; None where it is another one."""
    return full_disk(root) if any(words in failure for words in FULL) else None


def full_disk(root: Path) -> str | None:
    """What to do where a disk is full on which the course or the kernels' scratch lies; None where none is."""
    places = {str(root): "the course", tempfile.gettempdir(): "scratch", os.environ.get("XDG_RUNTIME_DIR"): "sockets"}
    short = [f"{place} ({what})" for place, what in places.items() if place and _free_mib(place) < LEAST_MIB]
    return f"No space is left on the disk of {' and of '.join(short)}. Make room there." if short else None


def _free_mib(place: str) -> float:
    """What is free there, in MiB; 0 where no file can be made any more."""
    told = os.statvfs(place)
    return 0 if told.f_files and not told.f_favail else told.f_bavail * told.f_frsize / MIB


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """The error, and those that led to it."""
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
