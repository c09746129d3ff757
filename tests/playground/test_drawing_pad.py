"""A drawing is brought to MNIST's size and place, and the probabilities are the classifier's own."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
import torch
from hypothesis import given
from hypothesis import strategies as st

from playground import drawing_pad as drawing_pad_widget
from playground.digit_images import gallery, show_digits
from playground.drawing_pad import centred, picture, probabilities_of, readout
from playground.mnist import digits

EMPTY = np.zeros((28, 28), dtype=np.float32)


def block(top, left, height, width):
    image = EMPTY.copy()
    image[top : top + height, left : left + width] = 1
    return image


@given(st.integers(0, 24), st.integers(0, 24), st.integers(1, 28), st.integers(1, 28))
def test_a_drawing_anywhere_ends_in_the_middle_with_its_longer_side_20_pixels(top, left, height, width):
    out = centred(block(top, left, height, width))
    rows, columns = np.nonzero(out)
    assert max(np.ptp(rows), np.ptp(columns)) + 1 == 20
    assert rows.mean() == pytest.approx(14, abs=0.51)
    assert columns.mean() == pytest.approx(14, abs=0.51)


def test_mnists_own_digits_come_back_unchanged():
    images, _ = digits(train=False)
    for image in images[:50, 0].numpy():
        assert np.array_equal(centred(image), image)


def test_an_empty_pad_stays_empty():
    assert np.array_equal(centred(EMPTY), EMPTY)
    assert readout(EMPTY, np.full(10, 0.1)).startswith("Draw a digit.")


def test_an_empty_pad_gets_no_answer():
    words = [part.text or "" for part in ElementTree.fromstring(picture(EMPTY, np.linspace(0, 0.2, 10))).iter()]
    assert "draw a digit" in words
    assert not any("%" in word or "◂" in word for word in words)


def test_probabilities_are_the_softmax_of_the_logits():
    logits = torch.arange(10.0)
    got = probabilities_of(EMPTY, lambda x: logits.expand(len(x), 10))
    assert got == pytest.approx(np.exp(np.arange(10)) / np.exp(np.arange(10)).sum())


def test_the_readout_names_the_answer_and_the_runner_up():
    probabilities = np.array([0, 0, 0, 0.7, 0, 0, 0, 0, 0.3, 0], dtype=np.float32)
    words = readout(block(3, 3, 9, 9), probabilities)
    assert words == "It reads a 3, with probability 70.0 %; after that an 8, with 30.0 %."
    assert ElementTree.fromstring(picture(block(3, 3, 9, 9), probabilities)).attrib["aria-label"] == words


def test_ink_changes_the_answer_and_centring_can_be_switched_off():
    def looks_at_the_corner(x):
        return torch.stack([x[:, 0] * 9, *[torch.zeros(len(x))] * 9], dim=1)

    row, said = drawing_pad_widget(looks_at_the_corner).children
    pad, buttons = row.children[0].children
    pad.set_state({"ink": memoryview((block(0, 0, 3, 3) * 255).astype(np.uint8))})  # as a browser sends it
    assert "It reads a 0" not in said.value
    buttons.children[0].value = False
    assert "It reads a 0, with probability 99.9 %" in said.value


def test_clear_asks_the_browser_to_empty_the_pad():
    pad, buttons = drawing_pad_widget(lambda x: torch.zeros(len(x), 10)).children[0].children[0].children
    buttons.children[1].click()
    assert pad.cleared == 1


def test_a_gallery_shows_each_image_over_its_caption():
    images, labels = digits(train=False)
    root = ElementTree.fromstring(show_digits(images[:3], labels[:3]).value)
    assert root.attrib["aria-label"] == "Handwritten digits: 7, 2, 1"
    assert len(list(root.iter("{http://www.w3.org/2000/svg}image"))) == 3


def test_an_empty_gallery_is_still_a_picture():
    assert ElementTree.fromstring(gallery(np.zeros((0, 28, 28), dtype=np.float32), [])) is not None
