"""Confinement of a kernel, entered before the first line of student code.

THEORY OF OPERATION. Student code is hostile: it runs any machine code it likes, and owns everything in its process.
So nothing in that process guards anything; only the kernel of the operating system does, by what was given up
beforehand.

    keeper      trusted, outside. Watches memory and scratch, ends everything. Student code cannot name it.
    gate        trusted; its child, in new namespaces, root there. Copies files in and out of scratch. Runs no student
                code.
    inhabitant  the gate's child, process 1 in there: the kernel, and whatever it starts. No capability, no way to
                one.

Each layer stops what the others do not, and each still holds where another has a hole:

    namespaces  other processes, users, networks, queues do not exist. The file tree holds what is shown, read-only,
                without what is hidden; scratch and /dev/shm, in memory, of limited size; four devices, and terminals
                of its own; its own /proc, read-only. The death of process 1 kills all that it started. Root becomes
                nobody, who must be able to read what is shown; an ordinary user stays itself.
    privileges  no capabilities, also for programs started later; no terminal, key, descriptor but those given.
    landlock    opening, making, removing, executing files but the same ones; TCP; signals and abstract sockets to
                outside.
    seccomp     sockets but unix ones; mounting, tracing, namespaces, keys, io_uring, bpf and all newer calls;
                outliving the keeper, or hiding from its measuring, as shared memory without a file can, of which
                one mapped page keeps all: see seccomp.py.
    limits      memory per process (heap; address space roomier), processes and threads, descriptors, size of a file,
                dumps.

Without namespaces (containers, AppArmor) the minimum is Landlock 3 with seccomp, which then also refuses every new
socket, datagram pairs, shared memory, priorities of others, and signals if Landlock cannot; and pretends to change
modes and owners, which Landlock does not see, and the scheduling of threads, which ZMQ insists on. Without Landlock
the minimum is namespaces with seccomp. Below it `enter` refuses.

NOT STOPPED: a fault of the operating system's kernel, or of the processor (its surface is smaller, not gone);
learning what the machine is (processor, kernel version, names of mounted folders, time); memory that the kernel keeps
for sockets, pipes and locks; using a processor fully until the wall limit; harm to itself, its own messages included:
whoever reads them must trust none. Memory over all its processes together is for the keeper to watch. Without
namespaces also: whether a file or process exists and how big it is; names (not contents) beneath a folder with
something hidden in it; the size of scratch as a whole; root stays root, without capabilities, and its processes are
not counted. Descriptors in `keep` are whatever they are.

In this order: 1. `layers()` once in the zygote; forked processes inherit the answer. 2. The gate calls
`enter_namespaces(policy)`. From then on `policy.scratch` is, for it and its children, an empty folder of limited size
(without namespaces: the folder that it was); what it copies in belongs to `inhabitant()`. 3. Its child binds and
listens on plain unix sockets, and calls `enter(policy, keep=...)` with ONE thread, because Landlock and capabilities
belong to threads, and others would stay outside: it refuses. 4. Only then ZMQ starts, and takes each socket by
`zmq.USE_FD` before it binds.
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
    covered = tree.within(policy.hidden, shown)
    rights = [*_granted(shown, covered), *_places(policy.scratch, alone=alone)]
    if alone:
        with _layer(NAMESPACES):
            links = sorted({*policy.readable} - {*shown})
            tree.enter(shown, covered, links, policy.scratch, policy.limits.scratch_mib, owner)
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
        granted += [("/dev/shm", landlock.ALL), (tree.TERMINALS, landlock.TERMINALS)]
        return [*granted, ("/proc", landlock.READ), ("/", landlock.NAMES)]
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
