"""The gate: the process between keeper and kernel, half inside.

It enters the namespaces, where the scratch folder is its own, copies the files beside the notebook in, forks the kernel
as the first process in there, waits for its end, and copies new files out. It runs no student code, and of what student
code wrote it sees only the names and bytes of the files that it copies.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
from collections.abc import Sequence
from typing import Any

from autograder.kernels import confine, files, launch
from autograder.kernels.limits import Limits

MESSAGE_BYTES = 1 << 20


class Gate:
    """The process between keeper and kernel: it enters the namespaces, forks the kernel, and waits for its end."""

    def __init__(self, not_mine: Sequence[int]) -> None:
        """Forks the gate, which closes the descriptors `not_mine`."""
        self._order, order = socket.socketpair(socket.AF_UNIX, socket.SOCK_SEQPACKET)
        self.said, say = os.pipe()
        self.pid = os.fork()
        if self.pid == 0:
            try:
                launch.die_with_parent()
                for descriptor in (self._order.detach(), self.said, *not_mine):
                    os.close(descriptor)
                self._serve(order, say)
            except BaseException as error:
                launch.tell(say, {"failed": f"{type(error).__name__}: {error}"})
            finally:
                os._exit(0)
        os.close(say)
        order.close()

    def open(self, request: dict[str, Any]) -> None:
        """Has the gate fork the kernel of a request, with its sockets bound."""
        sockets = bound(request["connection"])
        descriptors = [sockets[channel].fileno() for channel in launch.CHANNELS]
        socket.send_fds(self._order, [json.dumps(request).encode()], descriptors)
        self._order.close()
        for listener in sockets.values():
            listener.close()

    def _serve(self, order: socket.socket, say: int) -> None:
        data, descriptors, _, _ = socket.recv_fds(order, MESSAGE_BYTES, len(launch.CHANNELS))
        order.close()
        if not data:
            return
        request = json.loads(data)
        policy = policy_from(request["policy"])
        outside = files.Beside(request["beside"])
        confine.enter_namespaces(policy)
        launch.die_with_parent()  # which new credentials may have undone
        outside.copy_in(policy.scratch, policy.limits.scratch_mib / 2, confine.inhabitant())
        kernel = os.fork()
        if kernel == 0:
            launch.run(request, policy, dict(zip(launch.CHANNELS, descriptors, strict=True)), say)
        for listener in descriptors:
            os.close(listener)
        launch.tell(say, {"pid": kernel})
        _, status, used = os.wait4(kernel, 0)
        if request["keep_files"]:
            outside.copy_out(policy.scratch, policy.limits.scratch_mib)
        launch.tell(say, {"status": status, "cpu_s": used.ru_utime + used.ru_stime})


def bound(connection: dict[str, Any]) -> dict[str, socket.socket]:
    """The kernel's five listening sockets, at the paths that clients of the connection file will use."""
    sockets: dict[str, socket.socket] = {}
    for channel in launch.CHANNELS:
        path = f"{connection['ip']}-{connection[channel + '_port']}"
        with contextlib.suppress(FileNotFoundError):
            os.unlink(path)
        sockets[channel] = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM | socket.SOCK_NONBLOCK)
        sockets[channel].bind(path)
        sockets[channel].listen(100)
    return sockets


def policy_from(plain: dict[str, Any]) -> confine.Policy:
    """The policy that a request spells out."""
    return confine.Policy(
        readable=tuple(plain["readable"]),
        hidden=tuple(plain["hidden"]),
        scratch=plain["scratch"],
        limits=Limits(**plain["limits"]),
    )
