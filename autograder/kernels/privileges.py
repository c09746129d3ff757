"""What a process holds: capabilities, identity, keys, descriptors, and how much of memory, processes and disk.

Everything here is given up for good. The memory limits count from what the process holds already, because a forked
kernel inherits the warm pages of the process it came from. Source: capabilities(7), getrlimit(2), prctl(2).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import resource
import stat
import struct
from collections.abc import Sequence
from pathlib import Path

from autograder.kernels.limits import Limits
from autograder.kernels.syscalls import call

_DUMPABLE, _NO_NEW_PRIVILEGES, _AMBIENT, _BOUNDING_DROP, _BOUNDING_READ, _SECURE_BITS = 4, 38, 47, 24, 23, 28
_GET_DEATH_SIGNAL, _SET_DEATH_SIGNAL = 2, 1
_ROOT_IS_NOBODY_SPECIAL = (
    0b11101111  # SECBIT: NOROOT, NO_SETUID_FIXUP, NO_CAP_AMBIENT_RAISE, all locked, KEEP_CAPS locked
)
_MIB = 1 << 20
_THREAD = 80 * _MIB  # address space that glibc sets aside for one: its stack and its part of the heap
DESCRIPTORS = 1024


def threads() -> int:
    """How many threads this process has."""
    return len(os.listdir("/proc/self/task"))


def close_descriptors(keep: Sequence[int]) -> None:
    """Closes every descriptor but these. A folder among them would be a way out: raises PermissionError."""
    for one in keep:
        if stat.S_ISDIR(os.fstat(one).st_mode):
            raise PermissionError(f"descriptor {one} is a folder")
    for one in [int(name) for name in os.listdir("/proc/self/fd")]:
        if one not in keep:
            with contextlib.suppress(OSError):  # the one that listed them is closed already
                os.close(one)


def leave_session() -> None:
    """Enters a session without a terminal, with an empty keyring and the usual umask. Raises OSError."""
    os.umask(0o022)
    if os.getsid(0) != os.getpid():
        os.setsid()
    with contextlib.suppress(OSError):  # a machine without keyrings
        call("keyctl", 1, None)


def limit(limits: Limits, *, counted: int) -> None:
    """Sets the limits of the process. `counted`: processes of this user that exist already and count."""
    status = dict(line.split(":", 1) for line in Path("/proc/self/status").read_text().splitlines())
    held = {name: int(status[name].split()[0]) * 1024 for name in ("VmData", "VmSize")}
    memory = limits.memory_mib * _MIB
    wanted = {
        resource.RLIMIT_DATA: held["VmData"] + memory,
        resource.RLIMIT_AS: held["VmSize"] + memory + _THREAD * limits.processes,
        resource.RLIMIT_NPROC: counted + limits.processes,
        resource.RLIMIT_FSIZE: limits.scratch_mib * _MIB,
        resource.RLIMIT_NOFILE: DESCRIPTORS,
        resource.RLIMIT_CORE: 0,
        resource.RLIMIT_MSGQUEUE: 0,
        resource.RLIMIT_NICE: 0,
        resource.RLIMIT_RTPRIO: 0,
    }
    for kind, value in wanted.items():
        hard = resource.getrlimit(kind)[1]
        value = value if hard == resource.RLIM_INFINITY else min(value, hard)
        resource.setrlimit(kind, (value, value))


def drop(user: int, group: int) -> None:
    """Becomes this user without any capability, which no program started later can regain. Raises OSError."""
    death = ctypes.c_int(0)
    call("prctl", _GET_DEATH_SIGNAL, ctypes.addressof(death))
    call("prctl", _AMBIENT, 4, 0, 0, 0)
    with contextlib.suppress(PermissionError):  # an ordinary user has none, and no right to give them up
        for capability in range(64):
            try:
                if call("prctl", _BOUNDING_READ, capability):
                    call("prctl", _BOUNDING_DROP, capability)
            except OSError as error:
                if isinstance(error, PermissionError):
                    raise
                break
        call("prctl", _SECURE_BITS, _ROOT_IS_NOBODY_SPECIAL)
    if os.geteuid() == 0:
        with contextlib.suppress(PermissionError):
            os.setgroups([])
    os.setresgid(group, group, group)
    os.setresuid(user, user, user)
    none = struct.pack("=IIIIII", 0, 0, 0, 0, 0, 0)
    header = struct.pack("=Ii", 0x20080522, 0)
    call("capset", ctypes.create_string_buffer(header, 8), ctypes.create_string_buffer(none, 24))
    call("prctl", _DUMPABLE, 1)  # a change of user made /proc/self unreadable
    call("prctl", _SET_DEATH_SIGNAL, death.value)
    call("prctl", _NO_NEW_PRIVILEGES, 1, 0, 0, 0)


def processes_of(user: int) -> int:
    """How many threads of this user the machine runs now: RLIMIT_NPROC counts them all outside a user namespace."""
    found = 0
    for entry in Path("/proc").iterdir():
        if entry.name.isdigit():
            with contextlib.suppress(OSError):
                found += len(os.listdir(entry / "task")) if entry.stat().st_uid == user else 0
    return found
