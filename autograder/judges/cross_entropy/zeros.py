"""What a function of p and q does where a probability is 0: nan, a hidden infinity, or an invented one.

Students mend log 0 in countless ways. Their results tell them apart without knowing the way: nan
where p holds a zero, a finite number where the truth is infinite, an infinity where the truth is
finite. An epsilon so large that it moves ordinary results too is found from one hidden infinity and
must then predict every other result.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

import numpy as np

from autograder.judges.cross_entropy.recipes import ROUNDED, SCALES, Quantity, named
from autograder.judges.numbers.faults import ABSOLUTE, RELATIVE, Fault
from autograder.plain import Array

Input = tuple[Array, Array]

LARGEST_EPSILON = 0.5
SMALLEST_EPSILON = 1e-12  # a smaller one moves nothing but the infinities
HALVINGS = 40
FINE_DIGITS = 5  # rounded to so many decimals, only small numbers are wrong

_BITS = SCALES[0][1]

_NAN = named(
    "zero.nan",
    "0 times the logarithm of 0 is nan to NumPy, and one nan spoils the sum.",
    "What does an outcome that never comes add to an average?",
)
_INVENTED = named(
    "zero.infinite",
    "something that never comes was given an infinite price.",
    "How often is the price of an outcome paid whose probability in p is 0?",
)
_STOPPED = named(
    "loop.early_return",
    "the outcomes after the first zero were not counted.",
    "What should the loop do after an outcome that adds nothing?",
)
_CUT = named(
    "rounded",
    "the fraction was cut off: the terms went into an array of whole numbers.",
    "Which type has an array that is made from [1, 0, 0]?",
)
_SIGN = named(
    "sign.flipped",
    "the infinity has the wrong sign.",
    "Is a surprise without end a very large number or a very small one?",
)
_HINT_CLAMPED = "How surprised is somebody who had ruled out what then happened?"


def close(x: float, y: float) -> bool:
    """Whether a result is right within the course's tolerance; nan is near nothing."""
    return x == y or (bool(np.isfinite(y)) and abs(x - y) <= ABSOLUTE + RELATIVE * abs(y))


def at_zeros(quantity: Quantity, inputs: list[Input], results: list[float]) -> tuple[Fault, ...]:
    """The fault of a function that is right on every input without a zero; empty where it is right or has no name."""
    if any(all(map(close, results, stopped)) for stopped in _stopping(quantity, inputs)):
        return (_STOPPED,)
    rights = [quantity.value(p, q, _BITS) for p, q in inputs]
    if np.allclose(results, np.round(rights, FINE_DIGITS), rtol=0, atol=1e-9):
        return (ROUNDED,)
    for (p, q), result, right in zip(inputs, results, rights, strict=True):
        if not close(result, right):
            fault = _one(quantity, p, q, result, right)
            return with_epsilon(quantity, inputs, results) or () if fault is None else (fault,)
    return ()


def with_epsilon(quantity: Quantity, inputs: list[Input], results: list[float]) -> tuple[Fault, ...] | None:
    """The faults of a function whose epsilon is large enough to move every result; None where none fits."""
    hidden = [i for i, (p, q) in enumerate(inputs) if quantity.value(p, q, _BITS) == np.inf and np.isfinite(results[i])]
    for form in EPSILONS if hidden else ():
        for unit, scale in SCALES:
            p, q = inputs[hidden[0]]
            epsilon = _solve(lambda e: _with(quantity, form, p, q, e, scale), results[hidden[0]])  # noqa: B023 called at once
            predicted = [_with(quantity, form, p, q, epsilon, scale) for p, q in inputs]
            if all(np.isnan(x) or close(x, y) for x, y in zip(results, predicted, strict=True)):
                clamped = _clamped(f"results are as if {epsilon:.2g} had been put in place of small probabilities")
                return (clamped,) if unit is None else (unit, clamped)
    return None


