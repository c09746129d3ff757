"""Two balls with one weight each: one rolls down the surface of all examples, the other down that of a few.

Twelve examples have an error surface each. They were made up so that their mean is

    E(w) = w^4 / 20 - w^3 / 5 + 1.85        with the slope  w^2 (w - 3) / 5,

which is flat at w = 0 and lowest, namely 0.5, at w = 3. The left ball steps down this mean: batch gradient descent.
The right ball steps down the surface of the examples that were drawn for this step, so its surface dances. With all
twelve drawn, both are the same.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import cos, fsum, pi, sin
from random import Random

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, DASHED, DOTTED, FOREGROUND, MUTED, VERMILLION
from playground.player import Player
from playground.predict import Prediction, opened_by
from playground.stage import choice, slider, stage
from playground.svg import Scale, circle, clipped, line, polygon, polyline, svg, text, x_axis, y_axis

N = 12  # examples
MOST = 300  # steps
FLAT, LOWEST = 0.0, 3.0
SIZES = ("1", "3", "6", "12")

Order = Sequence[int]
Height = Callable[[float], float]


def surface(w: float) -> float:
    """The error of all examples, their mean, at the weight `w`."""
    return w**4 / 20 - w**3 / 5 + 1.85


def slope(w: float) -> float:
    """The derivative of `surface`."""
    return w**2 * (w - 3) / 5


def surface_of(i: int, w: float) -> float:
    """The error of example `i` (0 to 11) alone: the mean and a wave, and the twelve waves add up to 0 everywhere."""
    return surface(w) + sin(2 * w + 2 * pi * i / N) / 2


def slope_of(i: int, w: float) -> float:
    """The derivative of `surface_of`."""
    return slope(w) + cos(2 * w + 2 * pi * i / N)


@dataclass(frozen=True)
class Balls:
    """Both balls after `steps` steps of size `lr` from `start`; step k uses the first `size` examples of `orders[k]`.

    `orders` holds a shuffled row of all twelve examples for each step, and one more for the step to come.
    """

    steps: int = 0
    start: float = -1.5
    lr: float = 0.3
    size: int = 1
    orders: Sequence[Order] = ()

    @property
    def drawn(self) -> Order:
        """The examples whose surface the right ball lies on now."""
        return self.orders[self.steps][: self.size]

    @cached_property
    def batch(self) -> list[float]:
        """The weight of the left ball at the start and after each step."""
        path = [self.start]
        for _ in range(self.steps):
            path.append(path[-1] - self.lr * slope(path[-1]))
        return path

    @cached_property
    def few(self) -> list[float]:
        """The weight of the right ball at the start and after each step."""
        path = [self.start]
        for k in range(self.steps):
            w = path[-1]
            path.append(w - self.lr * fsum(slope_of(i, w) for i in self.orders[k][: self.size]) / self.size)
        return path

    def drawn_surface(self, w: float) -> float:
        """The mean error of the drawn examples at `w`."""
        return fsum(surface_of(i, w) for i in self.drawn) / self.size

    def drawn_slope(self, w: float) -> float:
        """The mean slope of the drawn examples at `w`."""
        return fsum(slope_of(i, w) for i in self.drawn) / self.size


def orders(rng: Random) -> list[Order]:
    """A shuffled row of the twelve examples for each step, and one more."""
    return [rng.sample(range(N), N) for _ in range(MOST + 1)]


def one_weight(after: Prediction | None = None, seed: int = 0) -> widgets.Widget:
    """The demonstration; closed until the prediction `after` is made."""

    def build() -> widgets.Widget:
        rng = Random(seed)
        now = orders(rng)

        def draw_others() -> None:
            nonlocal now
            now = orders(rng)

        player = Player(MOST, draw_others)
        size = choice("examples", SIZES)
        start, lr = slider("start", -1.5, -1.8, 3.8, 0.1, ".1f"), slider("lr", 0.3, 0, 0.5, 0.05)

        def state() -> Balls:
            return Balls(player.value, start.value, lr.value, int(size.value), now)

        return stage([player, size, start, lr], lambda: show(state()))

    return opened_by(after, build)


def show(state: Balls) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Balls) -> str:
    """What the picture shows, in words."""
    batch, few = state.batch[-1], state.few[-1]
    steps = "1 step" if state.steps == 1 else f"{state.steps} steps"
    return (
        f"After {steps}: the batch ball is at w = {batch:.3f} ({_place(batch)}), its slope is {slope(batch):z.4f}. "
        f"The ball on {_named(state)} is at w = {few:.3f} ({_place(few)}), its slope is {state.drawn_slope(few):z.4f}."
    )


def picture(state: Balls) -> str:
    """The still surface of all examples on the left, that of the drawn ones on the right, a ball on each."""
    left, right = Scale(-2, 4.2, 45, 335), Scale(-2, 4.2, 400, 690)
    return svg(
        710,
        310,
        *_panel(left, "error of all 12 examples"),
        polyline(_curve(left, surface), BLUE, stroke_width=3),
        *_ball(left, state.batch, surface, slope, state.lr, BLUE),
        *_panel(right, f"error of {_named(state)}"),
        polyline(_curve(right, surface), MUTED, stroke_width=1.5, stroke_dasharray=DASHED),
        clipped(400, TOP, 290, 250 - TOP, polyline(_curve(right, state.drawn_surface), VERMILLION, stroke_width=3)),
        *_ball(right, state.few, state.drawn_surface, state.drawn_slope, state.lr, VERMILLION),
        text(
            365,
            303,
            "dashed: the left surface again; arrow: the step to come; marks: where the ball was",
            MUTED,
            12,
            text_anchor="middle",
        ),
        label=readout(state),
    )


UP = Scale(0, 4.3, 250, 36)
TOP = 26
_REACH = [-2 + 6.2 * k / 62 for k in range(63)]


def _named(state: Balls) -> str:
    if state.size == N:
        return "all 12 examples"
    numbers = ", ".join(str(i + 1) for i in sorted(state.drawn))
    return f"example {numbers}" if state.size == 1 else f"examples {numbers}"


def _place(w: float) -> str:
    if abs(w - FLAT) < 0.3:
        return "by the flat point"
    return "in the valley" if abs(w - LOWEST) < 0.7 else "on the slope"


def _panel(across: Scale, title: str) -> list[str]:
    """Axes with the flat point and the lowest point named."""
    marks = [(FLAT, "flat"), (LOWEST, "lowest")]
    return [
        x_axis(across, 250, "w", ticks=range(-2, 5)),
        y_axis(UP, across.start, ticks=[0, 1, 2, 3, 4]),
        text(across.start, 16, title, font_weight="bold"),
        *[line(across(w), 250, across(w), 60, MUTED, stroke_dasharray=DOTTED) for w, _ in marks],
        *[text(across(w), 54, name, MUTED, 12, text_anchor="middle") for w, name in marks],
    ]


def _curve(across: Scale, height: Height) -> list[tuple[float, float]]:
    return [(across(w), UP(height(w))) for w in _REACH]


def _ball(across: Scale, path: list[float], height: Height, slope: Height, lr: float, colour: str) -> list[str]:
    """The ball on its surface, an arrow for the step to come, and marks under the axis' line where it has been."""
    w = path[-1]
    x, y = across(w), UP(height(w))
    been = [line(across(v), 244, across(v), 250, colour, stroke_width=1.5) for v in path[-80:]]
    return [*been, *_arrow(x, across(w - lr * slope(w)), y - 18), circle(x, y - 8, 8, colour, stroke=FOREGROUND)]


def _arrow(start: float, end: float, y: float) -> list[str]:
    """A level arrow above the ball; where the step is too short for its head there is a dot."""
    y -= 6
    if abs(end - start) < 2:
        return [circle(start, y, 2.5, FOREGROUND)]
    back = end - (7 if end > start else -7) if abs(end - start) > 7 else start
    half = abs(end - back) * 5 / 7  # a short head is a small one
    head = polygon([(back, y - half), (end, y), (back, y + half)], FOREGROUND)
    return [line(start, y, back, y, FOREGROUND, stroke_width=2), head]
