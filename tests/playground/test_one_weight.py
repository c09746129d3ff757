from math import fsum
from random import Random
from xml.etree import ElementTree

import pytest

from playground.one_weight import (
    MOST,
    Balls,
    N,
    one_weight,
    orders,
    picture,
    readout,
    slope,
    slope_of,
    surface,
    surface_of,
)
from playground.predict import predict

PLACES = [k / 10 for k in range(-20, 42)]


def at(seed=0, **settings):
    return Balls(orders=orders(Random(seed)), **settings)


def test_the_batch_surface_is_the_mean_of_the_examples_surfaces():
    for w in PLACES:
        assert fsum(surface_of(i, w) for i in range(N)) / N == pytest.approx(surface(w))
        assert fsum(slope_of(i, w) for i in range(N)) / N == pytest.approx(slope(w))


def test_slopes_are_those_of_the_surfaces_by_finite_difference():
    for w in PLACES:
        assert slope(w) == pytest.approx((surface(w + 1e-6) - surface(w - 1e-6)) / 2e-6, abs=1e-6)
        assert slope_of(4, w) == pytest.approx((surface_of(4, w + 1e-6) - surface_of(4, w - 1e-6)) / 2e-6, abs=1e-6)


def test_no_error_is_negative_and_the_lowest_place_is_3():
    assert min(surface_of(i, w) for i in range(N) for w in PLACES) >= 0
    assert min(PLACES, key=surface) == 3


def test_the_flat_point_is_no_minimum_and_no_maximum():
    assert slope(0) == 0
    assert surface(-0.1) > surface(0) > surface(0.1)


@pytest.mark.parametrize("lr", [0.05, 0.3, 0.5])
@pytest.mark.parametrize("start", [-1.8, -1.5, -0.5])
def test_from_the_left_the_batch_ball_never_passes_the_flat_point(lr, start):
    assert max(at(steps=MOST, lr=lr, start=start).batch) < 0


def test_from_the_right_the_batch_ball_rolls_into_the_valley():
    assert at(steps=200, start=0.5).batch[-1] == pytest.approx(3)


def test_after_200_steps_the_ball_of_single_examples_is_in_the_valley_whatever_was_drawn():
    ends = [at(seed, steps=200).few[-1] for seed in range(60)]
    assert min(ends) > 2
    assert max(ends) < 3.7


def test_the_ball_of_single_examples_does_not_come_to_rest_and_larger_minibatches_dance_less():
    spread = {
        size: fsum((w - 3) ** 2 for seed in range(20) for w in at(seed, steps=MOST, start=3, size=size).few[100:])
        for size in (1, 3, 6, 12)
    }
    assert spread[1] > 2 * spread[3] > 2 * spread[6] > 0
    assert spread[12] == pytest.approx(0, abs=1e-9)


def test_with_all_examples_both_balls_are_the_same():
    balls = at(steps=50, size=N)
    assert balls.few == pytest.approx(balls.batch)
    assert "all 12 examples" in readout(balls)


@pytest.mark.parametrize("size", [1, 3, 6, 12])
@pytest.mark.parametrize("steps", [0, 1, 80, MOST])
def test_the_picture_is_one_svg_that_says_what_it_shows_and_its_balls_stay_inside(size, steps):
    balls = at(steps=steps, size=size)
    root = ElementTree.fromstring(picture(balls))
    assert root.get("aria-label") == readout(balls)
    for ball in root.iterfind("{*}circle"):
        assert 45 <= float(ball.get("cx")) <= 690
        assert 0 <= float(ball.get("cy")) <= 250


def test_buttons_and_sliders_each_change_the_words():
    player, size, start, lr, _, told = one_weight().children
    step = player.children[1]
    seen = [told.value]
    step.click()
    assert "After 1 step:" in told.value
    seen.append(told.value)
    for control, value in ((size, "3"), (start, 0.5), (lr, 0.1)):
        control.value = value
        seen.append(told.value)
    player.children[2].click()
    step.click()
    seen.append(told.value)
    assert len(set(seen)) == len(seen)


def test_the_demonstration_stays_closed_until_the_prediction_is_made():
    guess = predict("Closed balls?", ["yes", "no"], truth="yes", because="so it is asked")
    demo = one_weight(after=guess)
    assert "<svg" not in demo.children[0].value
    guess.choose("no")
    assert "<svg" in demo.children[0].children[4].value
