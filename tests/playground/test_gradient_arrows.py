from xml.etree import ElementTree

import ipywidgets as widgets
import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from playground.gradient_arrows import gradient_arrows, picture, readout, stepped
from playground.logits import LECTURE, Logits
from playground.predict import predict

steady = settings(deadline=None, derandomize=True)  # the same examples in every run, however slow the machine
logits = st.lists(st.floats(-6, 6), min_size=3, max_size=3)


def test_arrows_of_the_lectures_answer():
    said = readout(Logits(LECTURE))
    assert "dog -0.8000, cat +0.5000, mouse +0.3000" in said
    assert "Loss 1.6094 nats = 2.3219 bits" in said
    for number in ("−0.8000", "+0.5000", "+0.3000"):
        assert f">{number}<" in picture(Logits(LECTURE))


@steady
@given(logits, st.integers(0, 2))
def test_the_picture_is_one_svg_and_its_arrows_point_from_p_to_q(z, right):
    state = Logits(z, right)
    root = ElementTree.fromstring(picture(state))
    assert root.get("aria-label") == readout(state)
    shafts = [line for line in root.iterfind("{*}line") if line.get("stroke-width") == "3"]
    long = [g for g in state.gradient if abs(g) * 190 > 9]
    for shaft in shafts:
        assert shaft.get("x1") == shaft.get("x2")
        assert float(shaft.get("y1")) in {45, 235}  # probability 1 or 0, the truth
    assert sum(float(shaft.get("y2")) > float(shaft.get("y1")) for shaft in shafts) >= sum(g < 0 for g in long)


def test_curves_leave_the_dot_with_the_slopes_that_the_arrows_show():
    state = Logits(LECTURE)
    root = ElementTree.fromstring(picture(state))
    for curve, slope in zip(root.iterfind("{*}polyline"), state.gradient, strict=True):
        points = [tuple(map(float, pair.split(","))) for pair in curve.get("points").split()]
        (x1, y1), (x2, y2) = points[19], points[21]
        rise, run = (y1 - y2) / ((235 - 45) / 4), (x2 - x1) / ((585 - 385) / 4)
        assert rise / run == pytest.approx(slope, abs=0.005)


def test_one_step_is_that_of_pytorchs_sgd():
    leaf = torch.tensor(LECTURE, dtype=torch.float64, requires_grad=True)
    torch.nn.functional.cross_entropy(leaf, torch.tensor(0)).backward()
    torch.optim.SGD([leaf], lr=1.0).step()
    assert stepped(Logits(LECTURE)) == pytest.approx(leaf.tolist())


def test_the_step_button_lowers_the_loss_and_moves_the_sliders():
    row, stage = gradient_arrows().children
    step, sliders = row.children[0], stage.children[:3]
    before = Logits([slider.value for slider in sliders])
    step.click()
    after = Logits([slider.value for slider in sliders])
    assert after.z == pytest.approx(stepped(before))
    assert after.loss < before.loss
    assert f"Loss {after.loss:.4f} nats" in stage.children[-1].value


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed arrows?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = gradient_arrows(after=guess)
    assert isinstance(demo.children[0], widgets.HTML)
    guess.choose("no")
    assert "<svg" in demo.children[0].children[1].children[4].value
