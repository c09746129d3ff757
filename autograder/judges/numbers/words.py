"""How a judge shows numbers and calls in a message: short, the same everywhere.

Results carry four significant digits, or as many more as it takes to see a difference. Inputs are
shown so that a student can type them again. What a kernel sent as text is cut before it is quoted.
"""

from __future__ import annotations

import re
from typing import Any, cast

import numpy as np

from autograder.plain import Array

MOST = 8
MAX_TEXT = 200


def shown(array: Array, digits: int = 4) -> str:
    """`1`, `0.6931`, `[0.25, 0.75]`: a result with so many significant digits, long ones cut."""
    if array.ndim == 0:
        return _number(float(array), digits)
    if array.ndim > 1 and array.shape[0] <= MOST:
        return "[" + ", ".join(shown(row, digits) for row in array) + "]"
    flat = array.ravel()
    inner = ", ".join(_number(float(x), digits) for x in flat[:MOST])
    return f"[{inner}]" if flat.size <= MOST else f"[{inner}, ... {flat.size} numbers]"


def shown_apart(x: Array, y: Array) -> tuple[str, str]:
    """Two results with as many digits as it takes to tell them apart (four to ten)."""
    for digits in range(4, 10):
        if shown(x, digits) != shown(y, digits):
            return shown(x, digits), shown(y, digits)
    return shown(x, 10), shown(y, 10)


def shown_call(function: str, made: dict[str, Any]) -> str:
    """`entropy([0.5, 0.5], base=2)`: a call as the student would write it."""
    parts = [_argument(x) for x in made["args"]] + [f"{name}={_argument(x)}" for name, x in made["kwargs"].items()]
    return f"{function}({', '.join(parts)})"


def ordinal(index: int) -> str:
    """`entry 3`: an index as people count, from 1."""
    return f"entry {index + 1}"


def quoted(text: Any) -> str:
    """Text that a kernel sent, cut to a line; empty where it is no text."""
    if not isinstance(text, str):
        return ""
    line = re.sub(r" at 0x[0-9a-fA-F]+", "", " ".join(text.split()))  # addresses differ from run to run
    return line if len(line) <= MAX_TEXT else line[:MAX_TEXT] + " ..."


def with_article(name: str) -> str:
    """`a list`, `an int`, `an ndarray`."""
    return f"an {name}" if name[:1].lower() in tuple("aeiou") or name == "ndarray" else f"a {name}"


def _argument(value: Any) -> str:
    if isinstance(value, np.ndarray):
        array = cast("Array", value)
        return shown(array, 6) if array.ndim == 0 else f"array({shown(array, 6)})"
    if isinstance(value, list):
        return shown(np.asarray(value), 6)
    return _number(value, 6) if isinstance(value, float) else str(value)


def _number(x: float, digits: int) -> str:
    if np.isfinite(x) and x == int(x) and abs(x) < 1e6:
        return str(int(x))
    return f"{x:.{digits}g}"


def times(n: int) -> str:
    """`once`, `3 times`."""
    return "once" if n == 1 else f"{n} times"
