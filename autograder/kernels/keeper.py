"""The keeper: one small process per kernel, outside its sandbox, which knows why the kernel ended.

It binds the kernel's five sockets and forks the gate, which enters the namespaces, copies the files beside the notebook
in, forks the kernel as the first process in there, and stays at the door to copy new files out. The keeper only
watches: the memory and the scratch folder of all that descends from it, the caller who asked for the kernel, and the
zygote. Over a limit, or when the caller or the zygote is gone (killed with -9, say), it kills the kernel and all that
came from it. At the end it tells the caller why the kernel ended and what it used, and removes the kernel's folder.

    zygote -- keeper -- gate == kernel ...        == is where the confinement begins
    caller -> keeper   the request; {"signal": 2}; {"keep_folder": true}
    keeper -> caller   {"ready": pid, "protected": true}
                       {"ended_by": "memory", "code": -9, "usage": {"cpu_s": 0.4, "memory_mib": 80.0}}

The keeper is the parent of every orphan below it (a "subreaper"), so that nothing escapes by forking twice, whether or
not the machine gives a kernel a process namespace of its own. When the keeper dies, so do the gate and the kernel.
"""

from __future__ import annotations

import contextlib
import ctypes
import json
import math
import os
import select
import shutil
import signal
import socket
import struct
import time
from typing import Any

from autograder.kernels import leftovers, measure
from autograder.kernels.gate import MESSAGE_BYTES, Gate, policy_from

WATCH_MS = 50
SCRATCH_EVERY_S = 0.25
GROWN = 0.05  # of the limit: an exact look at the memory costs 20 ms, so while little grows, far from it, there is none
SURE = 0.9  # of the limit: below it, what is resident, a number that may lag by some MiB, is surely not over it
START_S = 60.0
GATE_S = 20.0

_PR_SET_CHILD_SUBREAPER = 36


def stand_by(listener: socket.socket, call: int, zygote_alive: int) -> None:
    """Waits for a caller at the zygote's socket, tells the zygote through `call`, and keeps that caller's kernel.

    The gate is forked already, so that a caller waits for one fork only. `zygote_alive` ends with the zygote.
    """
    os.setsid()
    ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    gate = Gate([listener.fileno(), call, zygote_alive])
    poller = select.poll()
    poller.register(listener, select.POLLIN)
    poller.register(zygote_alive, select.POLLIN)
    caller = None
    while caller is None:
        if any(source == zygote_alive for source, _ in poller.poll()):
            return
        with contextlib.suppress(BlockingIOError):
            caller, _ = listener.accept()
            if peer_uid(caller) != os.getuid():
                caller.close()
                caller = None
    os.write(call, b"c")
    os.close(call)
    listener.close()
    caller.settimeout(10)
    data = caller.recv(MESSAGE_BYTES)
    if data:  # else somebody only asked whether the zygote is there
        _keep(caller, zygote_alive, gate, json.loads(data))


def _keep(caller: socket.socket, zygote_alive: int, gate: Gate, request: dict[str, Any]) -> None:
    keeper = Keeper(caller, zygote_alive, gate, request)
    try:
        gate.open(request)
        keeper.watch()
    except Exception as error:
        keeper.ended_by = f"sandbox: {type(error).__name__}: {error}"
    finally:
        keeper.finish()


