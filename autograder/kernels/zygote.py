"""The warm process: it imports what kernels need once, and forks a keeper for each kernel asked for.

A cold kernel spends seconds importing torch. The zygote has done so already, and a fork shares what it holds. At its
unix socket one keeper always stands by, forked ahead of time; when that gets a caller, the zygote forks the next. The
zygote itself never reads a byte of what callers send. It holds no secret, has one thread and no event loop (threads and
loops do not survive a fork), and ends when nobody has asked for a while.

    python -P -m autograder.kernels.zygote SOCKET    with its order, JSON, on standard input
"""

from __future__ import annotations

import contextlib
import fcntl
import gc
import importlib
import json
import os
import select
import signal
import socket
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from autograder.kernels import confine, keeper, launch
from autograder.kernels.syscalls import call

OF_EVERY_KERNEL = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "ipykernel.debugger",
    "ipykernel.subshell_manager",
    "ipykernel.heartbeat",
    "tornado.platform.asyncio",
    "zmq.utils.garbage",
    "IPython.core.completer",
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.magics",
    "IPython.core.oinspect",
    "IPython.core.ultratb",
    "IPython.extensions.storemagic",
    "IPython.utils.wildcard",
    "stack_data.formatting",
    "pygments.formatters.terminal256",
    "pygments.lexers.python",
    "matplotlib_inline.backend_inline",
    "jedi",
    "pdb",
    "faulthandler",
    "sqlite3",
    "multiprocessing.resource_tracker",
)
"""What a kernel imports while it starts, some of it late, and for its first error. What is not there is passed over."""

_COLLAPSE = 25  # madvise's MADV_COLLAPSE


def main(path: str) -> None:
    """Serves kernels at the socket `path` until nobody has asked for the order's `idle_s` seconds."""
    order = json.load(sys.stdin)
    fcntl.flock(sys.stderr.fileno(), fcntl.LOCK_SH)  # its log: see leftovers
    if os.fork():
        os._exit(0)  # nobody's child: the grader that started it may live longer, or shorter
    warm([*order["preload"], *OF_EVERY_KERNEL])
    confine.layers()  # tried once, for every kernel
    launch.fresh_chance()
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)  # of a zygote that died; the caller holds the lock, so no other is starting
    listener.bind(path)  # the folder is 0700 and the umask 0077: nobody else can connect
    listener.listen(64)
    listener.setblocking(False)
    print("ready", flush=True)
    _quiet()
    Zygote(listener, path, float(order["idle_s"])).serve()


def warm(names: Sequence[str]) -> list[str]:
    """Imports the modules `names`, and lets them do what they put off until first used; the missing ones."""
    missing: list[str] = []
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        for name in names:
            try:
                importlib.import_module(name)
            except ImportError:
                missing.append(name)
        if "torch" in sys.modules:
            _warm_torch(sys.modules["torch"])
    gc.collect()
    gc.freeze()  # a collection in a kernel then leaves the shared pages alone
    _on_large_pages()
    return missing


def _warm_torch(torch: Any) -> None:
    torch.set_num_threads(1)  # a child of a parent with torch threads would wait for them for ever
    model = torch.nn.Linear(2, 2)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)  # the first optimizer imports for most of a second
    torch.nn.functional.cross_entropy(model(torch.ones(1, 2)), torch.tensor([0])).backward()
    optimizer.step()
    optimizer.zero_grad()


def _on_large_pages() -> None:
    """Moves what was imported to pages of 2 MiB: three forks a kernel, and the ends of three, are then a third as dear.

    It takes half a second to a second and a half, once. A system before Linux 6.1 cannot. Source: madvise(2).
    """
    for line in Path("/proc/self/maps").read_text().splitlines():
        addresses, allowed, *_, name = [*line.split(None, 5), ""][:6]
        if allowed == "rw-p" and name in ("", "[heap]"):
            first, end = (int(address, 16) for address in addresses.split("-"))
            with contextlib.suppress(OSError):  # too short, say, or this machine has none
                call("madvise", first, end - first, _COLLAPSE)


def _quiet() -> None:
    """Points the standard streams to nowhere: the grader that started the zygote may be gone tomorrow."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    os.close(nowhere)


class Zygote:
    """Keeps one keeper standing by at the listening socket, and buries those that are done."""

    def __init__(self, listener: socket.socket, path: str, idle_s: float) -> None:
        self.listener = listener
        self.path = path
        self.idle_s = idle_s
        self.keepers: set[int] = set()
        self.standing_by = 0
        self.alive, self._held = os.pipe()  # the second end is the zygote's alone: keepers see it close
        self._called, self._call = os.pipe()  # one byte from each keeper that got a caller
        self._born = os.stat(path).st_ino

    def serve(self) -> None:
        """Has callers answered until idle, then takes its socket away."""
        waker, wake = socket.socketpair()
        for end in (waker, wake):
            end.setblocking(False)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        poller = select.poll()
        for source in (waker, self._called):
            poller.register(source, select.POLLIN)
        quiet_since = time.monotonic()
        while self._busy() or time.monotonic() - quiet_since < self.idle_s:
            if not self.standing_by:
                self._stand_by(waker, wake)
            for source, _ in poller.poll(1000 * min(self.idle_s, 5.0)):
                if source == self._called:
                    os.read(source, 1)
                    self.standing_by = 0
                else:
                    waker.recv(4096)
            if self._bury() or self._busy():
                quiet_since = time.monotonic()
            if not self._is_there():
                self.idle_s = 0.0  # another took its place: the kernels that run may end, new ones are not for it
        if self._is_there():
            os.unlink(self.path)
            Path(self.path).with_suffix(".log").unlink(missing_ok=True)

    def _busy(self) -> bool:
        return bool(self.keepers - {self.standing_by}) or bool(select.select([self.listener], [], [], 0)[0])

    def _is_there(self) -> bool:
        with contextlib.suppress(OSError):
            return os.stat(self.path).st_ino == self._born
        return False

    def _stand_by(self, *wakers: socket.socket) -> None:
        """Forks the keeper of the next caller, ahead of time."""
        pid = os.fork()
        if pid:
            self.standing_by = pid
            self.keepers.add(pid)
            return
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            for waker in wakers:
                waker.close()
            for end in (self._held, self._called):
                os.close(end)
            keeper.stand_by(self.listener, self._call, self.alive)
        finally:
            os._exit(0)  # whatever happens, never back into the zygote's loop

    def _bury(self) -> bool:
        """Whether a keeper ended since last asked."""
        before = len(self.keepers)
        for pid in list(self.keepers):
            if os.waitpid(pid, os.WNOHANG)[0]:
                self.keepers.discard(pid)
                if (
                    pid == self.standing_by
                ):  # without a caller: something is wrong with this machine, so not at once again
                    self.standing_by = 0
                    time.sleep(0.1)
        return len(self.keepers) < before


if __name__ == "__main__":
    os.umask(0o077)
    sys.path[:] = [place for place in sys.path if Path(place or ".").is_absolute() or place.startswith("__editable__")]
    main(sys.argv[1])
