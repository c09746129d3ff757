"""The fan shows real gradients: those of autograd, at their true angle, and as noisy as 1/√B says."""

from math import acos, degrees, pi, sqrt
from xml.etree import ElementTree

import ipywidgets as widgets
import numpy as np
import pytest
import torch
from torch import nn

from playground.fan_gradients import ARROWS, gradient, measured, single_spread
from playground.fan_picture import BATCH_SIZES, BOTTOM, FOOT, REACH, TOP, Arrow, Fan, State, picture, readout
from playground.gradient_fan import gradient_fan
from playground.mnist import digits
from playground.models import BaseClassifier
from playground.predict import predict

SVG = "{http://www.w3.org/2000/svg}"
N = 96


@pytest.fixture(scope="module")
def few():
    """A model, some digits, and the gradient of each of them by autograd alone, `(96, 203530)`."""
    with torch.random.fork_rng():
        torch.manual_seed(4)
        classifier = BaseClassifier(784, 256, 10)
    images, labels = digits()
    data, target = images[:N].flatten(start_dim=1), labels[:N]
    rows = []
    for k in range(N):
        classifier.zero_grad()
        nn.CrossEntropyLoss()(classifier(data[k : k + 1]), target[k : k + 1]).backward()
        rows.append(torch.cat([p.grad.flatten() for p in classifier.parameters()]).double().numpy())
    classifier.zero_grad()
    return classifier, data, target, np.array(rows)


@pytest.fixture(scope="module")
def fan(few):
    return measured(*few[:3])


def test_a_minibatch_gradient_is_the_mean_of_its_examples_gradients(few):
    classifier, data, target, rows = few
    batch = [3, 17, 40, 95]
    got = gradient(classifier, data[batch], target[batch]).numpy()
    np.testing.assert_allclose(got, rows[batch].mean(axis=0), atol=1e-7)


def test_the_spread_of_one_example_is_that_of_the_gradients_autograd_gives(few):
    classifier, data, target, rows = few
    expected = np.sqrt(((rows - rows.mean(axis=0)) ** 2).sum(axis=1).mean())
    got = single_spread(classifier, data, target, gradient(classifier, data, target))
    assert got == pytest.approx(expected, rel=1e-5)


def test_each_arrow_is_one_of_the_gradients_autograd_gives(few, fan):
    rows = few[3]
    full = rows.mean(axis=0)
    unit = np.linalg.norm(full)
    assert fan.full == pytest.approx(unit, rel=1e-5)
    lengths = np.linalg.norm(rows, axis=1)
    cosines = rows @ full / (lengths * unit)
    distances = np.linalg.norm(rows - full, axis=1) / unit
    assert len(fan.arrows[1]) == ARROWS
    for arrow in fan.arrows[1]:
        k = np.abs(distances - arrow.distance).argmin()
        assert (arrow.cosine, arrow.length) == pytest.approx((cosines[k], lengths[k] / unit), abs=1e-4)


def test_length_distance_and_cosine_close_the_triangle(fan):
    for arrows in fan.arrows.values():
        for arrow in arrows:
            third = 1 + arrow.length**2 - 2 * arrow.length * arrow.cosine
            assert arrow.distance**2 == pytest.approx(third, abs=1e-3)


def test_sizes_beyond_the_data_are_left_out(fan):
    assert list(fan.arrows) == [1, 2, 4, 8, 16, 32, 64]


def test_the_distance_falls_as_one_over_root_b(few, fan):
    rows, rng = few[3], np.random.default_rng(0)
    full = rows.mean(axis=0)
    products = (rows - full) @ (rows - full).T / (full @ full)  # the distance of a mean needs no more than these
    for size in (1, 4, 16):
        batches = [rng.integers(0, N, size) for _ in range(4000)]
        drawn = np.sqrt(np.mean([products[np.ix_(batch, batch)].mean() for batch in batches]))
        assert fan.law(size) == pytest.approx(drawn, rel=0.05)
        left = sqrt((N - size) / (N - 1))  # minibatches are drawn without putting back
        assert fan.spread(size) == pytest.approx(fan.law(size) * left, rel=0.25)
    assert fan.law(4) == fan.law(1) / 2


