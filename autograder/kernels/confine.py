"""Confinement of a kernel, entered before the first line of student code.

(Skeleton; the theory of operation follows.)

How a caller uses it, in this order:

1. `layers()` once in the zygote: the result is cached, and forked processes inherit it.
2. The keeper forks a child; the child calls `enter_namespaces(policy)`. From then on `policy.scratch` is, for the child and
   its children, an empty tmpfs of limited size: files beside the notebook are copied in now. (Where mounts are not
   allowed it stays the plain folder that it was.) The child may stay alive to copy files out when the kernel has ended: it still sees `policy.scratch`.
3. The child forks once more. The grandchild (pid 1 of the new pid namespace) binds and listens on PLAIN unix sockets
   (`socket.socket(AF_UNIX)`, bind, listen) and calls `enter(policy, keep=[0, 1, 2, *their descriptors])`, with ONE thread:
   Landlock and capabilities belong to threads, so a ZMQ context made before would keep threads outside. `enter` refuses
   when there are more.
4. Only then ZMQ and ipykernel start; each ZMQ socket takes its descriptor by `setsockopt(zmq.USE_FD, fd)` before
   `bind("ipc://" + path)` (tried with pyzmq 27: binds, accepts several clients; the path is not looked at).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from autograder.kernels.limits import Limits


class NotConfined(Exception):
    """The confinement could not be entered: the sandbox's own fault, never the student's."""


class TooLittle(NotConfined):
    """This machine allows less than the minimum."""


class LayerFailed(NotConfined):
    """A layer that this machine allows could not be entered."""


@dataclass(frozen=True)
class Policy:
    """What a kernel may see and use. All paths are absolute."""

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
    """The layers, and which of them this machine allows (tried in a forked process)."""
    raise NotImplementedError


def enough(layers: Sequence[Layer]) -> bool:
    """Whether these layers reach the minimum."""
    raise NotImplementedError


def enter_namespaces(policy: Policy) -> None:
    """Moves this process into its own namespaces, where they are allowed. Raises LayerFailed."""
    raise NotImplementedError


def enter(policy: Policy, keep: Sequence[int] = (0, 1, 2), *, unprotected: bool = False) -> None:
    """Closes the confinement around this process; nothing can be widened afterwards.

    Every descriptor but `keep` is closed. The current folder is then `policy.scratch`. With `unprotected` a machine below the
    minimum applies what it has; otherwise raises TooLittle. Raises LayerFailed.
    """
    raise NotImplementedError
