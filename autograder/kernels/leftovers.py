"""What killed processes left behind: folders of kernels and notebooks, and the socket and log of a warm process.

It is swept when the next warm process starts. Whoever uses such a thing holds a lock on it, which ends with the
process, however that ends: grader and keeper hold the kernel's folder, the grader the notebook's, the warm process and
its keepers hold its log. What nobody holds, and what is not brand-new, goes.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import shutil
import stat
import tempfile
import time
from collections.abc import Generator
from pathlib import Path

from autograder.kernels import places

PREFIX = "autograder-kernel-"
NOTEBOOK = "autograder-notebook-"
NEW_S = 60.0  # between its making and its first lock


def kernel_folder() -> Path:
    """A new folder for a kernel, 0700, where paths of unix sockets stay short."""
    return Path(tempfile.mkdtemp(prefix=PREFIX, dir=places.short_folder()))


@contextlib.contextmanager
def notebook_folder() -> Generator[Path]:
    """A new folder, 0700, for the files beside a notebook, held for as long as the block runs, and then removed."""
    with tempfile.TemporaryDirectory(prefix=NOTEBOOK) as folder:
        held = hold(folder)
        try:
            yield Path(folder)
        finally:
            os.close(held)


def hold(path: str | Path) -> int:
    """A descriptor that keeps a file or folder from being swept for as long as a process has it open."""
    held = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    fcntl.flock(held, fcntl.LOCK_SH)
    return held


def sweep(runtime: Path) -> None:
    """Removes what killed processes of this user left, in the runtime folder and where their folders stand."""
    for log in runtime.glob("*.log"):
        if _is_left(log):
            log.with_suffix(".socket").unlink(missing_ok=True)
            log.unlink(missing_ok=True)
    usual = Path(tempfile.gettempdir())
    short = Path(places.short_folder() or usual)
    for folder in [*short.glob(f"{PREFIX}????????"), *usual.glob(f"{NOTEBOOK}????????")]:
        if _is_left(folder):
            shutil.rmtree(folder, ignore_errors=True)


def _is_left(path: Path) -> bool:
    with contextlib.suppress(OSError):
        found = path.lstat()
        ours = found.st_uid == os.getuid() and not stat.S_ISLNK(found.st_mode)
        if ours and time.time() - found.st_mtime > NEW_S:
            return _is_free(path)
    return False


def _is_free(path: Path) -> bool:
    held = os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    try:
        fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    finally:
        os.close(held)
    return True
