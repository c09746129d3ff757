"""The files beside a notebook: copied into the kernel's scratch folder, and new ones copied out again.

Student code may read and write files beside its notebook, as at home; it gets copies. The real folder is held open from
before the namespaces close, and only the gate, never the kernel, has it.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat

MOST_FILES = 2000
MOST_DEEP = 32  # folders in folders; what lies deeper is left out
MIB = 2**20

_READ = os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC
_WRITE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_NOFOLLOW | os.O_CLOEXEC


class Beside:
    """The real folder of a notebook, held open; None for a kernel that has none."""

    def __init__(self, path: str | None) -> None:
        self.fd = os.open(path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC) if path else None

    def copy_in(self, scratch: str, most_mib: float, owner: tuple[int, int]) -> None:
        """Copies regular files into `scratch`, with folders, up to `most_mib` together; they are `owner`'s then.

        Hidden entries, links, special files and what goes over the bound are left out.
        """
        if self.fd is not None:
            into = _open_folder(scratch)
            try:
                _copy(self.fd, into, _Room(most_mib * MIB), owner=owner)
            finally:
                os.close(into)

    def copy_out(self, scratch: str, most_mib: float) -> None:
        """Copies new regular files from `scratch` into the folder: no notebooks, nothing hidden, nothing replaced."""
        if self.fd is not None:
            out_of = _open_folder(scratch)
            try:
                _copy(out_of, self.fd, _Room(most_mib * MIB), owner=None)
            finally:
                os.close(out_of)


class _Room:
    """How much may still be copied, in bytes and files."""

    def __init__(self, left: float) -> None:
        self.left = left
        self.files = MOST_FILES

    def take(self, size: int) -> bool:
        if size > self.left or self.files <= 0:
            return False
        self.left -= size
        self.files -= 1
        return True


def _open_folder(path: str | int, name: str = "") -> int:
    flags = os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC
    return os.open(name, flags, dir_fd=path) if isinstance(path, int) else os.open(path, flags)


def _copy(source: int, target: int, room: _Room, owner: tuple[int, int] | None, deep: int = 0) -> None:
    """Copies a folder's content. Without an owner, on the way out: no notebooks, and no file that has two names."""
    for name in sorted(os.listdir(source)):
        if name.startswith(".") or name == "__pycache__":
            continue
        with contextlib.suppress(OSError):  # vanished, unreadable, or there already: left out
            what = os.stat(name, dir_fd=source, follow_symlinks=False)
            if stat.S_ISREG(what.st_mode):
                wanted = owner is not None or (what.st_nlink == 1 and not name.endswith(".ipynb"))
                if wanted and room.take(what.st_size):
                    _copy_file(source, target, name, owner)
            elif stat.S_ISDIR(what.st_mode) and deep < MOST_DEEP and room.take(0):
                _copy_folder(source, target, name, room, owner, deep + 1)


def _copy_folder(source: int, target: int, name: str, room: _Room, owner: tuple[int, int] | None, deep: int) -> None:
    with contextlib.suppress(FileExistsError):
        os.mkdir(name, 0o755, dir_fd=target)
        _give(name, target, owner)
    with contextlib.ExitStack() as stack:
        inside = _open_folder(source, name)
        stack.callback(os.close, inside)
        into = _open_folder(target, name)
        stack.callback(os.close, into)
        _copy(inside, into, room, owner, deep)


def _copy_file(source: int, target: int, name: str, owner: tuple[int, int] | None) -> None:
    with contextlib.ExitStack() as stack:
        read = stack.enter_context(open(os.open(name, _READ, dir_fd=source), "rb"))
        write = stack.enter_context(open(os.open(name, _WRITE, 0o644, dir_fd=target), "wb"))
        shutil.copyfileobj(read, write)
    _give(name, target, owner)


def _give(name: str, folder: int, owner: tuple[int, int] | None) -> None:
    if owner is not None and owner != (os.geteuid(), os.getegid()):
        os.chown(name, *owner, dir_fd=folder, follow_symlinks=False)
