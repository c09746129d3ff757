"""One grader at a time in a course: a lock that the system takes away with its holder, however that one ends.

Exception
    Held    somebody else is grading this course; the message says who, where and since when
"""

from __future__ import annotations

import contextlib
import fcntl
import getpass
import json
import os
import socket
from collections.abc import Generator
from datetime import datetime
from pathlib import Path

from autograder.grading.ungraded import FOLDER


class Held(Exception):
    """Somebody else is grading this course."""


@contextlib.contextmanager
def held(root: Path) -> Generator[None]:
    """Holds the course in `root` for as long as the block runs.

    Raises:
        Held: another process does.
    """
    path = root / FOLDER / "lock"
    path.parent.mkdir(exist_ok=True)
    with open(os.open(path, os.O_RDWR | os.O_CREAT, 0o644), "r+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            raise Held(f"{_told(file.read())} is grading this course. Wait until that is done, or end it.") from None
        file.truncate()
        now = datetime.now().astimezone().isoformat(sep=" ", timespec="seconds")
        json.dump({"user": _user(), "pid": os.getpid(), "host": socket.gethostname(), "since": now}, file)
        file.flush()
        yield


def _told(text: str) -> str:
    try:
        who = json.loads(text)
        return f"{who['user']} (process {who['pid']} on {who['host']}, since {who['since']})"
    except (ValueError, KeyError, TypeError):  # it has the lock, and is just about to write who it is
        return "Somebody"


def _user() -> str:
    with contextlib.suppress(OSError, KeyError):
        return getpass.getuser()
    return f"user {os.getuid()}"
