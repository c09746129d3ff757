"""What the hidden units of the lecture's model look for: their weights, drawn as images.

A hidden unit has one weight for each pixel, so its weights make an image of 28 x 28. Ink where a weight is
positive (orange) excites the unit, ink where it is negative (blue) silences it.
"""

from typing import TYPE_CHECKING

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
import numpy as np
from numpy.typing import NDArray

from playground.digit_images import picture_element
from playground.palette import GRID
from playground.predict import Prediction, opened_by
from playground.svg import rect, svg

if TYPE_CHECKING:
    from playground.models import BaseClassifier

SHOWN = 36
PER_ROW = 12
SIDE = 60
POSITIVE = np.array([213, 94, 0])  # vermillion and blue of Okabe and Ito
NEGATIVE = np.array([0, 114, 178])


def first_layer(classifier: "BaseClassifier", after: Prediction | None = None) -> widgets.Widget:
    """A widget with the weights of the hidden units that matter most to the answer."""
    return opened_by(after, lambda: widgets.HTML(picture(*_weights(classifier))))


def picture(incoming: NDArray[np.float32], outgoing: NDArray[np.float32]) -> str:
    """The incoming weights `(h, 784)` of the units with the largest `outgoing` weights `(10, h)`, as SVG."""
    busiest = np.argsort(-np.linalg.norm(outgoing, axis=0), kind="stable")[:SHOWN]
    rows = -(-len(busiest) // PER_ROW)
    tiles: list[str] = []
    for k, unit in enumerate(busiest):
        x, y = SIDE * (k % PER_ROW), SIDE * (k // PER_ROW)
        tiles += [
            picture_element(coloured(incoming[unit].reshape(28, 28)), x, y, SIDE - 6),
            rect(x, y, SIDE - 6, SIDE - 6, fill="none", stroke=GRID),
        ]
    label = f"Weights of {len(busiest)} hidden units: orange where ink excites the unit, blue where it silences it"
    return svg(PER_ROW * SIDE, rows * SIDE, *tiles, label=label)


def coloured(weights: NDArray[np.float32]) -> NDArray[np.float64]:
    """RGB `(28, 28, 3)`, 0 to 255: white for 0, orange up to the largest weight, blue down to its opposite."""
    strength = (weights / np.abs(weights).max())[..., None]
    return 255 + np.abs(strength) * (np.where(strength > 0, POSITIVE, NEGATIVE) - 255)


def _weights(classifier: "BaseClassifier") -> tuple[NDArray[np.float32], NDArray[np.float32]]:
    return classifier.features.weight.detach().numpy(), classifier.classes.weight.detach().numpy()
