"""The files that a Python process of this environment needs to read: interpreter, libraries, system, fonts, time zones."""

from __future__ import annotations


def libraries() -> tuple[str, ...]:
    """Absolute paths, for `Policy.readable`; nothing of the course is among them."""
    raise NotImplementedError
