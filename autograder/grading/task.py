"""What one notebook's grading needs, and what comes of it: plain data that may go to another machine and back.

A worker has the installed package and nothing else: no gradebook, no course folder. So a `Task` carries the notebook
as the gradebook wants it (sources, order and grade metadata of its check cells put right before), the files that lie
beside it, and a secret of this submission alone, from which each check's challenge is drawn.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from autograder.kernels.limits import Limits


@dataclass(frozen=True)
class Task:
    """One notebook to be graded.

    `notebook` is its JSON after sanitizing; `secret` is this submission's own, the same at every regrade; `files` lie
    beside the notebook, by their path relative to it; `kernel` is the name of a kernelspec, and
    `provisioner` holds the course's settings for it.
    """

    notebook: str
    assignment: str
    student: str
    secret: bytes
    files: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    limits: Limits = field(default_factory=Limits)
    kernel: str = "python3"
    provisioner: Mapping[str, Any] = field(default_factory=dict[str, Any])


@dataclass(frozen=True)
class Outcome:
    """What came of a task.

    `notebook` is the JSON of the finished notebook: outputs, verdicts, and `metadata.autograder`, which says what
    happened. It is None where the sandbox failed `tries` times; then `failure` is the reason, and no points are lost.
    `refused` says that the machine cannot confine at all, so that asking it again for somebody else is no use.
    `files` are those that the student's code left beside its notebook.
    """

    student: str
    assignment: str
    notebook: str | None
    failure: str = ""
    tries: int = 1
    files: Mapping[str, bytes] = field(default_factory=dict[str, bytes])
    refused: bool = False


Event = dict[str, Any]
"""`{"kind": "timeout", "cell": grade_id or index, "text": "..."}`: one thing worth a person's knowing."""
