"""Kernels for nbgrader, JupyterLab and anything else that starts kernels by jupyter_client: warm, and confined.

Chosen by a kernelspec (`spec/`, installed as `autograder`), or for every kernelspec by
`JUPYTER_DEFAULT_PROVISIONER_NAME=autograder-warm`. It asks the zygote for a kernel, holds the connection to the
kernel's keeper, and knows at the end why the kernel ended and what it used. Nothing here stops an event loop.

    RuntimeError
        Unprotected      this machine cannot confine, and nobody allowed to go without
        SandboxFailed    the sandbox's own fault: never the student's, worth another try
        NoZygote         the warm process could not be started (see rendezvous)

Where kernels cannot be warm (not Linux, another language or environment), it starts an ordinary one if that is allowed.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import os
import shutil
import signal
import socket
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from jupyter_client.connect import KernelConnectionInfo
from jupyter_client.provisioning.local_provisioner import LocalProvisioner
from traitlets import Bool, Float, Int, List, Unicode

from autograder.kernels import environment, places
from autograder.kernels.limits import Limits

ENVIRONMENT = ("PATH", "LANG", "TZ", "NBGRADER_EXECUTION", "NBGRADER_VALIDATING", "JPY_SESSION_NAME")
"""What a kernel gets of the grader's environment, with all of LC_*; the kernelspec's own `env` comes on top."""
MESSAGE_BYTES = 1 << 20
START_S = 70.0
PYTHON = ("python", "python3", f"python3.{sys.version_info[1]}")  # jupyter_client takes these for this interpreter
NO_KEEPER = "sandbox: the keeper is gone"
GO_ON_ANYWAY = "c.WarmProvisioner.allow_unprotected = True"


class Unprotected(RuntimeError):
    """A machine that cannot confine a kernel, and nobody allowed to go without."""


class SandboxFailed(RuntimeError):
    """The sandbox could not be set up: its own fault, never the student's."""


