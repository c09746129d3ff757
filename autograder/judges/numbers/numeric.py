"""The judge for every function of numbers: right within tolerance, or a named mistake.

A function is described by its truth and by its faults (see `autograder.judges.numbers.faults`): small wrong
computations, each the way a mistake computes. The judge runs them on the challenge's own inputs. What
needs no description of its own is found in every function: exceptions, values of another kind or
shape, state kept between two equal calls, an answer that never changes, an argument that changes
nothing, inputs written into, nan, a flipped sign, rounding, a hidden infinity. What is left is
`unexplained`, and the message says where the results first differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np

from autograder.judges.finding import Challenge, Evidence, Finding
from autograder.judges.numbers.faults import ROUNDED, Fault, Made, expect, explain, is_coarse, near
from autograder.judges.numbers.outcomes import numbers, outcome_trouble, value_trouble
from autograder.judges.numbers.words import ordinal, shown, shown_apart, shown_call
from autograder.plain import Array

__all__ = ["Fault", "Numeric", "near", "outcome_trouble", "value_trouble"]

FEWEST = 2  # pairs of calls, or repeated answers, that show a pattern; one may be chance

PASSED = Finding(None, "Right on every input tried.")


@dataclass(frozen=True)
class Numeric:
    """A function of numbers: its name, parameters in order, truth, and known faults in order of likelihood.

    Where the truth gives a float, one number is asked for; else an array of the truth's shape. `search`
    finds the faults where an assignment has a way of its own: from calls and results, as `explain` does. Where
    several answers are right, `accepts` says whether a result of the truth's shape is one of them, and `names` may
    name the mistake from the calls that gave a wrong one.
    """

    function: str
    parameters: tuple[str, ...]
    truth: Callable[..., Any]
    faults: tuple[Fault, ...] = ()
    search: Callable[[list[Made], list[Array]], tuple[Fault, ...]] | None = None
    accepts: Callable[[Made, Array], bool] | None = None
    names: Callable[[list[tuple[Made, Array]]], Finding | None] | None = None

    def judge(self, challenge: Challenge, evidence: Evidence) -> Finding:
        """The finding on `evidence["calls"]`, one per call of the challenge."""
        calls, told = challenge["calls"], evidence["calls"]
        right = [expect(self.truth, made) for made in calls]
        troubles: list[Finding] = []
        seen: list[_Seen] = []
        single: list[_Seen] = []  # one number where an array is asked for
        for made, one, y in zip(calls, told, right, strict=False):
            trouble = outcome_trouble(self.function, made, one) or value_trouble(self.function, made, one, y)
            if trouble is None:
                seen.append(self._seen(made, numbers(one, y), y, one["modified"]))
            elif trouble.mistake == "returns.shape" and y.ndim and numbers(one, y).ndim == 0:
                troubles.append(trouble)
                single.append(self._seen(made, numbers(one, y), y, one["modified"]))
            elif trouble.mistake in ("error.timeout", "error.undefined"):
                return trouble
            else:
                troubles.append(trouble)
        if len(told) != len(calls):
            raise ValueError("the evidence has another number of calls than the challenge")
        return self._reduced(single) or self._find(seen, troubles)

    def _seen(self, made: Made, result: Array, right: Array, modified: list[str]) -> _Seen:
        fits = (
            near(result, right) if self.accepts is None else result.shape == right.shape and self.accepts(made, result)
        )
        bound = dict(zip(self.parameters, made["args"], strict=False)) | made["kwargs"]
        return _Seen(made, bound, result, right, fits, modified)

    def _find(self, seen: list[_Seen], troubles: list[Finding]) -> Finding:
        wrong = [one for one in seen if not one.fits]
        if not wrong:
            return troubles[0] if troubles else self._modified(seen) or PASSED
        if not troubles or len(wrong) > 1:
            named = self._kept(seen) or self._constant(seen, wrong) or self._explained(seen, wrong)
            if named is not None:
                return named
        if troubles:
            return troubles[0]
        return self._modified(seen) or self._remembered(seen) or self._ignored(seen) or self._first_difference(wrong[0])

    def _explained(self, seen: list[_Seen], wrong: list[_Seen]) -> Finding | None:
        """What the assignment's own judge names; else the faults that predict every result."""
        if self.names is not None:
            return self.names([(one.made, one.result) for one in wrong])
        first = wrong[0]
        made, results = [one.made for one in seen], [one.result for one in seen]
        combined = self.search(made, results) if self.search else explain(self.truth, self.faults, made, results)
        if not combined:
            return None
        mistakes = [fault.mistake for fault in combined]
        if len(mistakes) > 1 and ROUNDED.mistake in mistakes and not any("ignored" in one for one in mistakes):
            ignored = self._ignored(seen)
            if ignored is not None:
                return ignored  # one mistake that shows, before two that together come near
        more = " And ".join(fault.says for fault in combined[1:])
        more = f" Something else is wrong as well: {more}" if more else ""
        return Finding(combined[0].mistake, f"{self._observed(first)}: {combined[0].says}{more}", combined[0].hint)

    def _reduced(self, single: list[_Seen]) -> Finding | None:
        """One number where an array is asked for, which all of these calls made in the same way."""
        for mistake, reduce, says, hint in _REDUCTIONS:
            if single and all(near(one.result, np.asarray(reduce(one.right))) for one in single):
                first = single[0]
                return Finding(mistake, f"{self._observed(first)}: {says}", hint)
        return None

    def _kept(self, seen: list[_Seen]) -> Finding | None:
        """Two equal calls that gave different results."""
        for i, one in enumerate(seen):
            for again in seen[:i]:
                if _equal(one.made, again.made) and not near(one.result, again.result):
                    before, after = shown_apart(again.result, one.result)
                    return Finding(
                        "state.kept",
                        f"{shown_call(self.function, one.made)} gave {before} when first called, "
                        f"and {after} when called again.",
                        "Which name keeps its value from one call to the next, and where should it start afresh?",
                    )
        return None

    def _constant(self, seen: list[_Seen], wrong: list[_Seen]) -> Finding | None:
        """One and the same finite answer to everything."""
        result = seen[0].result
        if len(seen) < 3 or len(wrong) < 2 or not np.isfinite(result).all():
            return None
        if not all(near(one.result, result) for one in seen) or all(near(one.right, seen[0].right) for one in seen):
            return None
        return Finding(
            "argument.ignored",
            f"{self._observed(wrong[0])}: every input tried gave {shown(result)}.",
            f"Where does the function use {' and '.join(self.parameters)} as they were passed?",
        )

    def _remembered(self, seen: list[_Seen]) -> Finding | None:
        """Each wrong result is the right answer to an earlier call, as from a cache that knows a call by too little."""
        earlier: list[tuple[_Seen, _Seen]] = []
        for i, one in enumerate(seen):
            same = [] if one.fits else [a for a in seen[:i] if a.fits and near(a.result, one.result)]
            if not (one.fits or same):
                return None
            earlier += [(one, a) for a in same[:1] if not np.array_equal(a.right, np.rint(a.right))]  # 0 may be chance
        if len(earlier) < FEWEST:
            return None
        one, before = earlier[0]
        return Finding(
            "state.kept",
            f"{self._observed(one)}: that is the answer to an earlier call, "
            f"{shown_call(self.function, before.made)}, and so is every other wrong result.",
            "By what does the function know an input that it has seen before?",
        )

    def _ignored(self, seen: list[_Seen]) -> Finding | None:
        """An argument that made no difference wherever it alone was changed, at least twice, to finely told results."""
        if is_coarse([one.result for one in seen]):
            return None
        for name in self.parameters:
            pairs = [(a, b) for i, b in enumerate(seen) for a in seen[:i] if _differ_only_in(name, a, b)]
            telling = [a for a, _ in pairs if not near(a.result, np.rint(a.result))]  # counts agree by chance
            if len(telling) >= FEWEST and all(near(a.result, b.result) for a, b in pairs):
                a, b = next((pair for pair in pairs if not pair[1].fits), pairs[0][::-1])
                return Finding(
                    "argument.ignored",
                    f"{self._observed(b)}; {shown_call(self.function, a.made)} gave the same: "
                    f"{name} made no difference.",
                    f"What becomes of {name} on the way to the result?",
                )
        return None

    def _modified(self, seen: list[_Seen]) -> Finding | None:
        """An input that the call changed."""
        for one in seen:
            if one.modified:
                name = str(one.modified[0])
                name = self.parameters[int(name)] if name.isdigit() else name
                was = "right" if one.fits else "wrong"
                return Finding(
                    "input.modified",
                    f"{shown_call(self.function, one.made)} gave the {was} answer, and {name} was changed by the call.",
                    "Which line writes into the input instead of a new array?",
                )
        return None

    def _first_difference(self, first: _Seen) -> Finding:
        if np.isnan(first.result).any() and not np.isnan(first.right).any():
            return Finding(
                "returns.nan",
                f"{self._observed(first)}: nan is no number.",
                "Which step first gives nan: 0 times infinity, infinity minus infinity, or 0 / 0?",
            )
        hint = "Worked by hand on this input, which step gives another number?"
        return Finding("unexplained", f"{self._observed(first)}.", hint)

    def _observed(self, one: _Seen) -> str:
        gave, expected = shown_apart(one.result, one.right)
        observed = f"{shown_call(self.function, one.made)} gave {gave}, expected {expected}"
        if one.right.ndim != 1 or one.right.size <= 2 or one.result.shape != one.right.shape:
            return observed
        at = next(i for i in range(one.right.size) if not near(one.result[i], one.right[i]))
        gave, expected = shown_apart(one.result[at], one.right[at])
        return f"{observed} (first different at {ordinal(at)}: {gave} instead of {expected})"


