"""What a judge says: a finding, and with the check's name and points a verdict.

A verdict is data before it is text: `Verdict.bundle()` is what the outputs of a check cell hold
under the type `application/vnd.autograder.verdict+json`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, dataclass
from typing import Any

import numpy as np

VERDICT_TYPE = "application/vnd.autograder.verdict+json"


@dataclass(frozen=True)
class Finding:
    """Nothing wrong (`mistake` is None), or one named mistake.

    `mistake` is an id `topic.fault`; `message` says what was observed, with a number where there
    is one; `hint` asks the question that leads to the mend and never shows the solution.
    """

    mistake: str | None
    message: str
    hint: str = ""


Challenge = dict[str, Any]
Evidence = dict[str, Any]


@dataclass(frozen=True)
class Check:
    """One check cell: the function it judges, its points, how to ask and how to decide.

    `challenge` draws plain data from a generator; `judge` is pure: (challenge, evidence of one run) -> finding.
    """

    name: str
    function: str
    points: int
    challenge: Callable[[np.random.Generator], Challenge]
    judge: Callable[[Challenge, Evidence], Finding]


@dataclass(frozen=True)
class Verdict:
    """The outcome of one check, as the student, the instructor and the report see it."""

    check: str
    points: int
    max_points: int
    mistake: str | None
    message: str
    hint: str

    @property
    def passed(self) -> bool:
        """Whether the check earns its points."""
        return self.mistake is None

    def bundle(self) -> dict[str, Any]:
        """The verdict as JSON data."""
        return asdict(self)
