"""What all pictures of lesson 04 rest on: three logits, their softmax, loss and gradient, held to PyTorch."""

import math

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.logits import CLASSES, LECTURE, Logits, LogitSliders

steady = settings(deadline=None, derandomize=True)  # the same examples in every run, however slow the machine
logits = st.lists(st.floats(-6, 6), min_size=3, max_size=3)


@steady
@given(logits, st.integers(0, 2))
def test_softmax_loss_and_gradient_agree_with_pytorch(z, right):
    state = Logits(z, right)
    leaf = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    loss = torch.nn.functional.cross_entropy(leaf, torch.tensor(right))
    loss.backward()
    assert state.loss == pytest.approx(loss.item(), abs=1e-12)
    assert state.q == pytest.approx(leaf.softmax(0).tolist(), abs=1e-12)
    assert state.gradient == pytest.approx(leaf.grad.tolist(), abs=1e-12)
    assert math.log(state.total) == pytest.approx(state.log_total, abs=1e-12)


def test_figures_of_the_lecture():
    state = Logits(LECTURE)
    assert state.q == pytest.approx([0.2, 0.5, 0.3])
    assert state.loss == pytest.approx(1.6094, abs=5e-5)
    assert state.gradient == pytest.approx([-0.8, 0.5, 0.3])


def test_gradient_is_the_slope_of_the_loss():
    state = Logits((2.0, -1.0, 0.5), right=2)
    for k, slope in enumerate(state.gradient):
        rise = (state.moved(k, 1e-5).loss - state.moved(k, -1e-5).loss) / 2e-5
        assert rise == pytest.approx(slope, abs=1e-8)


def test_sliders_tell_their_logits_exactly_and_are_moved_no_further_than_their_ends():
    hand = LogitSliders(LECTURE)
    assert hand.state.z == list(LECTURE)
    hand.set((9, -9, 0.5))
    hand.right.value = "mouse"
    assert hand.state == Logits([6, -6, 0.5], CLASSES.index("mouse"))


def test_logits_stay_exact_when_the_browser_rounds_a_slider_and_follow_the_hand_when_it_moves():
    hand = LogitSliders((0, 0, 0))
    hand.set(LECTURE)
    for slider in hand.sliders:
        slider.value = round(slider.value, 1)  # what JupyterLab sends back
    assert hand.state.z == list(LECTURE)
    hand.sliders[0].value = -1.5
    assert hand.state.z == [-1.5, *LECTURE[1:]]
