"""The one-line truths of 01 to 04, on any input of the contract, against other people's implementations of them."""

import math

import numpy as np
import pytest
import scipy.stats
import torch
import torch.nn.functional as F
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from autograder.judges.entropy.expected_length import expected_length
from autograder.judges.entropy.surprisal import surprisal
from autograder.judges.errors_and_softmax import error_sum
from autograder.judges.logits import to_bits
from autograder.judges.logits.log_softmax import log_softmax
from autograder.judges.numbers.draw_logits import HIGHEST

examples = settings(max_examples=60, deadline=None, derandomize=True)
counts = st.lists(st.integers(1, 30), min_size=2, max_size=64)
shapes = arrays.array_shapes(min_dims=1, max_dims=4, min_side=2, max_side=5)


@st.composite
def distributions(draw: st.DrawFn, how_many: int) -> list[np.ndarray]:
    """So many distributions over the same 2 to 64 outcomes, zeros included."""
    k = draw(st.integers(2, 64))
    parts = [draw(st.lists(st.integers(0, 30), min_size=k, max_size=k).filter(any)) for _ in range(how_many)]
    return [np.array(one) / sum(one) for one in parts]


@examples
@given(distributions(2))
def test_error_sum_is_the_exact_sum_of_the_differences(pair):
    t, o = pair
    assert error_sum(t, o) == pytest.approx(math.fsum(t - o), abs=1e-12)
    assert error_sum(t, o / 2) == pytest.approx(t.sum() - o.sum() / 2, abs=1e-12)


@examples
@given(counts)
def test_mean_surprisal_is_scipys_entropy(parts):
    p = np.array(parts) / sum(parts)
    assert np.average(surprisal(p), weights=p) == pytest.approx(scipy.stats.entropy(p, base=2), abs=1e-12)


@examples
@given(distributions(1), st.data())
def test_expected_length_is_the_mean_of_scipys_random_variable(one, data):
    p = one[0]
    lengths = data.draw(st.permutations(range(1, len(p) + 1)))
    assert expected_length(p, lengths) == pytest.approx(scipy.stats.rv_discrete(values=(lengths, p)).mean())


@examples
@given(shapes.flatmap(lambda shape: arrays.arrays(np.float64, shape, elements=st.floats(-HIGHEST, HIGHEST))))
def test_log_softmax_of_any_shape_is_pytorchs(z):
    assert log_softmax(z) == pytest.approx(F.log_softmax(torch.tensor(z), -1).numpy(), rel=1e-12, abs=1e-9)


@examples
@given(counts)
def test_bits_of_an_entropy_in_nats_are_scipys_entropy_in_bits(parts):
    p = np.array(parts) / sum(parts)
    assert to_bits(scipy.stats.entropy(p)) == pytest.approx(scipy.stats.entropy(p, base=2), rel=1e-12)
    many = np.linspace(0, 50, 7)
    assert np.exp2(to_bits(many)) == pytest.approx(np.exp(many))
