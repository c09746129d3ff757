"""Four ways to measure an answer, side by side: sum of errors, of |errors|, of squared errors, cross-entropy.

The answer is three bars to drag, for dog, cat and mouse. The first meter lays the positive errors to the
right and the negative ones to the left, so one sees that they cancel; the others pile up on one side what
the same errors leave. The player's goal is a terrible answer whose errors sum to 0.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import isinf
from typing import Any

import ipywidgets as widgets  # pyright: ignore[reportMissingTypeStubs]  # it ships none

from playground.bars import Bars
from playground.palette import BLUE, DASHED, FOREGROUND, MUTED, ORANGE, SOLID
from playground.predict import WIDTH, Prediction, opened_by
from playground.shannon import surprise_bits
from playground.stage import choice
from playground.svg import Scale, line, polygon, rect, svg, text, with_minus

CLASSES = ("dog", "cat", "mouse")
TERRIBLE = 0.05  # the goal: the right class gets no more than this
EXAMPLES = {"the lecture's first answer": (0.2, 0.5, 0.3), "the lecture's second answer": (0.8, 0.1, 0.1)}


@dataclass(frozen=True)
class Answer:
    """The outputs `o`, one probability per class, for a picture of class number `right`."""

    o: Sequence[float]
    right: int = 0

    @property
    def errors(self) -> list[float]:
        """e_k = t_k - o_k for the one-hot target t; noise of floats, below 1e-9, is left out."""
        return [round((k == self.right) - o_k, 9) + 0.0 for k, o_k in enumerate(self.o)]

    @property
    def total(self) -> float:
        """The sum of the errors."""
        return round(sum(self.errors), 6) + 0.0

    @property
    def absolute(self) -> float:
        """The sum of |e_k|."""
        return sum(abs(e) for e in self.errors)

    @property
    def squared(self) -> float:
        """The sum of e_k squared."""
        return sum(e * e for e in self.errors)

    @property
    def bits(self) -> float:
        """The cross-entropy: the surprise at the right class, in bits, inf where it was given 0."""
        return surprise_bits(self.o[self.right])

    @property
    def terrible(self) -> bool:
        """Whether the player's goal is reached."""
        return self.o[self.right] <= TERRIBLE and self.total == 0


def error_meters(o: Sequence[float] = (0.8, 0.1, 0.1), after: Prediction | None = None) -> widgets.Widget:
    """The demonstration, starting from the outputs `o`; closed until the prediction `after` is made."""

    def build() -> widgets.Widget:
        says = Bars(CLASSES, o, title="o: the classifier says", color=ORANGE, hatched=True)
        truth = choice("the picture", [f"a {name}" for name in CLASSES])
        aim, shown, told = widgets.HTML(), widgets.HTML(), widgets.HTML()

        def redraw(_change: object = None) -> None:
            answer = Answer(says.p, truth.index)
            aim.value = (
                f"<div role='status' style='{WIDTH};max-width:24em;min-height:4.5em'><b>{goal(answer)}</b></div>"
            )
            shown.value = picture(answer)
            told.value = f"<div style='{WIDTH};min-height:3em'>{with_minus(readout(answer))}</div>"

        says.observe(redraw, "p")
        truth.observe(redraw, "value")
        redraw()
        beside = widgets.VBox(
            [truth, *(_button(name, says) for name in EXAMPLES), aim], layout={"padding": "20px 0 0 0"}
        )
        top = widgets.HBox([says, beside], layout={"flex_flow": "row wrap", "grid_gap": "0 32px"})
        return widgets.VBox([top, shown, told])

    return opened_by(after, build)


def picture(answer: Answer) -> str:
    """The four meters under one another, as an SVG string."""
    both, amount, bits = Scale(-1, 1, 190, 550), Scale(0, 2, 190, 550), Scale(0, 5, 190, 550)
    signs = [e for e in answer.errors if e]
    names = [name for name, e in zip(CLASSES, answer.errors, strict=True) if e]
    return svg(
        660,
        268,
        *_meter(both, 8, "sum of errors", f"{answer.total:g}"),
        *_balance(both, 8, names, signs),
        *_meter(amount, 74, "sum of |errors|", f"{answer.absolute:.2f}"),
        *_pile(amount, 74, names, signs, [abs(e) for e in signs]),
        *_meter(amount, 140, "sum of squares", f"{answer.squared:.2f}"),
        *_pile(amount, 140, names, signs, [e * e for e in signs]),
        *_meter(bits, 206, "cross-entropy", "∞ bits" if isinf(answer.bits) else f"{answer.bits:.2f} bits"),
        *_surprise(bits, 206, answer),
        label=readout(answer),
    )


