"""The number that is too large: softmax of two logits in float32, as the formula says it and as one computes it.

A float32 holds no number above 3.4 × 10³⁸. From a logit of 88.8 on, e to that power is more: it becomes
inf, and inf / inf is no number. With the largest logit subtracted first no power is ever above 1.
"""

from dataclasses import dataclass
from math import e, log10

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
import numpy as np

from playground.palette import BLUE, DASHED, GRID, MUTED, ORANGE, SURFACE, VERMILLION
from playground.predict import Prediction, opened_by
from playground.stage import choice, slider, stage
from playground.svg import Scale, line, marker, rect, svg, text

LARGEST = float(np.finfo(np.float32).max)  # 3.4 × 10³⁸
SMALLEST = float(np.finfo(np.float32).smallest_subnormal)  # 1.4 × 10⁻⁴⁵
WAYS = ("the formula as it stands", "largest logit subtracted first")


@dataclass(frozen=True)
class Overflow:
    """Logits [`dog`, 0], and whether the largest is `subtracted` first; all is computed in float32."""

    dog: float
    subtracted: bool = False

    @property
    def exponents(self) -> tuple[float, float]:
        """What stands above e for dog and cat."""
        shift = max(self.dog, 0.0) if self.subtracted else 0.0
        return self.dog - shift, 0.0 - shift

    @property
    def powers(self) -> tuple[float, float]:
        """What e to these powers is in float32: inf where too large, 0 where too small."""
        with np.errstate(over="ignore", under="ignore"):
            dog, cat = np.exp(np.array(self.exponents, dtype=np.float32))
        return float(dog), float(cat)

    @property
    def q(self) -> tuple[float, float]:
        """The two probabilities in float32; nan where inf is divided by inf."""
        powers = np.array(self.powers, dtype=np.float32)
        with np.errstate(invalid="ignore"):
            dog, cat = powers / powers.sum()
        return float(dog), float(cat)


def softmax_overflow(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: a slider for the dog's logit, and two ways to compute the same softmax."""

    def build() -> widgets.Widget:
        dog, way = slider("logit dog", 87, 0, 120, 0.1, ".1f"), choice("computed by", WAYS)
        return stage([way, dog], lambda: show(Overflow(round(dog.value, 6), way.value == WAYS[1])))

    return opened_by(after, build)


def show(state: Overflow) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def picture(state: Overflow) -> str:
    """The line of all numbers that a float32 holds, with both powers on it, as an SVG string."""
    across = Scale(-55, 55, 20, 640)
    low, high = across(log10(SMALLEST)), across(log10(LARGEST))
    dog, cat = state.exponents
    return svg(
        660,
        190,
        rect(across.start, 40, low - across.start, 76, SURFACE),
        rect(high, 40, across.end - high, 76, SURFACE),
        text((across.start + low) / 2, 82, "0", MUTED, 15, text_anchor="middle"),
        text((across.end + high) / 2, 82, "inf", MUTED, 15, text_anchor="middle"),
        *_edge(low, "smallest: 1.4 × 10⁻⁴⁵", "start"),
        *_edge(high, "largest float32: 3.4 × 10³⁸", "end"),
        *_ticks(across),
        *_power(across, 62, "dog", dog, "circle", BLUE),
        *_power(across, 94, "cat", cat, "square", ORANGE),
        text(20, 180, f"q = [{_told(state.powers[0])} / {_sum(state)}, {_told(state.powers[1])} / {_sum(state)}]"),
        text(640, 180, f"= [{_told(state.q[0])}, {_told(state.q[1])}]", size=16, text_anchor="end", font_weight=600),
        label=readout(state),
    )


def readout(state: Overflow) -> str:
    """What the picture shows, in words."""
    dog, cat = state.exponents
    start = (
        f"Logits [{state.dog:g}, 0]. The powers are e^{dog:g} = {_told(state.powers[0])} "
        f"and e^{cat:g} = {_told(state.powers[1])}, so q = [{_told(state.q[0])}, {_told(state.q[1])}]."
    )
    if state.q[0] != state.q[0]:
        return f"{start} ✗ inf / inf is not a number: the answer is lost."
    if state.powers[1] == 0:
        return f"{start} ✓ The small power became 0, which does no harm: the sum is 1."
    return f"{start} ✓ Both are numbers, and they sum to 1."


def _edge(x: float, words: str, anchor: str) -> list[str]:
    return [
        line(x, 32, x, 122, VERMILLION, stroke_width=2, stroke_dasharray=DASHED),
        text(x, 24, words, size=12, text_anchor=anchor),
    ]


def _ticks(across: Scale) -> list[str]:
    """The axis: powers of ten, each tick as many times larger than the one before."""
    parts = [line(across.start, 122, across.end, 122, MUTED)]
    for power, words in ((-40, "10⁻⁴⁰"), (-20, "10⁻²⁰"), (0, "1"), (20, "10²⁰"), (40, "10⁴⁰")):
        x = across(power)
        parts += [line(x, 122, x, 127, MUTED), text(x, 142, words, MUTED, 12, text_anchor="middle")]
    return [*parts, line(across(0), 40, across(0), 122, GRID)]


def _power(across: Scale, y: float, name: str, exponent: float, shape: str, fill: str) -> list[str]:
    """Where e^exponent lies, with a line from 1 to it and its name."""
    x = across(exponent * log10(e))
    words = f"{name}: e^{exponent:g}"
    held = (across(log10(SMALLEST)) + 8, across(log10(LARGEST)) - 8)  # no name lies across an edge
    place, anchor = (min(x - 12, held[1]), "end") if exponent > 0 else (max(x + 12, held[0]), "start")
    return [
        line(across(0), y, x, y, fill, stroke_width=3),
        marker(x, y, shape, fill, 7),
        text(place, y - 6, words, text_anchor=anchor),
    ]


def _sum(state: Overflow) -> str:
    return _told(sum(state.powers)) if sum(state.powers) <= LARGEST else "inf"


def _told(value: float) -> str:
    """A float in at most four digits; inf and nan as Python writes them."""
    return f"{value:.4g}"
