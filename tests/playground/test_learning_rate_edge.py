from xml.etree import ElementTree

import pytest
import torch

from playground.learning_rate_edge import CURVATURES, STEPS, Steps, kind, learning_rate_edge, picture, readout
from playground.predict import predict


@pytest.mark.parametrize("curvature", [float(c) for c in CURVATURES])
@pytest.mark.parametrize("lr", [0, 0.1, 0.25, 1, 2.2])
def test_the_steps_are_those_of_pytorch(lr, curvature):
    w = torch.tensor(1.0, dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=lr)
    for expected in Steps(lr, curvature).path:
        assert w.item() == pytest.approx(expected, rel=1e-9, abs=1e-7)
        (curvature / 2 * w**2).backward()
        optimizer.step()
        optimizer.zero_grad()


@pytest.mark.parametrize("curvature", [float(c) for c in CURVATURES])
def test_at_2_over_lambda_it_swings_for_ever_and_a_hair_beside_it_does_not(curvature):
    edge = Steps(curvature=curvature).edge
    assert Steps(edge, curvature).path == [(-1) ** k for k in range(STEPS + 1)]
    assert abs(Steps(edge - 0.01, curvature).path[-1]) < 1 < abs(Steps(edge + 0.01, curvature).path[-1])


@pytest.mark.parametrize(
    ("factor", "words"),
    [(1, "stands still"), (0.5, "creeps"), (0, "one step"), (-0.5, "nearer"), (-1, "for ever"), (-1.01, "farther out")],
)
def test_the_factor_is_put_into_words(factor, words):
    assert words in kind(factor)


@pytest.mark.parametrize("curvature", [float(c) for c in CURVATURES])
@pytest.mark.parametrize("lr", [0, 0.25, 0.5, 1, 2.2])
def test_the_picture_is_one_svg_that_says_what_it_shows(lr, curvature):
    state = Steps(lr, curvature)
    root = ElementTree.fromstring(picture(state))
    assert root.get("aria-label") == readout(state)
    pointer = root.findall("{*}polygon")[-1]
    assert all(0 <= float(pair.split(",")[0]) <= 710 for pair in pointer.get("points").split())


def test_slider_and_choice_move_the_words():
    lr, curvature, _, told = learning_rate_edge().children
    assert "0.50. It creeps" in told.value
    lr.value = 1
    assert "for ever" in told.value
    curvature.value = "4"
    assert "farther out" in told.value


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed edge?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = learning_rate_edge(after=guess)
    assert "<svg" not in demo.children[0].value
    guess.choose("no")
    assert "<svg" in demo.children[0].children[2].value
