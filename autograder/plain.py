"""Plain data: what may pass between the student's process and the judge.

A challenge and its evidence are trees of None, bool, int, float, str, list, dict with string
keys, and NumPy arrays of numbers. `dumps` turns such a tree into bytes (JSON, arrays as base64
of their buffer) and `loads` back, trusting nothing: no pickle, no code, no object is ever made
from what the other side sent, only these types, within fixed bounds.

    PlainError
        NotPlain      the tree holds something else (programming error of a probe)
        Malformed     the bytes are not what `dumps` writes, or go over a bound
"""

from __future__ import annotations

import base64
import binascii
import json
import math
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

Array = NDArray[Any]
Plain = Any  # None, bool, int, float, str, list[Plain], dict[str, Plain] or Array

MAX_BYTES = 16 * 1024 * 1024
MAX_PARTS = 500_000  # items, lists and tables: many small ones cost more than one large array
MAX_DEPTH = 16
MAX_DIMENSIONS = 8
DTYPES = (
    "bool",
    "int8",
    "int16",
    "int32",
    "int64",
    "uint8",
    "uint16",
    "uint32",
    "uint64",
    "float16",
    "float32",
    "float64",
)
_ARRAY_KEY = "@array"
_FLOAT_KEY = "@float"


class PlainError(ValueError):
    """Something is not plain data."""


class NotPlain(PlainError):
    """The tree to be written holds a value that is not plain."""


class Malformed(PlainError):
    """The bytes to be read are not plain data, or too much of it."""


def dumps(tree: Plain, max_bytes: int = MAX_BYTES) -> bytes:
    """The bytes of a plain tree.

    Raises:
        NotPlain: a value is of another type, an array is not numeric, or the result is over a bound.
    """
    written = json.dumps(_encode(tree, MAX_DEPTH), allow_nan=False).encode()
    if len(written) > max_bytes:
        raise NotPlain(f"{len(written)} bytes of evidence, at most {max_bytes} may pass")
    if parts_in(written) > MAX_PARTS:
        raise NotPlain(f"evidence of {parts_in(written)} parts, at most {MAX_PARTS} may pass")
    return written


def loads(data: bytes, max_bytes: int = MAX_BYTES) -> Plain:
    """The plain tree written in `data`.

    Raises:
        Malformed: `data` is not what `dumps` writes, nests too deep, or is over a bound.
    """
    if len(data) > max_bytes:
        raise Malformed(f"{len(data)} bytes, at most {max_bytes} are read")
    if parts_in(data) > MAX_PARTS:
        raise Malformed(f"{parts_in(data)} parts, at most {MAX_PARTS} are read")
    try:
        tree = json.loads(data, parse_constant=_refuse)
    except (ValueError, RecursionError) as error:
        raise Malformed(f"not JSON: {error}") from None
    return _decode(tree, MAX_DEPTH)


def parts_in(data: bytes) -> int:
    """How many parts there can be at most: in front of each stands one of three signs."""
    return data.count(b",") + data.count(b"[") + data.count(b"{")


def _encode(tree: Plain, depth: int) -> Any:
    if depth < 0:
        raise NotPlain(f"nested deeper than {MAX_DEPTH}")
    if tree is None or isinstance(tree, bool | str):
        return tree
    if isinstance(tree, int):
        return int(tree)
    if isinstance(tree, float):
        return float(tree) if math.isfinite(tree) else {_FLOAT_KEY: repr(float(tree))}
    if isinstance(tree, list | tuple):
        return [_encode(item, depth - 1) for item in cast("list[Plain]", tree)]
    if isinstance(tree, dict):
        branches = cast("dict[Any, Plain]", tree)
        if not all(isinstance(key, str) and not key.startswith("@") for key in branches):
            raise NotPlain("a key is not a string, or starts with @")
        return {str(key): _encode(item, depth - 1) for key, item in branches.items()}
    if isinstance(tree, np.ndarray):
        return _encode_array(cast("Array", tree))
    raise NotPlain(f"a {type(tree).__name__} is not plain data")


def _encode_array(array: Array) -> dict[str, Any]:
    if array.dtype.name not in DTYPES or array.ndim > MAX_DIMENSIONS:
        raise NotPlain(f"an array of {array.dtype.name} with {array.ndim} dimensions is not plain data")
    little = np.ascontiguousarray(array, dtype=array.dtype.newbyteorder("<"))
    return {
        _ARRAY_KEY: array.dtype.name,
        "shape": list(array.shape),
        "data": base64.b64encode(little.tobytes()).decode("ascii"),
    }


def _decode(tree: Any, depth: int) -> Plain:
    if depth < 0:
        raise Malformed(f"nested deeper than {MAX_DEPTH}")
    if isinstance(tree, list):
        return [_decode(item, depth - 1) for item in cast("list[Any]", tree)]
    if isinstance(tree, dict):
        branches = cast("dict[str, Any]", tree)
        if _ARRAY_KEY in branches:
            return _decode_array(branches)
        if _FLOAT_KEY in branches:
            return _decode_float(branches)
        return {key: _decode(item, depth - 1) for key, item in branches.items()}
    return tree


def _decode_float(branches: dict[str, Any]) -> float:
    text = branches[_FLOAT_KEY]
    if len(branches) != 1 or text not in ("inf", "-inf", "nan"):
        raise Malformed("a float that is neither inf, -inf nor nan")
    return float(text)


def _decode_array(branches: dict[str, Any]) -> Array:
    if set(branches) != {_ARRAY_KEY, "shape", "data"} or branches[_ARRAY_KEY] not in DTYPES:
        raise Malformed("an array without a known dtype, a shape and its data")
    shape, text = branches["shape"], branches["data"]
    if not isinstance(shape, list) or not isinstance(text, str):
        raise Malformed("an array's shape is a list and its data a string")
    sizes = cast("list[Any]", shape)
    if len(sizes) > MAX_DIMENSIONS or not all(type(n) is int and 0 <= n <= MAX_BYTES for n in sizes):
        raise Malformed("an array's shape is a short list of sizes")
    if 0 in sizes and math.prod(max(n, 1) for n in sizes) > MAX_PARTS:
        raise Malformed("an array of nothing that would take long to walk through")
    try:
        buffer = base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError):
        raise Malformed("an array's data is not base64") from None
    dtype = np.dtype(branches[_ARRAY_KEY]).newbyteorder("<")
    if math.prod(sizes) * dtype.itemsize != len(buffer):
        raise Malformed("an array's data does not fill its shape")
    return np.frombuffer(buffer, dtype=dtype).reshape(sizes).astype(dtype.newbyteorder("="))


def _refuse(constant: str) -> None:
    raise ValueError(f"{constant} is not JSON")
