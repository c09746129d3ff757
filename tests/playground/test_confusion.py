"""The matrix counts what was taken for what, and the gallery shows the surest mistakes first."""

import xml.etree.ElementTree as ElementTree

import numpy as np
import pytest
import torch

from playground import confusion as confusion_widget
from playground.confusion import Judged, judge, picture, readout
from playground.mnist import digits

#         0 right, 4 for 9 twice, 9 for 4 once
TRUTH = np.array([0, 4, 4, 9])
ANSWER = np.array([0, 9, 9, 4])
SURENESS = np.array([0.9, 0.6, 0.8, 0.7], dtype=np.float32)
JUDGED = Judged(np.zeros((4, 28, 28), dtype=np.float32), TRUTH, ANSWER, SURENESS)


def test_rows_are_true_digits_and_columns_answers():
    counts = JUDGED.counts()
    assert counts.shape == (10, 10)
    assert (counts[0, 0], counts[4, 9], counts[9, 4], counts.sum()) == (1, 2, 1, 4)


@pytest.mark.parametrize(
    ("truth", "answer", "places"),
    [(None, None, [2, 3, 1]), (4, None, [2, 1]), (None, 4, [3]), (4, 9, [2, 1]), (0, None, [])],
)
def test_mistakes_come_the_surest_first(truth, answer, places):
    assert JUDGED.surest_mistakes(truth, answer).tolist() == places


def test_the_readout_counts_and_names_the_commonest_mistake():
    words = readout(JUDGED, 4, None)
    assert words.startswith("1 of 4 test images are right: 25.00 %.")
    assert "a 4 taken for a 9, 2 times" in words
    assert words.endswith("A 4 taken for another one: 2 mistakes.")
    assert readout(JUDGED, None, 4).endswith("Any digit taken for a 4: 1 mistake.")
    assert readout(JUDGED, 4, 4).endswith("A 4 taken for a 4 is no mistake.")


def test_the_picture_says_what_the_readout_says():
    root = ElementTree.fromstring(picture(JUDGED, 4, 9))
    assert root.attrib["aria-label"] == readout(JUDGED, 4, 9)
    words = [e.text for e in root.iter("{http://www.w3.org/2000/svg}text")]
    assert "4 → 9, 80.0 %" in words
    assert "9 → 4, 70.0 %" not in words


def test_a_perfect_classifier_has_no_mistakes_to_show():
    perfect = Judged(JUDGED.images, TRUTH, TRUTH, SURENESS)
    assert "No such mistake" in picture(perfect)
    assert readout(perfect) == "4 of 4 test images are right: 100.00 %."


def test_judging_uses_flat_images_and_softmax():
    _, labels = digits(train=False)

    def always_seven(x):
        assert x.shape == (10_000, 784)
        logits = torch.zeros(len(x), 10)
        logits[:, 7] = np.log(9.0)
        return logits

    judged = judge(always_seven)
    assert judged.sureness == pytest.approx(np.full(10_000, 0.5))
    assert judged.counts()[:, 7].tolist() == torch.bincount(labels).tolist()


def test_a_menu_narrows_the_mistakes():
    menus, shown, said = confusion_widget(lambda x: torch.zeros(len(x), 10)).children
    before = shown.value
    menus.children[0].value = 3
    assert shown.value != before
    assert "A 3 taken for another one: 1010 mistakes." in said.value
