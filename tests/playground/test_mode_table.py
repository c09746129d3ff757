from itertools import product
from xml.etree import ElementTree

import pytest
import torch

from playground.mode_table import GRAPHS, MODES, Table, Trial, mode_table, picture, readout, trial
from playground.predict import predict

TRAIN, EVAL = MODES
USUAL, NO_GRAD = GRAPHS
# What PyTorch's documentation says of each corner: Dropout and BatchNorm read the mode, the graph hangs on no_grad.
SAID = {
    (TRAIN, USUAL): Trial(drops=True, moves=True, graph=True, learns=True),
    (TRAIN, NO_GRAD): Trial(drops=True, moves=True, graph=False, learns=False),
    (EVAL, USUAL): Trial(drops=False, moves=False, graph=True, learns=True),
    (EVAL, NO_GRAD): Trial(drops=False, moves=False, graph=False, learns=False),
}


@pytest.mark.parametrize("corner", SAID)
def test_a_real_model_does_in_each_corner_what_pytorch_says(corner):
    assert trial(*corner) == SAID[corner]


def test_a_trial_leaves_the_readers_random_numbers_alone():
    before = torch.get_rng_state()
    trial(TRAIN, USUAL)
    assert torch.equal(before, torch.get_rng_state())


@pytest.mark.parametrize("corner", list(product(MODES, GRAPHS)))
def test_the_picture_says_of_each_corner_what_was_seen_and_a_question_mark_elsewhere(corner):
    assert picture(Table(corner)).count("?") == 4
    full = picture(Table(corner, SAID))
    root = ElementTree.fromstring(full)
    assert root.get("aria-label") == readout(Table(corner, SAID))
    assert ">?<" not in full
    assert full.count(">running mean moves<") == full.count(">running mean rests<") == 2


def test_switches_and_button_fill_the_table():
    mode, graph, buttons, _, told = mode_table().children
    (go,) = buttons.children
    assert "not tried yet" in told.value
    for k, (one, other) in enumerate(product(MODES, GRAPHS), 1):
        mode.value, graph.value = one, other
        go.click()
        assert f"Corners tried: {k} of 4" in told.value
    assert "nothing to learn from" in told.value


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed corners?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = mode_table(after=guess)
    assert len(demo.children) == 1
    guess.choose("no")
    assert "<svg" in demo.children[0].children[3].value
