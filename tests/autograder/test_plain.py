"""Plain data passes unchanged in both directions, and nothing else passes."""

import contextlib
import json
import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.plain import DTYPES, MAX_DEPTH, MAX_PARTS, Malformed, NotPlain, dumps, loads

examples = settings(max_examples=200, deadline=None, derandomize=True)

dtypes = st.sampled_from(DTYPES).map(np.dtype)
numeric = dtypes.flatmap(lambda dtype: arrays.arrays(dtype, arrays.array_shapes(min_dims=0, max_dims=4, min_side=0)))
leaves = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | numeric
keys = st.text().filter(lambda key: not key.startswith("@"))
trees = st.recursive(leaves, lambda inner: st.lists(inner) | st.dictionaries(keys, inner), max_leaves=20)

json_leaves = st.none() | st.booleans() | st.integers() | st.floats(allow_nan=False) | st.text()
json_keys = st.sampled_from(["@array", "@float", "shape", "data"]) | st.text(max_size=3)
values = st.sampled_from(["float64", "object", "inf", "", "AAAA", 0, -1, [], [2], [10**9]]) | json_leaves
jsons = st.recursive(values, lambda inner: st.lists(inner) | st.dictionaries(json_keys, inner), max_leaves=20)


def same(a, b) -> bool:
    if isinstance(a, np.ndarray):
        return type(b) is np.ndarray and a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes()
    if isinstance(a, list):
        return type(b) is list and len(a) == len(b) and all(map(same, a, b))
    if isinstance(a, dict):
        return type(b) is dict and a.keys() == b.keys() and all(same(a[key], b[key]) for key in a)
    if isinstance(a, float) and math.isnan(a):
        return type(b) is float and math.isnan(b)
    return type(a) is type(b) and a == b


def is_plain(tree) -> bool:
    if isinstance(tree, list):
        return all(map(is_plain, tree))
    if isinstance(tree, dict):
        return all(type(key) is str and is_plain(item) for key, item in tree.items())
    if isinstance(tree, np.ndarray):
        return tree.dtype.name in DTYPES
    return tree is None or type(tree) in (bool, int, float, str)


@examples
@given(trees)
def test_a_tree_comes_back_as_it_was_sent(tree):
    assert same(tree, loads(dumps(tree)))


@examples
@given(st.binary() | jsons.map(lambda tree: json.dumps(tree).encode()))
def test_whatever_bytes_arrive_the_result_is_plain_or_malformed(data):
    with contextlib.suppress(Malformed):
        assert is_plain(loads(data))


@examples
@given(trees, st.integers(0), st.integers(0, 255))
def test_a_damaged_byte_gives_plain_data_or_malformed(tree, where, byte):
    data = bytearray(dumps(tree))
    data[where % len(data)] = byte
    with contextlib.suppress(Malformed):
        assert is_plain(loads(bytes(data)))


@pytest.mark.parametrize("tree", [object(), {1: 2}, {"@array": 1}, np.array(["a"]), np.array([object()]), 1j, {1, 2}])
def test_what_is_not_plain_is_not_written(tree):
    with pytest.raises(NotPlain):
        dumps(tree)


def test_depth_and_size_are_bounded_on_both_sides():
    deep = None
    for _ in range(MAX_DEPTH + 2):
        deep = [deep]
    with pytest.raises(NotPlain):
        dumps(deep)
    with pytest.raises(Malformed):
        loads(json.dumps(deep).encode())
    with pytest.raises(Malformed):
        loads(b"[" * 100_000)
    with pytest.raises(NotPlain):
        dumps("x" * 100, max_bytes=50)
    with pytest.raises(Malformed):
        loads(b'"' + b"x" * 100 + b'"', max_bytes=50)


def test_many_small_parts_are_too_many_on_both_sides():
    many = [0] * (MAX_PARTS + 1)
    with pytest.raises(NotPlain, match="parts"):
        dumps(many)
    with pytest.raises(Malformed, match="parts"):
        loads(json.dumps(many).encode())
    assert len(loads(dumps([0] * (MAX_PARTS - 1)))) == MAX_PARTS - 1


def test_an_array_that_promises_more_than_it_brings_is_malformed():
    told = {"@array": "float64", "shape": [1_000_000_000], "data": ""}
    with pytest.raises(Malformed):
        loads(json.dumps(told).encode())


def test_an_array_of_nothing_is_no_longer_than_anybody_needs():
    assert loads(b'{"@array": "int8", "shape": [100000, 0], "data": ""}').shape == (100_000, 0)
    with pytest.raises(Malformed, match="nothing"):
        loads(b'{"@array": "int8", "shape": [16000000, 0], "data": ""}')


def test_bare_nan_and_infinity_are_not_json():
    for text in (b"NaN", b"Infinity", b"-Infinity"):
        with pytest.raises(Malformed):
            loads(text)
