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
import os
import select
import shutil
import signal
import socket
import time
from pathlib import Path
from typing import Any, NoReturn

from autograder.kernels import confine, files, launch
from autograder.kernels.limits import Limits

MESSAGE_BYTES = 1 << 20
WATCH_MS = 50
SCRATCH_EVERY_S = 0.25
START_S = 60.0
GATE_S = 20.0

_PR_SET_CHILD_SUBREAPER = 36


def keep(caller: socket.socket, zygote_alive: int) -> None:
    """Runs one kernel for `caller` from its request to its end. `zygote_alive` ends with the zygote."""
    os.setsid()
    caller.settimeout(10)
    data = caller.recv(MESSAGE_BYTES)
    if not data:
        return  # somebody who only asked whether the zygote is there
    keeper = Keeper(caller, zygote_alive, json.loads(data))
    try:
        keeper.start()
        keeper.watch()
    except Exception as error:
        keeper.ended_by = f"sandbox: {type(error).__name__}: {error}"
    finally:
        keeper.finish()


class Keeper:
    """One kernel's life, seen from outside."""

    def __init__(self, caller: socket.socket, zygote_alive: int, request: dict[str, Any]) -> None:
        self.caller = caller
        self.zygote_alive = zygote_alive
        self.request = request
        self.policy = policy_from(request["policy"])
        self.gate = self.kernel = 0  # their process ids, as seen from here
        self.ready = False
        self.ended_by: str | None = None
        self.end: dict[str, Any] = {}  # what the gate said about it
        self.memory_mib = 0.0
        self.keep_folder = False
        self._started = time.monotonic()
        self._next_scratch = 0.0

    def start(self) -> None:
        """Forks the gate, and through it the kernel."""
        ctypes.CDLL(None).prctl(_PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
        sockets = bound(self.request["connection"])
        said, say = os.pipe()
        self.gate = os.fork()
        if self.gate == 0:
            os.close(said)
            self._be_the_gate(sockets, say)
        os.close(say)
        for listener in sockets.values():
            listener.close()
        self.said = said

    def _be_the_gate(self, sockets: dict[str, socket.socket], say: int) -> NoReturn:
        """Enters the namespaces, forks the kernel, and waits for its end."""
        try:
            outside = files.Beside(self.request["beside"])
            confine.enter_namespaces(self.policy)
            launch.die_with_parent()
            outside.copy_in(self.policy.scratch, self.policy.limits.scratch_mib / 2, confine.inhabitant())
            kernel = os.fork()
            if kernel == 0:
                self.caller.close()
                launch.run(self.request, self.policy, {name: s.detach() for name, s in sockets.items()}, say)
            for listener in sockets.values():
                listener.close()
            launch.tell(say, {"pid": kernel})
            _, status, used = os.wait4(kernel, 0)
            if self.request["keep_files"]:
                outside.copy_out(self.policy.scratch)
            launch.tell(say, {"status": status, "cpu_s": used.ru_utime + used.ru_stime})
        except BaseException as error:
            launch.tell(say, {"failed": f"{type(error).__name__}: {error}"})
        finally:
            os._exit(0)

    def watch(self) -> None:
        """Comes back when the kernel has ended, or must."""
        poller = select.poll()
        for source in (self.caller, self.zygote_alive, self.said):
            poller.register(source, select.POLLIN)
        while not self.ended_by and not self.end:
            events = {fd for fd, _ in poller.poll(WATCH_MS)}
            if self.said in events:
                self._listen()
            if self.zygote_alive in events or (self.caller.fileno() in events and not self._obey()):
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
                self.ready = True
                self._report({"ready": self.kernel, "protected": message["ready"]})
            elif "status" in message:
                self.end = message
            elif "refused" in message:
                self.ended_by = f"refused: {message['refused']}"
            else:
                self.ended_by = f"sandbox: {message['failed']}"

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
        inherited = memory_of(self.gate)  # the gate owns next to nothing: this is a share of what the zygote holds
        memory_mib = sum(max(memory_of(pid) - inherited, 0) for pid in descendants(os.getpid())) / 1024
        self.memory_mib = max(self.memory_mib, memory_mib)
        if memory_mib > limits.memory_mib:
            self.ended_by = "memory"
        elif time.monotonic() >= self._next_scratch:
            self._next_scratch = time.monotonic() + SCRATCH_EVERY_S
            if folder_mib(self.policy.scratch, limits.scratch_mib) > limits.scratch_mib:
                self.ended_by = "scratch"

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
        poller.register(self.zygote_alive, select.POLLIN)
        while all(fd == self.caller.fileno() for fd, _ in poller.poll()) and self._obey():
            pass
        if not self.keep_folder:
            shutil.rmtree(self.request["folder"], ignore_errors=True)

    def _kill_all(self) -> None:
        """Kills all that descends from here: the gate last, once it has said how the kernel ended."""
        deadline = time.monotonic() + GATE_S
        while True:
            patient = time.monotonic() < deadline and not self.end and self.kernel
            for pid in descendants(os.getpid()):
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


def descendants(pid: int) -> list[int]:
    """The process ids of all that descends from `pid`, children before their own children."""
    found: list[int] = []
    waiting = [pid]
    while waiting:
        parent = waiting.pop()
        try:
            threads = os.listdir(f"/proc/{parent}/task")
        except OSError:
            continue
        for thread in threads:
            with contextlib.suppress(OSError):
                children = [int(child) for child in Path(f"/proc/{parent}/task/{thread}/children").read_text().split()]
                found.extend(children)
                waiting.extend(children)
    return found


def memory_of(pid: int) -> float:
    """The memory of a process in KiB: its share of what is not backed by a file ("proportional set size").

    What a process wrote or allocated counts in full, what it shares with its own children counts once, and what it
    inherited from the zygote is divided by all who have it.
    """
    total = 0
    with contextlib.suppress(OSError):
        for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
            if line.startswith(("Pss_Anon:", "Pss_Shmem:")):
                total += int(line.split()[1])
    return float(total)


def folder_mib(folder: str, enough_mib: float) -> float:
    """The size on disk of all in `folder`, in MiB; counting stops once `enough_mib` is passed."""
    total = 0
    waiting = [folder]
    while waiting:
        with contextlib.suppress(OSError), os.scandir(waiting.pop()) as entries:
            for entry in entries:
                with contextlib.suppress(OSError):
                    total += max(entry.stat(follow_symlinks=False).st_blocks * 512, 512)
                    if entry.is_dir(follow_symlinks=False):
                        waiting.append(entry.path)
                if total > enough_mib * 2**20:
                    return total / 2**20
    return total / 2**20
