"""The judge's MNIST is the course's MNIST."""

import numpy as np
import pytest

import autograder.digits
from autograder.digits import DigitsUnreadable, read_digits
from playground import digits


@pytest.mark.parametrize(("which", "train"), [("train", True), ("t10k", False)])
def test_the_digits_are_those_of_the_lessons(which, train):
    images, labels = read_digits(which)
    theirs, their_labels = digits(train=train)
    assert np.array_equal(images[::97], (theirs[::97].reshape(-1, 784) * 255).round().numpy())
    assert np.array_equal(labels, their_labels.numpy())


def test_a_file_that_is_not_the_published_one_is_refused(monkeypatch):
    autograder.digits.read_digits.cache_clear()
    monkeypatch.setitem(autograder.digits.MD5, "t10k-labels-idx1-ubyte.gz", "0" * 32)
    with pytest.raises(DigitsUnreadable, match="published"):
        read_digits("t10k")
