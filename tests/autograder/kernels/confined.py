"""Runs a test's functions in a confined process: as root and as nobody, with all layers and without some of them.

Everything is a fork of the test's own process, so that nothing has to be imported anew. `GROUNDS` are the machines that
are played: `landlock` refuses namespaces, as containers do; `namespaces` has no Landlock, as older kernels; `neither`.
"""

from __future__ import annotations

import contextlib
import ctypes
import errno
import os
import pickle
import signal
import struct
import sys
import tempfile
import warnings
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

from autograder.kernels import confine, namespaces, syscalls
from tests.notebook_form import ROOT

USERS = ("root", "nobody") if os.geteuid() == 0 else ("self",)
GROUNDS = ("all", "landlock", "namespaces")
_NOBODY = 65534
_TAKEN_AWAY = {
    "all": {},
    "landlock": {"unshare": errno.EPERM},
    "namespaces": {"landlock_create_ruleset": errno.ENOSYS},
    "neither": {"unshare": errno.EPERM, "landlock_create_ruleset": errno.ENOSYS},
}


def forked(action: Callable[[int], Any]) -> Any:
    """What the action returns in a forked process, or the exception that it raises, by its name and text.

    The action is given the descriptor through which its result will go.
    """
    read, write = os.pipe()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", DeprecationWarning)  # Python 3.12 warns of forking beside threads
        child = os.fork()
    if child == 0:
        try:
            os.close(read)
            signal.signal(signal.SIGALRM, signal.SIG_DFL)
            signal.alarm(30)
            try:
                result = action(write)
            except BaseException as error:
                result = f"{type(error).__name__}: {error}"
            with os.fdopen(write, "wb") as pipe:
                pickle.dump(result, pipe)
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as pipe:
        data = pipe.read()
    _, status = os.waitpid(child, 0)
    return pickle.loads(data) if data else f"Ended: {os.waitstatus_to_exitcode(status)}"


def confined(
    policy: confine.Policy,
    action: Callable[[], Any],
    *,
    user: str = USERS[0],
    ground: str = "all",
    keep: Sequence[int] = (0, 1, 2),
    unprotected: bool = False,
) -> Any:
    """What the action returns in a confined process of this user on this ground."""

    def kernel(pipe: int) -> Any:
        confine.enter(policy, keep=(*keep, pipe), unprotected=unprotected)
        return action()

    def gate(_pipe: int) -> Any:
        stand_on(ground, user)
        os.chown(policy.scratch, *confine.inhabitant()) if os.geteuid() == 0 else None
        confine.enter_namespaces(policy)
        return forked(kernel)

    return forked(gate)


def stand_on(ground: str, user: str) -> None:
    """Makes this process one of this user on this ground."""
    if user == "nobody":
        _become_nobody()
    _take_away(_TAKEN_AWAY[ground])
    confine.layers.cache_clear()
    namespaces.why_not.cache_clear()


@contextlib.contextmanager
def scratch_of(user: str) -> Iterator[str]:
    """A new folder of this user's, where every user can reach it."""
    with tempfile.TemporaryDirectory(dir="/tmp", ignore_cleanup_errors=True) as folder:
        os.chmod(folder, 0o755)
        scratch = Path(folder) / "scratch"
        scratch.mkdir(mode=0o700)
        if user == "nobody":
            os.chown(scratch, _NOBODY, _NOBODY)
        yield str(scratch)


def _become_nobody() -> None:
    """Gives up being root, as `su` would, and sees to it that Python and the course can still be reached."""
    syscalls.call("unshare", 0x20000)
    syscalls.call("mount", b"none", b"/", None, 1 << 14 | 1 << 18, None)
    needed = {os.path.realpath(sys.base_prefix), os.path.realpath(sys.prefix), str(ROOT)}
    for closed in {_first_closed(path) for path in needed} - {""}:
        beneath = sorted(path for path in needed if path.startswith(closed))
        places = [os.open(path, os.O_PATH) for path in beneath]
        syscalls.call("mount", b"tmpfs", closed.encode(), b"tmpfs", 0, b"mode=755")
        for path, place in zip(beneath, places, strict=True):
            os.makedirs(path, exist_ok=True)
            syscalls.call("mount", f"/proc/self/fd/{place}".encode(), path.encode(), None, 1 << 12 | 1 << 14, None)
    os.setgroups([])
    os.setresgid(_NOBODY, _NOBODY, _NOBODY)
    os.setresuid(_NOBODY, _NOBODY, _NOBODY)
    syscalls.call("prctl", 4, 1)  # readable to itself, as after `su`


def _first_closed(path: str) -> str:
    """The topmost folder on the way that others may not pass through, or nothing."""
    for folder in [*reversed(Path(path).parents), Path(path)]:
        if not folder.stat().st_mode & 1:
            return str(folder)
    return ""


def _take_away(calls: dict[str, int]) -> None:
    """Makes system calls fail with an error in this process and its children, as a container's profile does."""
    here = syscalls.machine()
    if not calls or here is None:
        return
    code = struct.pack("=HBBI", 0x20, 0, 0, 0)
    for name, error in calls.items():
        code += struct.pack("=HBBI", 0x15, 0, 1, syscalls.number(name, here) or 0)
        code += struct.pack("=HBBI", 0x06, 0, 0, 0x50000 | error)
    code += struct.pack("=HBBI", 0x06, 0, 0, 0x7FFF0000)
    steps = ctypes.create_string_buffer(code, len(code))
    header = struct.pack("H6xP", len(code) // 8, ctypes.addressof(steps))
    syscalls.call("prctl", 38, 1, 0, 0, 0)
    syscalls.call("seccomp", 1, 0, ctypes.create_string_buffer(header, len(header)))
