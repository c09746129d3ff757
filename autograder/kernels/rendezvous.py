"""Where a grader meets the zygote: a private folder, a name for the environment, and a lock for the first to come.

One zygote serves a user, a machine and an environment. The name of its socket is a digest of the interpreter and of
what is preloaded, with versions and file dates; so after `pip install` the old zygote is simply not found any more (it
ends when idle), and the next kernel comes from a new one. Whoever finds none starts one, under a file lock.

    NoZygote    it could not be started; the message ends with what it printed
"""

from __future__ import annotations

import contextlib
import fcntl
import functools
import hashlib
import importlib.metadata
import importlib.util
import json
import os
import socket
import stat
import subprocess
import sys
import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path

from autograder.kernels import leftovers

PASSED_ON = ("PATH", "HOME", "LANG", "TZ", "TMPDIR", "PYTHONPATH", "PYTHONNOUSERSITE", "LD_LIBRARY_PATH")
"""The variables of a grader that its zygote gets: how Python finds libraries, and no more."""
SOCKET_PATH_BYTES = 107
FONTS = (
    "<fontconfig><dir>/usr/share/fonts</dir><dir>/usr/local/share/fonts</dir><cachedir>{cache}</cachedir></fontconfig>"
)
"""Matplotlib asks fontconfig, whose cache would else be the machine's, unreadable for others, or lie in a home."""


class NoZygote(RuntimeError):
    """The warm process could not be started."""


def meet(preload: Sequence[str], idle_s: float) -> socket.socket:
    """A connection to the zygote that holds the modules `preload`, started first where there is none.

    Raises:
        NoZygote: it did not start.
    """
    folder = runtime_folder()
    name = name_of(preload)
    path = folder / f"{name}.socket"
    with contextlib.suppress(OSError):
        return _connect(path)
    with _locked(folder / "lock"):
        with contextlib.suppress(OSError):
            return _connect(path)  # somebody else was first
        _start(path, folder, preload, idle_s)
        return _connect(path)


def runtime_folder() -> Path:
    """The folder of this user's zygotes: made where it is missing, 0700.

    Raises:
        NoZygote: what stands there is not a folder of this user alone.
    """
    given = os.environ.get("XDG_RUNTIME_DIR")
    folder = Path(given) / "autograder" if given else Path(tempfile.gettempdir()) / f"autograder-{os.getuid()}"
    if len(os.fsencode(folder)) + 32 > SOCKET_PATH_BYTES:
        folder = Path("/tmp") / f"autograder-{os.getuid()}"
    with contextlib.suppress(FileExistsError):
        folder.mkdir(mode=0o700, parents=True)
    found = folder.lstat()
    if not stat.S_ISDIR(found.st_mode) or found.st_uid != os.getuid() or found.st_mode & 0o077:
        raise NoZygote(f"{folder} is not a folder that only this user can enter; please remove it")
    return folder


def name_of(preload: Sequence[str]) -> str:
    """The digest that names the zygote of this environment with these modules."""
    names = [*preload, "ipykernel", "IPython", "zmq", "debugpy", "autograder.kernels"]
    facts: list[object] = [sys.version, sys.prefix, sys.executable, list(preload)]
    facts += [os.environ.get(name) for name in ("PYTHONPATH", "LD_LIBRARY_PATH")]
    installed = tuple(_changed(place) for place in sys.path)
    facts += [[top, _version(top, installed)] for top in sorted({name.partition(".")[0] for name in names})]
    facts += [[file, _changed(file)] for file in sorted({file for name in names for file in _files(name, installed)})]
    return hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:16]


def _changed(path: str) -> int:
    with contextlib.suppress(OSError):
        return os.stat(path).st_mtime_ns
    return 0


@functools.cache
def _version(package: str, installed: tuple[int, ...]) -> str | None:
    """The version of a package, looked up again when something was `installed` (dates of the folders of sys.path)."""
    with contextlib.suppress(importlib.metadata.PackageNotFoundError):
        return importlib.metadata.version(package)
    return None


@functools.cache
def _files(name: str, installed: tuple[int, ...]) -> tuple[str, ...]:
    """The files whose dates tell that a module changed: of an installed package its first one; of somebody's working
    folder also those of the package's top and of the part that is meant.
    """
    top, _, rest = name.partition(".")
    spec = importlib.util.find_spec(top)
    if spec is None or not spec.origin or not os.path.exists(spec.origin):
        return ()
    files = [Path(spec.origin)]
    folder = files[0].parent
    if spec.submodule_search_locations and not {"site-packages", "dist-packages"} & set(folder.parts):
        files += folder.glob("*.py")
        files += (folder / rest.partition(".")[0]).rglob("*.py") if rest else []
    return tuple(str(file) for file in files)


def _connect(path: Path) -> socket.socket:
    connection = socket.socket(socket.AF_UNIX, socket.SOCK_SEQPACKET | socket.SOCK_CLOEXEC)
    try:
        connection.connect(str(path))
    except OSError:
        connection.close()
        raise
    return connection


@contextlib.contextmanager
def _locked(path: Path) -> Generator[None]:
    with open(path, "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def _start(path: Path, folder: Path, preload: Sequence[str], idle_s: float) -> None:
    """Starts the zygote and waits until it listens; what killed ones left goes first."""
    leftovers.sweep(folder)
    environment = {name: os.environ[name] for name in PASSED_ON if name in os.environ}
    environment |= {name: value for name, value in os.environ.items() if name.startswith("LC_")}
    environment |= {"MPLCONFIGDIR": str(folder / "matplotlib"), "OMP_NUM_THREADS": "1", "MPLBACKEND": "agg"}
    environment["FONTCONFIG_FILE"] = str(folder / "fonts.conf")
    (folder / "fonts.conf").write_text(FONTS.format(cache=folder / "fonts"))
    log = path.with_suffix(".log")
    log.unlink(missing_ok=True)  # the last one's keepers may hold it still
    with open(log, "wb") as errors:
        process = subprocess.Popen(
            [sys.executable, "-P", "-m", "autograder.kernels.zygote", str(path)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=errors,
            env=environment,
            cwd="/",
            umask=0o077,
            start_new_session=True,
        )
    assert process.stdin is not None
    assert process.stdout is not None
    with process, process.stdin as order, process.stdout as answer:
        with contextlib.suppress(BrokenPipeError):
            order.write(json.dumps({"preload": list(preload), "idle_s": idle_s}).encode())
            order.close()
        if answer.readline() != b"ready\n":
            said = log.read_text(errors="replace").strip().splitlines()
            raise NoZygote("the warm process did not start: " + (said[-1] if said else "it said nothing"))
