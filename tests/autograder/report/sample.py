"""A small class written down by hand, so that every figure of it can be checked by hand."""

from __future__ import annotations

from autograder.grading.grades import Grade
from autograder.report.submissions import Answer, Class, Submission

ENTROPY = '''
import numpy as np
# written by Zoë Quill, zoe@example.org
def entropy(p, base=2):
    """Zoë's entropy."""
    quill = np.asarray(p)  # s-4711
    return -(quill * np.log(quill)).sum()
'''


def submission(student: str, entropy: str | None, length: str | None, **more: object) -> Submission:
    """A student who made these mistakes in two checks of 5 and 2 points, or none."""
    answers = (
        Answer("check_entropy", 0 if entropy else 5, 5, entropy, f"Off by 0.3 for {student}." if entropy else ""),
        Answer("check_expected_length", 0 if length else 2, 2, length, "Off." if length else ""),
    )
    score = sum(one.points for one in answers)
    return Submission(student, score, answers, code={"entropy": ENTROPY}, **more)  # type: ignore[arg-type]


CLASS = Class(
    assignment="02_entropy",
    max_score=7,
    checks=("check_entropy", "check_expected_length"),
    by_hand=(),
    submissions=(
        submission("s-4711", "log.natural", None, cpu_s=2.0, wall_s=90.0),
        submission("b", "log.natural", "log.decimal", cpu_s=2.0),
        submission("c", None, "sign.flipped", cpu_s=2.0),
        submission("d", "error.undefined", None, cpu_s=2.0, waiting=("explain",)),
        submission("e", None, None, cpu_s=30.0, events=({"kind": "timeout", "cell": "x", "text": "over 30 s"},)),
    ),
    failed={"felix": "felix handed in a photograph"},
    ungraded=("gina",),
    people={
        "s-4711": Grade("s-4711", "Zoë", "Quill", "zoe@example.org", "4711", score=2, cells={}),
        "b": Grade("b", "Bao", "Lindgren", "b@example.org"),
        "felix": Grade("felix", "Félix", "Ödegård", "felix@example.org"),
    },
    released=frozenset({"bao"}),
)
