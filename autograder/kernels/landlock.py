"""Landlock: the kernel refuses files, TCP, signals and abstract sockets that were not granted, without any privilege.

A process restricts itself, for good, and with it every process that it starts. Files are granted beneath a path; what
is not granted is refused, except looking at attributes (`stat`) and changing them (`chmod`), which Landlock does not
see. Versions (ABI): 1 Linux 5.13, 3 truncation 6.2, 4 TCP 6.7, 5 device ioctl 6.10, 6 signals and abstract sockets
6.12, 7 audit 6.15. It belongs to the calling thread: others that exist already stay free. Source: landlock(7).
"""

from __future__ import annotations

import ctypes
import os
import stat
import struct
from collections.abc import Iterable

from autograder.kernels.syscalls import call

FILES, TRUNCATION, TCP, SCOPES, AUDIT = 1, 3, 4, 6, 7
"""The first version that restricts each."""

_EXECUTE, _WRITE_FILE, _READ_FILE, _READ_DIR = 1 << 0, 1 << 1, 1 << 2, 1 << 3
_MAKE_CHAR, _MAKE_BLOCK, _TRUNCATE, _IOCTL_DEV = 1 << 6, 1 << 11, 1 << 14, 1 << 15
_ON_FILES = _EXECUTE | _WRITE_FILE | _READ_FILE | _TRUNCATE
_HANDLED = {1: (1 << 13) - 1, 2: (1 << 14) - 1, 3: (1 << 15) - 1, 4: (1 << 15) - 1}  # from 5 on: 16 rights

READ = _EXECUTE | _READ_FILE | _READ_DIR
NAMES = _READ_DIR
DEVICE = _READ_FILE | _WRITE_FILE | _TRUNCATE
TERMINALS = DEVICE | _READ_DIR | _IOCTL_DEV
ALL = ((1 << 16) - 1) & ~(_MAKE_CHAR | _MAKE_BLOCK | _IOCTL_DEV)


def version() -> int:
    """The ABI of this machine's Landlock, 0 where there is none."""
    try:
        return call("landlock_create_ruleset", None, 0, 1)
    except OSError:
        return 0


def restrict(rights: Iterable[tuple[str, int]]) -> None:
    """Keeps this thread, and what it starts, to these `(path, rights)`; no TCP, signal or abstract socket beyond it.

    A path that does not exist is left out. The process must have `no_new_privs`. Raises OSError.
    """
    abi = version()
    handled = _HANDLED.get(abi, (1 << 16) - 1)
    attributes = struct.pack("=QQQ", handled, 0b11 if abi >= TCP else 0, 0b11 if abi >= SCOPES else 0)
    size = 24 if abi >= SCOPES else 16 if abi >= TCP else 8
    rules = call("landlock_create_ruleset", ctypes.create_string_buffer(attributes, 24), size, 0)
    try:
        for path, granted in rights:
            _grant(rules, path, granted & handled)
        quiet = 0b101 if abi >= AUDIT else 0  # a student's refusals do not fill the machine's audit log
        call("landlock_restrict_self", rules, quiet)
    finally:
        os.close(rules)


def _grant(rules: int, path: str, granted: int) -> None:
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except (FileNotFoundError, PermissionError):
        return
    try:
        granted = granted if stat.S_ISDIR(os.fstat(place).st_mode) else granted & _ON_FILES
        if granted:
            call("landlock_add_rule", rules, 1, ctypes.create_string_buffer(struct.pack("=Qi", granted, place), 12), 0)
    finally:
        os.close(place)
