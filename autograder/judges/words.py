"""How a judge shows numbers and calls in a message: short, the same everywhere."""

from __future__ import annotations

from typing import Any

import numpy as np

from autograder.plain import Array

MOST = 6


def shown(array: Array) -> str:
    """`1.000`, `[0.250, 0.750]`: a result with four significant digits, long ones cut."""
    if array.ndim == 0:
        return _number(float(array))
    flat = array.ravel()
    inner = ", ".join(_number(float(x)) for x in flat[:MOST]) + (", ..." if flat.size > MOST else "")
    return f"[{inner}]"


def shown_call(function: str, made: dict[str, Any]) -> str:
    """`entropy([0.5, 0.5], base=2)`: a call as the student would write it."""
    parts = [_argument(x) for x in made["args"]] + [f"{name}={_argument(x)}" for name, x in made["kwargs"].items()]
    return f"{function}({', '.join(parts)})"


def _argument(value: Any) -> str:
    if isinstance(value, list | np.ndarray):
        return shown(np.asarray(value))
    return _number(float(value)) if isinstance(value, float) else str(value)


def _number(x: float) -> str:
    if np.isfinite(x) and x == int(x) and abs(x) < 1e6:
        return str(int(x))
    return f"{x:.4g}"
