"""Namespaces: the kernel gets its own users, processes, mounts, network, message queues and host name.

Nothing of the machine can be named from inside them: no process, no network interface, no file that was not mounted.
An ordinary user may make them on most machines; in a container, or where AppArmor keeps them back, often not.
Root becomes nobody (65534) inside, because root without capabilities still owns what root owns, and its processes are
not counted; an ordinary user stays itself. Source: user_namespaces(7), pid_namespaces(7).
"""

from __future__ import annotations

import contextlib
import os
import subprocess
from collections.abc import Callable, Generator
from functools import cache
from pathlib import Path

from autograder.kernels.syscalls import call

NOBODY = 65534
_FLAGS = 0x00020000 | 0x04000000 | 0x08000000 | 0x10000000 | 0x20000000 | 0x40000000  # mounts uts ipc user pid net
_RECURSIVE, _PRIVATE = 1 << 14, 1 << 18
_WRITE_MAPS = f"""
read go && for kind in gid uid; do printf "0 0 1\\n{NOBODY} {NOBODY} 1\\n" > "/proc/$1/${{kind}}_map" || exit 1; done
"""


@cache
def why_not() -> str:
    """Why this process may not make namespaces and mount in them, or nothing if it may: tried in a forked process."""
    return _said_by_child(_try)


def enter() -> None:
    """Moves this process, which must have one thread, into new namespaces. Its next child is process 1 there.

    Mounts made from now on are seen by this process and its children alone. Raises OSError.
    """
    user, group = os.geteuid(), os.getegid()
    if user == 0 and _has_nobody():
        with _map_writer(os.getpid()):
            call("unshare", _FLAGS)
    else:
        call("unshare", _FLAGS)
        Path("/proc/self/setgroups").write_text("deny")
        Path("/proc/self/gid_map").write_text(f"{group} {group} 1")
        Path("/proc/self/uid_map").write_text(f"{user} {user} 1")
    call("mount", b"none", b"/", None, _RECURSIVE | _PRIVATE, None)
    call("sethostname", b"kernel", 6)


def inhabitant() -> tuple[int, int]:
    """The user and group as which student code runs, when this process or a child of it confines itself."""
    if os.geteuid() == 0 and not why_not() and _has_nobody():
        return NOBODY, NOBODY
    return os.geteuid(), os.getegid()


def _has_nobody() -> bool:
    """Whether the current user namespace knows the user nobody, as the machine's own does."""
    ranges = [[int(word) for word in line.split()] for line in Path("/proc/self/uid_map").read_text().splitlines()]
    return any(first <= NOBODY < first + count for first, _, count in ranges)


@contextlib.contextmanager
def _map_writer(process: int) -> Generator[None]:
    """After the block has unshared, a child that stayed outside maps root and nobody into the new user namespace.

    Only a process outside may map two users. A shell, because a fork of a warm process costs ten times as much.
    """
    with subprocess.Popen(["/bin/sh", "-c", _WRITE_MAPS, "sh", str(process)], stdin=subprocess.PIPE) as shell:
        yield
        shell.communicate(b"go\n")
    if shell.returncode:
        raise PermissionError("the users of the new namespace could not be mapped")


def _try() -> None:
    enter()
    call("mount", b"tmpfs", b"/", b"tmpfs", 0, b"size=4k")


def _said_by_child(action: Callable[[], None]) -> str:
    """The text of the OSError that the action raises in a forked process, or nothing."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            action()
        except OSError as error:
            os.write(write, str(error).encode()[:500])
        finally:
            os._exit(0)
    os.close(write)
    with os.fdopen(read, "rb") as told:
        text = told.read().decode()
    os.waitpid(child, 0)
    return text
