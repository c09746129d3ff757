"""How a path of steps goes wrong: by how one point follows from those before it, or by which points are kept."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.minibatches.step_faults import LR, ONE_STEP, SCALE, START, Step
from autograder.judges.numbers.faults import Fault
from autograder.plain import Array
from autograder.slope import Slope

Move = Callable[[Slope, list[Array], float], Array]  # gradient, the path so far, lr -> the next point
Rows = Callable[[Array, int, Slope], Any]  # the path of steps + 2 points, steps, gradient -> what is returned

_WHERE = "At which w is the gradient taken in the second step?"
_END = "How many points has a path of 2 steps, and which is the last?"
_WHICH_ROWS = "How many rows has a path of `steps` steps, and what stands in each?"


def _at_last(move: Step) -> Move:
    """The move of one step, with the gradient taken where the path has come to."""
    return lambda gradient, path, lr: move(path[-1], gradient(path[-1]), lr)


def _one_by_one(gradient: Slope, path: list[Array], lr: float) -> Array:
    w = path[-1].copy()
    for i in range(len(w)):
        w[i] -= lr * gradient(w)[i]
    return w


def _momentum(beta: float) -> Move:
    return lambda gradient, path, lr: (
        path[-1] - lr * sum(beta**age * gradient(w) for age, w in enumerate(reversed(path)))
    )


def _ahead(gradient: Slope, path: list[Array], lr: float) -> Array:
    return path[-1] - lr * gradient(path[-1] - lr * gradient(path[-1]))


_MOVES: tuple[tuple[str, Move, str, str], ...] = (
    *((mistake, _at_last(move), says, hint) for mistake, move, says, hint in ONE_STEP),
    (
        "gradient.stale",
        lambda gradient, path, lr: path[-1] - lr * gradient(path[0]),
        "every step uses the gradient at the start.",
        _WHERE,
    ),
    (
        "gradient.stale",
        lambda gradient, path, lr: path[-1] - lr * gradient(path[max(len(path) - 2, 0)]),
        "every step uses the gradient of the step before.",
        _WHERE,
    ),
    (
        "descend.restarts",
        lambda gradient, path, lr: path[0] - lr * gradient(path[0]),
        "every step starts at the first point again, so the path stays where the first step led.",
        "Where is w when the second step begins?",
    ),
    (
        "descend.restarts",
        lambda gradient, path, lr: path[0] - lr * gradient(path[-1]),
        "every step leads away from the first point again.",
        "Where is w when the second step begins?",
    ),
    (
        "descend.one_by_one",
        _one_by_one,
        "the weights move one after the other, and each one's gradient is taken after the others moved.",
        "At which w are the derivatives of one step taken?",
    ),
    ("gradient.ahead", _ahead, "the gradient is taken where the step leads, not where it begins.", _WHERE),
    ("momentum.added", _momentum(1.0), "every step adds the gradients of all steps before.", SCALE),
    ("momentum.added", _momentum(0.9), "a part of the earlier gradients is added to every step.", SCALE),
    (
        "lr.changed",
        lambda gradient, path, lr: path[-1] - lr / len(path) * gradient(path[-1]),
        "lr is divided by the number of the step.",
        LR,
    ),
    (
        "lr.changed",
        lambda gradient, path, lr: path[-1] - lr * len(path) * gradient(path[-1]),
        "lr is multiplied by the number of the step.",
        LR,
    ),
    (
        "lr.changed",
        lambda gradient, path, lr: path[-1] - lr * (len(path) - 1) * gradient(path[-1]),
        "lr is multiplied by the number of the step, counted from 0.",
        LR,
    ),
    *(
        (
            "lr.changed",
            lambda gradient, path, lr, factor=factor: path[-1] - lr * factor ** (len(path) - 1) * gradient(path[-1]),
            f"lr is multiplied by {factor} after every step.",
            LR,
        )
        for factor in (0.5, 0.9, 0.95, 0.99)
    ),
    *(
        ("argument.ignored", move, "the gradient that was passed made no difference.", "Where is gradient called?")
        for move in (
            lambda gradient, path, lr: path[-1] - lr * 2 * path[-1],
            lambda gradient, path, lr: path[-1] - lr * path[-1],
        )
    ),
    *(
        (
            "rounded",
            lambda gradient, path, lr, decimals=decimals: np.round(path[-1] - lr * gradient(path[-1]), decimals),
            f"every point is rounded to {decimals} decimals before the next step.",
            "Who should decide how many digits are shown, and when?",
        )
        for decimals in range(5)
    ),
    (
        "rounded",
        lambda gradient, path, lr: np.trunc(np.trunc(path[-1]) - lr * gradient(np.trunc(path[-1]))),
        "every point was cut to whole numbers.",
        "Which type have the numbers of the path, and can it hold 0.5?",
    ),
)


def _repeat(row: Array, times: int) -> Array:
    return np.repeat(row[None], times, axis=0)


def _at_points(path: Array, gradient: Slope) -> Array:
    return np.array([gradient(w) for w in path]).reshape(path.shape)


_ROWS: tuple[tuple[str, Rows, str, str], ...] = (
    ("descend.start_missing", lambda path, steps, _: path[1 : steps + 1], "the start is missing.", START),
    (
        "descend.start_missing",
        lambda path, steps, _: path[1:],
        "the path begins after the first step, and goes one step too far.",
        START,
    ),
    (
        "descend.start_missing",
        lambda path, steps, _: np.concatenate([0 * path[:1], path[1 : steps + 1]]),
        "zeros stand where the start belongs.",
        START,
    ),
    ("descend.end_missing", lambda path, steps, _: path[:steps], "the point after the last step is missing.", _END),
    (
        "descend.end_missing",
        lambda path, steps, _: path[: max(steps, 1)],
        "the point after the last step is missing.",
        _END,
    ),
    *(
        ("descend.end_missing", rows, "zeros stand where the point after the last step belongs.", _END)
        for rows in (
            lambda path, steps, _: np.concatenate([path[:steps], 0 * path[:1]]),
            lambda path, steps, _: np.concatenate([path[: max(steps, 1)], 0 * path[: min(steps, 1)]]),
        )
    ),
    (
        "descend.end_missing",
        lambda path, steps, _: np.concatenate([path[:1], path[: max(steps, 0)]]),
        "the start stands there twice, and the last point is missing.",
        _END,
    ),
    (
        "descend.start_missing",
        lambda path, steps, _: np.concatenate([path[1 : steps + 1], path[steps : steps + 1]]),
        "the start is missing, and the last point stands there twice.",
        START,
    ),
    (
        "descend.start_missing",
        lambda path, steps, _: path[1 : max(steps, 1)],
        "the start is missing, and the point after the last step as well.",
        START,
    ),
    ("loop.off_by_one", lambda path, steps, _: path, "that is one step too many.", _END),
    ("loop.off_by_one", lambda path, steps, _: path[: max(steps - 1, 0)], "two points are missing at the end.", _END),
    (
        "loop.off_by_one",
        lambda path, steps, _: np.concatenate([path[:1], path[: steps + 1]]),
        "the start stands there twice.",
        _WHICH_ROWS,
    ),
    (
        "loop.off_by_one",
        lambda path, steps, _: np.concatenate([path[: steps + 1], path[steps : steps + 1]]),
        "the last point stands there twice.",
        _WHICH_ROWS,
    ),
    *(
        (
            "loop.overwritten",
            rows,
            "the rows are all the last point: it was written over those before.",
            "How many arrays are in the path: one for each row, or one array many times?",
        )
        for rows in (
            lambda path, steps, _: _repeat(path[steps], steps + 1),
            lambda path, steps, _: np.concatenate([path[:1], _repeat(path[steps], steps)]),
            lambda path, steps, _: _repeat(path[steps], steps),
        )
    ),
    *(
        ("loop.early_return", rows, "only the first step was made.", "After how many rounds is return reached?")
        for rows in (
            lambda path, steps, _: path[: min(steps, 1) + 1],
            lambda path, steps, _: path[1 : min(steps, 1) + 1],
            lambda path, steps, _: path[min(steps, 1)],
        )
    ),
    ("returns.shape", lambda path, steps, _: path[steps], "that is the last point alone.", _WHICH_ROWS),
    ("returns.shape", lambda path, steps, _: path[steps : steps + 1], "that is the last point alone.", _WHICH_ROWS),
    (
        "returns.shape",
        lambda path, steps, _: path[[0, steps]],
        "that is the first and the last point, without those between.",
        _WHICH_ROWS,
    ),
    ("returns.shape", lambda path, steps, _: path[: steps + 1].ravel(), "all rows became one.", _WHICH_ROWS),
    ("axis.wrong", lambda path, steps, _: path[: steps + 1].T, "rows and columns changed places.", _WHICH_ROWS),
    ("order.reversed", lambda path, steps, _: path[steps::-1], "the path is told from its end.", _WHICH_ROWS),
    *(
        ("descend.gradients", rows, "those are gradients, not the points where they were taken.", _WHICH_ROWS)
        for rows in (
            lambda path, steps, gradient: _at_points(path[: steps + 1], gradient),
            lambda path, steps, gradient: _at_points(path[:steps], gradient),
            lambda path, steps, gradient: np.concatenate([path[:1], _at_points(path[:steps], gradient)]),
        )
    ),
    *(
        ("descend.differences", rows, "those are the steps, not the points they lead to.", _WHICH_ROWS)
        for rows in (
            lambda path, steps, _: np.diff(path[: steps + 1], axis=0),
            lambda path, steps, _: np.diff(path[: steps + 1], axis=0, prepend=0 * path[:1]),
        )
    ),
    (
        "rounded",
        lambda path, steps, _: np.trunc(path[: steps + 1]),
        "every point was cut to whole numbers.",
        _WHICH_ROWS,
    ),
)

PATH_FAULTS: tuple[Fault, ...] = (
    *(Fault(mistake, {"move": move}, says, hint) for mistake, move, says, hint in _MOVES),
    *(Fault(mistake, {"rows": rows}, says, hint) for mistake, rows, says, hint in _ROWS),
    Fault("descend.start_missing", {"start": np.zeros_like}, "the path starts at zeros, not at w.", START),
    Fault("descend.start_missing", {"start": np.ones_like}, "the path starts at ones, not at w.", START),
)
