"""The kernel itself: from the fork to ipykernel's loop, with the confinement entered on the way.

The order is what makes it safe. The five sockets are bound and listening already, and there is one thread. Chance is
seeded anew, the environment is replaced, the confinement closes around the process, and only then do ZMQ and ipykernel
start their threads, inside. No file of the student's is looked at before the keeper knows that the kernel is ready.
"""

from __future__ import annotations

import ctypes
import gc
import json
import os
import random
import select
import signal
import sys
from collections.abc import Mapping
from typing import Any, NoReturn

import zmq
from ipykernel.heartbeat import Heartbeat
from ipykernel.iostream import IOPubThread
from ipykernel.kernelapp import IPKernelApp
from traitlets.config import Config

from autograder import tracebacks
from autograder.kernels import confine

CHANNELS = ("shell", "iopub", "stdin", "hb", "control")

_PR_SET_PDEATHSIG = 1


def run(request: Mapping[str, Any], policy: confine.Policy, sockets: Mapping[str, int], say: int) -> NoReturn:
    """Becomes the kernel that `request` asks for, listening at the descriptors `sockets`; tells `say` when ready."""
    code = 1
    try:
        die_with_parent()
        if is_orphan(say):
            os._exit(1)
        os.setsid()
        protected = confine.enough(confine.layers())
        _forget(request["env"])
        unprotected = bool(request["unprotected"])
        try:
            confine.enter(policy, keep=(0, 1, 2, say, *sockets.values()), unprotected=unprotected)
        except confine.TooLittle as error:
            tell(say, {"refused": str(error)})
            os._exit(1)
        if is_orphan(say):
            os._exit(1)  # a change of user undid it for a moment
        app = make_app(request["connection"], sockets)
        tell(say, {"ready": protected})
        os.close(say)
        say = -1
        app.look_at_the_folder()
        app.start()
        code = 0
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else int(end.code is not None)
    except BaseException as error:
        if say >= 0:
            tell(say, {"failed": f"{type(error).__name__}: {error}"})
    finally:
        os._exit(code)


def is_orphan(say: int) -> bool:
    """Whether the keeper's end of the pipe has closed already."""
    poller = select.poll()
    poller.register(say, select.POLLOUT)
    return any(event & (select.POLLERR | select.POLLHUP) for _, event in poller.poll(0))


def _forget(environment: Mapping[str, str]) -> None:
    """Leaves behind what belongs to the zygote: its environment, arguments, chance, streams and signal handlers."""
    os.environ.clear()
    os.environ.update(environment)
    os.umask(0o022)
    sys.argv = ["ipykernel_launcher.py"]
    if "matplotlib" in sys.modules:  # it remembers where its settings were
        matplotlib: Any = sys.modules["matplotlib"]
        matplotlib.get_configdir = matplotlib.get_cachedir = lambda: environment["MPLCONFIGDIR"]
    fresh_chance()
    signal.signal(signal.SIGINT, signal.default_int_handler)
    nowhere = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nowhere, stream)
    os.close(nowhere)
    gc.enable()


class _Heartbeat(Heartbeat):
    """The heartbeat, at a socket that listens already."""

    def __init__(self, descriptor: int, *arguments: Any, **keys: Any) -> None:
        super().__init__(*arguments, **keys)
        self._descriptor = descriptor

    def _try_bind_socket(self) -> Any:
        self.socket.setsockopt(zmq.USE_FD, self._descriptor)
        return super()._try_bind_socket()


