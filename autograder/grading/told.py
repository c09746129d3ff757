"""Keeps nbgrader from telling at length what one line of ours has told: a filter on its log, for the time of a run.

Of each submission that fails nbgrader logs a traceback, and at the end of the run twice that there was one. Where the
reason is the submission's and stands in our line, nothing of that helps anybody. Errors that nobody expected go by.
"""

from __future__ import annotations

import contextlib
import logging
import re
import sys
from collections.abc import Generator
from typing import Any

FAILED = re.compile(r"There was an error processing assignment '.*' for student '(?P<student>.*)'")
FAILING = "There was an error processing assignment: "
SEE_ABOVE = "Please see the "  # above traceback, or the error log


class Told(logging.Filter):
    """Knows which submissions' reasons were told, and holds back what nbgrader's log says of those."""

    def __init__(self) -> None:
        super().__init__()
        self._error: BaseException | None = None  # the last one that was told
        self._students = set[str]()
        self._silent = False
        self._seen = False

    @property
    def everything(self) -> bool:
        """Whether submissions failed, and no error went by."""
        return bool(self._students) and not self._seen

    def tell(self, student: str, error: BaseException) -> None:
        """Hears that a line gave the reason why `student` has no grade, which nbgrader is to hear as `error`."""
        self._students.add(student)
        self._error = error

    @contextlib.contextmanager
    def silence(self) -> Generator[None]:
        """Within the block no error goes by: its reason is about to be told."""
        self._silent = True
        try:
            yield
        finally:
            self._silent = False

    @contextlib.contextmanager
    def on(self, log: Any) -> Generator[None]:
        """Within the block the filter works on a logger, or on the one that an adapter writes to."""
        logger: logging.Logger = getattr(log, "logger", log)
        logger.addFilter(self)
        try:
            yield
        finally:
            logger.removeFilter(self)

    def filter(self, record: logging.LogRecord) -> bool:
        """Whether a record goes by."""
        if record.levelno < logging.ERROR:
            return True
        text = record.getMessage()
        if match := FAILED.fullmatch(text):
            return match["student"] not in self._students
        if text.startswith(SEE_ABOVE):
            return not self.everything
        if self._silent or (self._error is not None and sys.exception() is self._error):
            return False
        self._seen = self._seen or text.startswith(FAILING)
        return True
