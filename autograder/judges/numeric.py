"""The judge for every function of numbers: right within tolerance, or the nearest named mistake.

A function is described by its truth and by its faults: small wrong functions, each the way a
mistake computes. The judge calls them on the challenge's own inputs. A mistake is named only
where its fault predicts every call of the evidence, right ones and wrong ones alike; where no
fault does, two faults together may, each wrong call explained by one of them; else the mistake
is `unexplained`, and the message says where the results first differ.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Literal, cast

import numpy as np

from autograder.judges.finding import Challenge, Evidence, Finding
from autograder.judges.words import shown, shown_call
from autograder.plain import Array

RELATIVE, ABSOLUTE = 1e-5, 1e-6

PASSED = Finding(None, "Right on every input tried.")


@dataclass(frozen=True)
class Fault:
    """One way to go wrong: its id, how it computes, what to say about it.

    `wrong` takes the function's own arguments. `says` and `hint` complete "entropy([0.5, 0.5]) gave 0.693,
    expected 1.000" (never needed: that sentence is made by the judge).
    """

    mistake: str
    wrong: Callable[..., Any]
    says: str
    hint: str


@dataclass(frozen=True)
class Numeric:
    """A function of numbers: its name, its truth, what it gives back, and its known faults in order of likelihood."""

    function: str
    parameters: tuple[str, ...]
    truth: Callable[..., Any]
    returns: Literal["number", "array"]
    faults: tuple[Fault, ...] = ()

    def judge(self, challenge: Challenge, evidence: Evidence) -> Finding:
        """The finding on `evidence["calls"]`, one per call of the challenge."""
        return _judge(self, challenge["calls"], evidence["calls"])


def _judge(spec: Numeric, calls: list[Any], told: list[Any]) -> Finding:
    results: list[Array] = []
    for made, one in zip(calls, told, strict=False):
        trouble = outcome_trouble(spec.function, made, one) or _value_trouble(spec, made, one)
        if trouble is not None:
            return trouble
        results.append(_array(one))
    if len(results) != len(calls):
        raise ValueError("calls are missing from the evidence")
    right = [_expect(spec.truth, made) for made in calls]
    wrong = [i for i, (x, y) in enumerate(zip(results, right, strict=True)) if not near(x, y)]
    if not wrong:
        return _side_effects(spec, calls, told)
    first = wrong[0]
    observed = f"{shown_call(spec.function, calls[first])} gave {shown(results[first])}, expected {shown(right[first])}"
    fault = _explain(spec, calls, results, wrong)
    if fault is None:
        return Finding("unexplained", observed + ".", "Worked by hand on this input, which step gives another number?")
    return Finding(fault.mistake, f"{observed}: {fault.says}", fault.hint)


def near(x: Array, y: Array) -> bool:
    """Whether two arrays of one shape agree within the course's tolerance; nan agrees with nan."""
    return x.shape == y.shape and bool(np.allclose(x, y, rtol=RELATIVE, atol=ABSOLUTE, equal_nan=True))


def outcome_trouble(function: str, made: dict[str, Any], one: Evidence) -> Finding | None:
    """The finding where a call gave no value at all, or None."""
    outcome, calling = one["outcome"], shown_call(function, made)
    if outcome == "value":
        return None
    if outcome == "raised":
        where = f", in the line `{one['line']}`" if one.get("line") else ""
        return Finding(
            "error.exception",
            f"{calling} raised {one['type']}: {one['text']}{where}.",
            "What does the function do with exactly this input?",
        )
    known = {
        "undefined": (
            "error.undefined",
            f"There is no finished function {function} yet.",
            "Was its cell run, and is the stub replaced?",
        ),
        "arguments": (
            "error.arguments",
            f"{calling} does not fit the parameters {one.get('text', '')}.",
            "Which names and which order does the task give the parameters?",
        ),
        "timeout": (
            "error.timeout",
            f"{calling} did not come back in time.",
            "Which loop never reaches its end?",
        ),
        "memory": (
            "error.memory",
            f"{calling} asked for more memory than there is.",
            "How large is the largest array it makes?",
        ),
    }
    mistake, message, hint = known[outcome]
    return Finding(mistake, message, hint)


def _value_trouble(spec: Numeric, made: dict[str, Any], one: Evidence) -> Finding | None:
    """The finding where a value is of the wrong kind or shape, or None."""
    value, calling = one["value"], shown_call(spec.function, made)
    kind = value["kind"]
    if kind == "none":
        return Finding("returns.none", f"{calling} gave None.", "Does every path through the function end in a return?")
    if kind not in ("number", "array") or value.get("graph"):
        found = "a tensor that still carries its graph" if value.get("graph") else f"a {value['type']}"
        return Finding("returns.type", f"{calling} gave {found}.", "What kind of value does the task ask for?")
    array, right = _array(one), _expect(spec.truth, made)
    fits = array.size == 1 if right.ndim == 0 else array.shape == right.shape
    if not fits:
        return Finding(
            "returns.shape",
            f"{calling} gave {_shape(array)}, expected {_shape(right)}.",
            "Over which axis does the sum run, and what is left of the shape after it?",
        )
    return None


def _array(one: Evidence) -> Array:
    """The value's numbers; a single number whatever its shape as a 0-d array."""
    array = cast("Array", np.asarray(one["value"]["array"], dtype=np.float64))
    return array.reshape(()) if array.size == 1 and array.ndim <= 1 else array


def _expect(function: Callable[..., Any], made: dict[str, Any]) -> Array:
    return np.asarray(function(*made["args"], **made["kwargs"]), dtype=np.float64)


def _shape(array: Array) -> str:
    return "one number" if array.ndim == 0 else f"an array of shape {array.shape}"


def _side_effects(spec: Numeric, calls: list[Any], told: list[Any]) -> Finding:
    for made, one in zip(calls, told, strict=True):
        if one["modified"]:
            name = one["modified"][0]
            name = spec.parameters[int(name)] if name.isdigit() else name
            return Finding(
                "input.modified",
                f"{shown_call(spec.function, made)} gave the right answer, but {name} was changed by the call.",
                "Which line writes into the input instead of a new array?",
            )
    return PASSED


def _explain(spec: Numeric, calls: list[Any], results: list[Array], wrong: list[int]) -> Fault | None:
    """The fault that predicts every result; failing that, the first call's fault in a pair that does."""
    matches = {fault: _predicted(fault, calls, results) for fault in spec.faults}
    for fault, hit in matches.items():
        if all(hit):
            return fault
    for fault, hit in matches.items():
        if hit[wrong[0]] and any(all(a or b for a, b in zip(hit, more, strict=True)) for more in matches.values()):
            return fault
    return None


def _predicted(fault: Fault, calls: list[Any], results: list[Array]) -> list[bool]:
    hits: list[bool] = []
    for made, result in zip(calls, results, strict=True):
        try:
            hits.append(near(result, _expect(fault.wrong, made)))
        except (
            ArithmeticError,
            ValueError,
            TypeError,
            IndexError,
        ):  # this fault computes nothing on this input
            hits.append(False)
    return hits
