"""Results as plain data: whatever a student's function returned, described for the judge.

A description is a dict with a `kind`:

    none       returned None
    number     {"type": "float", "array": 0-d array}
    array      {"type": "Tensor", "array": n-d array, "graph": True where a torch graph hangs on it}
    mapping    {"type": "dict", "items": {"lr": description, ...}}
    other      {"type": "str", "text": the first characters of its repr}

`type` is the class name as the student would write it; it serves messages, never points.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Mapping
from typing import Any, cast

import numpy as np

from autograder.plain import DTYPES, Array, Plain

MAX_ELEMENTS = 1_000_000
MAX_TEXT = 200
MAX_ITEMS = 64


def describe(value: Any) -> dict[str, Plain]:
    """The description of `value`, whatever it is; never raises."""
    try:
        with warnings.catch_warnings(), np.errstate(all="ignore"):
            warnings.simplefilter("ignore")
            return _describe(value)
    except Exception:  # the value's own methods may raise anything: it is then described as it is
        return other(value)


def other(value: Any) -> dict[str, Plain]:
    """The description of a value that holds no numbers; never raises."""
    try:
        text = repr(value)[:MAX_TEXT]
    except Exception:  # a student's __repr__ may raise anything
        text = "(its repr raises an exception)"
    return {"kind": "other", "type": type(value).__name__[:MAX_TEXT], "text": text}


def to_array(value: Any) -> tuple[Array, bool] | None:
    """`value` as a numeric array, and whether a torch graph hangs on it; None where it holds no numbers.

    Lists and tuples may hold numbers, arrays or tensors of one shape.
    """
    value, graph = _without_graph(value)
    if isinstance(value, str | bytes | Mapping | set | frozenset):
        return None
    array: Array = np.asarray(value)
    if array.dtype.kind in "USMmV" or (array.dtype == object and any(map(_no_number, array.flat))):
        return None  # text that looks like a number is none, and None is not nan
    if array.dtype == object:
        array = np.asarray(value, dtype=np.float64)
    if array.dtype.name not in DTYPES:
        array = array.astype(np.float64)  # longdouble, bfloat16 ...; raises for text and complex with a part
    return (array, graph) if array.size <= MAX_ELEMENTS else None


def _describe(value: Any) -> dict[str, Plain]:
    if value is None:
        return {"kind": "none"}
    name = type(value).__name__[:MAX_TEXT]
    if isinstance(value, Mapping):
        pairs = list(cast("Mapping[Any, Any]", value).items())[:MAX_ITEMS]
        return {
            "kind": "mapping",
            "type": name,
            "items": {str(key)[:MAX_TEXT].lstrip("@"): describe(item) for key, item in pairs},
        }
    if np.iscomplexobj(_without_graph(value)[0]):
        return other(value)
    if isinstance(value, range):
        value = list(value)
    converted = to_array(value)
    if converted is None:
        return other(value)
    array, graph = converted
    if array.ndim == 0:
        return {"kind": "number", "type": name, "array": array, "graph": graph}
    return {"kind": "array", "type": name, "array": array, "graph": graph}


def _no_number(value: Any) -> bool:
    return value is None or isinstance(value, str | bytes)


def _without_graph(value: Any) -> tuple[Any, bool]:
    """`value` with every torch tensor in it (also inside lists) as a NumPy array; and whether one had a graph."""
    torch = sys.modules.get("torch")
    if torch is None:
        return value, False
    if isinstance(value, torch.Tensor):
        plain = value.detach().cpu()
        if plain.dtype == torch.bfloat16:
            plain = plain.float()
        return plain.resolve_conj().resolve_neg().numpy(), bool(value.requires_grad)
    if isinstance(value, list | tuple):
        pairs = [_without_graph(item) for item in cast("list[Any]", value)]
        return [item for item, _ in pairs], any(graph for _, graph in pairs)
    return value, False
