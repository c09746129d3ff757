from random import Random
from xml.etree import ElementTree

import pytest
import torch

from playground.predict import predict
from playground.saddle import MOST, SURFACES, Descent, kicks, picture, readout, saddle

KICKS = kicks(Random(0))


def test_from_a_millionth_at_lr_a_tenth_it_takes_76_steps_until_y_passes_1():
    assert len(Descent(MOST).path) - 1 == 76
    assert 1e-6 * 1.2**75 < 1 < 1e-6 * 1.2**76


def test_from_0_it_never_leaves():
    assert Descent(MOST, 0).path[-1][1] == 0
    assert len(Descent(MOST, 0).path) == MOST + 1


@pytest.mark.parametrize("seed", range(20))
def test_noise_ends_the_waiting_even_at_0(seed):
    noisy = Descent(MOST, 0, noise=0.01, kicks=kicks(Random(seed)))
    assert noisy.has_left(noisy.path[-1])
    assert len(noisy.path) - 1 < 76


@pytest.mark.parametrize("signs", SURFACES.values())
def test_steps_and_hessian_are_those_of_pytorch(signs):
    def height(place):
        return signs[0] * place[0] ** 2 + signs[1] * place[1] ** 2

    path = Descent(10, 0.1, 0.05, signs=signs).path
    w = torch.tensor(path[0], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.SGD([w], lr=0.05)
    for x, y in path:
        assert w.tolist() == pytest.approx([x, y])
        height(w).backward()
        optimizer.step()
        optimizer.zero_grad()
    hessian = torch.autograd.functional.hessian(height, torch.zeros(2))
    assert hessian.tolist() == [[2 * signs[0], 0], [0, 2 * signs[1]]]
    assert Descent(signs=signs).hessian == (2 * signs[0], 2 * signs[1])


def test_only_signs_that_differ_make_a_saddle():
    kinds = {name.split()[0]: Descent(signs=signs).kind for name, signs in SURFACES.items()}
    assert kinds == {"saddle": "a saddle", "bowl": "a lowest point", "hilltop": "a highest point"}


@pytest.mark.parametrize("signs", SURFACES.values())
@pytest.mark.parametrize(("steps", "y0", "noise"), [(0, 0, 0), (76, 1e-6, 0), (MOST, 0.1, 0.5)])
def test_the_picture_is_one_svg_that_says_what_it_shows(signs, steps, y0, noise):
    state = Descent(steps, y0, 0.2, noise, signs, KICKS)
    root = ElementTree.fromstring(picture(state))
    assert root.get("aria-label") == readout(state)
    words = [word.text for word in root.iter("{http://www.w3.org/2000/svg}text")]
    assert state.kind in words
    assert words.count("+2") == sum(sign > 0 for sign in signs)


def test_controls_each_change_the_words():
    player, surface, y0, noise, _, told = saddle().children
    count = player.children[3]
    count.value = 150
    assert (player.value, count.value) == (76, 76)  # there it has left: no step follows
    assert "After 76 steps" in told.value
    seen = {told.value}
    for control, value in ((y0, "0"), (noise, 0.1), (surface, "bowl x² + y²")):
        control.value = value
        seen.add(told.value)
    player.children[2].click()
    player.children[3].value = 40
    seen.add(told.value)
    assert len(seen) == 5


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed saddle?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = saddle(after=guess)
    assert "<svg" not in demo.children[0].value
    guess.choose("no")
    assert "<svg" in demo.children[0].children[4].value
