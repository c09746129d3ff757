"""Confinement of a kernel, entered before the first line of student code.

THEORY OF OPERATION

To be written at the end.

How a caller uses it, in this order:

1. `layers()` once in the zygote: the result is kept, and forked processes inherit it.
2. The keeper forks a child; the child calls `enter_namespaces(policy)`. From then on `policy.scratch` is, for the child
   and its children, an empty tmpfs of limited size: files beside the notebook are copied in now, and given to
   `inhabitant()`, as whom student code runs. (Where namespaces are not allowed it stays the plain folder that it was.)
   The child may stay alive to copy files out when the kernel has ended: it still sees `policy.scratch`.
3. The child forks once more. The grandchild (process 1 of the new namespace) binds and listens on plain unix sockets
   and calls `enter(policy, keep=[0, 1, 2, *their descriptors])` with ONE thread: Landlock and capabilities belong to
   threads, so a ZMQ context made before would keep threads outside. `enter` refuses when there are more.
4. Only then ZMQ and ipykernel start; each ZMQ socket takes its descriptor by `setsockopt(zmq.USE_FD, descriptor)`
   before `bind("ipc://" + path)`.
"""

from __future__ import annotations

import contextlib
import os
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from autograder.kernels import landlock, namespaces, privileges, seccomp, tree
from autograder.kernels.limits import Limits

NAMESPACES, FILES, NETWORK, SCOPES, CALLS, LIMITS = (
    "namespaces",
    "landlock files",
    "landlock tcp",
    "landlock signals",
    "seccomp",
    "limits",
)
"""The names of the layers."""


class NotConfined(Exception):
    """The confinement could not be entered: the sandbox's own fault, never the student's.

    NotConfined
      TooLittle      the machine allows less than the minimum
      LayerFailed    a layer that the machine allows could not be entered
    """


class TooLittle(NotConfined):
    """The machine allows less than the minimum."""


class LayerFailed(NotConfined):
    """A layer that the machine allows could not be entered."""


@dataclass(frozen=True)
class Policy:
    """What a kernel may see and use. Paths are absolute. What is `hidden` wins over what is `readable` around it."""

    readable: tuple[str, ...]
    hidden: tuple[str, ...]
    scratch: str
    limits: Limits


@dataclass(frozen=True)
class Layer:
    """One layer of the confinement on this machine."""

    name: str
    active: bool
    meaning: str
    why_not: str


@cache
def layers() -> tuple[Layer, ...]:
    """The layers, and which of them this machine allows this user: tried once, namespaces in a forked process."""
    kept_out, abi, filtered = namespaces.why_not(), landlock.version(), seccomp.available()
    old = f"Landlock here is version {abi}" if abi else "no Landlock here (Linux 5.13 or newer, and among its lsm=)"
    return (
        Layer(
            NAMESPACES,
            not kept_out,
            "student code sees no process, network or file of the machine, only what it is shown",
            kept_out,
        ),
        Layer(
            FILES,
            abi >= landlock.TRUNCATION,
            "files beyond the libraries cannot be opened, nothing outside the scratch folder can be written",
            "" if abi >= landlock.TRUNCATION else f"{old}; version {landlock.TRUNCATION} (Linux 6.2) is needed",
        ),
        Layer(
            NETWORK,
            abi >= landlock.TCP,
            "no TCP connection, even through a socket that was left open",
            "" if abi >= landlock.TCP else f"{old}; version {landlock.TCP} (Linux 6.7) is needed",
        ),
        Layer(
            SCOPES,
            abi >= landlock.SCOPES,
            "no signal to a process and no abstract socket outside the kernel",
            "" if abi >= landlock.SCOPES else f"{old}; version {landlock.SCOPES} (Linux 6.12) is needed",
        ),
        Layer(
            CALLS,
            filtered,
            "no new network socket, no look into other processes, no system call that undoes the rest",
            "" if filtered else "Linux on x86_64 or aarch64 with seccomp filters is needed",
        ),
        Layer(
            LIMITS,
            filtered,
            "memory, files and disk are limited; processes only by the grader's watching, as root's are not counted"
            if kept_out and os.geteuid() == 0
            else "memory, processes, files and disk are limited",
            "" if filtered else "Linux is needed",
        ),
    )


