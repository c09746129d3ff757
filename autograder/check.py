"""What a check cell calls: `check("check_entropy")`.

It looks the function up in the notebook, asks the probe for evidence and the judge for the
verdict, shows the verdict, and raises `CheckFailed` where points are lost, so that nbgrader,
Validate and a reader of the notebook all see the same.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from typing import Any

from IPython.core.getipython import get_ipython
from IPython.display import clear_output, display

from autograder import card
from autograder.judges.decide import challenge_for, decide, find_check
from autograder.judges.finding import Verdict
from autograder.plain import dumps, loads
from autograder.probes.run import evidence_of
from autograder.probes.surroundings import one_thread


class CheckFailed(AssertionError):
    """A check that lost its points. Its traceback is the verdict, not a stack of our own lines."""

    def __init__(self, verdict: Verdict) -> None:
        self.verdict = verdict
        super().__init__(card.text(verdict))

    def _render_traceback_(self) -> list[str]:
        """What IPython prints: the verdict where nothing else is shown (Validate), else, under the card, what to do."""
        return [card.text(self.verdict) if "NBGRADER_VALIDATING" in os.environ else card.NEXT_STEP]


def check(name: str) -> None:
    """Judges the notebook's function for the check `name` and shows the verdict.

    Raises:
        CheckFailed: the check lost its points.
        KeyError: there is no check of that name.
    """
    shell = get_ipython()
    if shell is None:
        raise RuntimeError("check() belongs in a notebook's cell; elsewhere call verdict(name, namespace)")
    reached = verdict(name, shell.user_ns)
    clear_output()  # what the student's code wrote while it was called is not part of the verdict
    display(card.outputs(reached), raw=True)
    if not reached.passed:
        raise CheckFailed(reached)


def verdict(name: str, namespace: Mapping[str, Any], secret: bytes = b"", student: str | None = None) -> Verdict:
    """The verdict of the check `name` on the functions in `namespace`; shows and raises nothing.

    `secret` and `student` choose the challenge; by default it depends on who is logged in.
    """
    asked = find_check(name)
    challenge = loads(dumps(challenge_for(asked, secret, getpass.getuser() if student is None else student)))
    with one_thread():
        evidence = loads(dumps(evidence_of(name, asked.function, namespace, challenge)))
        return decide(asked, challenge, evidence)
