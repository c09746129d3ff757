"""The picture of the gradient fan: where minibatch gradients point, and how far they are from the full gradient.

Two vectors always lie in one plane, so each minibatch gradient can be drawn beside the full one at its true angle,
although both have 203 530 entries. In so many dimensions there are countless ways to lean away; left or right here
is the side of one fixed random direction. Pure functions; the gradients are measured in `fan_gradients`.
"""

from dataclasses import dataclass
from math import acos, cos, degrees, log2, pi, sin, sqrt
from statistics import fmean
from typing import NamedTuple

from playground.palette import BLUE, DASHED, FOREGROUND, GRID, MUTED, ORANGE
from playground.svg import Scale, line, marker, polygon, polyline, svg, text

BATCH_SIZES = (1, 2, 4, 8, 16, 32, 64, 128, 256, 512)

WIDTH, HEIGHT = 780, 372
FOOT = (225.0, 242.0)  # where all arrows start
REACH = 180.0  # pixels of an arrow
LEFT, RIGHT, TOP, BOTTOM = 500, 770, 58, 300


class Arrow(NamedTuple):
    """One minibatch gradient beside the full one, whose length is the unit."""

    cosine: float
    length: float
    distance: float
    side: int  # +1 right, -1 left


@dataclass(frozen=True)
class Fan:
    """What was measured for one model; lengths other than `full` are in units of the full gradient's."""

    full: float  # length of the full gradient
    single: float  # root mean square distance of one example's gradient from it
    arrows: dict[int, tuple[Arrow, ...]]  # by batch size

    def spread(self, batch_size: int) -> float:
        """The root mean square distance of the minibatch gradients of that size from the full one."""
        return sqrt(fmean(arrow.distance**2 for arrow in self.arrows[batch_size]))

    def law(self, batch_size: float) -> float:
        """What the spread must be if the examples are drawn independently: that of one example over the root of B."""
        return self.single / sqrt(batch_size)

    def cosine(self, batch_size: int) -> float:
        """The mean cosine between a minibatch gradient of that size and the full one."""
        return fmean(arrow.cosine for arrow in self.arrows[batch_size])


@dataclass(frozen=True)
class State:
    """Everything that is drawn."""

    fan: Fan
    batch_size: int
    model: str  # in words


def readout(state: State) -> str:
    """What the picture shows, in words."""
    fan, size = state.fan, state.batch_size
    cosine = fan.cosine(size)
    return (
        f"{state.model}, B = {size}: the {len(fan.arrows[size])} minibatch gradients have a mean cosine of "
        f"{cosine:.2f} to the full gradient, an angle of about {degrees(acos(cosine)):.0f}°. Their distance from it is "
        f"{fan.spread(size):.2f} times its length; the line {fan.single:.2f} / √B says {fan.law(size):.2f}. "
        f"Half that distance takes four times as many images: B = {4 * size}."
    )


def picture(state: State) -> str:
    """The arrows on the left, the spread against the batch size on the right, as SVG."""
    return svg(WIDTH, HEIGHT, *_arrows(state), *_spread(state), label=readout(state))


def _arrows(state: State) -> list[str]:
    x, y = FOOT
    arrows = state.fan.arrows[state.batch_size]
    cosine = state.fan.cosine(state.batch_size)
    title = f"B = {state.batch_size}: {len(arrows)} minibatch gradients, mean cosine {cosine:.2f}"
    drawn = [text(20, 24, title, size=14, font_weight=600)]
    rim = [_at(angle * pi / 180, REACH) for angle in range(-120, 121, 4)]
    drawn.append(polyline(rim, GRID, stroke_width=1))
    for angle in (-90, -60, -30, 30, 60, 90):
        inner, outer, name = (_at(angle * pi / 180, r) for r in (0, REACH, REACH + 14))
        drawn += [
            line(*inner, *outer, GRID),
            text(name[0], name[1] + 4, f"{abs(angle)}°", MUTED, 12, text_anchor="middle"),
        ]
    for one in arrows:
        drawn += _arrow(one.side * acos(max(-1.0, min(1.0, one.cosine))), REACH, ORANGE, 1.5)
    drawn += _arrow(0, REACH, BLUE, 4)
    return [
        *drawn,
        text(x, y - REACH - 8, "full gradient", BLUE, text_anchor="middle", font_weight="bold"),
        text(x, HEIGHT - 8, "true angles; all arrows drawn equally long", MUTED, 12, text_anchor="middle"),
    ]


