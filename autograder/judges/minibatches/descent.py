"""Judges of `sgd_step` and `descend`: one step against the gradient, and a whole path of them.

A path is computed one point further than asked for, so that a fault can be told as two choices: how one point
follows from those before it (`move`), and which of the points are kept (`rows`).
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.finding import Challenge, Evidence, Finding
from autograder.judges.minibatches.path_faults import PATH_FAULTS, Move, Rows
from autograder.judges.minibatches.step_faults import STEP_FAULTS
from autograder.judges.numbers.faults import Made, expect, explain, near
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.outcomes import numbers
from autograder.judges.numbers.spread import calls
from autograder.judges.numbers.words import shown_apart, shown_call
from autograder.plain import Array
from autograder.slope import Slope


def sgd_step(w: Any, g: Any, lr: float) -> Array:
    """The weights after one step: w - lr * g."""
    return np.asarray(w) - lr * np.asarray(g)


def step_challenge(rng: np.random.Generator) -> Challenge:
    """Weights of one to 64 numbers, gradients larger and smaller than 1; in turn w, g and lr alone are changed."""
    w, g = _point(rng, 3), _point(rng, 3)
    return calls(
        ([np.array([2.0, -1.0]), np.array([4.0, 3.0]), 0.25], {}),
        ([w, g, 0.15], {}),
        ([_point(rng, 3), g, 0.15], {}),
        ([-w, g, 0.15], {}),
        ([w, _point(rng, 3), 0.15], {}),
        ([w, g / 4, 0.15], {}),  # shorter than 1
        *(([w, g, lr], {}) for lr in (0.6, 0.05, 1.25)),
        ([], {"w": _point(rng, 2), "g": _point(rng, 2), "lr": 0.35}),
        ([], {"lr": 0.07, "g": _point(rng, 5), "w": _point(rng, 5)}),
        ([_point(rng, 1), _point(rng, 1), 0.2], {}),
        ([_point(rng, 64), _point(rng, 64), 0.03], {}),
        ([w, np.zeros(3), 0.15], {}),
        ([w, g, 0.15], {}),
    )


SGD_STEP = Numeric(function="sgd_step", parameters=("w", "g", "lr"), truth=sgd_step, faults=STEP_FAULTS)


def _right_move(gradient: Slope, path: list[Array], lr: float) -> Array:
    return path[-1] - lr * gradient(path[-1])


def _all_rows(path: Array, steps: int, gradient: Slope) -> Any:
    return path[: steps + 1]


def descend(
    gradient: Slope,
    w: Any,
    lr: float,
    steps: int,
    *,
    start: Callable[[Array], Array] = lambda w: w,
    move: Move = _right_move,
    rows: Rows = _all_rows,
) -> Any:
    """The path `(steps + 1, d)` from w: each point is the one before, minus lr times the gradient there."""
    path = [start(np.asarray(w, dtype=np.float64))]
    with np.errstate(all="ignore"):
        for _ in range(steps + 1):
            path.append(move(gradient, path, lr))
    return rows(np.array(path), steps, gradient)


DESCEND = Numeric(function="descend", parameters=("gradient", "w", "lr", "steps"), truth=descend)


def challenge(rng: np.random.Generator) -> Challenge:
    """Two to six weights, no step to nine; twice the same; in turn lr, steps, w and gradient change; a flat start."""
    straight, other, bent = Slope(1.5, 0.5, 0.75), Slope(0.8, -0.4, 0.3), Slope(0.3, 0.6, 0.5, power=3)
    w, first = _point(rng, 2), ([straight.plain(), np.array([2.0, -1.0]), 0.3, 2], dict[str, Any]())
    return calls(
        first,
        first,  # once more: is anything kept between two calls?
        ([straight.plain(), w, 0.15, 3], {}),
        ([straight.plain(), w, 0.35, 3], {}),
        ([straight.plain(), w, 0.15, 5], {}),
        ([straight.plain(), _point(rng, 2), 0.15, 3], {}),
        ([other.plain(), w, 0.15, 3], {}),
        ([], {"gradient": bent.plain(), "w": _point(rng, 3), "lr": 0.06, "steps": 4}),
        ([], {"steps": 6, "lr": 0.22, "w": _point(rng, 4), "gradient": other.plain()}),
        ([bent.plain(), _point(rng, 6), 0.04, 9], {}),
        ([straight.plain(), _point(rng, 1), 0.25, 4], {}),
        ([other.plain(), _point(rng, 3), 0.45, 1], {}),
        ([straight.plain(), _point(rng, 3), 0.2, 0], {}),
        ([Slope(2.0, 0.5, 0.0).plain(), np.zeros(2), 0.1, 3], {}),
    )


def judge(challenge: Challenge, evidence: Evidence) -> Finding:
    """The finding on `evidence["calls"]`; where rows are missing or too many, which ones."""
    made = [_with_slope(one) for one in challenge["calls"]]
    finding = DESCEND.judge({"calls": made}, evidence)
    if finding.mistake in (None, "error.timeout", "error.undefined", "state.kept"):
        return finding
    seen: list[Seen] = []
    for call, one in zip(made, evidence["calls"], strict=True):
        if one["outcome"] == "value" and one["value"]["kind"] in ("number", "array"):
            right = expect(descend, call)
            seen.append((call, _rows_of_none(numbers(one, right), right), right))
    wrong = [one for one in seen if not near(one[1], one[2])]
    if len(wrong) < 2:
        return (_stopped(wrong) if wrong else None) or finding
    named = _kept(seen) or _explained(seen, wrong[0]) or _same_length(seen) or _stopped(wrong) or _one_row(wrong)
    return named or (_first_row(wrong[0]) if finding.mistake == "unexplained" else finding)


Seen = tuple[Made, Array, Array]  # the call, what it gave, what it should have given


def _with_slope(made: Made) -> Made:
    """The call with its gradient as a `Slope`, which can be walked down, and shown as its line of Python."""
    args = [Slope.from_plain(x) if isinstance(x, dict) else x for x in made["args"]]
    return {
        "args": args,
        "kwargs": {name: Slope.from_plain(x) if isinstance(x, dict) else x for name, x in made["kwargs"].items()},
    }


def _rows_of_none(result: Array, right: Array) -> Array:
    """An empty list as the path of no rows that it stands for."""
    return result.reshape(0, right.shape[1]) if result.shape == (0,) else result


def _kept(seen: list[Seen]) -> Finding | None:
    """Two equal calls that gave paths of different length, the first of them right."""
    for i, (made, result, _) in enumerate(seen):
        for before, first, right in seen[:i]:
            if str(before) == str(made) and near(first, right) and result.shape != right.shape:
                return Finding(
                    "state.kept",
                    f"{shown_call('descend', made)} gave {len(first)} rows when first called, "
                    f"and {len(result)} when called again.",
                    "Which name keeps its value from one call to the next, and where should it start afresh?",
                )
    return None


def _explained(seen: list[Seen], first: Seen) -> Finding | None:
    combined = explain(descend, PATH_FAULTS, [one[0] for one in seen], [one[1] for one in seen])
    if not combined:
        return None
    more = " And ".join(fault.says for fault in combined[1:])
    more = f" Something else is wrong as well: {more}" if more else ""
    return Finding(combined[0].mistake, f"{_observed(first)}: {combined[0].says}{more}", combined[0].hint)


def _same_length(seen: list[Seen]) -> Finding | None:
    """As many rows in every call, whatever steps was."""
    made, result, right = seen[0]
    if len(seen) < 3 or result.ndim != 2 or any(one[1].shape[:1] != result.shape[:1] for one in seen):
        return None
    return Finding(
        "argument.ignored",
        f"{shown_call('descend', made)} gave {len(result)} rows, expected {len(right)}: every call gave {len(result)} "
        "rows, and steps made no difference.",
        "Where does the function use steps?",
    )


def _stopped(wrong: list[Seen]) -> Finding | None:
    """Right as far as it goes, in every call."""
    made, result, right = wrong[0]
    if any(one[1].ndim != 2 or not 0 < len(one[1]) < len(one[2]) for one in wrong):
        return None
    if not all(near(one[1], one[2][: len(one[1])]) for one in wrong):
        return None
    return Finding(
        "loop.early_return",
        f"{shown_call('descend', made)} gave {len(result)} rows, expected {len(right)}: the path stops too soon.",
        "What makes the loop end, and how often should it run?",
    )


def _one_row(wrong: list[Seen]) -> Finding | None:
    """Only the first row, or only the last, is wrong in every call."""
    if any(one[1].shape != one[2].shape for one in wrong):
        return None
    if all(near(one[1][1:], one[2][1:]) for one in wrong):
        return Finding(
            "descend.start_missing",
            f"{_observed(wrong[0])}: only the first row is wrong.",
            "Which point does the path start from, before any step?",
        )
    if all(near(one[1][:-1], one[2][:-1]) for one in wrong):
        return Finding(
            "descend.end_missing",
            f"{_observed(wrong[0])}: only the last row is wrong.",
            "Which point is reached by the last step, and where is it written down?",
        )
    return None


def _first_row(seen: Seen) -> Finding:
    """Where a path first differs from the right one."""
    made, result, right = seen
    row = next(i for i in range(len(right)) if not near(result[i], right[i]))
    gave, expected = shown_apart(result[row], right[row])
    hint = "Worked by hand on this input, which step gives another number?"
    calling = shown_call("descend", made)
    return Finding("unexplained", f"{calling} first differs in row {row}: {gave}, expected {expected}.", hint)


def _observed(seen: Seen) -> str:
    made, result, right = seen
    gave, expected = shown_apart(result, right)
    return f"{shown_call('descend', made)} gave {gave}, expected {expected}"


def _point(rng: np.random.Generator, size: int) -> Array:
    """Numbers between 0.3 and 2 with two decimals and either sign, no two alike."""
    return (30 + rng.permutation(171)[:size]) / 100 * rng.choice([-1.0, 1.0], size)