def enough(layers: Sequence[Layer]) -> bool:
    """Whether these layers reach the minimum: seccomp and limits, and for files the namespaces or Landlock."""
    active = {layer.name for layer in layers if layer.active}
    return {CALLS, LIMITS} <= active and bool({NAMESPACES, FILES} & active)


def inhabitant() -> tuple[int, int]:
    """The user and group as which student code will run; the scratch folder and what is in it must be theirs."""
    return namespaces.inhabitant()


def enter_namespaces(policy: Policy) -> None:
    """Moves this process into its own namespaces, where they are allowed. Raises LayerFailed."""
    if not _active(NAMESPACES):
        return
    owner = inhabitant()
    with _layer(NAMESPACES):
        namespaces.enter()
        tree.memory_folder(policy.scratch, policy.limits.scratch_mib, owner)


def enter(policy: Policy, keep: Sequence[int] = (0, 1, 2), *, unprotected: bool = False) -> None:
    """Closes the confinement around this process; nothing can be widened afterwards.

    Every descriptor but `keep` is closed. The current folder is then `policy.scratch`. On a machine below the minimum
    raises TooLittle, or with `unprotected` applies what there is. Raises LayerFailed.
    """
    if not enough(layers()) and not unprotected:
        raise TooLittle("this machine cannot confine student code: `python -m autograder doctor` says what is missing")
    with _layer("threads"):
        if privileges.threads() != 1:
            raise PermissionError("the process has threads already, which would stay outside")
        privileges.close_descriptors(keep)
        privileges.leave_session()
    alone, scoped = _active(NAMESPACES), _active(SCOPES)
    owner = namespaces.inhabitant()
    with _layer(LIMITS):
        privileges.limit(policy.limits, counted=0 if alone else privileges.processes_of(owner[0]))
    shown = tree.real(policy.readable)
    rights = [*_granted(shown, tree.within(policy.hidden, shown)), *_places(policy.scratch, alone=alone)]
    if alone:
        with _layer(NAMESPACES):
            tree.enter(policy.readable, policy.hidden, policy.scratch, policy.limits.scratch_mib, owner)
    else:
        os.chdir(policy.scratch)
    with _layer("capabilities"):
        privileges.drop(*owner)
    if landlock.version():
        with _layer(FILES):
            landlock.restrict(rights)
    if _active(CALLS):
        with _layer(CALLS):
            seccomp.install(alone=alone, scoped=scoped)


def _active(name: str) -> bool:
    return any(layer.name == name and layer.active for layer in layers())


@contextlib.contextmanager
def _layer(name: str) -> Generator[None]:
    """Says of an OSError in the block which layer it belongs to."""
    try:
        yield
    except OSError as error:
        raise LayerFailed(f"{name}: {error}") from error


def _places(scratch: str, *, alone: bool) -> list[tuple[str, int]]:
    """What Landlock grants besides the libraries. In namespaces every name may be listed: only shown things exist."""
    granted = [(scratch, landlock.ALL), *((f"/dev/{name}", landlock.DEVICE) for name in tree.DEVICES)]
    if alone:
        return [*granted, ("/dev/shm", landlock.ALL), ("/proc", landlock.READ), ("/", landlock.NAMES)]
    return [*granted, ("/proc/cpuinfo", landlock.READ), ("/proc/meminfo", landlock.READ)]


def _granted(readable: Sequence[str], hidden: Sequence[str]) -> Iterator[tuple[str, int]]:
    """Rights to read everything beneath `readable` that is not beneath `hidden`.

    Landlock can only add: a folder with something hidden in it is taken apart, without its links, which may lead away.
    """
    for path in readable:
        if tree.inside(path, hidden):
            continue
        if not any(tree.inside(one, [path]) for one in hidden):
            yield path, landlock.READ
            continue
        yield path, landlock.NAMES
        with os.scandir(path) as entries:
            children = [entry.path for entry in entries if not entry.is_symlink()]
        yield from _granted(children, hidden)
