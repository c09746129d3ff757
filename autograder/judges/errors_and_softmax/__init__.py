"""Judges of the assignment 01_errors_and_softmax."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np

from autograder.judges.errors_and_softmax.softmax import SOFTMAX
from autograder.judges.finding import Challenge, Check, Finding
from autograder.judges.numbers.draw_logits import call, challenge_of_rows, small_logits
from autograder.judges.numbers.faults import ABSOLUTE, Fault, Made, near
from autograder.judges.numbers.numeric import Numeric
from autograder.judges.numbers.shares import LN2, with_overflow
from autograder.judges.numbers.words import ordinal, shown, shown_call
from autograder.plain import Array


def softmax_challenge(rng: np.random.Generator) -> Challenge:
    """Logits along up to three axes, two faint ones among them."""
    return challenge_of_rows(rng, lambda rng: [-4.5 - np.abs(small_logits(rng, 2))])


# error_sum


def error_sum(
    t: Any,
    o: Any,
    *,
    term: Callable[[Array, Array], Array] = np.subtract,
    reduce: Callable[[Array], Any] = np.sum,
) -> float:
    """The sum over k of t_k - o_k."""
    return float(reduce(term(np.asarray(t, dtype=np.float64), np.asarray(o, dtype=np.float64))))


def error_sum_challenge(rng: np.random.Generator) -> Challenge:
    """Distributions, whose error sum is 0, and outputs that sum to something else, as sigmoid units give."""
    t, o = np.eye(4)[rng.integers(4)], rng.permutation(np.array([0.9, 0.7, 0.55, 0.25]))
    first = call(t, o)
    return {
        "calls": [
            first,
            call(t, _outputs(rng, 4)),  # only o is another: does it make a difference?
            call(t, np.where(t + np.roll(t, 1) > 0, o / 10, 0.0)),  # other signs, and other classes that are hit
            call(np.array([1.0, 0.0, 1.0, 1.0]), o),
            call(_outputs(rng, 4), o),
            call(np.maximum(t, o), o),
            call(np.eye(3)[rng.integers(3)], rng.permutation(np.array([0.2, 0.5, 0.3]))),
            call(t=np.array([1.0, 1.0, 0.0]), o=_outputs(rng, 3)),
            call(_outputs(rng, 6), _outputs(rng, 6)),
            call(o=_outputs(rng, 64), t=np.eye(64)[rng.integers(64)]),
            call(_outputs(rng, 2), _outputs(rng, 2)),
            call(np.eye(3)[rng.integers(3)], np.eye(3)[rng.integers(3)]),
            first,
        ]
    }


def _outputs(rng: np.random.Generator, size: int) -> Array:
    """Numbers between 0 and 1 with two decimals, no two alike."""
    return (1 + rng.permutation(99)[:size]) / 100


_LOSS = "Which function of t_k and o_k does the task add up?"
_ONE_TERM = "How many of the terms are left in what is returned?"


def _cross(t: Array, o: Array) -> Array:
    return -t * np.log(o)


def _other(says: str, term: Callable[[Array, Array], Array]) -> Fault:
    return Fault("loss.other_function", {"term": term}, says, _LOSS)


def _alone(says: str, unused: str, term: Callable[[Array, Array], Array]) -> Fault:
    return Fault("argument.ignored", {"term": term}, says, f"Where does the function use {unused}?")


_ERROR_SUM = Numeric(
    function="error_sum",
    parameters=("t", "o"),
    truth=error_sum,
    faults=(
        Fault(
            "abs",
            {"term": lambda t, o: np.abs(t - o)},
            "that is the sum of |t - o|.",
            "May an error of one class make up for that of another in this sum?",
        ),
        Fault(
            "abs",
            {"term": lambda t, o: np.abs(t - o) / 2},
            "that is half the sum of |t - o|.",
            "May an error of one class make up for that of another in this sum?",
        ),
        _other("that is the sum of (t - o)^2.", lambda t, o: (t - o) ** 2),
        _other("that is half the sum of (t - o)^2.", lambda t, o: (t - o) ** 2 / 2),
        _other("that is the cross-entropy in nats.", _cross),
        _other("that is the cross-entropy in bits.", lambda t, o: _cross(t, o) / LN2),
        _other("that is the sum of t * o.", np.multiply),
        Fault(
            "sign.flipped",
            {"term": np.add},
            "that is the sum of t + o.",
            "Is an output that hits its target an error of 0?",
        ),
        _alone("that is the sum of o.", "t", lambda t, o: o),
        _alone("that is minus the sum of o.", "t", lambda t, o: -o),
        _alone("that is the sum of t.", "o", lambda t, o: t),
        Fault("reduction.mean", {"reduce": np.mean}, "that is the mean.", "Is the result divided by anything?"),
        Fault("loop.early_return", {"reduce": lambda e: e[0]}, "only the first class was counted.", _ONE_TERM),
        Fault("loop.overwritten", {"reduce": lambda e: e[-1]}, "only the last class was counted.", _ONE_TERM),
        Fault("loop.off_by_one", {"reduce": lambda e: e[:-1].sum()}, "the last class was left out.", _ONE_TERM),
        Fault("loop.off_by_one", {"reduce": lambda e: e[1:].sum()}, "the first class was left out.", _ONE_TERM),
        Fault("abs", {"reduce": lambda e: np.abs(e.sum())}, "the sum lost its sign.", "May the sum be negative?"),
        Fault(
            "loss.other_function",
            {"reduce": lambda e: np.sqrt(np.abs(e.sum()))},
            "that is the square root of a sum.",
            _LOSS,
        ),
        Fault(
            "loss.other_function",
            {"reduce": lambda e: np.abs(e).max()},
            "that is the largest error.",
            "What does the task do with the errors of all classes?",
        ),
    ),
)

# blind_spot


def blind_spot(t: Any) -> Array:
    """A probability vector that puts 1 on the class after the right one: its error sum is 0."""
    return np.roll(np.asarray(t, dtype=np.float64), 1)


def blind_spot_challenge(rng: np.random.Generator) -> Challenge:
    """The right class at every place of 2 and 3, at some of up to 64; no call twice, for answers may be drawn."""
    targets = [*np.eye(3)[rng.permutation(3)], *np.eye(2)[rng.permutation(2)], np.eye(4)[0], np.eye(4)[3]]
    targets += [np.eye(k)[1 + rng.integers(k - 2)] for k in (5, 10, 64)]
    return {"calls": [call(t=t) if i % 2 else call(t) for i, t in enumerate(targets)]}


def fools(made: Made, o: Array) -> bool:
    """Whether o is a distribution whose largest entry is one alone, and not at the right class."""
    return _distribution(o) and np.argmax(o) != np.argmax(_only(made)) and int((o == o.max()).sum()) == 1


def _distribution(o: Array) -> bool:
    return bool(np.isfinite(o).all() and (o >= -ABSOLUTE).all() and near(o.sum(), np.asarray(1.0)))


def _only(made: Made) -> Array:
    return [*made["args"], *made["kwargs"].values()][0]


def _blind_spot_name(wrong: list[tuple[Made, Array]]) -> Finding | None:
    made, o = wrong[0]
    calling, t = shown_call("blind_spot", made), _only(made)
    right, top = int(np.argmax(t)), o == o.max()
    gave = f"{calling} gave {shown(o)}"
    if not np.isfinite(o).all():
        return Finding(
            "returns.nan",
            f"{gave}: that is not all finite numbers.",
            "Which step first gives nan or infinity?",
        )
    if (o < -ABSOLUTE).any():
        at = int(np.argmin(o))
        return Finding(
            "not.distribution",
            f"{gave}: {ordinal(at)} is {shown(o[at])}, and no probability is negative.",
            "Between which two numbers does every probability lie?",
        )
    if not _distribution(o):
        return Finding(
            "not.distribution",
            f"{gave}: that sums to {shown(o.sum())}, so its error sum is {shown((t - o).sum())}.",
            "What do all probabilities together have to sum to?",
        )
    if top.sum() > 1:
        return Finding(
            "blind_spot.tie",
            f"{gave}: {int(top.sum())} classes share the largest probability, {shown(o.max())}.",
            "Which one class would a reader of this answer call the most probable?",
        )
    return Finding(
        "blind_spot.right_class_wins",
        f"{gave}: the right class, {ordinal(right)}, is still the most probable with {shown(o[right])}.",
        "Which class would this answer choose, and is it the one that t names?",
    )


_BLIND_SPOT = Numeric(function="blind_spot", parameters=("t",), truth=blind_spot, accepts=fools, names=_blind_spot_name)

CHECKS = (
    Check("check_softmax", "softmax", 4, softmax_challenge, with_overflow(SOFTMAX.judge)),
    Check("check_error_sum", "error_sum", 2, error_sum_challenge, _ERROR_SUM.judge),
    Check("check_blind_spot", "blind_spot", 2, blind_spot_challenge, _BLIND_SPOT.judge),
)
