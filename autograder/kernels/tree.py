"""The file tree that a confined kernel sees: what it may read, read-only; a scratch folder; nothing else of the disk.

Built in the kernel's own mount namespace as a small tmpfs with the readable paths bound into it; what is hidden beneath
a readable folder is covered by an empty one. Then the machine's tree is taken away. Source: pivot_root(2),
mount_setattr(2).
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import struct
from collections.abc import Iterable, Sequence

from autograder.kernels.syscalls import call

DEVICES = ("null", "full", "random", "urandom")
TERMINALS = "/dev/pts"
_MOST_TERMINALS = 8
_MACHINE = "/.machine"  # where the machine's tree stands until it is taken away
_EMPTY = "/.hidden"
_READ_ONLY, _NO_SETUID, _NO_DEVICES, _NO_EXECUTION = 1, 2, 4, 8
_BIND, _RECURSIVE, _DETACH, _NEW_MOUNTS = 1 << 12, 1 << 14, 2, 0x00020000
_INODES = 1 << 16


def memory_folder(target: str, size_mib: int, owner: tuple[int, int], mode: int = 0o700) -> None:
    """Mounts at `target` an empty tmpfs of limited size. Raises OSError."""
    options = f"size={size_mib}m,nr_inodes={_INODES},mode={mode:o},uid={owner[0]},gid={owner[1]}"
    _mount("tmpfs", target, "tmpfs", _NO_SETUID | _NO_DEVICES, options)


def enter(
    shown: Sequence[str],
    covered: Sequence[str],
    links: Iterable[str],
    scratch: str,
    size_mib: int,
    owner: tuple[int, int],
) -> None:
    """Gives this process the new tree as its root, with `scratch` as the current folder. Raises OSError.

    `shown` and `covered` are real paths; `links` are ways to what is shown that lead over links, to be made as well.
    """
    kinds = {path: os.path.isdir(path) for path in covered}
    call("unshare", _NEW_MOUNTS)  # the process that started this one keeps its view
    _mount("tmpfs", scratch, "tmpfs", _NO_SETUID, f"size=1m,nr_inodes={_INODES},mode=755")
    _folder(scratch + _MACHINE)
    call("pivot_root", scratch.encode(), (scratch + _MACHINE).encode())
    os.chdir("/")
    for path in shown:
        _show(_walk(path), path)
    for path in links:
        _walk(path)
    _cover(kinds)
    _devices(size_mib, owner)
    _processes()
    place = _walk(scratch)
    _mount(_MACHINE + place, place, "", _BIND)
    if not os.path.lexists("/tmp"):
        os.symlink(scratch, "/tmp")
    call("umount2", _MACHINE.encode(), _DETACH)
    os.rmdir(_MACHINE)
    _close("/", _READ_ONLY, deep=False)
    os.chdir(scratch)


def real(paths: Iterable[str]) -> list[str]:
    """The paths that exist, without links, and without those that lie in another one of them; sorted."""
    kept: list[str] = []
    for path in sorted({os.path.realpath(path) for path in paths if os.path.exists(path)}):
        if not inside(path, kept):
            kept.append(path)
    return kept


def within(hidden: Iterable[str], shown: Sequence[str]) -> list[str]:
    """The real paths of what is to be hidden in what is shown: elsewhere nothing is shown anyway."""
    return real(path for path in hidden if inside(os.path.realpath(path), shown))


def inside(path: str, folders: Iterable[str]) -> bool:
    """Whether the path is one of the folders or lies in one."""
    return any(path == folder or path.startswith(folder.rstrip("/") + "/") for folder in folders)


def _walk(path: str) -> str:
    """The real place of a path of the machine, made in the new tree: folders, links as they are, and an empty end."""
    place, left, links = "", [part for part in path.split("/") if part], 0
    while left:
        part = left.pop(0)
        if part in (".", ".."):
            place = os.path.dirname(place) if part == ".." else place
            continue
        step = f"{place}/{part}"
        if os.path.islink(_MACHINE + step):
            aim = os.readlink(_MACHINE + step)
            if not os.path.lexists(step):
                os.symlink(aim, step)
            left = [one for one in aim.split("/") if one] + left
            place = "" if aim.startswith("/") else place
            links += 1
            if links > 40:
                raise OSError(40, f"{path}: links in a circle")
            continue
        place = step
        if not os.path.lexists(_MACHINE + step):
            return place
        if not os.path.lexists(step):
            _folder(step) if os.path.isdir(_MACHINE + step) else _touch(step)
    return place or "/"


def _show(place: str, path: str, *, device: bool = False) -> None:
    """Binds the machine's path, and what is mounted beneath it, at the place, read-only."""
    _mount(_MACHINE + path, place, "", _BIND | _RECURSIVE)
    _close(place, _READ_ONLY | _NO_SETUID | (0 if device else _NO_DEVICES))


def _cover(kinds: dict[str, bool]) -> None:
    """Covers folders (True) by an empty folder, files by an empty file."""
    if kinds:
        _folder(_EMPTY)
        _folder(_EMPTY + "/folder")
        _touch(_EMPTY + "/file")
    for path, is_folder in kinds.items():
        _mount(_EMPTY + ("/folder" if is_folder else "/file"), path, "", _BIND)
        _close(path, _READ_ONLY)


def _devices(shared_mib: int, owner: tuple[int, int]) -> None:
    """A /dev with the harmless ones, a /dev/shm of limited size, and terminals (`!command`) that are its own."""
    for path in ("/dev", "/dev/shm", TERMINALS):
        _folder(path)
    for name in DEVICES:
        _touch(f"/dev/{name}")
        _show(f"/dev/{name}", f"/dev/{name}", device=True)
    for name, aim in (("fd", "fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):
        os.symlink(f"/proc/self/{aim}", f"/dev/{name}")
    memory_folder("/dev/shm", shared_mib, owner)
    options = f"newinstance,ptmxmode=666,mode=600,max={_MOST_TERMINALS}"
    with contextlib.suppress(OSError):  # a machine without; honest work goes on
        _mount("devpts", TERMINALS, "devpts", _NO_SETUID | _NO_EXECUTION, options)
        os.symlink("pts/ptmx", "/dev/ptmx")


def _processes() -> None:
    """A read-only /proc of this process namespace; none where a container's covered /proc forbids a new one."""
    _folder("/proc")
    with contextlib.suppress(PermissionError):
        _mount("proc", "/proc", "proc", _READ_ONLY | _NO_SETUID | _NO_DEVICES | _NO_EXECUTION)


def _mount(source: str, target: str, kind: str, flags: int, options: str = "") -> None:
    call("mount", source.encode(), target.encode(), kind.encode() or None, flags, options.encode() or None)


def _close(target: str, attributes: int, *, deep: bool = True) -> None:
    """Sets attributes of the mount at `target`, and of those beneath it."""
    wanted = ctypes.create_string_buffer(struct.pack("=QQQQ", attributes, 0, 0, 0), 32)
    call("mount_setattr", -100, target.encode(), 0x8000 if deep else 0, wanted, 32)


def _folder(path: str) -> None:
    with contextlib.suppress(FileExistsError):
        os.mkdir(path)
        os.chmod(path, 0o755)  # whatever the umask is


def _touch(path: str) -> None:
    file = os.open(path, os.O_CREAT | os.O_WRONLY)
    os.fchmod(file, 0o644)
    os.close(file)