class WarmProvisioner(LocalProvisioner):
    """Starts a kernel forked from the warm process, and looks after it through its keeper.

    `ended_by` is None while the kernel lives, then `"memory"`, `"scratch"`, `"exit 0"`, `"signal 9"` or
    `"sandbox: <reason>"`; `usage` is then `{"cpu_s": ..., "memory_mib": ...}`; `protected` says whether the confinement
    reached the minimum.
    """

    memory_mib = Int(Limits.memory_mib, help="MiB that a kernel and its children may use together").tag(config=True)
    processes = Int(Limits.processes, help="processes and threads of a kernel").tag(config=True)
    scratch_mib = Int(Limits.scratch_mib, help="MiB of files that a kernel may write").tag(config=True)
    idle_s = Float(300.0, help="seconds without a kernel after which the warm process ends").tag(config=True)
    keep_files = Bool(True, help="copy new files back beside the notebook (never a notebook)").tag(config=True)
    allow_unprotected = Bool(False, help="go on where this machine cannot confine; results are marked").tag(config=True)
    preload = List(
        Unicode(), ["numpy", "torch", "torchvision", "matplotlib.pyplot"], help="modules that kernels find imported"
    ).tag(config=True)
    readable_modules = List(Unicode(), help="modules and packages that kernels may read beside the libraries").tag(
        config=True
    )
    hidden_modules = List(
        Unicode(), ["autograder.judges", "autograder.grading", "autograder.report"], help="what kernels may never read"
    ).tag(config=True)

    ended_by: str | None = None
    usage: dict[str, float] | None = None
    protected = False

    _keeper: socket.socket | None = None
    _cold = False
    _folder: Path | None = None
    _held = -1  # a descriptor of that folder
    _starts = 0
    _code: int | None = None
    _process = -1  # a descriptor of the kernel's process

    @property
    def has_process(self) -> bool:
        """Whether a kernel runs, or ended without having been waited for."""
        return super().has_process if self._cold else self._keeper is not None

    async def pre_launch(self, **kwargs: Any) -> dict[str, Any]:
        """Chooses sockets in a private folder instead of ports, and then does as for any local kernel."""
        self._cold = not self._can_be_warm()
        if self._cold and not self._may_go_unprotected():
            raise Unprotected(
                f"The kernel {self.kernel_spec.display_name!r} cannot be confined here: that needs Linux and this "
                f"environment's own ipykernel. To go on without protection set {GO_ON_ANYWAY} in nbgrader_config.py."
            )
        if not self._cold and self.parent is not None:
            if self._folder is None:
                from autograder.kernels import leftovers  # not everywhere has what it imports

                self._folder = leftovers.kernel_folder()
                self._held = leftovers.hold(self._folder)
            self.parent.transport = "ipc"
            self.parent.ip = str(self._folder / "ipc")
            self.parent.cache_ports = False
            self.parent.connection_file = self.parent.connection_file or str(self._folder / "connection.json")
        return await super().pre_launch(**kwargs)

    async def launch_kernel(self, cmd: list[str], **kwargs: Any) -> KernelConnectionInfo:
        """The connection of a kernel that is confined and listens.

        Raises:
            Unprotected: the machine's confinement is below the minimum.
            SandboxFailed: it could not be set up.
            NoZygote: there is no warm process to fork from.
        """
        self.ended_by = self.usage = self._code = None
        if self._cold:
            return await super().launch_kernel(cmd, **kwargs)
        self.cwd = kwargs.get("cwd")
        reason = await self._begin(kwargs["env"])
        if reason == NO_KEEPER:  # the zygote was just ending: the next one will not
            self.ended_by = self._code = None
            self._let_go()
            reason = await self._begin(kwargs["env"])
        if self.pid is None:
            reason = reason or f"sandbox: no answer in {START_S:.0f} s"
            self.ended_by = reason
            await self.cleanup()
            kind, _, text = reason.partition(": ")
            if kind == "refused":
                raise Unprotected(f"{text} To go on without protection set {GO_ON_ANYWAY} in nbgrader_config.py.")
            raise SandboxFailed(text)
        return self.connection_info

    async def _begin(self, env: dict[str, str]) -> str | None:
        """Asks for a kernel and waits until it is ready, or known not to become so: then the reason."""
        self._starts += 1
        self._keeper = await asyncio.to_thread(self._ask, env)
        deadline = time.monotonic() + START_S
        while self.pid is None and self.ended_by is None and time.monotonic() < deadline:
            await self._hear(deadline - time.monotonic())
        return self.ended_by

    def _ask(self, env: dict[str, str]) -> socket.socket:
        """A connection to the new kernel's keeper, with the request on its way; takes seconds where no zygote is."""
        from autograder.kernels import rendezvous  # not everywhere has what it imports

        assert self._folder is not None
        scratch = self._folder / f"scratch-{self._starts}"
        scratch.mkdir(mode=0o700)
        self.pid = None
        connection: dict[str, Any] = dict(self.connection_info)
        connection["key"] = connection["key"].decode()
        limits = Limits(memory_mib=self.memory_mib, processes=self.processes, scratch_mib=self.scratch_mib)
        request = {
            "policy": {
                "readable": [*environment.libraries(), *self._readable()],
                "hidden": [] if _validating() else [str(path) for path in places.of_modules(self.hidden_modules)],
                "scratch": str(scratch),
                "limits": asdict(limits),
            },
            "folder": str(self._folder),
            "connection": connection,
            "env": self._environment(env, str(scratch)),
            "beside": str(self.cwd) if self.cwd else None,
            "keep_files": self.keep_files,
            "unprotected": self._may_go_unprotected(),
        }
        keeper = rendezvous.meet(self.preload, self.idle_s)
        keeper.send(json.dumps(request).encode())
        keeper.setblocking(False)
        return keeper

    def _readable(self) -> list[str]:
        whole = {name.partition(".")[0] for name in self.hidden_modules} if _validating() else ()
        return [str(path) for path in places.of_modules([*self.readable_modules, *whole])]

    def _environment(self, env: dict[str, str], scratch: str) -> dict[str, str]:
        """The kernel's environment, from a short list; every folder in it is the scratch folder."""
        chosen = {name: value for name, value in env.items() if name in ENVIRONMENT or name.startswith("LC_")}
        chosen |= {name: env[name] for name in self.kernel_spec.env if name in env}
        user = env.get("LOGNAME") or env.get("USER") or ""
        chosen |= (
            {"LOGNAME": user, "USER": user} if _validating() and user else {"LOGNAME": "student", "USER": "student"}
        )
        chosen |= {"HOME": scratch, "TMPDIR": scratch}
        return chosen | {"IPYTHONDIR": f"{scratch}/.ipython", "MPLCONFIGDIR": f"{scratch}/.matplotlib"}

    def _can_be_warm(self) -> bool:
        """Whether this is Linux, and the kernelspec asks for ipykernel in this environment."""
        argv = list(self.kernel_spec.argv)
        own = bool(argv) and (
            argv[0] in PYTHON or Path(argv[0]).parent.resolve() == Path(sys.executable).parent.resolve()
        )
        return sys.platform == "linux" and own and "ipykernel_launcher" in argv

    def _may_go_unprotected(self) -> bool:
        return self.allow_unprotected or _validating()

    async def _hear(self, patience_s: float) -> None:
        """Takes in one message of the keeper, if it comes within `patience_s` seconds."""
        if self._keeper is None or self._code is not None:
            return
        loop = asyncio.get_running_loop()
        try:
            data = await asyncio.wait_for(loop.sock_recv(self._keeper, MESSAGE_BYTES), patience_s)
        except TimeoutError:
            return
        except OSError:
            data = b""
        self._take(data)

    def _take(self, data: bytes) -> None:
        if not data:  # the keeper itself was killed; its kernel should die with it
            self.ended_by, self._code = NO_KEEPER, -signal.SIGKILL
            if self._process >= 0:
                with contextlib.suppress(ProcessLookupError):
                    signal.pidfd_send_signal(self._process, signal.SIGKILL)
            return
        message = json.loads(data)
        if "ready" in message:
            self.pid, self.protected = message["ready"], message["protected"]
            with contextlib.suppress(ProcessLookupError):
                self._process = os.pidfd_open(message["ready"])
        else:
            self.ended_by, self.usage, self._code = message["ended_by"], message["usage"], message["code"]

    async def poll(self) -> int | None:
        """None while the kernel lives, else its exit code (negative for a signal)."""
        if self._cold:
            return await super().poll()
        if self._keeper is not None and self._code is None:
            with contextlib.suppress(BlockingIOError):
                try:
                    self._take(self._keeper.recv(MESSAGE_BYTES))
                except ConnectionError:
                    self._take(b"")
        return self._code if self._keeper is not None else self._code or 0

    async def wait(self) -> int | None:
        """The kernel's exit code, once it has ended."""
        if self._cold:
            return await super().wait()
        while await self.poll() is None:
            await self._hear(1.0)
        self._let_go()
        return self._code

    async def send_signal(self, signum: int) -> None:
        """Sends a signal to the kernel's first process."""
        if self._cold:
            await super().send_signal(signum)
        elif self._keeper is not None:
            with contextlib.suppress(OSError):
                self._keeper.send(json.dumps({"signal": int(signum)}).encode())

    async def kill(self, restart: bool = False) -> None:
        """Kills the kernel and all that came from it."""
        if self._cold:
            await super().kill(restart)
        else:
            await self.send_signal(signal.SIGKILL)
            await self._hear(1.0)

    async def terminate(self, restart: bool = False) -> None:
        """As `kill`: a kernel that is the first process of its namespace would not hear SIGTERM."""
        await (super().terminate(restart) if self._cold else self.kill(restart))

    async def cleanup(self, restart: bool = False) -> None:
        """Lets go of the keeper, which kills what is left, and removes the kernel's folder (kept for a restart)."""
        if self._cold:
            await super().cleanup(restart)
            return
        self._let_go()
        if not restart and self._folder is not None:
            shutil.rmtree(self._folder, ignore_errors=True)
            os.close(self._held)
            self._folder = None

    def _let_go(self) -> None:
        if self._keeper is not None:
            with contextlib.suppress(OSError):
                self._keeper.send(json.dumps({"keep_folder": True}).encode())
            self._keeper.close()
            self._keeper = None
        if self._process >= 0:
            os.close(self._process)
            self._process = -1


def _validating() -> bool:
    """Whether this is a student's own machine: nbgrader's Validate, where nothing is secret."""
    return "NBGRADER_VALIDATING" in os.environ
