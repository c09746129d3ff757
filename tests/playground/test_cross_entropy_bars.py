"""Lesson 03's first demonstration: its numbers, its picture, its buttons."""

from math import inf
from xml.etree import ElementTree

import ipywidgets as widgets
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import entropy

from playground.bars import Bars
from playground.cross_entropy_bars import EXAMPLES, Answer, cross_entropy_bars, picture, readout
from playground.predict import predict

THIRDS = (1 / 3, 1 / 3, 1 / 3)
vectors = st.lists(st.integers(0, 20), min_size=3, max_size=3).filter(any)
steady = settings(deadline=None, derandomize=True)  # the same examples in every run, however slow the machine


def leaves(widget, kind):
    """All widgets of a kind inside a widget."""
    here = [widget] if isinstance(widget, kind) else []
    return here + [leaf for child in getattr(widget, "children", ()) for leaf in leaves(child, kind)]


@pytest.mark.parametrize(
    ("q", "bits", "nats"),
    [((0.2, 0.5, 0.3), 2.3219, 1.6094), ((0.8, 0.1, 0.1), 0.3219, 0.2231), ((0.2, 0.8, 0.0), 2.3219, 1.6094)],
)
def test_the_lectures_answers_cost_what_the_lesson_says(q, bits, nats):
    assert Answer((1, 0, 0), q).total == pytest.approx(bits, abs=5e-5)
    told = readout(Answer((1, 0, 0), q))
    assert f"H(p, q) {bits:.4f} bits, which is {nats:.4f} nats" in told
    by_torch = -torch.log(torch.tensor(q[0], dtype=torch.float64)).item()
    assert by_torch == pytest.approx(nats, abs=5e-5)


def test_a_blurred_picture_against_thirds_splits_as_the_lesson_says():
    answer = Answer((0.7, 0.2, 0.1), THIRDS)
    assert (answer.entropy, answer.waste, answer.total) == pytest.approx((1.1568, 0.4282, 1.5850), abs=5e-5)
    assert answer.total == pytest.approx(np.log2(3))


@steady
@given(vectors, vectors)
def test_the_parts_agree_with_scipy_and_add_up(p, q):
    p, q = np.array(p) / sum(p), np.array(q) / sum(q)
    answer = Answer(tuple(p), tuple(q))
    assert answer.entropy == pytest.approx(entropy(p, base=2), abs=1e-12)
    assert answer.waste == pytest.approx(entropy(p, q, base=2), abs=1e-12)
    assert answer.entropy + answer.waste == pytest.approx(answer.total, abs=1e-12)


def test_what_happens_though_q_calls_it_impossible_is_infinite_and_named():
    answer = Answer((0.5, 0.5, 0), (0, 1, 0))
    assert answer.total == answer.waste == inf
    assert readout(answer) == "H(p, q) is infinite: dog can happen, and q says it cannot."
    assert "∞" in picture(answer)
    both = Answer((0.5, 0.3, 0.2), (0, 0, 1))
    assert readout(both) == "H(p, q) is infinite: dog and cat can happen, and q says they cannot."


def test_an_honest_answer_wastes_nothing():
    answer = Answer((0.7, 0.2, 0.1), (0.7, 0.2, 0.1))
    assert answer.waste == 0
    assert "nothing is wasted" in readout(answer)


@steady
@given(vectors, vectors)
def test_the_picture_is_one_svg_that_stays_inside_its_frame(p, q):
    p, q = np.array(p) / sum(p), np.array(q) / sum(q)
    answer = Answer(tuple(p), tuple(q))
    root = ElementTree.fromstring(picture(answer))
    assert root.attrib["aria-label"] == readout(answer)
    for part in root.iter("{http://www.w3.org/2000/svg}rect"):
        assert 0 <= float(part.attrib["x"]) <= float(part.attrib["x"]) + float(part.attrib["width"]) <= 620


def test_dragging_either_set_of_bars_changes_picture_and_words():
    demo = cross_entropy_bars()
    truth, says = leaves(demo, Bars)
    shown, told = leaves(demo, widgets.HTML)
    for bars in (truth, says):
        before = shown.value, told.value
        bars.p = [0.1, 0.6, 0.3]
        assert shown.value != before[0]
        assert told.value != before[1]


def test_each_example_button_sets_both_sets_of_bars():
    demo = cross_entropy_bars()
    truth, says = leaves(demo, Bars)
    buttons = {button.description: button for button in leaves(demo, widgets.Button)}
    for name, (p, q) in EXAMPLES.items():
        buttons[name].click()
        assert (truth.p, says.p) == (list(p), list(q))
    buttons["q = p"].click()
    assert says.p == truth.p == [0.7, 0.2, 0.1]


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed bars?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = cross_entropy_bars(after=guess)
    assert leaves(demo, Bars) == []
    guess.choose("no")
    assert len(leaves(demo, Bars)) == 2
