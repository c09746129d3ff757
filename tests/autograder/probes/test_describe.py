"""Whatever a function returned is described as plain data, and only numbers count as numbers."""

from decimal import Decimal
from fractions import Fraction

import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from autograder.plain import dumps
from autograder.probes.describe import MAX_ELEMENTS, MAX_TEXT, describe

NUMBERS = [
    1.5,
    Fraction(3, 2),
    Decimal("1.5"),
    np.float32(1.5),
    np.array(1.5),
    torch.tensor(1.5),
    torch.tensor(1.5, dtype=torch.bfloat16),
    torch.tensor(1.5, requires_grad=True),
]
ARRAYS = [
    [1, 2.0],
    (1, 2),
    range(1, 3),
    np.array([1, 2]),
    torch.tensor([1, 2]),
    [np.float32(1), torch.tensor(2.0)],
    [torch.tensor(1), torch.tensor(2)],
    [Fraction(1), 2],
    np.ma.array([1, 2]),
]
NO_NUMBERS = [
    "1.5",
    b"1.5",
    ["0", "10"],
    np.array(["1"]),
    [1, None],
    {1, 2},
    (x for x in "ab"),
    1j,
    print,
    [[1], [1, 2]],
]


@pytest.mark.parametrize("value", NUMBERS, ids=lambda value: type(value).__name__)
def test_one_number_is_read_whatever_holds_it(value):
    told = describe(value)
    assert told["kind"] == "number"
    assert float(told["array"]) == 1.5


@pytest.mark.parametrize("value", ARRAYS, ids=lambda value: type(value).__name__)
def test_several_numbers_are_read_whatever_holds_them(value):
    told = describe(value)
    assert told["kind"] == "array"
    assert told["array"].tolist() == [1, 2]


@pytest.mark.parametrize("value", NO_NUMBERS, ids=lambda value: type(value).__name__)
def test_text_none_and_containers_without_order_are_no_numbers(value):
    assert describe(value)["kind"] == "other"


def test_a_graph_is_told():
    assert describe(torch.tensor([1.0], requires_grad=True))["graph"] is True
    assert describe([torch.tensor(1.0, requires_grad=True)])["graph"] is True
    assert describe(torch.tensor([1.0]))["graph"] is False


def test_a_mapping_keeps_its_keys_as_text():
    told = describe({"lr": 0.1, 3: "x", "@array": None})
    assert set(told["items"]) == {"lr", "3", "array"}
    dumps(told)


def test_a_value_that_resists_is_described_without_an_exception():
    class Hostile:
        def __array__(self, *args, **kwargs):
            raise SystemError

        def __repr__(self):
            raise ValueError

        def __len__(self):
            raise OSError

    assert describe(Hostile())["kind"] == "other"


def test_too_many_numbers_and_too_much_text_are_cut():
    assert describe(np.zeros(MAX_ELEMENTS + 1))["kind"] == "other"
    assert len(describe("x" * 10_000)["text"]) <= MAX_TEXT


anything = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.complex_numbers() | st.text() | st.binary(),
    lambda inner: st.lists(inner) | st.tuples(inner) | st.dictionaries(st.text() | st.integers(), inner),
    max_leaves=10,
)


@settings(max_examples=200, deadline=None, derandomize=True)
@given(anything)
def test_every_description_is_plain_data(value):
    dumps(describe(value))
