"""Lesson 01's softmax: it agrees with PyTorch, forgets what is added to all, and cools and warms."""

import re
from xml.etree import ElementTree

import ipywidgets as widgets
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.softmax_sliders import Softmax, picture, readout, softmax_sliders

logit = st.integers(-50, 50).map(lambda tenths: tenths / 10)
states = st.builds(
    Softmax,
    st.tuples(logit, logit, logit),
    logit,
    st.integers(-20, 20).map(lambda k: 10 ** (k / 20)),
)
steady = settings(deadline=None, derandomize=True)


def sliders(demo) -> dict[str, widgets.Widget]:
    return {child.description: child for child in demo.children if hasattr(child, "description") and child.description}


@steady
@given(states)
def test_probabilities_are_those_of_torch_and_of_the_powers_in_the_picture(state):
    z = torch.tensor(state.logits, dtype=torch.float64) / state.temperature
    assert state.q == pytest.approx(torch.softmax(z, 0).tolist(), rel=1e-9)
    assert state.q == pytest.approx([power / sum(state.powers) for power in state.powers], rel=1e-9)


def test_the_lessons_figures():
    assert Softmax((2, 1, 0)).powers == pytest.approx((7.389, 2.718, 1), abs=5e-4)
    assert sum(Softmax((2, 1, 0)).powers) == pytest.approx(11.107, abs=5e-4)
    assert Softmax((2, 1, 0)).q == pytest.approx((0.665, 0.245, 0.090), abs=5e-4)
    assert Softmax((2, 1, 0), 5).q == pytest.approx(Softmax((2, 1, 0)).q)
    assert Softmax((2, 1, 0), 0, 10).q == pytest.approx((0.367, 0.332, 0.301), abs=5e-4)


@steady
@given(states)
def test_the_picture_is_one_svg_that_stays_inside_its_frame(state):
    root = ElementTree.fromstring(picture(state))
    assert root.attrib["aria-label"] == readout(state)
    for part in root.iter("{http://www.w3.org/2000/svg}rect"):
        left = float(part.attrib["x"])
        assert 65.9 <= left <= left + float(part.attrib["width"]) <= 600.1


def test_adding_to_all_moves_the_picture_but_not_the_probabilities():
    demo = softmax_sliders()
    shown, told = demo.children[-2:]
    probabilities = re.search(r"q: (.*?), which", told.value)
    before = shown.value
    sliders(demo)["add to all"].value = 5
    assert probabilities
    assert probabilities.group() in told.value
    assert "Logits 7, 6, 5" in told.value
    assert shown.value != before


def test_temperature_never_changes_which_class_is_first():
    demo = softmax_sliders()
    temperature = sliders(demo)["temperature"]
    for value, dog in ((10, "dog 0.3672"), (0.1, "dog 1.0000")):
        temperature.value = value
        assert dog in demo.children[-1].value
