"""Pictures as SVG text: each function here returns a string, and `svg` wraps strings into a picture.

A picture made this way costs far less than a millisecond, so it can follow a slider while the hand
still moves it. Nothing here knows about widgets or about any lesson. Attributes of SVG are given as
keywords with `_` for `-`: `line(0, 0, 9, 9, stroke_width=2, stroke_dasharray=DASHED)`.

    across = Scale(0, 1, 40, 380)                  # data 0..1 to pixels 40..380
    picture = svg(400, 200, x_axis(across, 170, label="p"), circle(across(0.5), 90, 6), label="a point")
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from html import escape
from math import floor, log10

from playground.palette import FONT, FOREGROUND, GRID, MUTED

Attribute = str | float
READABLE = 440  # pixels; on a smaller or much magnified page one scrolls, instead of guessing at tiny letters
# A hyphen before a number or a name, or between two with spaces around it. In "log-sum-exp" and "1e-05" it is none.
_MINUS = re.compile(r"(?<![\w)])-(?=[\w.∞])|(?<=[\w)²] )-(?= [\w(])")
_WITHIN_NUMBER = re.compile(r"(?<=\d) (?=\d{3}\b|%)")


def svg(width: float, height: float, *children: str, label: str) -> str:
    """A whole picture of fixed size in pixels, which shrinks where the page is narrower, but never below `READABLE`.

    `label` is what a screen reader says instead of the picture; it should say what the picture says.
    """
    return element(
        "svg",
        *children,
        xmlns="http://www.w3.org/2000/svg",
        width=width,
        height=height,
        viewBox=f"0 0 {_number(width)} {_number(height)}",
        role="img",
        aria_label=label,
        style=f"max-width:max(100%,{READABLE}px);height:auto;display:block;font-family:{FONT}",
    )


def line(x1: float, y1: float, x2: float, y2: float, stroke: str = FOREGROUND, **more: Attribute) -> str:
    """A straight line from (x1, y1) to (x2, y2)."""
    return element("line", x1=x1, y1=y1, x2=x2, y2=y2, stroke=stroke, **more)


def polyline(points: Iterable[tuple[float, float]], stroke: str = FOREGROUND, **more: Attribute) -> str:
    """A line through all `points`, not filled."""
    settings: dict[str, Attribute] = {"fill": "none", "stroke_width": 2, "stroke_linejoin": "round", **more}
    return element("polyline", points=_pairs(points), stroke=stroke, **settings)


def polygon(points: Iterable[tuple[float, float]], fill: str = FOREGROUND, **more: Attribute) -> str:
    """A filled shape with the given corners."""
    return element("polygon", points=_pairs(points), fill=fill, **more)


def circle(x: float, y: float, r: float, fill: str = FOREGROUND, **more: Attribute) -> str:
    """A filled circle of radius `r` round (x, y)."""
    return element("circle", cx=x, cy=y, r=r, fill=fill, **more)


def rect(x: float, y: float, width: float, height: float, fill: str = FOREGROUND, **more: Attribute) -> str:
    """A filled rectangle with its upper left corner at (x, y); a negative size is drawn as 0."""
    return element("rect", x=x, y=y, width=max(width, 0), height=max(height, 0), fill=fill, **more)


def marker(x: float, y: float, shape: str, fill: str, r: float = 6, **more: Attribute) -> str:
    """A data point: `shape` is "circle", "square", "triangle" or "diamond", so that colour is never alone.

    Raises: KeyError for another shape.
    """
    if shape == "circle":
        return circle(x, y, r, fill, **more)
    corners = {
        "square": [(-0.9, -0.9), (0.9, -0.9), (0.9, 0.9), (-0.9, 0.9)],
        "triangle": [(0, -1.2), (1.1, 0.8), (-1.1, 0.8)],
        "diamond": [(0, -1.3), (1.1, 0), (0, 1.3), (-1.1, 0)],
    }[shape]
    return polygon([(x + r * a, y + r * b) for a, b in corners], fill, **more)


def text(x: float, y: float, words: str, fill: str = FOREGROUND, size: float = 13, **more: Attribute) -> str:
    """Words with their baseline starting at (x, y); `text_anchor` "middle" or "end" moves the start."""
    return element("text", escape(with_minus(words)), x=x, y=y, fill=fill, font_size=size, **more)


def with_minus(words: str) -> str:
    """The same words with a true minus sign wherever a hyphen stands for one, as sliders write their numbers."""
    return _MINUS.sub("−", words)


def unbroken(words: str) -> str:
    """The same words, where no line ends within a number such as 60 000, or before its %."""
    return _WITHIN_NUMBER.sub("\xa0", words)


def group(*children: str, **attributes: Attribute) -> str:
    """Several pieces as one, sharing `attributes` such as `opacity` or `transform`."""
    return element("g", *children, **attributes)


def clipped(x: float, y: float, width: float, height: float, *parts: str) -> str:
    """The parts within that rectangle; what lies outside is cut off."""
    box = f"{_number(x)} {_number(y)} {_number(width)} {_number(height)}"
    return element("svg", *parts, x=x, y=y, width=width, height=height, viewBox=box, role="presentation")


@dataclass(frozen=True)
class Scale:
    """A linear map from data (`low` to `high`) to pixels (`start` to `end`); call it with a value.

    For a vertical axis `start` is the larger pixel, because SVG counts downwards.
    """

    low: float
    high: float
    start: float
    end: float

    def __call__(self, value: float) -> float:
        """The pixel of `value`; values outside the data range go on along the same line."""
        return self.start + (value - self.low) / (self.high - self.low) * (self.end - self.start)

    def ticks(self, about: int = 5) -> list[float]:
        """About so many round values from low to high, in steps of 1, 2 or 5 times a power of ten."""
        wanted = (self.high - self.low) / about
        power = 10.0 ** floor(log10(wanted))
        step = power * next(m for m in (1, 2, 5, 10) if m * power >= wanted * 0.999)
        first = -floor(-self.low / step + 1e-9)
        last = floor(self.high / step + 1e-9)
        return [round(k * step, 12) for k in range(first, last + 1)]


def x_axis(
    across: Scale,
    y: float,
    label: str = "",
    ticks: Sequence[float] | None = None,
    grid_to: float | None = None,
    form: str = "{:g}",
) -> str:
    """A horizontal axis at pixel height `y`: line, ticks, numbers, name; grid lines up to pixel `grid_to`.

    It needs 40 pixels of room below `y` (22 without a name).
    """
    parts: list[str] = []
    for value in across.ticks() if ticks is None else ticks:
        at = across(value)
        if grid_to is not None:
            parts.append(line(at, y, at, grid_to, GRID))
        parts += [
            line(at, y, at, y + 5, MUTED),
            text(at, y + 19, form.format(value), MUTED, 12, text_anchor="middle"),
        ]
    parts.append(line(across.start, y, across.end, y, MUTED))
    if label:
        parts.append(text((across.start + across.end) / 2, y + 36, label, text_anchor="middle"))
    return group(*parts)


def y_axis(
    up: Scale,
    x: float,
    label: str = "",
    ticks: Sequence[float] | None = None,
    grid_to: float | None = None,
    form: str = "{:g}",
) -> str:
    """A vertical axis at pixel `x`: line, ticks, numbers, name on top; grid lines up to pixel `grid_to`.

    It needs about 35 pixels of room on the left, and 20 above for the name.
    """
    parts: list[str] = []
    for value in up.ticks() if ticks is None else ticks:
        at = up(value)
        if grid_to is not None:
            parts.append(line(x, at, grid_to, at, GRID))
        parts += [
            line(x - 5, at, x, at, MUTED),
            text(x - 8, at + 4, form.format(value), MUTED, 12, text_anchor="end"),
        ]
    parts.append(line(x, up.start, x, up.end, MUTED))
    if label:
        parts.append(text(x - 30, min(up.start, up.end) - 10, label))
    return group(*parts)


def element(name: str, *children: str, **attributes: Attribute) -> str:
    """One SVG element as text; values are escaped, children are taken as they are."""
    settings = "".join(
        f' {_hyphenated(key)}="{escape(value) if isinstance(value, str) else _number(value)}"'
        for key, value in attributes.items()
    )
    return f"<{name}{settings}>{''.join(children)}</{name}>" if children else f"<{name}{settings}/>"


def _hyphenated(key: str) -> str:
    """SVG's own spelling of a Python keyword: `stroke_width` is `stroke-width`, `class_` is `class`."""
    return key.rstrip("_").replace("_", "-")


def _number(value: float) -> str:
    """A number with at most two decimals, `12` rather than `12.00`."""
    return f"{value:.2f}".rstrip("0").rstrip(".")


def _pairs(points: Iterable[tuple[float, float]]) -> str:
    return " ".join(f"{_number(x)},{_number(y)}" for x, y in points)
