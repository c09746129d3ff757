"""A saddle in two dimensions: gradient descent on x^2 - y^2, and on a bowl and a hilltop beside it.

Along x the saddle is curved up, along y down, and in the middle it is flat. Descent from (1, y0) falls to the middle
in a few steps and then waits there: each step makes y only a little larger, and y0 = 0 stays 0 for ever. Noise in
the gradient, as every minibatch brings it, ends the waiting. On the hilltop it starts near the top and rolls off.
The Hessian has the two curvatures on its diagonal.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from math import cos, cosh, pi, sin, sinh, sqrt
from random import Random

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, DASHED, FOREGROUND, GREEN, MUTED, ORANGE, VERMILLION
from playground.player import Player
from playground.predict import Prediction, opened_by
from playground.stage import choice, slider, stage
from playground.svg import Scale, clipped, line, marker, polyline, svg, text, x_axis, y_axis

SURFACES = {"saddle x² − y²": (1, -1), "bowl x² + y²": (1, 1), "hilltop −x² − y²": (-1, -1)}  # signs of x² and y²
STARTS = ("0", "1e-9", "1e-6", "0.001", "0.1")
LR = 0.1
MOST = 150  # steps

Kick = tuple[float, float]


@dataclass(frozen=True)
class Descent:
    """Descent by up to `steps` steps from (1, y0) on the surface with these `signs` of x² and y².

    On a hilltop it starts at (0.01, y0), or it would be down in one step. Step k adds `noise` times `kicks[k]` to the
    gradient. It ends where |x| or |y| first passes 1: there the point has left.
    """

    steps: int = 0
    y0: float = 1e-6
    lr: float = LR
    noise: float = 0.0
    signs: tuple[int, int] = (1, -1)
    kicks: Sequence[Kick] = ()

    @cached_property
    def path(self) -> list[tuple[float, float]]:
        """(x, y) at the start and after each step."""
        path = [(1.0 if self.signs[0] > 0 else 0.01, self.y0)]
        for k in range(self.steps):
            (x, y), (a, b) = path[-1], self.kicks[k] if self.noise else (0.0, 0.0)
            slope_x, slope_y = 2 * self.signs[0] * x, 2 * self.signs[1] * y
            path.append((x - self.lr * (slope_x + self.noise * a), y - self.lr * (slope_y + self.noise * b)))
            if self.has_left(path[-1]):
                break
        return path

    def has_left(self, place: tuple[float, float]) -> bool:
        """Whether |x| or |y| has passed 1 there."""
        return max(abs(place[0]), abs(place[1])) > 1

    def loss(self, place: tuple[float, float]) -> float:
        """The height of the surface there."""
        return self.signs[0] * place[0] ** 2 + self.signs[1] * place[1] ** 2

    @property
    def hessian(self) -> tuple[int, int]:
        """The second derivatives along x and along y; the mixed ones are 0."""
        return 2 * self.signs[0], 2 * self.signs[1]

    @property
    def kind(self) -> str:
        """What the signs of the Hessian say of the flat point in the middle."""
        return {(1, -1): "a saddle", (1, 1): "a lowest point", (-1, -1): "a highest point"}[self.signs]


def kicks(rng: Random) -> list[Kick]:
    """Two numbers of mean 0 and spread 1 for each step."""
    return [(rng.gauss(0, 1), rng.gauss(0, 1)) for _ in range(MOST)]


def saddle(after: Prediction | None = None, seed: int = 0) -> widgets.Widget:
    """The demonstration; closed until the prediction `after` is made."""

    def build() -> widgets.Widget:
        rng = Random(seed)
        now = kicks(rng)

        def draw_other() -> None:
            nonlocal now
            now = kicks(rng)
            end_where_it_leaves()

        player = Player(MOST, draw_other, 0.06)
        surface, y0 = choice("surface", list(SURFACES)), choice("start y0", STARTS)
        y0.value = "1e-6"
        noise = slider("noise", 0, 0, 0.5, 0.01)
        others = [surface, y0, noise]

        def state(steps: int) -> Descent:
            return Descent(steps, float(y0.value), LR, noise.value, SURFACES[surface.value], now)

        def end_where_it_leaves(_change: object = None) -> None:
            player.end_at(len(state(MOST).path) - 1)

        end_where_it_leaves()
        for other in others:
            other.observe(end_where_it_leaves, "value")
        return stage([player, *others], lambda: show(state(player.value)))

    return opened_by(after, build)


def show(state: Descent) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Descent) -> str:
    """What the picture shows, in words."""
    (x, y), steps = state.path[-1], len(state.path) - 1
    first = (
        f"After {steps} {'step' if steps == 1 else 'steps'}: x = {x:.3g}, y = {y:.3g}, loss {state.loss((x, y)):z.4f}."
    )
    if state.has_left((x, y)):
        which = "|y|" if abs(y) > 1 else "|x|"
        first += f" {which} has passed 1: the point has left."
    along_x, along_y = state.hessian
    return (
        f"{first} Curvature along x {along_x:+d}, along y {along_y:+d}: the flat point in the middle is {state.kind}."
    )


def picture(state: Descent) -> str:
    """The surface from above with the path on it, the loss against the steps, and the Hessian, as SVG."""
    return svg(710, 340, *_from_above(state), *_loss(state), *_hessian(state), label=readout(state))


ACROSS, UPWARDS = Scale(-1.2, 1.2, 45, 285), Scale(-1.2, 1.2, 275, 35)


def _from_above(state: Descent) -> list[str]:
    shown = [(ACROSS(x), UPWARDS(y)) for x, y in state.path]
    return [
        x_axis(ACROSS, 275, "x", ticks=[-1, 0, 1]),
        y_axis(UPWARDS, 45, "y", ticks=[-1, 0, 1]),
        text(165, 22, "from above: lines of equal loss", text_anchor="middle", font_weight="bold"),
        clipped(45, 35, 240, 240, _contours(state.signs)),
        polyline(shown, VERMILLION, stroke_width=2),
        *[marker(x, y, "circle", VERMILLION, 2.5) for x, y in shown[1:]],
        marker(*shown[0], "square", FOREGROUND, 5),
        marker(*shown[-1], "diamond", VERMILLION, 8, stroke=FOREGROUND),
        marker(58, 330, "square", FOREGROUND, 4),
        text(67, 334, "start", MUTED, 12),
        marker(116, 330, "diamond", VERMILLION, 5, stroke=FOREGROUND),
        text(126, 334, "now", MUTED, 12),
        line(166, 330, 188, 330, ORANGE, stroke_width=2),
        text(194, 334, "above 0", MUTED, 12),
        line(250, 330, 272, 330, BLUE, stroke_width=2, stroke_dasharray=DASHED),
        text(278, 334, "below 0", MUTED, 12),
    ]


@cache
def _contours(signs: tuple[int, int]) -> str:
    """Lines of equal loss: solid where it is above 0, dashed where below, and the two lines of loss 0."""
    drawn: list[str] = []
    for c in (0.1, 0.3, 0.6, 1.0):
        r = sqrt(c)
        if signs[0] == signs[1]:
            ring = [(r * cos(k * pi / 30), r * sin(k * pi / 30)) for k in range(61)]
            drawn.append(_level(ring, signs[0]))
            continue
        bow = [(r * cosh(k / 8), r * sinh(k / 8)) for k in range(-16, 17)]
        for side in (1, -1):
            drawn.append(_level([(side * a, b) for a, b in bow], 1))
            drawn.append(_level([(b, side * a) for a, b in bow], -1))
    if signs[0] != signs[1]:
        drawn += [
            polyline([(ACROSS(-2), UPWARDS(-2 * k)), (ACROSS(2), UPWARDS(2 * k))], MUTED, stroke_width=1)
            for k in (1, -1)
        ]
    return "".join(drawn)


def _level(points: list[tuple[float, float]], sign: int) -> str:
    shown = [(ACROSS(x), UPWARDS(y)) for x, y in points]
    if sign > 0:
        return polyline(shown, ORANGE, stroke_width=1.5)
    return polyline(shown, BLUE, stroke_width=1.5, stroke_dasharray=DASHED)


def _loss(state: Descent) -> list[str]:
    across, up = Scale(0, MOST, 385, 690), Scale(-1.5, 1.5, 190, 35)
    points = [(across(k), up(max(-1.5, min(1.5, state.loss(place))))) for k, place in enumerate(state.path)]
    return [
        x_axis(across, 190, "step", ticks=[0, 50, 100, 150], grid_to=35),
        y_axis(up, 385, ticks=[-1, 0, 1], grid_to=690),
        text(385, 22, "loss", font_weight="bold"),
        polyline(points, VERMILLION, stroke_width=3),
        marker(*points[-1], "diamond", VERMILLION, 7, stroke=FOREGROUND),
    ]


def _hessian(state: Descent) -> list[str]:
    """The Hessian with its brackets, and each curvature as a little bow."""
    along_x, along_y = state.hessian
    drawn = [text(355, 276, "Hessian")]
    for k, (left, right) in enumerate([(f"{along_x:+d}", "0"), ("0", f"{along_y:+d}")]):
        y = 264 + 26 * k
        drawn += [text(443, y, left, size=15, text_anchor="end"), text(480, y, right, size=15, text_anchor="end")]
    for x, inwards in ((416, 5), (488, -5)):
        drawn.append(
            polyline([(x + inwards, 246), (x, 246), (x, 298), (x + inwards, 298)], FOREGROUND, stroke_width=1.5)
        )
    for k, (name, curvature) in enumerate((("x", along_x), ("y", along_y))):
        y, sign = 260 + 26 * k, 1 if curvature > 0 else -1
        bow = [(512 + 12 * t, y - 5 + sign * (6 - 12 * t * t)) for t in (-1, -0.6, -0.2, 0.2, 0.6, 1)]
        colour, dash = (ORANGE, "none") if sign > 0 else (BLUE, DASHED)
        drawn += [
            polyline(bow, colour, stroke_width=2.5, stroke_dasharray=dash),
            text(534, y, f"along {name} curved {'up' if sign > 0 else 'down'}"),
        ]
    return [
        *drawn,
        text(534, 318, state.kind, GREEN if state.kind == "a lowest point" else FOREGROUND, 15, font_weight="bold"),
    ]
