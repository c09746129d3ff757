"""What a check cell calls: `check("check_entropy")`.

It looks the function up in the notebook, asks the probe for evidence and the judge for the
verdict, shows the verdict, and raises `CheckFailed` where points are lost, so that nbgrader,
Validate and a reader of the notebook all see the same.

When a submission is graded, its check cells are answered by `autograder.probes.answer` instead, and the judges cannot
be read by student code. So they are imported when they are needed; a student's own extra call says so and goes on.
"""

from __future__ import annotations

import getpass
import os
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from IPython.core.getipython import get_ipython
from IPython.display import clear_output, display

from autograder import tracebacks
from autograder.plain import dumps, loads
from autograder.probes.run import evidence_of
from autograder.probes.surroundings import one_thread

if TYPE_CHECKING:
    from autograder.judges.finding import Verdict

if (_shell := get_ipython()) is not None:
    tracebacks.in_time(_shell)

ELSEWHERE = "When a submission is graded, its check cells alone are judged: this extra call gives no verdict."


class CheckFailed(AssertionError):
    """A check that lost its points. Its traceback is the verdict, not a stack of our own lines."""

    def __init__(self, verdict: Verdict) -> None:
        from autograder import card

        self.verdict = verdict
        super().__init__(card.text(verdict))

    def _render_traceback_(self) -> list[str]:
        """What IPython prints: the verdict where nothing else is shown (Validate), else, under the card, what to do."""
        from autograder import card

        return [card.text(self.verdict) if "NBGRADER_VALIDATING" in os.environ else card.NEXT_STEP]


def check(name: str) -> None:
    """Judges the notebook's function for the check `name` and shows the verdict.

    Where a submission is graded and the judges cannot be read, it says in a sentence that it gives no verdict.

    Raises:
        CheckFailed: the check lost its points.
        KeyError: there is no check of that name.
    """
    shell = get_ipython()
    if shell is None:
        raise RuntimeError("check() belongs in a notebook's cell; elsewhere call verdict(name, namespace)")
    if not _judges_can_be_read():
        print(ELSEWHERE)
        return
    from autograder import card

    reached = verdict(name, shell.user_ns)
    clear_output()  # what the student's code wrote while it was called is not part of the verdict
    display(card.outputs(reached), raw=True)
    if not reached.passed:
        raise CheckFailed(reached)


def verdict(name: str, namespace: Mapping[str, Any], secret: bytes = b"", student: str | None = None) -> Verdict:
    """The verdict of the check `name` on the functions in `namespace`; shows and raises nothing.

    `secret` and `student` choose the challenge; by default it depends on who is logged in.
    """
    from autograder.judges.decide import challenge_for, decide, find_check

    asked = find_check(name)
    with one_thread():
        challenge = loads(dumps(challenge_for(asked, secret, getpass.getuser() if student is None else student)))
        evidence = loads(dumps(evidence_of(name, asked.function, namespace, challenge)))
        return decide(asked, challenge, evidence)


def _judges_can_be_read() -> bool:
    """Whether this process may read the judges: everywhere but in the kernel of a submission that is graded."""
    try:
        import autograder.judges.decide
    except OSError:
        return False
    except ModuleNotFoundError as error:
        if not (error.name or "").startswith("autograder.judges"):
            raise  # something else is missing: a broken installation, which must be seen
        return False
    return bool(autograder.judges.decide)
