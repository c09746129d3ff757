"""What the class's submissions say when they are counted: mistakes by idea, checks by difficulty, who stands out.

Every figure here is a pure function of the submissions, so that page, CSV and JSON tell the same.
"""

from __future__ import annotations

import re
import statistics
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from autograder.report import anonymous
from autograder.report.meanings import MEANINGS
from autograder.report.submissions import Answer, Class, Submission, function_of
from autograder.report.themes import NOT_UNDERSTANDING, Theme, theme_of

FENCE = 3.0  # quartile distances above the upper quartile: Tukey's "far out"


@dataclass(frozen=True)
class Example:
    """One student's mistake without the student."""

    check: str
    message: str
    code: str | None


@dataclass(frozen=True)
class Mistake:
    """One named mistake: how many students made it, in which checks, and the points it cost them all together."""

    id: str
    meaning: str
    theme: Theme
    students: int
    share: float
    points_lost: float
    by_check: dict[str, int]
    example: Example | None


@dataclass(frozen=True)
class Idea:
    """One theme: how many students lost points by any of its mistakes, and these mistakes, the most frequent first."""

    theme: Theme
    students: int
    share: float
    points_lost: float
    mistakes: tuple[Mistake, ...]

    @property
    def example(self) -> Example | None:
        """The example of its most frequent mistake that has one."""
        return next((one.example for one in self.mistakes if one.example), None)


@dataclass(frozen=True)
class CheckFigure:
    """One check: the share of its points that the class earned, and how well it tells strong from weak.

    `discrimination` is the correlation of its points with the points of all other checks (point-biserial where a check
    is passed or not); `upper` and `lower` are the shares earned by the best and the weakest 27 % by those other checks.
    They are None where fewer than ten were graded or nothing varies.
    """

    name: str
    max_points: float
    share: float
    passed: int
    discrimination: float | None
    upper: float | None
    lower: float | None


@dataclass(frozen=True)
class Outliers:
    """What a typical submission took, what is far out, and the submissions beyond that, the largest first."""

    unit: str
    median: float
    fence: float
    found: tuple[tuple[str, float], ...]


@dataclass(frozen=True)
class Figures:
    """All of them; `ideas` are ordered by students, and those that tell of no misunderstanding come last."""

    mistakes: tuple[Mistake, ...]
    ideas: tuple[Idea, ...]
    checks: tuple[CheckFigure, ...]
    outliers: tuple[Outliers, ...]
    events: dict[str, list[tuple[str, str]]]


def count(graded: Class) -> Figures:
    """Every figure of the report."""
    named = mistakes(graded)
    far_out = (outliers(graded, unit) for unit in ("cpu_s", "memory_mib"))  # wall_s holds waiting for a kernel, too
    return Figures(
        mistakes=tuple(named),
        ideas=tuple(ideas(graded, named)),
        checks=tuple(check_figures(graded)),
        outliers=tuple(one for one in far_out if one is not None),
        events=events(graded),
    )


def mistakes(graded: Class) -> list[Mistake]:
    """All named mistakes of the class, those of most students first."""
    words = anonymous.identifying(graded.everyone, graded.released)
    made: dict[str, list[tuple[Submission, Answer]]] = {}
    for submission in graded.submissions:
        for answer in submission.answers:
            if answer.mistake is not None:
                made.setdefault(answer.mistake, []).append((submission, answer))
    counted: list[Mistake] = []
    for name, cases in made.items():
        students = {submission.student for submission, _ in cases}
        counted.append(
            Mistake(
                id=name,
                meaning=MEANINGS.get(name, "A mistake that has no description yet."),
                theme=theme_of(name, graded.assignment),
                students=len(students),
                share=len(students) / len(graded.submissions),
                points_lost=sum(answer.max_points - answer.points for _, answer in cases),
                by_check=dict(Counter(answer.check for _, answer in cases)),
                example=_example(cases, words),
            )
        )
    return sorted(counted, key=lambda one: (-one.students, -one.points_lost, one.id))


def ideas(graded: Class, named: Sequence[Mistake]) -> list[Idea]:
    """The mistakes gathered by theme, the theme of most students first; what says nothing about ideas comes last."""
    found: list[Idea] = []
    for theme in dict.fromkeys(one.theme for one in named):
        among = tuple(one for one in named if one.theme == theme)
        ids = {one.id for one in among}
        students = sum(any(answer.mistake in ids for answer in one.answers) for one in graded.submissions)
        lost = sum(one.points_lost for one in among)
        found.append(Idea(theme, students, students / len(graded.submissions), lost, among))
    return sorted(found, key=lambda one: (one.theme in NOT_UNDERSTANDING, -one.students, -one.points_lost))


def check_figures(graded: Class) -> list[CheckFigure]:
    """Each check of the notebook, in its order."""
    return [_check_figure(name, graded.submissions) for name in graded.checks if graded.submissions]


def outliers(graded: Class, unit: str) -> Outliers | None:
    """Submissions far out in `wall_s`, `cpu_s` or `memory_mib`; None where that was not measured."""
    taken = [(one.student, float(value)) for one in graded.submissions if (value := getattr(one, unit)) is not None]
    if len(taken) < 4:
        return None
    first, median, third = statistics.quantiles([value for _, value in taken], n=4, method="inclusive")
    fence = max(third + FENCE * (third - first), 2 * median)
    found = sorted((pair for pair in taken if pair[1] > fence), key=lambda pair: -pair[1])
    return Outliers(unit, median, fence, tuple(found))


def events(graded: Class) -> dict[str, list[tuple[str, str]]]:
    """What happened on the way, by kind: pairs of student and what is told of it."""
    found: dict[str, list[tuple[str, str]]] = {}
    for submission in graded.submissions:
        for event in submission.events:
            where = "" if event.get("cell") is None else f" ({event['cell']})"
            found.setdefault(str(event.get("kind")), []).append((submission.student, f"{event.get('text')}{where}"))
    return dict(sorted(found.items(), key=lambda pair: -len(pair[1])))


def _check_figure(name: str, submissions: Sequence[Submission]) -> CheckFigure:
    pairs: list[tuple[float, float]] = []  # this check's points, and those of all others
    full = 0.0
    passed = 0
    for submission in submissions:
        for answer in submission.answers:
            if answer.check == name:
                full = answer.max_points
                passed += answer.points >= answer.max_points
                pairs.append((answer.points, sum(one.points for one in submission.answers) - answer.points))
    own, rest = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    share = sum(own) / (full * len(own)) if full and own else 0.0
    if len(pairs) < 10 or len(set(own)) < 2 or len(set(rest)) < 2:
        return CheckFigure(name, full, share, passed, None, None, None)
    ordered = [points for points, _ in sorted(pairs, key=lambda pair: pair[1])]
    count = max(1, round(0.27 * len(ordered)))
    lower, upper = (statistics.fmean(part) / full for part in (ordered[:count], ordered[-count:]))
    return CheckFigure(name, full, share, passed, statistics.correlation(own, rest), upper, lower)


def _example(cases: Sequence[tuple[Submission, Answer]], words: re.Pattern[str]) -> Example | None:
    """The shortest code that made the mistake, in the check where it was made most often."""
    check = Counter(answer.check for _, answer in cases).most_common(1)[0][0]
    shown: list[Example] = []
    for submission, answer in cases:
        if answer.check == check:
            function = function_of(check, submission.code)
            code = anonymous.code(submission.code[function], function, words) if function else None
            shown.append(Example(check, anonymous.hide(answer.message, words), code))
    return min(shown, key=lambda one: (one.code is None, len(one.code or ""), one.message), default=None)
