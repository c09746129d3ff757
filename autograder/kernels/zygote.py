"""The warm process: it imports what kernels need once, and forks a keeper for each kernel asked for.

A cold kernel spends seconds importing torch. The zygote has done so already, and a fork shares what it holds. It
listens at one unix socket; for each caller of its own user it forks a keeper, hands it the connection, and forgets
about it: the zygote itself never reads a byte of what callers send. It holds no secret, has one thread and no event
loop (threads and loops do not survive a fork), and ends when nobody has asked for a while.

    python -P -m autograder.kernels.zygote SOCKET    with its order, JSON, on standard input
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import selectors
import signal
import socket
import struct
import sys
import time
import warnings
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NoReturn

from autograder.kernels import confine, keeper

OF_EVERY_KERNEL = (
    "ipykernel.kernelapp",
    "ipykernel.ipkernel",
    "ipykernel.zmqshell",
    "ipykernel.debugger",
    "ipykernel.datapub",
    "ipykernel.subshell_manager",
    "ipykernel.heartbeat",
    "IPython.core.completer",
    "IPython.core.debugger",
    "IPython.core.magics",
    "IPython.core.ultratb",
    "IPython.extensions.storemagic",
    "matplotlib_inline.backend_inline",
    "jedi",
    "pdb",
    "sqlite3",
    "multiprocessing.resource_tracker",
    "zmq.utils.garbage",
    "autograder.kernels.launch",
)
"""What a kernel imports while it starts, some of it late. A module that is not there is passed over."""


def main(path: str) -> None:
    """Serves kernels at the socket `path` until nobody has asked for the order's `idle_s` seconds."""
    order = json.load(sys.stdin)
    if os.fork():
        os._exit(0)  # nobody's child: the grader that started it may live longer, or shorter
    warm([*order["preload"], *OF_EVERY_KERNEL])
    confine.layers()  # tried once, for every kernel
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC)
    with contextlib.suppress(FileNotFoundError):
        os.unlink(path)  # of a zygote that died; the caller holds the lock, so no other is starting
    listener.bind(path)  # the folder is 0700 and the umask 0077: nobody else can connect
    listener.listen(64)
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
    return missing


def _warm_torch(torch: Any) -> None:
    torch.set_num_threads(1)  # a child of a parent with torch threads would wait for them for ever
    model = torch.nn.Linear(2, 2)
    optimizer = torch.optim.SGD(model.parameters(), lr=0.1)  # the first optimizer imports for most of a second
    torch.nn.functional.cross_entropy(model(torch.ones(1, 2)), torch.tensor([0])).backward()
    optimizer.step()
    optimizer.zero_grad()


def _quiet() -> None:
    """Points the standard streams to nowhere: the grader that started the zygote may be gone tomorrow."""
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1):
        os.dup2(nowhere, stream)
    os.close(nowhere)


class Zygote:
    """Waits for callers and for the end of its keepers, one thing at a time."""

    def __init__(self, listener: socket.socket, path: str, idle_s: float) -> None:
        self.listener = listener
        self.path = path
        self.idle_s = idle_s
        self.keepers: set[int] = set()
        self.alive, self._held = os.pipe()  # the second end is the zygote's alone: keepers see it close

    def serve(self) -> None:
        """Answers callers until idle, then takes its socket away."""
        waker, wake = socket.socketpair()
        wake.setblocking(False)
        signal.set_wakeup_fd(wake.fileno(), warn_on_full_buffer=False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        born = os.stat(self.path).st_ino
        quiet_since = time.monotonic()
        with selectors.DefaultSelector() as selector:
            selector.register(self.listener, selectors.EVENT_READ)
            selector.register(waker, selectors.EVENT_READ)
            while self.keepers or time.monotonic() - quiet_since < self.idle_s:
                for key, _ in selector.select(min(self.idle_s, 5.0)):
                    if key.fileobj is waker:
                        waker.recv(4096)
                    else:
                        self._answer(selector, waker, wake)
                if self._bury() or self.keepers:
                    quiet_since = time.monotonic()
                if not self._is_mine(born):
                    self.idle_s = 0.0  # another took its place: serve out the kernels that run, then end
        if self._is_mine(born):
            os.unlink(self.path)

    def _is_mine(self, born: int) -> bool:
        try:
            return os.stat(self.path).st_ino == born
        except OSError:
            return False

    def _answer(self, selector: selectors.BaseSelector, *others: socket.socket) -> None:
        caller, _ = self.listener.accept()
        with caller:
            if peer_uid(caller) != os.getuid():
                return
            pid = os.fork()
            if pid == 0:
                self._become_keeper(caller, selector, others)
            self.keepers.add(pid)

    def _become_keeper(
        self, caller: socket.socket, selector: selectors.BaseSelector, others: Sequence[socket.socket]
    ) -> NoReturn:
        try:
            signal.set_wakeup_fd(-1)
            signal.signal(signal.SIGCHLD, signal.SIG_DFL)
            selector.close()
            for held in (self.listener, *others):
                held.close()
            os.close(self._held)
            keeper.keep(caller, self.alive)
        finally:
            os._exit(70)  # only reached where the keeper itself failed; never back into the zygote's loop

    def _bury(self) -> bool:
        """Whether a keeper ended since last asked."""
        before = len(self.keepers)
        for pid in list(self.keepers):
            if os.waitpid(pid, os.WNOHANG)[0]:
                self.keepers.discard(pid)
        return len(self.keepers) < before


def peer_uid(connection: socket.socket) -> int:
    """The user id of the process at the other end of a unix socket."""
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return struct.unpack("3i", credentials)[1]


if __name__ == "__main__":
    os.umask(0o077)
    sys.path[:] = [place for place in sys.path if Path(place or ".").is_absolute() or place.startswith("__editable__")]
    main(sys.argv[1])
