"""One answer of a classifier before its softmax: three logits, the right class, and all that follows from them.

The pictures of lesson 04 share this. It is the formula, term by term, in nats:

    loss = -ln q_y = ln(sum of exp z) - z_y          gradient = q - p
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import exp, fsum, log
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, GREEN, ORANGE
from playground.stage import choice, slider

CLASSES = ("dog", "cat", "mouse")
COLOURS = (BLUE, ORANGE, GREEN)  # each class has its colour
SHAPES = ("circle", "square", "triangle")  # ... and its shape
LECTURE = (log(0.2), log(0.5), log(0.3))  # logits whose softmax is the lecture's q
LOW, HIGH, STEP = -6.0, 6.0, 0.1  # where the sliders end, and how finely they move


@dataclass(frozen=True)
class Logits:
    """Logits `z`, one for each class, and the index `right` of the class that is true."""

    z: Sequence[float]
    right: int = 0

    @property
    def powers(self) -> list[float]:
        """The powers of e, one for each logit: positive, not yet summing to 1."""
        return [exp(z) for z in self.z]

    @property
    def total(self) -> float:
        """The sum of the powers, by which softmax divides."""
        return fsum(self.powers)

    @property
    def log_total(self) -> float:
        """The natural logarithm of that sum, in nats; the largest logit is taken out first, so nothing overflows."""
        top = max(self.z)
        return top + log(fsum(exp(z - top) for z in self.z))

    @property
    def q(self) -> list[float]:
        """The softmax: what the classifier says, a probability for each class."""
        return [exp(z - self.log_total) for z in self.z]

    @property
    def p(self) -> list[float]:
        """The truth: 1 for the right class, 0 for the others."""
        return [float(k == self.right) for k in range(len(self.z))]

    @property
    def loss(self) -> float:
        """The cross-entropy, in nats."""
        return self.log_total - self.z[self.right]

    @property
    def gradient(self) -> list[float]:
        """The derivative of the loss with respect to each logit, q - p."""
        return [q - p for q, p in zip(self.q, self.p, strict=True)]

    def moved(self, k: int, by: float) -> "Logits":
        """The same with logit `k` changed by that much."""
        return Logits([z + by * (j == k) for j, z in enumerate(self.z)], self.right)


class LogitSliders:
    """A slider for each class's logit and the buttons for the right class; `state` is what they say now.

    A browser rounds what it is told to a slider's step. So the exact logits are kept beside the sliders, and each
    holds as long as its slider stands where it was put.
    """

    def __init__(self, z: Sequence[float]) -> None:
        self._exact = list(z)
        self.sliders = [
            slider(f"z of {name}", value, LOW, HIGH, STEP, ".1f") for name, value in zip(CLASSES, z, strict=True)
        ]
        self.right = choice("the truth", CLASSES)

    @property
    def controls(self) -> list[Any]:
        """All of them, in the order in which they are shown."""
        return [*self.sliders, self.right]

    @property
    def state(self) -> Logits:
        """The logits and the right class as they are set now."""
        shown = [one.value for one in self.sliders]
        z = [b if abs(a - b) < 0.51 * STEP else a for a, b in zip(shown, self._exact, strict=True)]
        return Logits(z, CLASSES.index(self.right.value))

    def set(self, z: Sequence[float]) -> None:
        """Moves the sliders to `z`, each no further than its end."""
        self._exact = [min(max(value, LOW), HIGH) for value in z]
        for one, value in zip(self.sliders, self._exact, strict=True):
            one.value = value

    def button(self, name: str, z: Any) -> Any:
        """A button that moves the sliders to what `z(state)` gives."""
        made: Any = widgets.Button(description=name, layout={"width": "auto"})
        made.on_click(lambda _button: self.set(z(self.state)))
        return made
