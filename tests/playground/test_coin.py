import xml.etree.ElementTree as ET

import pytest
from scipy.stats import entropy

from playground.coin import Coin, coin, picture, readout
from playground.predict import predict


@pytest.mark.parametrize("heads", [0, 0.01, 0.25, 0.5, 0.7, 0.9, 1])
def test_bits_agree_with_scipy(heads):
    assert Coin(heads).bits == pytest.approx(float(entropy([heads, 1 - heads], base=2)), abs=1e-12)


def test_figures_of_the_lesson():
    assert Coin(0.5).bits == 1
    assert Coin(0.9).bits == pytest.approx(0.469, abs=5e-4)
    assert Coin(0.7).bits == pytest.approx(0.8813, abs=5e-5)


def test_readout_sets_guessing_beside_entropy():
    said = readout(Coin(0.9))
    assert "Guessing heads is right 90 %" in said
    assert "0.469 bits" in said
    assert "Guessing either side is right 50 %" in readout(Coin(0.5))


@pytest.mark.parametrize(("heads", "side"), [(0, "tails"), (1, "heads")])
def test_certain_coin_tells_nothing(heads, side):
    assert f"always shows {side}" in readout(Coin(heads))
    assert "H = 0 bits" in readout(Coin(heads))


@pytest.mark.parametrize("heads", [0, 0.01, 0.3, 0.5, 0.99, 1])
def test_areas_of_the_sides_add_up_to_the_entropy(heads):
    root = ET.fromstring(picture(Coin(heads)))
    drawn = sum(float(r.get("width")) * float(r.get("height")) for r in root.iterfind(".//{*}rect"))
    bit = (545 - 385) / 7 * (245 - 35)  # pixels of one bit at probability one
    assert drawn / bit == pytest.approx(Coin(heads).bits, abs=0.005)


def test_point_sits_on_the_curve():
    root = ET.fromstring(picture(Coin(0.9)))
    point = root.find("{*}circle")
    curve = root.find("{*}polyline").get("points").split()
    assert f"{float(point.get('cx')):g},{float(point.get('cy')):g}" in curve
    assert root.get("aria-label") == readout(Coin(0.9))


def test_moving_the_slider_moves_picture_and_readout():
    slider, shown, told = coin().children
    before = shown.value
    slider.value = 0.9
    assert shown.value != before
    assert "0.469 bits" in told.value


def test_coin_stays_closed_until_the_prediction():
    guess = predict("coin, closed?", ["yes", "no"], truth="yes", because="")
    box = coin(after=guess)
    assert len(box.children) == 1
    guess.choose("yes")
    assert "<svg" in box.children[0].children[1].value
