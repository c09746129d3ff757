from math import inf

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import entropy

from playground.shannon import mean_bits, surprise_bits


def test_surprise_of_a_half_is_one_bit_of_certainty_none_of_the_impossible_infinite():
    assert [surprise_bits(p) for p in (0.5, 0.125, 1, 0)] == [1, 3, 0, inf]


@given(st.lists(st.integers(0, 50), min_size=1, max_size=20).filter(any))
def test_mean_bits_agrees_with_scipy(weights):
    p = [weight / sum(weights) for weight in weights]
    assert mean_bits(p) == pytest.approx(float(entropy(weights, base=2)), abs=1e-9)
