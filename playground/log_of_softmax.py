"""The logarithm of a probability that is too small for a float: -inf, where the answer is -120.

The logits are 0 and a number that is moved by hand. Two ways lead to the logarithm of the second probability, in
float32, the numbers that PyTorch uses: first softmax, then ln; or both in one formula, z - ln(sum of exp z).
They agree until the probability itself has no room in a float.
"""

from dataclasses import dataclass
from math import exp, isinf, log1p

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none
import numpy as np

from playground.palette import BLUE, DASHED, FOREGROUND, MUTED, VERMILLION
from playground.predict import Prediction, opened_by
from playground.stage import slider, stage
from playground.svg import Scale, line, marker, polygon, polyline, svg, text, x_axis, y_axis

SMALLEST = float(np.finfo(np.float32).smallest_subnormal)  # 1.4e-45: nothing lies between it and 0


@dataclass(frozen=True)
class Pair:
    """The logits 0 and `z` (at most 0)."""

    z: float

    @property
    def q(self) -> float:
        """The softmax of the second logit, as float32 keeps it."""
        power = np.exp(np.float32(self.z))
        return float(power / (np.float32(1) + power))

    @property
    def two_steps(self) -> float:
        """The logarithm of that float32, in nats: -inf where it became 0."""
        with np.errstate(divide="ignore"):
            return float(np.log(np.float32(self.q)))

    @property
    def one_formula(self) -> float:
        """The logarithm by z - ln(1 + exp z), in nats: finite however small the probability is."""
        return self.z - log1p(exp(self.z))


def log_of_softmax(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: a slider for the second logit, and both ways to its log-probability."""

    def build() -> widgets.Widget:
        second = slider("second logit", -20, -130, 0, 1, ".0f")
        return stage([second], lambda: show(Pair(second.value)))

    return opened_by(after, build)


def show(state: Pair) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Pair) -> str:
    """What the picture shows, in words."""
    shown = "0" if state.q == 0 else f"{state.q:.3g}"
    two = "-inf" if isinf(state.two_steps) else f"{state.two_steps:.4f}"
    why = f" float32 has no number between 0 and {SMALLEST:.1e}." if state.q == 0 else ""
    return (
        f"Logits 0 and {state.z:.0f}: the second probability is {shown} in float32.{why} "
        f"First softmax, then ln: {two}. In one formula: {state.one_formula:.4f}."
    )


_ZS = range(-130, 1)
_STEPS = [(z, y) for z in _ZS if not isinf(y := Pair(z).two_steps)]


def picture(state: Pair) -> str:
    """Both ways against the second logit; the one by softmax ends where the probability becomes 0."""
    across, up = Scale(-130, 0, 70, 560), Scale(-180, 0, 250, 35)
    edge = across(_STEPS[0][0])
    gone = isinf(state.two_steps)
    x = across(state.z)
    first = text(x + 13, 222, "-∞", size=18, font_weight="bold") if gone else ""
    height = 216 if gone else up(state.two_steps)
    words = "-inf" if gone else f"{state.two_steps:.2f}"
    return svg(
        660,
        300,
        x_axis(across, 250, "second logit, the first is 0", ticks=range(-120, 1, 20), grid_to=35),
        y_axis(up, 70, "ln q in nats", ticks=range(-160, 1, 40), grid_to=560),
        polyline([(across(z), up(Pair(z).one_formula)) for z in (-130, -20, -10, -5, -2, -1, 0)], BLUE, stroke_width=6),
        polyline([(across(z), up(y)) for z, y in _STEPS], VERMILLION, stroke_dasharray=DASHED, stroke_width=2.5),
        line(edge, up(_STEPS[0][1]), edge, 250, VERMILLION, stroke_dasharray=DASHED, stroke_width=2.5),
        text(edge + 10, 235, "here q becomes 0", MUTED),
        polygon([(edge - 6, 240), (edge, 250), (edge + 6, 240)], VERMILLION),
        marker(x, height, "diamond", VERMILLION, 9),
        first,
        marker(x, up(state.one_formula), "circle", BLUE, 6, stroke=FOREGROUND, stroke_width=1.5),
        marker(330, 190, "diamond", VERMILLION, 8),
        text(346, 195, f"softmax, then ln: {words}", size=15, font_weight="bold"),
        marker(330, 213, "circle", BLUE, 6),
        text(346, 218, f"one formula: {state.one_formula:.2f}", size=15, font_weight="bold"),
        label=readout(state),
    )
