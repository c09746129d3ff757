"""Where a class is graded: on dask.distributed, one process a core here, or on whatever cluster an address names.

Nothing but a `Task` goes out and nothing but an `Outcome` comes back, so a worker elsewhere needs the installed package
alone. `DASK_SCHEDULER_ADDRESS` (dask's own setting, as every other one of dask's) names a cluster that runs already;
without it one is started for the run. A worker that dies is replaced and its tasks are done by another.

    BaseException
        Stopped         there is nobody left to send work to; not an Exception, so that nbgrader stops as for Ctrl-C
            NotBegun    there never was anybody
"""

from __future__ import annotations

import asyncio
import contextlib
import logging
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Generator
from concurrent.futures import ThreadPoolExecutor
from typing import Any, Protocol

import dask
import dask.config
from dask.system import CPU_COUNT
from distributed import Client, Future, KilledWorker, LocalCluster, rpc
from distributed.security import Security

from autograder import ASSIGNMENTS
from autograder.grading.task import Outcome, Task

PRELOAD = "autograder.grading.worker"
ANSWER_S = 10.0  # what a scheduler elsewhere has for its first answer
CLOSE_S = 2.0  # what workers have for ending by themselves
# Of a worker, in the place of dask's, which gives memory back at once: an epoch, whose every step needs as much again,
# then takes half as long again. Each notebook is graded in a new thread, so few arenas: the next finds what was used.
SURROUNDINGS = {"OMP_NUM_THREADS": 1, "MKL_NUM_THREADS": 1, "OPENBLAS_NUM_THREADS": 1, "MALLOC_ARENA_MAX": 2}
SETTINGS = {
    "distributed.worker.multiprocessing-method": "forkserver",  # PyTorch is imported once for all workers
    "distributed.worker.daemon": True,
    "distributed.nanny.pre-spawn-environ": SURROUNDINGS,
    "distributed.worker.profile.enabled": False,  # it would look at each worker a hundred times a second
    "distributed.admin.tick.interval": "1s",  # all that dask does to watch itself: 4 % of a core, once in 20 ms
    "distributed.admin.system-monitor.interval": "10s",
    "distributed.comm.timeouts.connect": "120s",  # a busy machine imports slowly
    "distributed.comm.timeouts.tcp": "300s",  # and may come to no message for over dask's 30 s
}
FORGETTING = {"distributed.admin.low-level-log-length": 50}  # of each connection dask keeps 1000 messages: notebooks
CERTIFICATE = "openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -days 30 -subj /CN=autograder"


class Stopped(BaseException):
    """The run cannot go on; what it has graded is kept, and the same command grades the rest."""


class NotBegun(Stopped):
    """Nobody was there to send work to, and nothing was touched."""


class Graded(Protocol):
    """What `submit` gives: work that is under way."""

    def done(self) -> bool:
        """Whether `outcome` would come back at once."""
        ...

    def outcome(self) -> Outcome:
        """What came of it, once that is known."""
        ...


class Here:
    """No cluster: for one notebook, which is graded when its outcome is asked for."""

    workers = 1

    def submit(self, task: Task) -> Graded:
        """The task, as work that is done in this process."""
        return _Now(task)

    def close(self) -> None:
        """Nothing was opened."""


class Workers:
    """A dask cluster, from the first task to the end of the run."""

    def __init__(
        self,
        workers: int = 0,
        log: logging.Logger | logging.LoggerAdapter[Any] | None = None,
        meanwhile: Callable[[], None] | None = None,
    ) -> None:
        """`workers` processes on this machine (0: one a core); dask's setting of a scheduler's address comes first.

        `meanwhile` is done in a thread of its own while the processes start; not where they run elsewhere.

        Raises:
            NotBegun: there is no scheduler at that address.
            Stopped: the processes here do not start.
        """
        self._cluster: LocalCluster | None = None
        self._settings = contextlib.ExitStack()
        self._settings.enter_context(dask.config.set(FORGETTING))
        self._address: str | None = dask.config.get("scheduler-address", None)
        if self._address:
            _look_for_scheduler(self._address)
            self._client = Client(self._address, set_as_default=False)
            if log is not None and not self._client.ncores():
                log.warning("The scheduler at %s has no workers yet; grading begins with the first", self._address)
            return
        if meanwhile is not None:
            threading.Thread(target=meanwhile, daemon=True).start()
        security = _security()
        if security is None and log is not None:
            log.warning("openssl is missing: other users of this machine could reach the workers")
        self._settings.enter_context(dask.config.set(SETTINGS))
        self._settings.enter_context(_without_main())
        _import_once()
        self._cluster = self._start(workers or CPU_COUNT, security)
        self._client = Client(self._cluster, set_as_default=False)

    @property
    def workers(self) -> int:
        """How many notebooks can be graded at once, at least 1; a cluster elsewhere may grow."""
        known: Any = self._client.nthreads()
        return max(1, sum(known.values()))

    def submit(self, task: Task) -> Graded:
        """The task, on its way to a worker."""
        return _There(self._client.submit(_grade, task, pure=False, key=None), task, self._address)

    def close(self) -> None:
        """Ends what was started. Work that is under way is given up; what takes too long ends with this process."""
        with contextlib.suppress(TimeoutError):
            self._client.close(timeout=CLOSE_S)
        if self._cluster is not None:
            with contextlib.suppress(TimeoutError):
                self._cluster.close(timeout=CLOSE_S)
        self._settings.close()

    def _start(self, workers: int, security: Security | None) -> LocalCluster:
        """A cluster on this machine. A start that fails is tried once more: any of its processes may have been killed.

        Raises:
            Stopped: it fails again.
        """
        failed: Exception | None = None
        for _ in range(2):
            try:
                return LocalCluster(
                    n_workers=workers,
                    threads_per_worker=1,
                    dashboard_address="127.0.0.1:0",  # whoever has 8787 already: nobody looks at it
                    memory_limit=None,
                    preload=[PRELOAD],
                    security=security,
                    silence_logs=logging.CRITICAL,
                )
            except Exception as error:  # dask raises whatever its processes did
                failed = error
        self._settings.close()
        raise Stopped(f"The processes that grade could not be started: {failed}.") from failed


