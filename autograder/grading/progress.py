"""How grading a class goes: a bar with rate and time left on a terminal, plain lines in a log, a summary at the end.

On a terminal nbgrader's own lines, a dozen a submission, would push the bar away. There they are held back while it
stands (a log file gets them all the same), and a submission that fails is one line with its reason.
"""

from __future__ import annotations

import logging
import sys
import time
from collections import Counter
from types import TracebackType
from typing import Any

from rich import progress
from rich.console import Console

EVERY_S = 10.0  # between two plain lines
SUMMARY = ("retried", "unprotected", "timeout", "memory", "died")


class Progress:
    """Counts submissions of a run and shows how many are left. Used as `with Progress(...)`."""

    def __init__(self, log: Any, total: int) -> None:
        """`total` submissions are to be graded; plain lines go to `log`."""
        self._log, self._total = log, total
        self._done, self._failures = 0, dict[str, str]()
        self._kinds: Counter[str] = Counter()
        self._started = self._told = time.monotonic()
        self._bar: progress.Progress | None = None
        self._quiet: list[logging.Handler] = []

    def __enter__(self) -> Progress:
        if self._total > 1 and sys.stderr.isatty():
            columns = (
                progress.TextColumn("graded"),
                progress.BarColumn(),
                progress.MofNCompleteColumn(),
                progress.TextColumn("{task.fields[rate]}"),
                progress.TimeRemainingColumn(),
                progress.TextColumn("left"),
            )
            self._bar = progress.Progress(*columns, console=Console(stderr=True))
            self._row = self._bar.add_task("", total=self._total, rate="")
            self._quiet = [one for one in _handlers(self._log) if _on_terminal(one)]
            for handler in self._quiet:
                handler.addFilter(_nothing)
            self._bar.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: BaseException | TracebackType | None) -> None:
        if self._bar is not None:
            self._bar.stop()
        for handler in self._quiet:
            handler.removeFilter(_nothing)
        if self._total > 1 and self._done + len(self._failures):
            self._log.info("%s", self.summary())

    def graded(self) -> None:
        """One more is graded and saved."""
        self._done += 1
        self._show()

    def failed(self, student: str, reason: str) -> None:
        """One more has no grade, for that reason."""
        if student not in self._failures:
            self._failures[student] = reason
            line = f"{student} is not graded: {' '.join(reason.split())}"
            if self._bar is not None:
                self._bar.console.print(line, style="red", highlight=False, markup=False)
            self._log.error("%s", line)  # beside the bar, for a log file
            self._show()

    def count(self, kinds: Counter[str]) -> None:
        """Adds to what the summary tells."""
        self._kinds += kinds

    def summary(self) -> str:
        """What became of the run, in a line."""
        parts = [f"{self._done} graded", f"{len(self._failures)} not graded"]
        parts += [f"{self._kinds[kind]} {kind}" for kind in SUMMARY if self._kinds[kind]]
        left = self._total - self._done - len(self._failures)
        parts += [f"{left} left"] if left > 0 else []
        return f"{', '.join(parts)}; {_span(time.monotonic() - self._started)}"

    def _show(self) -> None:
        done = self._done + len(self._failures)
        spent = time.monotonic() - self._started
        rate = done / max(spent, 1e-9)
        told = f"{rate:.1f} a second" if rate >= 1 else f"{60 * rate:.0f} a minute"
        if self._bar is not None:
            self._bar.update(self._row, completed=done, rate=told)
        elif self._total > 1 and time.monotonic() - self._told >= EVERY_S:
            self._told = time.monotonic()
            left = _span((self._total - done) / rate)
            self._log.info("%d of %d done, %s, %s left", done, self._total, told, left)


def _span(seconds: float) -> str:
    if seconds < 60:
        return f"{seconds:.0f} s"
    minutes, rest = divmod(round(seconds), 60)
    return f"{minutes} min {rest:02d} s" if minutes < 60 else f"{minutes // 60} h {minutes % 60:02d} min"


def _nothing(_record: logging.LogRecord) -> bool:
    return False


def _handlers(log: Any) -> list[logging.Handler]:
    """The handlers that a logger's records reach."""
    found: list[logging.Handler] = []
    one: logging.Logger | None = getattr(log, "logger", log)
    while one is not None:
        found += one.handlers
        one = one.parent if one.propagate else None
    return found


def _on_terminal(handler: logging.Handler) -> bool:
    stream: Any = getattr(handler, "stream", None)
    return stream is not None and stream.isatty()