def readout(answer: Answer) -> str:
    """What the picture shows, in words."""
    errors = ", ".join(f"{name} {_signed(e, 3)}" for name, e in zip(CLASSES, answer.errors, strict=True))
    bits = "infinite" if isinf(answer.bits) else f"{answer.bits:.4f} bits"
    return (
        f"Errors: {errors}. Their sum is {answer.total:g}, the sum of |errors| is {answer.absolute:.2f}, "
        f"the sum of squares {answer.squared:.2f}, the cross-entropy {bits}."
    )


def goal(answer: Answer) -> str:
    """What the player is to do, or that it is done."""
    name, given = CLASSES[answer.right], answer.o[answer.right]
    if answer.terrible:
        return f"✓ Reached: the {name} gets {given:.2f}, a terrible answer, and its errors sum to 0."
    return f"◇ Your goal: an answer that gives the {name} {TERRIBLE} or less, but whose errors sum to 0."


def _signed(error: float, digits: int = 2) -> str:
    return "0" if error == 0 else f"{error:+.{digits}f}"


def _meter(scale: Scale, y: float, name: str, value: str) -> list[str]:
    """Name, track with numbers, and value of one meter; the track is 30 pixels high."""
    unit = (scale.high - scale.low) / 2 if scale.high < 5 else 1
    parts = [text(8, y + 20, name), text(562, y + 21, value, size=16, font_weight=600)]
    parts.append(line(scale.start, y + 34, scale.end, y + 34, MUTED))
    steps = round((scale.high - scale.low) / unit)
    for tick in (scale.low + k * unit for k in range(steps + 1)):
        x = scale(tick)
        parts += [
            line(x, y + 34, x, y + 39, MUTED),
            text(x, y + 52, f"{tick:g}", MUTED, 12, text_anchor="middle"),
        ]
    return parts


def _piece(scale: Scale, y: float, start: float, size: float, name: str, error: float, number: str = "") -> str:
    """One error as a bar: blue and solid where it is positive, orange and dashed where it is negative."""
    left, width = scale(start), scale(start + size) - scale(start)
    fill, ink = (BLUE, "#fff") if error > 0 else (ORANGE, "#000")
    border = {"stroke": FOREGROUND, "stroke_width": 1, "stroke_dasharray": SOLID if error > 0 else DASHED}
    long = f"{name} {number}".rstrip()
    words = next((one for one in (long, name, name[0]) if width > 7 * len(one) + 4), "")
    bar = rect(left, y, width, 30, fill, **border)
    return bar + (text(left + width / 2, y + 20, words, ink, 12, text_anchor="middle") if words else "")


def _balance(scale: Scale, y: float, names: Sequence[str], errors: Sequence[float]) -> list[str]:
    """Positive errors to the right of 0, negative ones to the left."""
    parts: list[str] = []
    right, left = 0.0, 0.0
    for name, e in zip(names, errors, strict=True):
        start = right if e > 0 else left + e
        parts.append(_piece(scale, y, start, abs(e), name, e, _signed(e)))
        right, left = right + max(e, 0), left + min(e, 0)
    return [*parts, line(scale(0), y - 6, scale(0), y + 36, FOREGROUND, stroke_width=2)]


def _pile(scale: Scale, y: float, names: Sequence[str], errors: Sequence[float], sizes: Sequence[float]) -> list[str]:
    """The sizes of all errors one after another, from 0 on."""
    starts = [sum(sizes[:k]) for k in range(len(sizes))]
    pieces = zip(starts, sizes, names, errors, strict=True)
    return [_piece(scale, y, start, size, name, e, f"{size:.2f}") for start, size, name, e in pieces]


def _surprise(scale: Scale, y: float, answer: Answer) -> list[str]:
    """The surprise at the right class; an arrow where it leaves the track."""
    parts = [_piece(scale, y, 0, min(answer.bits, scale.high), CLASSES[answer.right], 1)] if answer.bits else []
    if answer.bits > scale.high:
        parts.append(polygon([(551, y), (559, y + 15), (551, y + 30)], BLUE))
    return parts


def _button(name: str, says: Bars) -> Any:
    """A button that sets the bars to one of the examples."""
    made: Any = widgets.Button(description=name, layout={"width": "auto"})

    def press(_button: object) -> None:
        says.p = list(EXAMPLES[name])

    made.on_click(press)
    return made
