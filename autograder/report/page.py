"""The report as one page of HTML that needs no network and no script: figures, put into the words of `page.html`."""

from __future__ import annotations

import html
import re
import statistics
import textwrap
from collections.abc import Callable, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from autograder.report import histogram
from autograder.report.figures import Figures, Idea, Mistake
from autograder.report.submissions import Class
from autograder.report.themes import NOT_UNDERSTANDING, OTHER, SLIPS, UNDONE

FOREMOST = 3  # ideas that are told at length
ENOUGH = 0.05  # of the class: what fewer misunderstood is no lesson for all
SHADES = 4
UNITS = {"cpu_s": ("time of the processor", "s"), "memory_mib": ("memory", "MiB")}
KINDS = {
    "timeout": "cells stopped because their time was over",
    "died": "kernels that ended in the middle",
    "memory": "kernels that wanted too much memory",
    "scratch": "kernels that wrote too many files",
    "output": "cells whose output was cut",
    "retried": "graded again because the sandbox had failed",
    "restored": "check cells put right: changed, moved or lost by the student",
    "duplicate": "cells that stood twice",
    "files": "files that were not kept",
}
"""What the grader's events mean; a kind that is not here is shown as it is called."""


def page(graded: Class, counted: Figures, called: Callable[[str], str], now: datetime) -> str:
    """The whole page. `called` gives the name by which a student appears on it."""
    here = Path(__file__).parent
    jinja = Environment(loader=FileSystemLoader(here), autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    jinja.lstrip_blocks = True
    jinja.filters["percent"] = percent
    jinja.filters["number"] = number
    jinja.filters["words"] = words
    jinja.filters["short"] = short
    return jinja.get_template("page.html").render(
        style=Markup((here / "page.css").read_text()),  # our own file
        **_told(graded, counted, called),
        now=f"{now:%d %B %Y, %H:%M}",
    )


def percent(share: float) -> str:
    """`31 %`, and `< 1 %` where rounding would hide somebody."""
    return "< 1 %" if 0 < share < 0.01 else f"{share:.0%}".replace("%", " %")


def number(value: float) -> str:
    """At most one decimal, and none where it is 0 or the value is large."""
    return f"{value:.0f}" if abs(value) >= 100 or float(value).is_integer() else f"{value:.1f}"


def words(text: str) -> Markup:
    """Text in which what stands between backticks is shown as code."""
    return Markup(re.sub("`([^`]*)`", r"<code>\1</code>", html.escape(text)))  # escaped the line before


def short(text: str, most: int = 220) -> str:
    """The beginning of a long text, cut after a sentence where one ends, so that no list of numbers is halved."""
    cut = textwrap.shorten(text, most, placeholder=" …")
    sentence, stop, rest = cut.rpartition(". ")
    return f"{sentence}. …" if stop and rest.endswith("…") else cut


def _told(graded: Class, counted: Figures, called: Callable[[str], str]) -> dict[str, Any]:
    taught = [one for one in counted.ideas if one.theme not in NOT_UNDERSTANDING]
    foremost = _foremost(taught)
    scores = [one.score for one in graded.submissions]
    waiting = [(called(one.student), ", ".join(one.waiting)) for one in graded.submissions if one.waiting]
    unprotected = [called(one.student) for one in graded.submissions if not one.protected]
    return {
        "assignment": graded.assignment,
        "title": graded.assignment.replace("_", " "),
        "count": len(graded.submissions),
        "full": graded.max_score,
        "mean": statistics.fmean(scores) if scores else 0.0,
        "median": statistics.median(scores) if scores else 0.0,
        "at_full": sum(score >= graded.max_score for score in scores),
        "late": sum(one.penalty > 0 for one in graded.submissions),
        "foremost": foremost,
        "others": [one for one in taught if one not in foremost],
        "undone": _one(counted.ideas, UNDONE.name),
        "unexplained": _one(counted.ideas, OTHER.name),
        "histogram": Markup(histogram.picture(scores, graded.max_score)),  # numbers only
        "checks": counted.checks,
        "by_hand": graded.by_hand,
        "mistakes": counted.mistakes,
        "heat": _heat(graded, counted.mistakes),
        "outliers": [
            (*UNITS[found.unit], found, [(called(student), value) for student, value in found.found[:8]])
            for found in counted.outliers
        ],
        "failed": [(called(student), reason) for student, reason in graded.failed.items()],
        "ungraded": [called(student) for student in graded.ungraded],
        "waiting": waiting,
        "again": [called(one.student) for one in graded.submissions if one.again],
        "unprotected": unprotected,
        "classic": sorted({name for one in graded.submissions for name in one.unprotected_checks}),
        "events": [
            (KINDS.get(kind, kind), [(called(student), text) for student, text in cases])
            for kind, cases in counted.events.items()
        ],
        "not_graded": len(graded.failed) + len(graded.ungraded),
    }


def _foremost(taught: Sequence[Idea]) -> list[Idea]:
    """What to teach again, at least one where there is any: ideas before slips, however many slips there are."""
    understood_wrongly = [one for one in taught if one.theme not in SLIPS] or list(taught)
    return [one for one in understood_wrongly if one.share >= ENOUGH][:FOREMOST] or understood_wrongly[:1]


def _one(gathered: Sequence[Idea], name: str) -> Idea | None:
    return next((one for one in gathered if one.theme.name == name), None)


def _heat(graded: Class, named: Sequence[Mistake]) -> dict[str, Any]:
    """Mistakes by check: only checks that lost points by name, each count with one of five shades, 0 to 4."""
    columns = [check for check in graded.checks if any(check in one.by_check for one in named)]
    most = max([count for one in named for count in one.by_check.values()] + [1])
    rows = [
        (one, [(one.by_check.get(check, 0), _shade(one.by_check.get(check, 0), most)) for check in columns])
        for one in named
    ]
    return {"columns": columns, "rows": rows}


def _shade(count: int, most: int) -> int:
    return 0 if count == 0 else min(SHADES, 1 + SHADES * count // (most + 1))