class Keeper:
    """One kernel's life, seen from outside."""

    def __init__(self, caller: socket.socket, zygote_alive: int, gate: Gate, request: dict[str, Any]) -> None:
        self.caller = caller
        self.zygote_alive = zygote_alive
        self.gate = gate.pid
        self.said = gate.said
        self.folder: str = request["folder"]
        leftovers.hold(self.folder)
        self.policy = policy_from(request["policy"])
        self.kernel = 0  # its process id, as seen from here
        self.ready = False
        self._protected: bool | None = None  # as the kernel says when it is ready
        self.ended_by: str | None = None
        self.end: dict[str, Any] = {}  # what the gate said about it
        self.memory_mib = 0.0
        self.keep_folder = False
        self._started = time.monotonic()
        self._next_scratch = 0.0
        self._least_mib = math.inf  # resident since the last exact look at the memory

    def watch(self) -> None:
        """Comes back when the kernel has ended, or must."""
        poller = select.poll()
        for source in (self.caller, self.zygote_alive, self.said):
            poller.register(source, select.POLLIN)
        while not self.ended_by and not self.end:
            events = {fd for fd, _ in poller.poll(WATCH_MS)}
            if self.said in events:
                self._listen()
            if self.zygote_alive in events:
                self.ended_by = self.ended_by or "sandbox: the warm process is gone"
            if self.caller.fileno() in events and not self._obey():
                return
            if self.kernel:
                self._look()
            if not self.ready and time.monotonic() - self._started > START_S:
                self.ended_by = f"sandbox: the kernel was not ready after {START_S:.0f} s"

    def _listen(self) -> None:
        """Takes in what the gate and the starting kernel say."""
        data = os.read(self.said, 65536)
        if not data:
            self.end = self.end or {"status": signal.SIGKILL, "cpu_s": 0.0}
        for line in data.splitlines():
            message = json.loads(line)
            if "pid" in message:
                self.kernel = int(message["pid"])
            elif "ready" in message:
                self._protected = message["ready"]
            elif "status" in message:
                self.end = message
            elif "refused" in message:
                self.ended_by = f"refused: {message['refused']}"
            else:
                self.ended_by = f"sandbox: {message['failed']}"
        if self.kernel and self._protected is not None and not self.ready:  # the gate may be heard after its kernel
            self.ready = True
            self._report({"ready": self.kernel, "protected": self._protected})

    def _obey(self) -> bool:
        """Does what the caller says. False where the caller is gone."""
        try:
            data = self.caller.recv(MESSAGE_BYTES, socket.MSG_DONTWAIT)
        except BlockingIOError:
            return True
        except OSError:
            return False
        if not data:
            return False
        message = json.loads(data)
        self.keep_folder = bool(message.get("keep_folder", self.keep_folder))
        if "signal" in message and self.kernel and not self.end:
            kill(self.kernel, int(message["signal"]))
        return True

    def _look(self) -> None:
        """Measures, and knows when it is too much."""
        limits = self.policy.limits
        below = measure.descendants(os.getpid())
        resident = {pid: measure.resident_of(pid) / 1024 for pid in below}
        resident_mib = sum(resident.values())
        self._least_mib = min(self._least_mib, resident_mib)
        grown = resident_mib - self._least_mib > GROWN * limits.memory_mib
        if grown or resident_mib > SURE * limits.memory_mib:
            self._least_mib = resident_mib
            memory_mib = self._memory_mib(below)
            if memory_mib > limits.memory_mib:
                self.ended_by = "memory"
        else:
            memory_mib = resident.get(self.kernel, 0) - resident.get(self.gate, 0)  # what it has besides the zygote's
        self.memory_mib = max(self.memory_mib, memory_mib)
        if time.monotonic() >= self._next_scratch and not self.ended_by:
            self._next_scratch = time.monotonic() + SCRATCH_EVERY_S
            if measure.folder_mib(self.policy.scratch, limits.scratch_mib) > limits.scratch_mib:
                self.ended_by = "scratch"

    def _memory_mib(self, pids: list[int]) -> float:
        """The memory of these processes without what they have from the zygote: the gate, owning little, has that."""
        inherited = measure.memory_of(self.gate)
        return sum(max(measure.memory_of(pid) - inherited, 0) for pid in pids) / 1024

    def finish(self) -> None:
        """Kills what is left, reports, and stays until the caller has let go, to remove the kernel's folder."""
        self._kill_all()
        code = os.waitstatus_to_exitcode(self.end.get("status", signal.SIGKILL))
        if self.ended_by is None and not self.ready:
            self.ended_by = f"sandbox: the kernel ended with {code} while it started"
        elif self.ended_by is None:
            self.ended_by = f"signal {-code}" if code < 0 else f"exit {code}"
        usage = {"cpu_s": round(self.end.get("cpu_s", 0.0), 4), "memory_mib": round(self.memory_mib, 1)}
        self._report({"ended_by": self.ended_by, "code": code, "usage": usage})
        poller = select.poll()
        poller.register(self.caller, select.POLLIN)
        while poller.poll() and self._obey():
            pass
        if not self.keep_folder:
            shutil.rmtree(self.folder, ignore_errors=True)

    def _kill_all(self) -> None:
        """Kills all that descends from here: the gate last, once it has said how the kernel ended."""
        deadline = time.monotonic() + GATE_S
        while True:
            patient = time.monotonic() < deadline and not self.end and self.kernel
            for pid in measure.descendants(os.getpid()):
                if pid != self.gate or not patient:
                    kill(pid, signal.SIGKILL)
            if patient:
                if select.select([self.said], [], [], 0.05)[0]:
                    self._listen()
                continue
            try:
                os.waitpid(-1, 0)
            except ChildProcessError:
                return

    def _report(self, message: dict[str, Any]) -> None:
        with contextlib.suppress(OSError):
            self.caller.send(json.dumps(message).encode())


def kill(pid: int, signum: int) -> None:
    """Sends a signal to a process that may be gone."""
    with contextlib.suppress(ProcessLookupError):
        os.kill(pid, signum)


def peer_uid(connection: socket.socket) -> int:
    """The user id of the process at the other end of a unix socket."""
    credentials = connection.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, struct.calcsize("3i"))
    return struct.unpack("3i", credentials)[1]