class WarmKernelApp(IPKernelApp):
    """The application of ipykernel, at sockets that listen already, with no connection, settings or history files."""

    def __init__(self, sockets: Mapping[str, int], **traits: Any) -> None:
        super().__init__(**traits)
        self.descriptors = {getattr(self, f"{channel}_port"): fd for channel, fd in sockets.items()}

    def _try_bind_socket(self, s: Any, port: int) -> int:
        s.setsockopt(zmq.USE_FD, self.descriptors[port])
        s.bind(f"ipc://{self.ip}-{port}")
        return port

    def init_iopub(self, context: Any) -> None:
        """As in ipykernel, but without the TCP port for output of forked children: there is no network here."""
        self.iopub_socket = context.socket(zmq.XPUB)
        self.iopub_socket.linger = 1000
        self._apply_curve_server_options(self.iopub_socket)
        self.iopub_port = self._bind_socket(self.iopub_socket, self.iopub_port)
        self.configure_tornado_logger()
        self.iopub_thread = IOPubThread(self.iopub_socket, pipe=False, session=self.session)
        self.iopub_thread.start()
        self.iopub_socket = self.iopub_thread.background_socket

    def init_heartbeat(self) -> None:
        """Starts the heartbeat in a context of its own, as ipykernel does."""
        self.heartbeat = _Heartbeat(
            self.descriptors[self.hb_port],
            zmq.Context(),
            (self.transport, self.ip, self.hb_port),
            curve_publickey=self.curve_publickey,
            curve_secretkey=self.curve_secretkey,
        )
        self.heartbeat.start()

    def init_connection_file(self) -> None:
        """Nothing: the connection came with the request."""

    def write_connection_file(self, **_: Any) -> None:
        """Nothing: the connection came with the request."""

    def log_connection_info(self) -> None:
        """Only what the kernel itself asks for later."""
        self._ports = {name: getattr(self, f"{name}_port") for name in CHANNELS}

    def parse_command_line(self, argv: list[str] | None = None) -> None:
        """Nothing: there is none."""

    def load_config_file(self, suppress_errors: bool | None = None) -> None:
        """Nothing: no configuration, of a home or of the student's folder, reaches a kernel."""

    def init_config_files(self) -> None:
        """Nothing, as above."""

    def init_path(self) -> None:
        """Nothing yet: see `look_at_the_folder`."""

    def look_at_the_folder(self) -> None:
        """Puts the current folder on the module path, as a notebook has it."""
        super().init_path()


def make_app(connection: Mapping[str, Any], sockets: Mapping[str, int]) -> WarmKernelApp:
    """The application of ipykernel, initialised, ready to `start`."""
    config = Config()
    config.HistoryManager.hist_file = ":memory:"
    ports = {f"{channel}_port": int(connection[f"{channel}_port"]) for channel in CHANNELS}
    app = WarmKernelApp.instance(sockets, transport="ipc", ip=connection["ip"], parent_handle=0, config=config, **ports)
    app.session.key = connection["key"].encode()
    app.session.signature_scheme = connection["signature_scheme"]
    for key in ("curve_publickey", "curve_secretkey"):
        if connection.get(key):
            setattr(app, key, connection[key].encode())
    app.initialize([])
    _commands_without_terminal(app.shell)
    tracebacks.in_time(app.shell)
    return app


def _commands_without_terminal(shell: Any) -> None:
    """Where there are no terminals (outside namespaces), `!command` writes into the pipe that ipykernel reads."""
    try:
        for end in os.openpty():
            os.close(end)
    except OSError:
        shell.system = shell.system_raw


def die_with_parent() -> None:
    """Has the system kill this process when its parent dies."""
    ctypes.CDLL(None).prctl(_PR_SET_PDEATHSIG, signal.SIGKILL, 0, 0, 0)


def tell(pipe: int, message: dict[str, Any]) -> None:
    """Says one line through a pipe to the keeper."""
    os.write(pipe, json.dumps(message).encode() + b"\n")


def fresh_chance() -> None:
    """Reseeds every generator that a fork shares with its parent, so that no two kernels draw the same numbers."""
    random.seed()
    if "numpy" in sys.modules:
        sys.modules["numpy"].random.seed()
    if "torch" in sys.modules:
        sys.modules["torch"].default_generator.manual_seed(int.from_bytes(os.urandom(8), "little") >> 1)
    if "ssl" in sys.modules:
        sys.modules["ssl"].RAND_add(os.urandom(32), 0.0)
    if "tempfile" in sys.modules:
        tempfile: Any = sys.modules["tempfile"]
        tempfile.tempdir = tempfile._name_sequence = None
    if "multiprocessing.process" in sys.modules:
        sys.modules["multiprocessing.process"].current_process().authkey = os.urandom(32)