def _one(quantity: Quantity, p: Array, q: Array, result: float, right: float) -> Fault | None:
    if np.isnan(result):
        return _NAN if 0 in p and right != np.inf else None
    if right == np.inf:
        return _SIGN if result == -np.inf else _clamped(_what_hides(quantity, p, q, result))
    if result == np.inf:
        return _INVENTED if 0 in q else None
    if np.array_equal(p, np.rint(p)) and result == np.trunc(right) != 0:
        return _CUT
    return None


def _stopping(quantity: Quantity, inputs: list[Input]) -> Iterator[list[float]]:
    """What comes back where a loop ends at the first zero of p, of q, or of either: the sum so far, or 0."""
    zeros: tuple[Callable[[Array, Array], Array], ...] = (
        lambda p, q: p == 0,
        lambda p, q: q == 0,
        lambda p, q: (p == 0) | (q == 0),
    )
    for zero in zeros:
        ends = [int(np.argmax(zero(p, q))) if zero(p, q).any() else p.size for p, q in inputs]
        so_far = [quantity.value(p[:end], q[:end], _BITS) for (p, q), end in zip(inputs, ends, strict=True)]
        yield so_far
        yield [x if end == p.size else 0.0 for x, (p, _), end in zip(so_far, inputs, ends, strict=True)]


def _what_hides(quantity: Quantity, p: Array, q: Array, result: float) -> str:
    """What a finite number in place of infinity says about q where p allows what q rules out."""
    ruled_out = (p > 0) & (q == 0)
    kept = np.where(ruled_out, 1.0, q)
    if close(result, quantity.value(p, kept, _BITS)) or close(
        result, quantity.value(np.where(ruled_out, 0, p), q, _BITS)
    ):
        return "what q rules out was left out of the sum"
    epsilon = _solve(lambda e: quantity.value(p, np.where(ruled_out, e, q), _BITS), result, 1e-300)
    if close(result, quantity.value(p, np.where(ruled_out, epsilon, q), _BITS)):
        return f"the result is as if q were {epsilon:.2g} there instead of 0"
    return "the true answer is infinite, and this number hides it"


def _clamped(how: str) -> Fault:
    return named("zero.clamped", f"{how}.", _HINT_CLAMPED)


# Epsilons

Form = Callable[[Array, Array, float], tuple[Array, Array, Array]]  # -> weights, and p and q in the logarithms


def _normalised(q: Array) -> Array:
    return q / q.sum()


def _both(put: Callable[[Array, float], Array]) -> Form:
    return lambda p, q, e: (put(p, e), put(p, e), put(q, e))


def _in_logarithms(put: Callable[[Array, float], Array]) -> Form:
    return lambda p, q, e: (p, put(p, e), put(q, e))


def _in_q(put: Callable[[Array, float], Array]) -> Form:
    return lambda p, q, e: (p, p, put(q, e))


PUT: tuple[Callable[[Array, float], Array], ...] = (
    lambda q, e: q + e,
    lambda q, e: np.maximum(q, e),
    lambda q, e: np.clip(q, e, 1 - e),
    lambda q, e: _normalised(q + e),
    lambda q, e: _normalised(np.maximum(q, e)),
    lambda q, e: (1 - e) * q + e / q.size,
)
"""The ways to put an epsilon into probabilities."""

EPSILONS: tuple[Form, ...] = tuple(where(put) for where in (_in_q, _both, _in_logarithms) for put in PUT)


def _with(quantity: Quantity, form: Form, p: Array, q: Array, epsilon: float, scale: float) -> float:
    """The quantity after an epsilon was put into p and q."""
    weights, p, q = form(p, q, epsilon)
    return quantity.value(p, q, scale, weights)


def _solve(value: Callable[[float], float], wanted: float, smallest: float = SMALLEST_EPSILON) -> float:
    """The epsilon at which the falling function `value` comes nearest to `wanted`."""
    low, high = np.log(smallest), np.log(LARGEST_EPSILON)
    for _ in range(HALVINGS):
        middle = (low + high) / 2
        low, high = (middle, high) if value(float(np.exp(middle))) > wanted else (low, middle)
    return float(np.exp((low + high) / 2))
