"""The course's secret, from which every student's challenges are drawn, so that nobody knows an answer beforehand.

It is made at the first autograde, beside the gradebook, readable by its owner alone, and never leaves the course:
a worker gets the secret of one submission, from which neither the course's nor another student's can be found.
"""

from __future__ import annotations

import hashlib
import hmac
import os
import secrets
import tempfile
from pathlib import Path

NAME = ".course_secret"


def course_secret(root: Path) -> bytes:
    """The secret kept in the course's folder, made there where none is. Two graders that start at once get the same."""
    path = root / NAME
    if not path.exists():
        descriptor, draft = tempfile.mkstemp(prefix=f"{NAME}-", dir=root)  # mode 0600
        with os.fdopen(descriptor, "w") as file:
            file.write(secrets.token_hex(32) + "\n")
        try:
            os.link(draft, path)  # all of it or nothing, and never over one that is there
        except FileExistsError:
            pass
        finally:
            os.unlink(draft)
    return bytes.fromhex(path.read_text().strip())


def submission_secret(course: bytes, assignment: str, student: str) -> bytes:
    """The secret of one submission: the same at every regrade, and telling nothing about another's."""
    return hmac.digest(course, b"\0".join((assignment.encode(), student.encode())), hashlib.sha256)
