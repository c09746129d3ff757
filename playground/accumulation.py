"""Gradients added up on purpose: four small minibatches that shall count as one big one.

Each example has a gradient. A loss function gives the mean over the examples it is shown, so each minibatch leaves
its mean in .grad, and backward adds the next one to it. The picture sets these pieces end to end, each times a
factor, against the mean of all examples: with a factor of 1, with 1/4, and with the minibatch's share of the examples.
"""

from dataclasses import dataclass
from statistics import fmean

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.palette import BLUE, DASHED, FOREGROUND, GREEN, MUTED, ORANGE, PURPLE
from playground.predict import Prediction, opened_by
from playground.stage import choice, stage
from playground.svg import Scale, line, marker, rect, svg, text, x_axis

GRADIENTS = ((2, 4, 3, 3), (5, 3, 4, 4), (1, 3, 2, 2), (12, 8, 9, 11))  # of each example, minibatch by minibatch
COLOURS = (BLUE, ORANGE, GREEN, PURPLE)
SHAPES = ("circle", "square", "triangle", "diamond")
WAYS = ("add up", "divide each by 4", "weigh by size")


@dataclass(frozen=True)
class Pieces:
    """Four minibatches, the last one with `last` of its examples, put together in one of the `WAYS`."""

    way: str = "add up"
    last: int = 4

    @property
    def minibatches(self) -> tuple[tuple[int, ...], ...]:
        """The gradients of the examples, minibatch by minibatch."""
        return (*GRADIENTS[:-1], GRADIENTS[-1][: self.last])

    @property
    def examples(self) -> int:
        """How many examples there are in all."""
        return sum(map(len, self.minibatches))

    @property
    def factors(self) -> tuple[float, ...]:
        """What each minibatch's mean is multiplied by."""
        if self.way == "weigh by size":
            return tuple(len(some) / self.examples for some in self.minibatches)
        return (1.0 if self.way == "add up" else 0.25,) * 4

    @property
    def pieces(self) -> tuple[float, ...]:
        """What each minibatch adds to .grad."""
        return tuple(factor * fmean(some) for factor, some in zip(self.factors, self.minibatches, strict=True))

    @property
    def wanted(self) -> float:
        """The gradient of one big batch: the mean over all examples."""
        return fmean(gradient for some in self.minibatches for gradient in some)


def accumulation(after: Prediction | None = None) -> widgets.Widget:
    """The demonstration: the factor, and the size of the last minibatch; closed until `after` is made."""

    def build() -> widgets.Widget:
        way = choice("four losses", WAYS)
        last = widgets.IntSlider(
            value=4,
            min=1,
            max=4,
            description="last batch",
            style={"description_width": "110px"},
            layout={"width": "460px", "max_width": "calc(100% - 4px)"},
        )
        return stage([way, last], lambda: show(Pieces(way.value, last.value)))

    return opened_by(after, build)


def show(state: Pieces) -> tuple[str, str]:
    """Picture and read-out together."""
    return picture(state), readout(state)


def readout(state: Pieces) -> str:
    """What the picture shows, in words."""
    sizes = ", ".join(str(len(some)) for some in state.minibatches)
    told = " + ".join(f"{piece:.3g}" for piece in state.pieces)
    same = abs(sum(state.pieces) - state.wanted) < 1e-9
    verdict = "The same." if same else "Not the same."
    return (
        f"Minibatches of {sizes} examples, {state.way}: .grad is {told} = {sum(state.pieces):.4g}. "
        f"One big batch of all {state.examples} has the gradient {state.wanted:.4g}. {verdict}"
    )


def picture(state: Pieces) -> str:
    """The examples above, the pieces end to end below, and a dashed line where one big batch would be."""
    across = Scale(0, 22, 40, 620)
    wanted = across(state.wanted)
    return svg(
        680,
        290,
        *_examples(state, across),
        *_bar(state, across),
        x_axis(across, 240, "gradient", ticks=[0, 5, 10, 15, 20]),
        line(wanted, 176, wanted, 240, FOREGROUND, stroke_width=3, stroke_dasharray=DASHED),
        text(wanted, 168, f"one big batch {state.wanted:.4g}", text_anchor="start", font_weight="bold"),
        label=readout(state),
    )


def _examples(state: Pieces, across: Scale) -> list[str]:
    """One row for each minibatch: a mark for each example's gradient, and its mean times its factor."""
    drawn: list[str] = []
    for k, (some, factor) in enumerate(zip(state.minibatches, state.factors, strict=True)):
        y = 22 + 32 * k
        drawn.append(line(across(0), y, across(13), y, MUTED, stroke_width=0.5))
        stacked: dict[int, int] = {}
        for gradient in some:
            above = stacked.get(gradient, 0)
            stacked[gradient] = above + 1
            drawn.append(marker(across(gradient), y - 9 * above, SHAPES[k], COLOURS[k], 5))
        many = "1 example" if len(some) == 1 else f"{len(some)} examples"
        times = "" if factor == 1 else f" × {factor:.3g}"
        drawn.append(text(across(13.4), y + 5, f"{many}: mean {fmean(some):.3g}{times}"))
    return drawn


def _bar(state: Pieces, across: Scale) -> list[str]:
    """The pieces end to end, each with its minibatch's mark."""
    drawn: list[str] = []
    start = 0.0
    for k, piece in enumerate(state.pieces):
        left, right = across(start), across(start + piece)
        drawn.append(rect(left, 190, right - left, 30, COLOURS[k], fill_opacity=0.75, stroke=FOREGROUND))
        drawn.append(marker((left + right) / 2, 205, SHAPES[k], FOREGROUND, 4))
        start += piece
    return [*drawn, text(across(start) + 8, 211, f".grad {start:.4g}", size=14, font_weight="bold")]
