from math import inf
from xml.etree import ElementTree

import pytest
import torch

from playground.log_of_softmax import SMALLEST, Pair, log_of_softmax, picture, readout
from playground.predict import predict


@pytest.mark.parametrize("z", [0, -1, -20, -85, -110, -130])
def test_both_ways_agree_with_pytorch(z):
    logits = torch.tensor([0.0, z])
    assert Pair(z).two_steps == pytest.approx(logits.softmax(0).log()[1].item(), rel=1e-6)
    assert Pair(z).one_formula == pytest.approx(logits.double().log_softmax(0)[1].item(), abs=1e-12)


def test_softmax_of_0_and_minus_120_has_no_logarithm_left():
    assert Pair(-120).q == 0
    assert Pair(-120).two_steps == -inf
    assert Pair(-120).one_formula == -120
    said = readout(Pair(-120))
    assert "First softmax, then ln: -inf. In one formula: -120.0000." in said
    assert "no number between 0 and 1.4e-45" in said


def test_the_smallest_float32_has_nothing_between_itself_and_zero():
    smallest = torch.tensor(SMALLEST, dtype=torch.float64)
    assert smallest.float().item() == SMALLEST
    assert (smallest / 4).float().item() == 0


@pytest.mark.parametrize("z", [0, -95, -104, -130])
def test_the_picture_is_one_svg_that_says_infinity_only_where_it_is(z):
    root = ElementTree.fromstring(picture(Pair(z)))
    assert root.get("aria-label") == readout(Pair(z))
    assert ("−∞" in picture(Pair(z))) == (Pair(z).two_steps == -inf)


def test_moving_the_slider_moves_picture_and_words():
    second, shown, told = log_of_softmax().children
    before = shown.value, told.value
    second.value = -120
    assert shown.value != before[0]
    assert "−inf" in told.value


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed logarithm?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = log_of_softmax(after=guess)
    assert len(demo.children) == 1
    guess.choose("no")
    assert "<svg" in demo.children[0].children[1].value
