"""The Python side of the draggable bars, which needs no browser."""

import numpy as np
import pytest
from traitlets import TraitError

from playground.bars import Bars

CLASSES = ["dog", "cat", "mouse"]


def test_without_p_all_bars_are_equal():
    assert Bars(CLASSES).p == pytest.approx([1 / 3, 1 / 3, 1 / 3])


def test_p_may_be_a_numpy_array_and_is_kept_as_floats():
    bars = Bars(CLASSES, np.array([0.2, 0.5, 0.3]))
    assert bars.p == [0.2, 0.5, 0.3]
    assert all(type(x) is float for x in bars.p)


@pytest.mark.parametrize(
    ("p", "complaint"),
    [
        ([0.5, 0.5], "3 labels, but 2 probabilities"),
        ([-0.1, 0.6, 0.5], "cannot be negative: -0.1"),
        ([float("nan"), 0.5, 0.5], "finite"),
        ([float("inf"), 0.0, 0.0], "finite"),
        ([0.2, 0.2, 0.2], "sum to 1, not to 0.6"),
    ],
)
def test_what_is_no_probability_vector_is_refused_and_the_old_p_stays(p, complaint):
    bars = Bars(CLASSES, [0.2, 0.5, 0.3])
    with pytest.raises(TraitError, match=complaint):
        bars.p = p
    assert bars.p == [0.2, 0.5, 0.3]
    with pytest.raises(TraitError, match=complaint):
        Bars(CLASSES, p)


def test_one_label_or_none_is_refused():
    for labels in ([], ["dog"]):
        with pytest.raises(TraitError):
            Bars(labels)


def test_labels_must_go_with_the_bars():
    bars = Bars(CLASSES)
    with pytest.raises(TraitError, match="2 labels, but 3 probabilities"):
        bars.labels = ["dog", "cat"]
    bars.labels = ["ant", "bee", "cow"]
    assert bars.labels == ["ant", "bee", "cow"]


def test_sums_that_are_off_by_rounding_alone_are_taken():
    Bars(CLASSES).p = [0.1 + 0.2, 0.4, 0.3]


def test_what_the_browser_sends_reaches_an_observer_as_floats():
    bars = Bars(CLASSES)
    seen = []
    bars.observe(lambda change: seen.append(change["new"]), "p")
    bars.set_state({"p": [1, 0, 0]})  # JSON has no 1.0
    assert seen == [[1.0, 0.0, 0.0]]
    assert type(seen[0][0]) is float
