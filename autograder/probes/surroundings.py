"""The surroundings of a call: a time limit, and silence.

Around a student's function anything may have been left: prints, progress bars, warnings turned
into errors, other default dtypes. None of it is judged. Output is dropped at every level (Python
and C), because a stray line on stderr would cost points in nbgrader.
"""

from __future__ import annotations

import contextlib
import io
import os
import signal
import sys
import threading
import warnings
from collections.abc import Generator
from types import FrameType
from typing import Any

import numpy as np

_NUMPY_DEFAULTS = {"divide": "warn", "over": "warn", "under": "ignore", "invalid": "warn"}


class OutOfTime(BaseException):
    """The time allowed for a call is over. Not an `Exception`: `except Exception` must not swallow it."""


@contextlib.contextmanager
def time_limit(seconds: float) -> Generator[None]:
    """Raises `OutOfTime` inside the block after `seconds`, and again every second for code that swallows it.

    Does nothing outside the main thread, where Python delivers no signals.
    """
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(_signal: int, _frame: FrameType | None) -> None:
        raise OutOfTime

    earlier = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, earlier)


class _Nowhere(io.TextIOBase):
    """A text stream that drops what is written."""

    def write(self, s: str, /) -> int:
        return len(s)

    def writable(self) -> bool:
        return True


@contextlib.contextmanager
def silence() -> Generator[None]:
    """Drops what the block writes to stdout and stderr, from Python and from C."""
    sys.stdout.flush()
    sys.stderr.flush()
    saved = {fd: os.dup(fd) for fd in (1, 2)}
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        for fd in saved:
            os.dup2(nowhere, fd)
        with contextlib.redirect_stdout(_Nowhere()), contextlib.redirect_stderr(_Nowhere()):
            yield
    finally:
        for fd, copy in saved.items():
            os.dup2(copy, fd)
            os.close(copy)
        os.close(nowhere)


@contextlib.contextmanager
def one_thread() -> Generator[None]:
    """Keeps torch to one thread for the block: for the course's small models that is two to three times faster."""
    torch: Any = sys.modules.get("torch")
    if torch is None:
        yield
        return
    earlier = torch.get_num_threads()
    torch.set_num_threads(1)
    try:
        yield
    finally:
        torch.set_num_threads(earlier)


def altered() -> bool:
    """Whether the notebook changed how arithmetic behaves: error modes, warnings as errors, torch's defaults."""
    torch: Any = sys.modules.get("torch")
    return (
        np.geterr() != _NUMPY_DEFAULTS
        or any(action == "error" and not _of_ipython(category) for action, _, category, *_ in warnings.filters)
        or (torch is not None and (torch.get_default_dtype() != torch.float32 or not torch.is_grad_enabled()))
    )


def _of_ipython(category: object) -> bool:
    """Whether a warning is one of IPython's own: every kernel starts with one of them turned into an error."""
    return str(getattr(category, "__module__", "")).startswith("IPython.")


@contextlib.contextmanager
def as_in_a_fresh_kernel() -> Generator[None]:
    """Puts error modes, warnings and torch's defaults back for the block, and leaves them as they were."""
    torch: Any = sys.modules.get("torch")
    with contextlib.ExitStack() as stack:
        stack.enter_context(np.errstate(divide="warn", over="warn", under="ignore", invalid="warn"))
        stack.enter_context(warnings.catch_warnings())
        warnings.simplefilter("default")
        if torch is not None:
            stack.callback(torch.set_default_dtype, torch.get_default_dtype())
            torch.set_default_dtype(torch.float32)
            stack.enter_context(torch.enable_grad())
        yield
