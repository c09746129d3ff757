"""Lesson 01's first demonstration: the four meters, the goal, the picture, the buttons."""

from math import inf
from xml.etree import ElementTree

import ipywidgets as widgets
import numpy as np
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.bars import Bars
from playground.error_meters import EXAMPLES, Answer, error_meters, goal, picture, readout
from playground.predict import predict

vectors = st.lists(st.integers(0, 20), min_size=3, max_size=3).filter(any)
steady = settings(deadline=None, derandomize=True)  # the same examples in every run, however slow the machine


def leaves(widget, kind):
    """All widgets of a kind inside a widget."""
    here = [widget] if isinstance(widget, kind) else []
    return here + [leaf for child in getattr(widget, "children", ()) for leaf in leaves(child, kind)]


@pytest.mark.parametrize(
    ("o", "absolute", "squared", "bits"),
    [((0.2, 0.5, 0.3), 1.6, 0.98, 2.3219), ((0.8, 0.1, 0.1), 0.4, 0.06, 0.3219)],
)
def test_the_lectures_answers_measure_what_the_lesson_says(o, absolute, squared, bits):
    answer = Answer(o)
    assert answer.total == 0
    assert (answer.absolute, answer.squared) == pytest.approx((absolute, squared))
    assert answer.bits == pytest.approx(bits, abs=5e-5)
    assert f"{absolute:.2f}, the sum of squares {squared:.2f}, the cross-entropy {bits:.4f} bits" in readout(answer)


@steady
@given(vectors, st.integers(0, 2))
def test_meters_agree_with_torch_and_errors_of_a_distribution_always_cancel(weights, right):
    o = np.array(weights) / sum(weights)
    answer = Answer(tuple(o), right)
    e = torch.eye(3, dtype=torch.float64)[right] - torch.tensor(o)
    assert answer.errors == pytest.approx(e.tolist(), abs=1e-8)
    assert answer.total == 0
    assert answer.absolute == pytest.approx(e.abs().sum().item(), abs=1e-8)
    assert answer.squared == pytest.approx(e.square().sum().item(), abs=1e-8)
    assert answer.bits == pytest.approx(-torch.tensor(o[right]).log2().item())


def test_outputs_that_sum_to_something_else_have_another_error_sum():
    assert Answer((0.9, 0.4, 0.1)).total == pytest.approx(-0.4)


def test_goal_is_reached_by_a_terrible_answer_and_not_by_a_bad_one():
    assert "✓" not in goal(Answer((0.2, 0.5, 0.3)))
    assert goal(Answer((0.05, 0.9, 0.05))).startswith("✓ Reached: the dog gets 0.05")
    assert goal(Answer((1, 0, 0), right=2)).startswith("✓ Reached: the mouse gets 0.00")


def test_a_class_that_was_ruled_out_costs_without_end():
    answer = Answer((0, 0.5, 0.5))
    assert answer.bits == inf
    assert "cross-entropy infinite" in readout(answer)
    assert "∞" in picture(answer)


@steady
@given(vectors, st.integers(0, 2))
def test_the_picture_is_one_svg_that_stays_inside_its_frame(weights, right):
    answer = Answer(tuple(np.array(weights) / sum(weights)), right)
    root = ElementTree.fromstring(picture(answer))
    assert root.attrib["aria-label"] == readout(answer)
    for part in root.iter("{http://www.w3.org/2000/svg}rect"):
        left = float(part.attrib["x"])
        assert 189.9 <= left <= left + float(part.attrib["width"]) <= 550.1


def test_dragging_the_bars_and_choosing_the_picture_change_meters_and_words():
    demo = error_meters()
    (bars,), (truth,) = leaves(demo, Bars), leaves(demo, widgets.ToggleButtons)
    aim, shown, told = leaves(demo, widgets.HTML)
    before = shown.value, told.value
    bars.p = [0.0, 0.6, 0.4]
    assert shown.value != before[0]
    assert told.value != before[1]
    assert "✓ Reached" in aim.value
    truth.value = "a cat"
    assert "✓" not in aim.value
    assert "cat +0.40" in told.value


def test_each_example_button_sets_the_bars():
    demo = error_meters()
    (bars,) = leaves(demo, Bars)
    buttons = {button.description: button for button in leaves(demo, widgets.Button)}
    for name, o in EXAMPLES.items():
        buttons[name].click()
        assert bars.p == list(o)


def test_the_meters_stay_closed_until_the_prediction_is_made():
    guess = predict("Closed meters?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = error_meters(after=guess)
    assert leaves(demo, Bars) == []
    guess.choose("no")
    assert len(leaves(demo, Bars)) == 1
