"""What became of one call, before any number is compared.

A call may have raised, timed out, not fitted the parameters, or given a value of the wrong kind or
shape. Each of these has a finding of its own; `None` means that there is a value to compare.
"""

from __future__ import annotations

from typing import Any, cast

import numpy as np

from autograder.judges.finding import Evidence, Finding
from autograder.judges.numbers.words import quoted, shown_call, with_article
from autograder.plain import Array


def outcome_trouble(function: str, made: dict[str, Any], one: Evidence) -> Finding | None:
    """The finding where a call gave no value at all, or None. Raises KeyError for an unknown outcome."""
    outcome, calling = one["outcome"], shown_call(function, made)
    if outcome == "value":
        return None
    if outcome == "raised":
        return _raised(calling, one)
    known = {
        "undefined": (
            "error.undefined",
            f"There is no finished function {function} yet.",
            "Was its cell run, and is the stub replaced?",
        ),
        "arguments": (
            "error.arguments",
            f"{calling} does not fit the parameters {quoted(one.get('text'))}.",
            "Which names and which order does the task give the parameters?",
        ),
        "timeout": (
            "error.timeout",
            f"{calling} did not come back in time.",
            "Which loop never reaches its end, and what should have changed in it?",
        ),
        "memory": (
            "error.memory",
            f"{calling} asked for more memory than there is.",
            "How large is the largest array it makes?",
        ),
    }
    mistake, message, hint = known[outcome]
    return Finding(mistake, message, hint)


def value_trouble(function: str, made: dict[str, Any], one: Evidence, right: Array) -> Finding | None:
    """The finding where a value is of another kind or shape than `right`, or None."""
    value, calling = one["value"], shown_call(function, made)
    kind, name = value["kind"], quoted(value.get("type"))
    if kind == "none":
        return Finding("returns.none", f"{calling} gave None.", "Does every path through the function end in a return?")
    if kind not in ("number", "array"):
        found = with_article(name) + (f", {quoted(value.get('text'))}" if value.get("text") else "")
        return Finding(
            "returns.type",
            f"{calling} gave {found}, expected {shape_words(right)}.",
            "What kind of value does the task ask for?",
        )
    array = numbers(one, right)
    if array.shape != right.shape:
        given = with_article(name) + (f" of shape {array.shape}" if array.ndim else "")
        return Finding(
            "returns.shape",
            f"{calling} gave {given}, expected {shape_words(right)}.",
            "How many numbers does the task ask for, and which step decides how many there are?",
        )
    if value.get("graph") and right.ndim > 0:
        return Finding(
            "returns.type",
            f"{calling} gave a tensor that still carries its graph: NumPy cannot read it.",
            "What does a tensor need before it can leave PyTorch as plain numbers?",
        )
    return None


def numbers(one: Evidence, right: Array) -> Array:
    """The value's numbers as float64; where one number is asked, a tensor of one number is 0-d as `float(x)` has it."""
    array = one["value"]["array"]
    if not isinstance(array, np.ndarray):
        raise TypeError("a value without its array")
    array = cast("Array", array.astype(np.float64))
    is_tensor = one["value"].get("type") in ("Tensor", "Parameter")
    return array.reshape(()) if right.ndim == 0 and array.size == 1 and is_tensor else array


def shape_words(array: Array) -> str:
    """`one number` or `5 numbers` or `numbers of shape (2, 3)`."""
    if array.ndim == 0:
        return "one number"
    return f"{array.size} numbers" if array.ndim == 1 else f"numbers of shape {array.shape}"


def _raised(calling: str, one: Evidence) -> Finding:
    line = quoted(one.get("line"))
    where = f", in the line `{line}`" if line else ""
    return Finding(
        "error.exception",
        f"{calling} raised {quoted(one.get('type'))}: {quoted(one.get('text'))}{where}.",
        "What does that line do with exactly this input?",
    )