def _at(angle: float, r: float) -> tuple[float, float]:
    """The pixel at that angle (0 is up, in radians) and distance from the foot."""
    return FOOT[0] + r * sin(angle), FOOT[1] - r * cos(angle)


def _arrow(angle: float, r: float, colour: str, thickness: float) -> list[str]:
    tip, back = _at(angle, r), _at(angle, r - 7 - 2 * thickness)
    wide = 2.5 + 1.5 * thickness
    aside = (wide * cos(angle), wide * sin(angle))
    head = [tip, (back[0] + aside[0], back[1] + aside[1]), (back[0] - aside[0], back[1] - aside[1])]
    return [line(*FOOT, *back, colour, stroke_width=thickness), polygon(head, colour)]


def _spread(state: State) -> list[str]:
    """Distance from the full gradient against B; both axes count in doublings, so 1/√B is a straight line."""
    fan = state.fan
    across = Scale(0, 9, LEFT + 10, RIGHT - 10)
    up = Scale(-2, 6, BOTTOM, TOP)
    drawn = [
        text(LEFT - 40, 24, "distance from the full gradient", size=14, font_weight=600),
        text(LEFT - 40, 40, "in units of its length", MUTED, 12),
    ]
    for power in range(-2, 7, 2):
        at = up(power)
        drawn += [
            line(LEFT, at, RIGHT, at, GRID),
            text(LEFT - 8, at + 4, f"{2.0**power:g}", MUTED, 12, text_anchor="end"),
        ]
    for power, size in enumerate(BATCH_SIZES):
        now = size == state.batch_size
        more = {"font_weight": "bold"} if now else {}
        drawn.append(
            text(across(power), BOTTOM + 19, str(size), FOREGROUND if now else MUTED, 12, text_anchor="middle", **more)
        )
    ends = [(across(power), up(_log2(fan.law(2**power)))) for power in (0, 9)]
    here = across(BATCH_SIZES.index(state.batch_size))
    drawn += [
        line(LEFT, BOTTOM, RIGHT, BOTTOM, MUTED),
        line(here, BOTTOM, here, up(_log2(fan.law(state.batch_size))), MUTED),
        polyline(ends, FOREGROUND, stroke_dasharray=DASHED),
        *[marker(here, up(_log2(one.distance)), "circle", ORANGE, 2.5) for one in fan.arrows[state.batch_size]],
        *[
            marker(across(power), up(_log2(fan.spread(size))), "diamond", BLUE, 6 if size == state.batch_size else 4)
            for power, size in enumerate(BATCH_SIZES)
        ],
        text((LEFT + RIGHT) / 2, BOTTOM + 38, "batch size B", text_anchor="middle"),
    ]
    return [*drawn, *_key(f"line: {fan.single:.2f} / √B")]


def _key(law: str) -> list[str]:
    """What the signs of the right panel mean."""
    x, y = RIGHT - 128, TOP + 12
    return [
        line(x - 26, y - 4, x - 4, y - 4, FOREGROUND, stroke_width=2, stroke_dasharray=DASHED),
        text(x, y, law, size=12),
        marker(x - 15, y + 15, "diamond", BLUE, 4),
        text(x, y + 19, "root mean square", size=12),
        marker(x - 15, y + 34, "circle", ORANGE, 2.5),
        text(x, y + 38, "one minibatch", size=12),
    ]


def _log2(value: float) -> float:
    return max(-2.0, min(6.0, log2(value))) if value > 0 else -2.0