class _Now:
    def __init__(self, task: Task) -> None:
        self._task = task

    def done(self) -> bool:
        return False

    def outcome(self) -> Outcome:
        return _grade(self._task)


class _There:
    def __init__(self, future: Future[Outcome], task: Task, address: str | None) -> None:
        self._future, self._task, self._address = future, task, address

    def done(self) -> bool:
        return self._future.done()

    def outcome(self) -> Outcome:
        try:
            return self._future.result()
        except KilledWorker as killed:
            tries = int(dask.config.get("distributed.scheduler.allowed-failures")) + 1
            return Outcome(self._task.student, self._task.assignment, None, f"its workers died: {killed}", tries)
        except asyncio.CancelledError:
            where = f"the scheduler at {self._address}" if self._address else "the workers"
            raise Stopped(f"The connection to {where} was lost.") from None
        except Exception as error:  # grading raises nothing, so a worker could not take the task or give the outcome
            reason = f"a worker failed: {type(error).__name__}: {error}"
            return Outcome(self._task.student, self._task.assignment, None, reason)


def _grade(task: Task) -> Outcome:
    from autograder.grading.notebook import grade  # PyTorch, which the grader itself can do without

    return grade(task)


def _look_for_scheduler(address: str) -> None:
    """Asks a scheduler who it is. dask's own client would wait for minutes, or for ever where something else answers.

    Raises:
        NotBegun: it does not say that it is one, within ten seconds.
    """

    async def ask() -> Any:
        async with asyncio.timeout(ANSWER_S):
            async with rpc(address, connection_args=Security().get_connection_args("client")) as there:
                return await there.identity()

    wrong = f"DASK_SCHEDULER_ADDRESS names {address}, and "
    mend = "Nothing was graded. Correct the address, start the scheduler, or unset it to grade on this machine."
    try:
        with ThreadPoolExecutor(1) as beside:  # formgrader has a loop of its own in this thread
            told = beside.submit(asyncio.run, ask()).result()
    except TimeoutError:
        raise NotBegun(f"{wrong}no scheduler answers there within {ANSWER_S:.0f} s. {mend}") from None
    except ValueError as error:
        raise NotBegun(f"{wrong}that is no address ({error}), as tcp://scheduler:8786 is one. {mend}") from None
    except Exception as error:  # whatever a stranger's answer, or none, makes dask raise
        raise NotBegun(f"{wrong}no scheduler answers there ({error}). {mend}") from None
    if not isinstance(told, dict) or "workers" not in told:
        raise NotBegun(f"{wrong}what answers there is no scheduler. {mend}")


def _import_once() -> None:
    """Lets the process from which workers are forked import what they all need."""
    import multiprocessing.forkserver

    from distributed import utils

    utils.get_mp_context()  # dask says once what is to be imported
    judges = [f"autograder.judges.{name}" for name in ASSIGNMENTS]
    multiprocessing.forkserver.set_forkserver_preload(["distributed", "autograder.grading.notebook", *judges])


@contextlib.contextmanager
def _without_main() -> Generator[None]:
    """Keeps workers from importing first what this process was started with: all of nbgrader, for nothing."""
    main: Any = sys.modules["__main__"]
    before = {name: getattr(main, name) for name in ("__file__", "__spec__") if hasattr(main, name)}
    main.__spec__ = None
    with contextlib.suppress(AttributeError):
        del main.__file__
    try:
        yield
    finally:
        vars(main).update(before)


def _security() -> Security | None:
    """Encryption with a certificate for this run: else every user of the machine could give the workers orders."""
    if shutil.which("openssl") is None:
        return None
    made = subprocess.run(
        [*CERTIFICATE.split(), "-keyout", "-", "-out", "-"], capture_output=True, text=True, check=True
    ).stdout
    begin = "-----BEGIN CERTIFICATE-----"
    key, _, rest = made.partition(begin)
    certificate = begin + rest
    ends = {
        f"tls_{end}_{part}": text
        for end in ("client", "scheduler", "worker")
        for part, text in (("key", key), ("cert", certificate))
    }
    return Security(require_encryption=True, tls_ca_file=certificate, **ends)
