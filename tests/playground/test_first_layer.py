"""Weights are drawn as images: white for nothing, one colour for each sign."""

import xml.etree.ElementTree as ElementTree

import numpy as np

from playground import BaseClassifier
from playground import first_layer as first_layer_widget
from playground.first_layer import NEGATIVE, POSITIVE, coloured, picture


def test_the_largest_weight_has_full_colour_and_zero_is_white():
    weights = np.zeros((28, 28), dtype=np.float32)
    weights[0, 0], weights[0, 1] = 2, -2
    image = coloured(weights)
    assert image[0, 0].tolist() == POSITIVE.tolist()
    assert image[0, 1].tolist() == NEGATIVE.tolist()
    assert image[5, 5].tolist() == [255, 255, 255]


def test_at_most_36_units_are_shown():
    few, many = np.ones((5, 784), dtype=np.float32), np.ones((256, 784), dtype=np.float32)
    for incoming, shown in ((few, 5), (many, 36)):
        root = ElementTree.fromstring(picture(incoming, np.ones((10, len(incoming)), dtype=np.float32)))
        assert len(list(root.iter("{http://www.w3.org/2000/svg}image"))) == shown
        assert f"Weights of {shown} hidden units" in root.attrib["aria-label"]


def test_the_lectures_model_can_be_looked_into():
    assert "<image" in first_layer_widget(BaseClassifier(784, 256, 10)).value
