"""Lesson 01's last demonstration: where float32 breaks softmax, and that subtracting the largest logit mends it."""

from math import isnan
from xml.etree import ElementTree

import pytest
import torch

from playground.softmax_overflow import WAYS, Overflow, picture, readout, softmax_overflow


@pytest.mark.parametrize("dog", [0, 10, 88.7])
def test_up_to_88_point_7_the_plain_formula_agrees_with_torch(dog):
    by_torch = torch.softmax(torch.tensor([dog, 0.0]), 0).tolist()
    assert Overflow(dog).q == pytest.approx(by_torch, rel=1e-5, abs=1e-37)


@pytest.mark.parametrize("dog", [88.8, 100, 120])
def test_from_88_point_8_on_the_plain_formula_gives_nan_as_in_torch(dog):
    z = torch.tensor([dog, 0.0])
    by_torch = z.exp() / z.exp().sum()
    assert isnan(Overflow(dog).q[0])
    assert isnan(by_torch[0])
    assert Overflow(dog).q[1] == by_torch[1] == 0
    assert "inf / inf is not a number" in readout(Overflow(dog))


@pytest.mark.parametrize("dog", [0, 10, 88.8, 100, 120])
def test_with_the_largest_logit_subtracted_it_always_agrees_with_torch(dog):
    by_torch = torch.softmax(torch.tensor([dog, 0.0]), 0).tolist()
    assert Overflow(dog, subtracted=True).q == pytest.approx(by_torch, rel=1e-5, abs=1e-37)


@pytest.mark.parametrize("subtracted", [False, True])
def test_the_picture_is_one_svg_that_says_what_the_readout_says(subtracted):
    for tenths in range(0, 1201, 25):
        state = Overflow(tenths / 10, subtracted)
        assert ElementTree.fromstring(picture(state)).attrib["aria-label"] == readout(state)


def test_the_slider_breaks_it_and_the_button_mends_it():
    way, dog, _, told = softmax_overflow().children
    dog.value = 100
    assert "✗" in told.value
    way.value = WAYS[1]
    assert "q = [1, 3.784e-44]" in told.value
