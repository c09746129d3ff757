"""The coin whose bias is moved by hand: the curve H(p), and why it has its height.

On the left the entropy of a toss against the probability of heads, with a point at the chosen bias. On
the right each side of the coin is a rectangle: as high as it is probable, as wide as it is surprising.
The area of both together is the entropy.
"""

from dataclasses import dataclass

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, DASHED, GRID, MUTED, ORANGE, VERMILLION
from playground.predict import Prediction, opened_by
from playground.shannon import mean_bits, surprise_bits
from playground.stage import slider, stage
from playground.svg import Scale, line, marker, polyline, rect, svg, text, x_axis, y_axis


@dataclass(frozen=True)
class Coin:
    """A coin that shows heads with probability `heads`."""

    heads: float

    @property
    def sides(self) -> tuple[float, float]:
        """The probabilities of heads and tails."""
        return self.heads, 1 - self.heads

    @property
    def bits(self) -> float:
        """The entropy of one toss, in bits."""
        return mean_bits(self.sides)


def coin(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: a slider for p(heads), the curve H(p) and the two sides as areas."""

    def build() -> widgets.Widget:
        heads = slider("p(heads)", 0.5, 0, 1, 0.01)
        return stage([heads], lambda: show(Coin(round(heads.value, 6))))

    return opened_by(after, build)


def show(state: Coin) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def picture(state: Coin) -> str:
    """The curve with its point on the left, the two sides as areas on the right, as SVG."""
    return svg(660, 300, *_curve(state), *_areas(state), label=readout(state))


def readout(state: Coin) -> str:
    """What the picture shows, in words."""
    heads, tails = state.sides
    if tails in (0, 1):
        certain = "heads" if heads == 1 else "tails"
        return f"The coin always shows {certain}. A toss tells nothing: H = 0 bits. Guessing is always right."
    likely = "either side" if heads == tails else "heads" if heads > tails else "tails"
    h, t = surprise_bits(heads), surprise_bits(tails)
    return (
        f"Heads tells {h:.3f} bits, tails {t:.3f} bits. "
        f"On average a toss tells H = {heads:.2f} × {h:.3f} + {tails:.2f} × {t:.3f} = {state.bits:.3f} bits. "
        f"Guessing {likely} is right {100 * max(state.sides):.0f} % of the time."
    )


_CURVE = [(k / 100, Coin(k / 100).bits) for k in range(101)]


def _curve(state: Coin) -> list[str]:
    across, up = Scale(0, 1, 50, 310), Scale(0, 1, 245, 35)
    x, y = across(state.heads), up(state.bits)
    words = f"H = {state.bits:.3f} bits"
    return [
        x_axis(across, 245, "p(heads)", grid_to=35),
        y_axis(up, 50, "H(p) in bits", grid_to=310),
        polyline([(across(p), up(h)) for p, h in _CURVE], BLUE, stroke_width=3),
        line(x, 245, x, y, VERMILLION, stroke_width=2, stroke_dasharray=DASHED),
        line(50, y, x, y, VERMILLION, stroke_width=2, stroke_dasharray=DASHED),
        marker(x, y, "circle", VERMILLION, 7),
        text(310, 22, words, size=15, text_anchor="end", font_weight="bold"),
    ]


def _areas(state: Coin) -> list[str]:
    across, up = Scale(0, 7, 385, 545), Scale(0, 1, 245, 35)
    drawn = [
        x_axis(across, 245, "surprisal in bits", ticks=range(0, 8, 1)),
        y_axis(up, 385, "probability", ticks=[0, 0.5, 1]),
    ]
    top = 1.0
    for name, p, colour in zip(("heads", "tails"), state.sides, (BLUE, ORANGE), strict=True):
        if p > 0:
            wide = surprise_bits(p)
            middle = min(max(up(top - p / 2), 47), 222)
            drawn += [
                rect(385, up(top), across(wide) - 385, up(0) - up(p), colour, stroke=GRID),
                text(across(wide) + 8, middle, name, font_weight="bold"),
                text(across(wide) + 8, middle + 16, f"{p:.2f} × {wide:.2f}", MUTED),
            ]
        top -= p
    return drawn
