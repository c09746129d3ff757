"""One call of a student's function, told as plain data; and the probe for every function of numbers.

The evidence of a call is a dict with an `outcome`:

    value        {"value": description, "modified": [names of inputs that were changed]}
    raised       {"type": "ZeroDivisionError", "text": "division by zero", "line": "return 1 / 0"}
    arguments    the call does not fit the function's parameters: {"text": "(p)"} its signature
    undefined    there is no such function, or it is still the stub
    timeout      it did not come back within the time allowed
    memory       it asked for more memory than there is
"""

from __future__ import annotations

import copy
import inspect
import traceback
from collections.abc import Callable
from typing import Any, cast

import numpy as np

from autograder.plain import Plain
from autograder.probes.describe import MAX_TEXT, describe
from autograder.probes.surroundings import OutOfTime

Function = Callable[..., Any]
Evidence = dict[str, Plain]

NO_MEMORY = "DefaultCPUAllocator"  # in the RuntimeError that PyTorch raises where others raise MemoryError


def probe_calls(function: Function | None, challenge: dict[str, Any]) -> Evidence:
    """`{"calls": [evidence, ...]}`: `function` on each of the challenge's `calls`, in order.

    A call is `{"args": [...], "kwargs": {...}}`. The challenge's inputs are copied for each call.
    Stops after a call that ran out of time: the rest would only wait again.
    """
    told: list[Evidence] = []
    for one in challenge["calls"]:
        told.append(call(function, one["args"], one["kwargs"]))
        if told[-1]["outcome"] == "timeout":
            break
    return {"calls": told}


def call(function: Function | None, args: list[Any], kwargs: dict[str, Any]) -> Evidence:
    """The evidence of `function(*args, **kwargs)`; its inputs are copies, compared afterwards."""
    if function is None:
        return {"outcome": "undefined"}
    args, kwargs = copy.deepcopy(args), copy.deepcopy(kwargs)
    before = copy.deepcopy((args, kwargs))
    told, result = attempt(function, args, kwargs)
    if told["outcome"] == "value":
        told["value"] = describe(result)
        told["modified"] = cast("Plain", _modified(before, (args, kwargs)))
    return told


def attempt(function: Function, args: list[Any], kwargs: dict[str, Any]) -> tuple[Evidence, Any]:
    """The evidence of one call without its value, and the value itself (None where there is none)."""
    try:
        return {"outcome": "value"}, function(*args, **kwargs)
    except OutOfTime:
        return {"outcome": "timeout"}, None
    except MemoryError:
        return {"outcome": "memory"}, None
    except NotImplementedError as error:
        return ({"outcome": "undefined"} if _is_stub(error) else raised(error)), None
    except TypeError as error:
        signature = _misfit(function, args, kwargs)
        if signature is not None:
            return {"outcome": "arguments", "text": signature}, None
        return raised(error), None
    except BaseException as error:  # a student's function may raise anything, SystemExit included
        told = raised(error)
        return ({"outcome": "memory"} if NO_MEMORY in str(told["text"]) else told), None


def raised(error: BaseException) -> Evidence:
    """The evidence of an exception: its type, its text, and the student's line it came from."""
    try:
        text = str(error)[:MAX_TEXT]
    except Exception:  # an exception's own __str__ may raise
        text = ""
    frames = traceback.extract_tb(error.__traceback__)
    own = [frame for frame in frames if "ipykernel" in frame.filename or frame.filename.startswith("<")]
    line = (own[-1].line or "")[:MAX_TEXT] if own else ""
    return {"outcome": "raised", "type": type(error).__name__[:MAX_TEXT], "text": text, "line": line}


def _is_stub(error: NotImplementedError) -> bool:
    """Whether the student's own code still raises it; torch raises it too, with a text, for what it cannot compute."""
    frames = traceback.extract_tb(error.__traceback__)
    return not error.args or (frames[-1].line or "").startswith("raise NotImplementedError")


def _misfit(function: Function, args: list[Any], kwargs: dict[str, Any]) -> str | None:
    """The function's signature as text where the call does not fit it; None where it fits or cannot be told."""
    try:
        signature = inspect.signature(function)
    except (TypeError, ValueError):
        return None
    try:
        signature.bind(*args, **kwargs)
    except TypeError:
        return str(signature)[:MAX_TEXT]
    return None


def _modified(before: tuple[list[Any], dict[str, Any]], after: tuple[list[Any], dict[str, Any]]) -> list[str]:
    """The inputs that are no longer what they were: positions as "0", "1", ... and keyword names."""
    pairs = [(str(i), x, y) for i, (x, y) in enumerate(zip(before[0], after[0], strict=True))]
    pairs += [(name, before[1][name], after[1][name]) for name in before[1]]
    return [name for name, x, y in pairs if not _same(x, y)]


def _same(x: Any, y: Any) -> bool:
    if isinstance(x, np.ndarray):
        return isinstance(y, np.ndarray) and x.shape == y.shape and np.array_equal(x, y, equal_nan=x.dtype.kind == "f")
    return type(x) is type(y) and bool(x == y)