def test_the_same_seed_draws_the_same_minibatches_and_no_other_randomness_is_touched(few, fan):
    torch.manual_seed(3)
    expected = torch.rand(2)
    torch.manual_seed(3)
    assert measured(*few[:3]) == fan
    assert torch.equal(torch.rand(2), expected)


def one(cosine, side=1):
    return Arrow(cosine, 2.0, sqrt(5 - 4 * cosine), side)


def drawn(*arrows, size=64):
    return State(Fan(0.5, 12.0, dict.fromkeys(BATCH_SIZES, arrows)), size, "Untrained model")


@pytest.mark.parametrize(("cosine", "side"), [(1.0, 1), (0.5, -1), (0.0, 1), (-0.5, -1)])
def test_an_arrow_is_drawn_at_its_true_angle_to_the_full_gradient(cosine, side):
    root = ElementTree.fromstring(picture(drawn(one(cosine, side))))
    tips = [p.get("points").split()[0] for p in root.iter(f"{SVG}polygon") if p.get("fill") == "#E69F00"]
    x, y = map(float, tips[0].split(","))
    angle = np.arctan2(x - FOOT[0], FOOT[1] - y)
    assert angle == pytest.approx(side * acos(cosine), abs=1e-3)
    assert np.hypot(x - FOOT[0], y - FOOT[1]) == pytest.approx(REACH, abs=0.02)


def test_the_law_is_a_straight_line_that_halves_with_four_times_the_images():
    root = ElementTree.fromstring(picture(drawn(one(0.3))))
    dashed = [p for p in root.iter(f"{SVG}polyline") if p.get("stroke-dasharray")]
    (x1, y1), (x2, y2) = (map(float, pair.split(",")) for pair in dashed[0].get("points").split())
    one_unit = (BOTTOM - TOP) / 8  # pixels of a doubling: 1/4 to 64
    assert (y2 - y1) / one_unit == pytest.approx(9 / 2, abs=0.01)
    assert x2 > x1


def test_the_readout_says_cosine_angle_and_distance():
    told = readout(drawn(one(0.5), one(0.7), size=16))
    assert "B = 16: the 2 minibatch gradients have a mean cosine of 0.60" in told
    assert f"about {acos(0.6) * 180 / pi:.0f}°" in told
    assert degrees(acos(0.6)) == pytest.approx(53.13, abs=0.01)
    assert "the line 12.00 / √B says 3.00" in told
    assert "four times as many images: B = 64." in told


@pytest.mark.parametrize("size", BATCH_SIZES)
def test_every_picture_has_one_size_speaks_and_stays_inside(size):
    state = drawn(*[one(c / 10, s) for c in range(-10, 11) for s in (1, -1)], Arrow(0.1, 500, 500, 1), size=size)
    root = ElementTree.fromstring(picture(state))
    assert root.get("aria-label") == readout(state)
    assert (root.get("width"), root.get("height")) == ("780", "372")
    for place in root.iter(f"{SVG}circle"):
        assert 0 <= float(place.get("cx")) <= 780
        assert 40 <= float(place.get("cy")) <= 310


def test_the_slider_draws_anew_and_the_fan_of_the_untrained_model_closes():
    size, model, shown, told, _note = gradient_fan().children
    assert isinstance(size, widgets.SelectionSlider)
    assert model.options == ("untrained", "after one epoch")
    assert "mean cosine of 0.09" in told.value
    before = shown.value
    size.value = 512
    assert shown.value != before
    assert "mean cosine of 0.93" in told.value


def test_the_fan_stays_closed_until_the_prediction_is_made():
    guess = predict("How far apart?", truth=90, unit="degrees", because="measured")
    demo = gradient_fan(after=guess)
    assert "Closed until" in demo.children[0].value
    guess.choose(45)
    assert "<svg" in demo.children[0].children[2].value