_REDUCTIONS: tuple[tuple[str, Callable[[Array], Any], str, str], ...] = (
    ("reduction.sum", np.sum, "that is the sum of the right numbers.", "Does the task ask for one number or for each?"),
    ("reduction.mean", np.mean, "that is their mean.", "Does the task ask for one number or for each?"),
    (
        "loop.early_return",
        lambda y: y.flat[0],
        "only the first came back.",
        "How often does the loop run before return?",
    ),
    (
        "loop.overwritten",
        lambda y: y.flat[-1],
        "only the last came back.",
        "What happens to the numbers before the last?",
    ),
)


@dataclass(frozen=True)
class _Seen:
    """One call that gave numbers: what came back, what was right, whether it fits, which inputs were changed."""

    made: Made
    bound: dict[str, Any]
    result: Array
    right: Array
    fits: bool
    modified: list[str]


def _equal(a: Any, b: Any) -> bool:
    """Whether two calls, or two parts of them, are the same in type and value."""
    if isinstance(a, np.ndarray) or isinstance(b, np.ndarray):
        return type(a) is type(b) and a.dtype == b.dtype and np.array_equal(a, b)
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(_equal(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return type(a) is type(b) and len(a) == len(b) and all(map(_equal, a, b))
    return type(a) is type(b) and bool(a == b)


def _differ_only_in(name: str, a: _Seen, b: _Seen) -> bool:
    """Whether two calls differ in this argument alone, and should have given different finite results."""
    if a.bound.keys() != b.bound.keys() or name not in a.bound or _equal(a.bound[name], b.bound[name]):
        return False
    rest = all(_equal(a.bound[key], b.bound[key]) for key in a.bound if key != name)
    finite = bool(np.isfinite(a.result).all())
    return rest and finite and a.right.shape == b.right.shape and not near(a.right, b.right)
