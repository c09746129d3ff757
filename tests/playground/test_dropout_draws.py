from math import fsum
from random import Random
from xml.etree import ElementTree

import pytest
import torch

from playground.dropout_draws import Passes, X, dropout_draws, picture, readout
from playground.predict import predict


@pytest.mark.parametrize("p", [0, 0.3, 0.5, 0.9])
def test_each_number_is_dropped_or_scaled_as_by_pytorch(p):
    torch.manual_seed(0)
    by_torch = torch.nn.functional.dropout(torch.tensor(X).repeat(300, 1), p)
    possible = [{round(y, 4) for y in column.tolist()} for column in by_torch.T]
    passes = Passes(p).drawn(300, Random(0))
    ours = [{round(y, 4) for y in column} for column in zip(*map(passes.out, passes.draws), strict=True)]
    assert ours == possible


@pytest.mark.parametrize("p", [0, 0.5, 0.9])
def test_sums_average_to_the_sum_without_dropout(p):
    sums = Passes(p).drawn(20_000, Random(1)).sums
    spread = (fsum(x * x for x in X) * p / (1 - p) / len(sums)) ** 0.5
    assert fsum(sums) / len(sums) == pytest.approx(8, abs=4 * spread + 1e-9)


def test_eval_mode_hands_all_on_as_they_came():
    passes = Passes(0.9, training=False).drawn(5, Random(0))
    assert passes.last == list(X)
    assert "Sum 8.00" in readout(passes)


@pytest.mark.parametrize("training", [True, False])
@pytest.mark.parametrize(("p", "times"), [(0, 1), (0.5, 60), (0.9, 300)])
def test_the_picture_is_one_svg_and_its_points_stay_inside(p, times, training):
    passes = Passes(p, training).drawn(times, Random(3))
    root = ElementTree.fromstring(picture(passes))
    assert root.get("aria-label") == readout(passes)
    assert all(370 <= float(point.get("cx")) <= 560 for point in root.iterfind("{*}circle"))
    assert all(50 <= float(point.get("cy")) <= 245 for point in root.iterfind("{*}circle"))


def test_buttons_slider_and_mode_each_change_the_words():
    buttons, mode, p, _, told = dropout_draws().children
    again, fifty = buttons.children
    assert "Average sum of 1 pass:" in told.value
    again.click()
    assert "of 2 passes" in told.value
    fifty.click()
    assert "of 52 passes" in told.value
    before = told.value
    p.value = 0.9
    assert told.value != before
    mode.value = "eval"
    quiet = told.value
    again.click()
    assert told.value == quiet


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed dropout?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = dropout_draws(after=guess)
    assert len(demo.children) == 1
    guess.choose("no")
    assert "<svg" in demo.children[0].children[3].value
