"""The edge of the learning rate: gradient descent on a parabola, whose curvature says how long a step may be.

The loss is lambda/2 w^2, its slope lambda w, its curvature lambda. So a step multiplies w by 1 - lr lambda, and the
whole descent hangs on that one factor: between 0 and 1 it creeps towards the middle, between -1 and 0 it swings and
comes nearer, and beyond the edge, where lr is above 2 / lambda, it swings farther out with every step.
"""

from dataclasses import dataclass

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, DASHED, FOREGROUND, GREEN, MUTED, ORANGE, SURFACE, VERMILLION
from playground.predict import Prediction, opened_by
from playground.stage import choice, slider, stage
from playground.svg import Scale, clipped, line, marker, polygon, polyline, rect, svg, text, x_axis, y_axis

CURVATURES = ("1", "2", "4", "8")
STEPS = 12
START = 1.0


@dataclass(frozen=True)
class Steps:
    """Twelve steps of size `lr` from w = 1 on a parabola of this `curvature`, above 0."""

    lr: float = 0.25
    curvature: float = 2.0

    @property
    def factor(self) -> float:
        """What each step multiplies w by; rounded, so that 1 - 0.1 * 10 is 0."""
        return round(1 - self.lr * self.curvature, 9)

    @property
    def path(self) -> list[float]:
        """The weight at the start and after each step."""
        return [START * self.factor**k for k in range(STEPS + 1)]

    @property
    def edge(self) -> float:
        """The learning rate at which it swings for ever: 2 / curvature."""
        return 2 / self.curvature

    def loss(self, w: float) -> float:
        """The height of the parabola at `w`."""
        return self.curvature / 2 * w**2


def learning_rate_edge(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: a slider for lr and a choice of curvatures; closed until `after` is made."""

    def build() -> widgets.Widget:
        lr, curvature = slider("lr", 0.25, 0, 2.2, 0.01), choice("curvature λ", CURVATURES)
        curvature.value = "2"
        return stage([lr, curvature], lambda: show(Steps(lr.value, float(curvature.value))))

    return opened_by(after, build)


def show(state: Steps) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def kind(factor: float) -> str:
    """What becomes of w when every step multiplies it by `factor`, at most 1."""
    if factor == 1:
        return "It stands still."
    if factor > 0:
        return "It creeps to the middle from one side."
    if factor == 0:
        return "It is there in one step."
    if factor > -1:
        return "It swings from side to side, and comes nearer."
    if factor == -1:
        return "It swings for ever between the same two places."
    return "It swings, each time farther out."


def readout(state: Steps) -> str:
    """What the picture shows, in words."""
    return (
        f"λ = {state.curvature:g}, lr = {state.lr:.2f}: each step multiplies w by 1 - lr λ = {state.factor:.2f}. "
        f"{kind(state.factor)} After {STEPS} steps w = {state.path[-1]:.4g}. "
        f"The edge is at lr = 2 / λ = {state.edge:g}."
    )


def picture(state: Steps) -> str:
    """The parabola with the steps on it, w against the steps, and where lr λ stands, as SVG."""
    return svg(710, 345, *_parabola(state), *_swing(state), *_ruler(state), label=readout(state))


UP = Scale(0, 4.4, 235, 35)
ACROSS = Scale(-2, 2, 45, 325)
_REACH = [-2 + k / 20 for k in range(81)]


def _parabola(state: Steps) -> list[str]:
    places = [(ACROSS(_held(w)), UP(min(state.loss(w), 99))) for w in state.path]
    curve = [(ACROSS(w), UP(min(state.loss(w), 99))) for w in _REACH]
    inside = [
        polyline(curve, BLUE, stroke_width=3),
        polyline(places, VERMILLION, stroke_width=1.5),
        *[marker(x, y, "circle", VERMILLION, 4) for x, y in places[1:]],
        marker(*places[0], "square", FOREGROUND, 6),
    ]
    return [
        x_axis(ACROSS, 235, "w", ticks=[-2, -1, 0, 1, 2]),
        y_axis(UP, 45, ticks=[0, 1, 2, 3, 4]),
        text(45, 18, f"loss: λ/2 w², with λ = {state.curvature:g}", font_weight="bold"),
        clipped(45, 30, 280, 212, *inside),
    ]


def _swing(state: Steps) -> list[str]:
    across, up = Scale(0, STEPS, 400, 690), Scale(-2, 2, 235, 35)
    places = [(across(k), up(_held(w))) for k, w in enumerate(state.path)]
    inside = [
        polyline(places, VERMILLION, stroke_width=2),
        *[marker(x, y, "circle", VERMILLION, 4) for x, y in places[1:]],
        marker(*places[0], "square", FOREGROUND, 6),
    ]
    return [
        x_axis(across, 235, "step", ticks=range(0, STEPS + 1, 2)),
        y_axis(up, 400, ticks=[-2, -1, 0, 1, 2], grid_to=690),
        text(400, 18, "w after each step, from 1 (square)", font_weight="bold"),
        clipped(393, 35, 304, 200, *inside),
    ]


def _held(w: float) -> float:
    """w, or a place far outside the picture where it is farther: SVG wants no number of twenty digits."""
    return max(-50.0, min(50.0, w))


def _ruler(state: Steps) -> list[str]:
    """A ruler for lr λ from 0 to 3: up to 1 it creeps, up to 2 it swings and settles, beyond 2 it flies off."""
    across = Scale(0, 3, 130, 690)
    at = across(min(state.lr * state.curvature, 3.06))
    stretches = [(0, 1, "creeps", GREEN), (1, 2, "swings, comes nearer", ORANGE), (2, 3, "flies off", VERMILLION)]
    drawn = [text(45, 306, "lr · λ", size=15)]
    for low, high, name, colour in stretches:
        left, right = across(low), across(high)
        drawn += [
            rect(left, 290, right - left, 22, SURFACE),
            line(left + 2, 312, right - 2, 312, colour, stroke_width=4),
            text((left + right) / 2, 306, name, text_anchor="middle"),
        ]
    for value, name in ((0, "0"), (1, "1: one step"), (2, "2: the edge"), (3, "3")):
        drawn += [
            line(across(value), 288, across(value), 318, MUTED, stroke_dasharray=DASHED if value == 2 else "none"),
            text(across(value), 334, name, MUTED, 12, text_anchor="middle"),
        ]
    return [*drawn, polygon([(at - 8, 276), (at + 8, 276), (at, 290)], FOREGROUND)]
